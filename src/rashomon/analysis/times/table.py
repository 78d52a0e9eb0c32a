"""What ``times.toml`` holds, ready to match."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from inspect import signature
from typing import Any, Literal, TypeAlias

from rashomon.analysis.times.anchors import StampTable
from rashomon.analysis.times.builders import BUILDERS
from rashomon.analysis.times.grammar import Node, Rule, build_grammar, rows
from rashomon.analysis.times.lexer import SUFFIXES, Words
from rashomon.analysis.times.quantities import build_numbers
from rashomon.analysis.times.recurring import EasterDay, MonthDay, Recurring, WeekdayOfMonth
from rashomon.analysis.times.tense import TenseTable
from rashomon.analysis.times.tokens import tokenize

Trust: TypeAlias = Literal["sure", "likely", "weak"]
"""How much words alone show that a time is meant."""


@dataclass(frozen=True, slots=True)
class Condition:
    """When what a group of rules makes is a time.

    Attributes:
        trust: how much the words alone show it; ``None`` where they must stand beside others.
        after: words straight before that make it sure.
        before: words straight after that do.
        not_after: words straight before with which it is none.
        not_before: words straight after with which it is none.
        capital: whether a capital within a sentence makes it sure.
    """

    trust: Trust | None
    after: frozenset[str]
    before: frozenset[str]
    not_after: frozenset[str]
    not_before: frozenset[str]
    capital: bool


@dataclass(frozen=True, slots=True)
class TimeTable:
    """What ``times.toml`` holds.

    Attributes:
        words: what words mean.
        grammar: the rules for words in a row.
        conditions: for each group of rules when what it makes is a time.
        tops: the classes that are times by themselves.
        known: all words that the rules know.
        signals: the words without one of which there is no time; dates in digits beside.
        tense: words by which verbs are known.
        stamps: words and marks around dates of publication.
    """

    words: Words
    grammar: Node
    conditions: Sequence[Condition]
    tops: Sequence[str]
    known: frozenset[str]
    signals: frozenset[str]
    tense: TenseTable
    stamps: StampTable


def build_times(table: Mapping[str, Any]) -> TimeTable:
    """Return what ``times.toml`` holds, ready to match.

    Raises:
        KeyError: a rule names a builder that there is not.
    """
    classes: dict[str, list[tuple[str, Any]]] = {}
    for symbol, meanings in table["words"].items():
        for word in meanings:
            meaning = meanings[word] if isinstance(meanings, dict) else word
            classes.setdefault(word, []).append((symbol, meaning))
    numbers = build_numbers(table["numbers"])
    rules = [*_holidays(table["holidays"]), *_rules(table["rules"])]
    literals = {symbol for _, row in rules for symbol in row if not symbol.isupper()}
    return TimeTable(
        words=Words(classes, frozenset(table["capitalised"]), frozenset(literals), numbers),
        grammar=build_grammar(rules),
        conditions=tuple(map(_condition, table["rules"])),
        tops=tuple(table["tops"]),
        known=frozenset((*classes, *literals, *numbers.words, *SUFFIXES, "'")),
        signals=frozenset(
            word
            for word, meanings in classes.items()
            if any(symbol in table["signals"] for symbol, _ in meanings)
        )
        | {tokenize(name)[-1].word for name in table["holidays"]},
        tense=_tense(table["tense"]),
        stamps=StampTable(**{name: frozenset(found) for name, found in table["stamps"].items()}),
    )


def _rules(groups: Sequence[Mapping[str, Any]]) -> Iterator[tuple[Rule, Sequence[str]]]:
    rank = 0
    for number, group in enumerate(groups):
        build = BUILDERS[group["by"]]
        taken = signature(build).parameters
        for form in group["forms"]:
            for row in rows(form):
                rank += 1
                rule = Rule(
                    makes=group["makes"],
                    build=build,
                    names=tuple(name if name in taken else None for _, name in row),
                    given=group.get("with", {}),
                    rank=rank,
                    group=number,
                )
                yield rule, [symbol for symbol, _ in row]


def _holidays(table: Mapping[str, Mapping[str, int]]) -> Iterator[tuple[Rule, Sequence[str]]]:
    for name, day in table.items():
        given = {"value": _holiday(day)}
        words = [token.word for token in tokenize(name)]
        yield Rule("HOLIDAY", BUILDERS["same"], (None,) * len(words), given, 0, -1), words


def _holiday(day: Mapping[str, int]) -> Recurring:
    if "easter" in day:
        return EasterDay(day["easter"])
    if "weekday" in day:
        return WeekdayOfMonth(day["month"], day["weekday"], day["number"], day.get("days", 0))
    return MonthDay(day["month"], day["day"])


def _tense(table: Mapping[str, Sequence[str]]) -> TenseTable:
    pairs = frozenset(tuple(words.split()) for words in table["future"] if " " in words)
    return TenseTable(
        past=frozenset(table["past"]),
        not_past=frozenset(table["not_past"]),
        present=frozenset(table["present"]),
        future=frozenset(table["future"]),
        future_pairs=pairs,
        begins=frozenset(table["begins"]),
        ends=frozenset(table["ends"]),
        negations=frozenset(table["negations"]),
    )


def _condition(group: Mapping[str, Any]) -> Condition:
    trust = group.get("trust", "sure")
    return Condition(
        trust=None if trust == "beside" else trust,
        after=frozenset(group.get("after", ())),
        before=frozenset(group.get("before", ())),
        not_after=frozenset(group.get("not_after", ())),
        not_before=frozenset(group.get("not_before", ())),
        capital=group.get("capital", False),
    )
