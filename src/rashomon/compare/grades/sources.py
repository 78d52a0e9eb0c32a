"""What kind of source one is who gives an answer."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rashomon.model.comparison import UNKNOWN, Holding, Point, Reliability

_WORD = re.compile(r"[^\W_]+")
_NOT_KNOWN = ""
_UNNAMED = "unnamed"
_MONITOR = "monitor"
_INDEFINITE = frozenset((_NOT_KNOWN, _UNNAMED, "group"))
"""Kinds of parties that another document may know better."""
_MAY_BE_MONITOR = _INDEFINITE | {"organisation"}
"""Kinds of parties that are monitors where they are called so."""


@dataclass(frozen=True, slots=True)
class FirstHand:
    """Words in the names of those who were there.

    Attributes:
        bodies: what treats and rescues: *hospital*, *fire service*.
        people: people who saw it: *resident*; in a proper name (*Witness International*) the word
            says nothing.
        kinds: the kinds of parties of which the words for people count.
    """

    bodies: frozenset[str]
    people: frozenset[str]
    kinds: frozenset[str]

    def is_told_by(self, kind: str, names: Iterable[str]) -> bool:
        """Return whether the names of a party of a kind say that it was there."""
        some = tuple(names)
        if any(self.bodies & _forms(_WORD.findall(one)) for one in some):
            return True
        if kind not in self.kinds:
            return False
        # before the name of a person the word is a title: "Doctor Mira Tal"
        told = _WORD.findall if kind == "person" else _common_words
        return any(self.people & _forms(told(one)) for one in some)


@dataclass(frozen=True, slots=True)
class SourceKind:
    """A row of the table of kinds of source.

    Attributes:
        name: what the kind is called.
        letter: how reliable it is, by its kind alone.
        credible: whether it can lend support to what a second source says.
        involved: whether all parties to the conflict are of this kind.
        kinds: the kinds of parties that are of this kind; empty words for those not known.
        is_first_hand: whether the name of the party must say that it was there.
        reason: why this letter, as a clause.
    """

    name: str
    letter: Reliability
    credible: bool
    involved: bool
    kinds: frozenset[str]
    is_first_hand: bool
    reason: str


@dataclass(frozen=True, slots=True)
class SourceKinds:
    """The table of kinds of source.

    Attributes:
        rows: the kinds; the first that fits is taken.
        deniers: the kinds of parties that take part in the conflict where they deny who did it.
        watching: the kinds of parties that a single account does not make a party to it.
        apart: words in the names of those who do not speak for the side that they are of.
        articles: words with which the name of one begins who is not named.
        first_hand: words in the names of those who were there.
        monitors: words, spelt as in a name, that only monitors are called by.
    """

    rows: tuple[SourceKind, ...]
    deniers: frozenset[str]
    watching: frozenset[str]
    apart: frozenset[str]
    articles: frozenset[str]
    first_hand: FirstHand
    monitors: tuple[str, ...]


def build_sources(table: Mapping[str, Any]) -> SourceKinds:
    """Return the kinds of source of the table ``grades.toml``."""
    return SourceKinds(
        rows=tuple(
            SourceKind(
                name=row["name"],
                letter=row["letter"],
                credible=row["credible"],
                involved=row.get("involved", False),
                kinds=frozenset(row["kinds"]),
                is_first_hand=row.get("first_hand", False),
                reason=row["reason"],
            )
            for row in table["source"]
        ),
        deniers=frozenset(table["involved"]["deniers"]),
        watching=frozenset(table["involved"]["watching"]),
        apart=frozenset(table["involved"]["apart"]),
        articles=frozenset(table["unnamed"]["articles"]),
        first_hand=FirstHand(
            **{name: frozenset(words) for name, words in table["first_hand"].items()}
        ),
        monitors=tuple(table["monitor"]["called"]),
    )


class Sources:
    """What kind of source each one is who speaks on an incident.

    Args:
        points: all points of the incident.
        kinds: the table.
    """

    def __init__(self, points: Sequence[Point], kinds: SourceKinds) -> None:
        self._kinds = kinds
        named = {
            str(position.value).casefold(): len(position.origins)
            for point in points
            if point.kind == "responsibility"
            for position in point.positions
            if position.value != UNKNOWN
        }
        most = max(named.values(), default=0)
        self._accused = {name: many for name, many in named.items() if 2 * many >= most > 0}
        several = {name for name, many in named.items() if many > 1}
        self._involved = self._accused.keys() | several | set(self._deniers(points))
        self._known = _known_kinds(points)
        self._found: dict[tuple[str | None, ...], SourceKind] = {}

    def kind_of(self, holding: Holding) -> SourceKind:
        """Return what kind of source one is who holds an answer."""
        voice = holding.voice
        key = (holding.party, voice.party, voice.kind, voice.side)
        if key not in self._found:
            self._found[key] = self._kind_of(holding)
        return self._found[key]

    def _kind_of(self, holding: Holding) -> SourceKind:
        kind = self._party_kind(holding)
        takes_part = kind not in self._kinds.watching and self._involved & self.names(holding)
        is_involved = bool(takes_part) or self.is_accused(holding)
        first_hand = self._kinds.first_hand
        was_there = first_hand.is_told_by(kind, (holding.party, holding.voice.party))
        for row in self._kinds.rows:
            if row.involved and is_involved:
                return row
            if kind in row.kinds and (was_there or not row.is_first_hand):
                return row
        return self._kinds.rows[-1]

    def is_accused(self, holding: Holding) -> bool:
        """Return whether one who holds an answer, or its side, is held responsible.

        That is whoever is an answer to who did it that at least half as many origins give as give
        the most common one; for those who watch, that two give as well.
        """
        is_watching = self._party_kind(holding) in self._kinds.watching
        origins = max(self._accused.get(one, 0) for one in ("", *self.names(holding)))
        return origins > int(is_watching)

    def names(self, holding: Holding) -> set[str]:
        """Return whom one speaks for who holds an answer, in small letters: itself, and its side.

        Activists, residents and opponents are of a country and do not speak for it.
        """
        voice = holding.voice
        found = {holding.party.casefold(), voice.party.casefold()}
        if voice.side and voice.kind and not self._kinds.apart & _words_of(holding):
            found.add(voice.side.casefold())
        return found

    def _deniers(self, points: Iterable[Point]) -> Iterator[str]:
        for point in points:
            for position in point.positions if point.kind == "responsibility" else ():
                for one in position.denied_by:
                    if one.voice.kind in self._kinds.deniers and one.voice.stance == "denies":
                        yield from self.names(one)

    def _party_kind(self, holding: Holding) -> str:
        kind = holding.voice.kind or _NOT_KNOWN
        if kind in _INDEFINITE:
            kind = self._known.get(holding.party, kind)
        if kind in _MAY_BE_MONITOR and any(one in holding.party for one in self._kinds.monitors):
            kind = _MONITOR
        first, _, others = holding.party.partition(" ")
        is_indefinite = first.casefold() in self._kinds.articles and others == others.casefold()
        return _UNNAMED if is_indefinite else kind


def _known_kinds(points: Iterable[Point]) -> dict[str, str]:
    """Return what parties are, where any document knows: what most of the words say."""
    told: dict[str, Counter[str]] = defaultdict(Counter)
    for point in points:
        for position in point.positions:
            for one in (*position.held_by, *position.denied_by):
                if one.voice.kind and one.voice.kind not in _INDEFINITE:
                    told[one.party][one.voice.kind] += 1
    return {party: max(sorted(kinds), key=kinds.__getitem__) for party, kinds in told.items()}


def _words_of(holding: Holding) -> set[str]:
    """Return the words of the name of one who holds an answer, in the singular as well."""
    return _forms(_WORD.findall(f"{holding.party} {holding.voice.party}"))


def _forms(words: Iterable[str]) -> set[str]:
    """Return words in small letters, in the singular as well."""
    return {
        form
        for one in map(str.casefold, words)
        for form in (one, one.removesuffix("s"), one.removesuffix("es"))
    }


def _common_words(name: str) -> list[str]:
    """Return the words of a name that are of no proper name: of no run of capitalised words."""
    words = _WORD.findall(name)
    is_capital = [False, *(one[0].isupper() for one in words), False]
    return [
        one
        for at, one in enumerate(words, start=1)
        if not (is_capital[at] and (is_capital[at - 1] or is_capital[at + 1]))
    ]
