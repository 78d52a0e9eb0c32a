"""The checks of requests, against those of a library that knows all of JSON Schema."""

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.web.api.checking import faults, unknown_keywords
from rashomon.web.api.schemas import (
    DOCUMENT,
    SPAN,
    flag,
    listed,
    nullable,
    number,
    one_of,
    record,
    text,
    whole,
)

KINDS = {
    "oneOf": [
        record(
            "a walk",
            {"kind": {"const": "walk"}, "miles": whole("how far", 0, 30)},
            {"with": listed("whom with", text("a name", longest=3, is_needed=True), 1, 2)},
        ),
        record(
            "a swim",
            {"kind": {"const": "swim"}, "depth": number("how deep", -3.5, 0)},
            {"cold": flag("whether it was cold"), "tide": one_of("the tide", ("high", "low"))},
        ),
    ]
}
SCHEMAS = (
    text("a name", longest=4),
    text("a name", longest=4, is_needed=True),
    nullable(text("a name", longest=4)),
    DOCUMENT,
    SPAN,
    KINDS,
    listed("some", KINDS, 0, 2),
    record("nothing", {}),
)

LEAVES = (
    st.none()
    | st.booleans()
    | st.integers(-5, 40)
    | st.floats(-5, 5)
    | st.sampled_from((1.0, 2**70, "walk", "swim", "high", "ab\n", "abcd", "sha256:abcd"))
    | st.text("ab \n\x00é", max_size=5)
)
NAMES = st.sampled_from(("kind", "miles", "depth", "with", "cold", "tide", "other"))
VALUES = st.recursive(
    LEAVES,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, min_size=1, max_size=4)
    ),
    max_leaves=8,
)
CLOSE = st.fixed_dictionaries(
    {"kind": st.sampled_from(("walk", "swim"))},
    optional={
        "miles": st.integers(-1, 31),
        "depth": st.floats(-4, 1),
        "with": st.lists(st.text("ab ", max_size=4), max_size=3),
        "cold": st.booleans() | st.just(0),
        "tide": st.sampled_from(("high", "low", "none")),
    },
)


@settings(max_examples=600, deadline=None)
@given(st.sampled_from(SCHEMAS), VALUES | CLOSE | st.lists(CLOSE, max_size=3))
def test_what_is_refused_is_what_the_schema_forbids(schema, value):
    is_valid = jsonschema.Draft202012Validator(schema).is_valid(value)
    assert is_valid == (not list(faults(schema, value)))


def told(schema, value):
    return [(one.where, one.what) for one in faults(schema, value, "body")]


def test_all_that_is_wrong_is_told_with_its_place():
    value = {"kind": "walk", "miles": 31, "with": ["ann", "", 3], "pace": 1}
    assert told(KINDS, value) == [
        ("body/miles", "31 is more than 30"),
        ("body/with", "it holds more than 2"),
        ("body", "'pace' is not known here; there are kind, miles, with"),
    ]


def test_a_kind_that_there_is_not_is_told_those_that_there_are():
    assert told(KINDS, {"kind": "run"}) == [
        ("body", "it is none of those that there are: kind walk, kind swim")
    ]


def test_a_line_break_at_the_end_is_no_part_of_an_id():
    assert told(DOCUMENT, "sha256:abcd\n")


def test_a_fault_shows_the_beginning_of_a_long_value_and_nothing_that_a_terminal_obeys():
    [(_, what)] = told(DOCUMENT, "\x1b[31m\u202e" + "x" * 60)
    assert what.isprintable()
    assert len(what) < 150


@pytest.mark.parametrize(
    ("schema", "unknown"),
    [
        ({"format": "uri", "description": "an address"}, set()),
        ({"items": {"contains": {}}}, {"contains"}),
        ({"oneOf": [{"not": {}}, {"properties": {"a": {"anyOf": []}}}]}, {"not", "anyOf"}),
    ],
)
def test_a_keyword_that_nothing_checks_is_found(schema, unknown):
    assert unknown_keywords(schema) == unknown
