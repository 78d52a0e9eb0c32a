"""The table holds together: rules, classes and builders fit each other."""

import inspect

import pytest

from rashomon.analysis.times.builders import BUILDERS
from rashomon.analysis.times.grammar import rows
from tests.analysis.times.reading import RAW

LEXED = {
    *("NUMBER", "HOUR", "ORDINAL", "DAY", "NO_DAY", "SHORT", "SHORT_DECADE", "FOUR_DIGITS"),
    *("YEAR", "MODERN_YEAR", "DECADE", "SHORT_YEAR", "NUMERIC", "CLOCK_TIME", "HOLIDAY"),
}
"""The classes that are not made by rules or listed as words."""

MADE = LEXED | set(RAW["words"]) | {rule["makes"] for rule in RAW["rules"]}
ROWS = [(rule, row) for rule in RAW["rules"] for form in rule["forms"] for row in rows(form)]


def test_every_class_that_a_rule_stands_on_is_made():
    assert {symbol for _, row in ROWS for symbol, _ in row if symbol.isupper()} <= MADE


def test_every_class_is_used():
    used = {symbol for _, row in ROWS for symbol, _ in row} | set(RAW["tops"])
    assert MADE - used == {"SIGNAL"}


@pytest.mark.parametrize("names", ["tops", "signals", "capitalised"])
def test_every_class_that_is_named_is_made(names):
    assert set(RAW[names]) <= MADE


def test_every_builder_gets_what_it_needs():
    for rule, row in ROWS:
        parameters = inspect.signature(BUILDERS[rule["by"]]).parameters
        given = {name for _, name in row if name in parameters} | set(rule.get("with", ()))
        needed = {
            name for name, one in parameters.items() if one.default is inspect.Parameter.empty
        }
        assert needed <= given <= set(parameters), rule


def test_a_name_that_a_rule_gives_is_one_that_its_builder_takes():
    for rule, row in ROWS:
        parameters = inspect.signature(BUILDERS[rule["by"]]).parameters
        renamed = {name for symbol, name in row if name and name != symbol.lower()}
        assert renamed <= {*parameters, "_"}, rule


def test_every_builder_is_named():
    assert {rule["by"] for rule in RAW["rules"]} == set(BUILDERS)
