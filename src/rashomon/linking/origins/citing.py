"""Where stretches come from by what the text itself says: citations and credits."""

from collections.abc import Iterator, Mapping, Sequence

from rashomon.linking.origins import reasons
from rashomon.linking.origins.collection import Traced
from rashomon.linking.origins.comparing import Shared
from rashomon.linking.origins.roots import Edge, Root
from rashomon.linking.origins.sketches import SketchedCitation, SketchedMark
from rashomon.linking.origins.tables import House, OriginTables
from rashomon.linking.origins.words import normal
from rashomon.model.origins import RootKind

_FOUND = 0.8
_NOT_FOUND = 0.7
_CREDIT = 0.5
_LATER = 1
"""Days by which the cited report may be dated later than the one that cites it."""


def find_cited(
    documents: Sequence[Traced],
    shared: Sequence[Shared],
    roots: Sequence[Root],
    tables: OriginTables,
) -> Iterator[Edge]:
    """Yield what documents say they have from others: reports that they cite, credits.

    Args:
        documents: in the order in which one can come from another.
        shared: the passages that they share.
        roots: for each document the root of the whole.
        tables: what is known of publishers.
    """
    cited = _Cited(documents, shared, roots, tables)
    for number, one in enumerate(documents):
        for citation in one.sketch.citations:
            yield from cited.by(number, citation)
        for mark in one.sketch.marks:
            if mark is not one.mark and not mark.is_whole:
                yield from cited.credited(number, mark)


class _Cited:
    """The documents of a case by their publishers."""

    def __init__(
        self,
        documents: Sequence[Traced],
        shared: Sequence[Shared],
        roots: Sequence[Root],
        tables: OriginTables,
    ) -> None:
        self._documents = documents
        self._roots = roots
        self._tables = tables
        self._by_house: dict[str, list[int]] = {}
        self._called: dict[str, House] = {}
        for number, one in enumerate(documents):
            for house in (one.house, one.source):
                if house:
                    self._by_house.setdefault(house.key, []).append(number)
                    self._called.setdefault(house.key, house)
        self._sharing = {(one.later, one.earlier) for one in shared}

    def by(self, number: int, citation: SketchedCitation) -> Iterator[Edge]:
        """Yield what a document says by a citation to have from another outlet."""
        house = self._house(citation.name)
        if house is None or self._is_own(number, house):
            return
        parent = self._report(number, house)
        root = self._roots[parent] if parent is not None else _outside(house)
        if root == self._roots[number]:
            return
        told = f"the text cites {house.name}: {reasons.quoted(citation.words)}"
        if parent is not None:
            told += f"; the report is {self._documents[parent].named}"
        for span in citation.contents:
            score = _NOT_FOUND if parent is None else _FOUND
            yield Edge(number, span, parent, None, root, "citation", score, told)

    def credited(self, number: int, mark: SketchedMark) -> Iterator[Edge]:
        """Yield the credit of an agency that gave a part of a text which it does not tell."""
        house = self._house(mark.house) or House("agencies that are not named", "agency")
        if self._is_own(number, house):
            return
        told = f"the text credits {house.name}, and does not say for what: "
        told += reasons.quoted(mark.words)
        yield Edge(number, mark.span, None, None, _outside(house), "byline", _CREDIT, told)

    def _house(self, name: str) -> House | None:
        return self._tables.named(name) or self._called.get(normal(name).removeprefix("the "))

    def _is_own(self, number: int, house: House) -> bool:
        """Return whether a document comes from a house as a whole, or is published by it."""
        own = self._documents[number].house
        root = self._roots[number]
        return house.key in (own.key if own else "", House(root.name, house.kind).key)

    def _report(self, number: int, house: House) -> int | None:
        """Return the document that comes from a house and holds what another cites it for.

        It shares text with it, or else is of the same story; the first such.
        """
        one = self._documents[number]
        before = [
            other
            for other in self._by_house.get(house.key, ())
            if other != number and _may_cite(one, self._documents[other])
        ]
        for other in before:
            if (number, other) in self._sharing or (other, number) in self._sharing:
                return other
        if one.story:
            return next((n for n in before if self._documents[n].story == one.story), None)
        return None


def _may_cite(one: Traced, other: Traced) -> bool:
    return one.day is None or other.day is None or other.day <= one.day + _LATER


def _outside(house: House) -> Root:
    kinds: Mapping[str, RootKind] = {"agency": "agency", "publisher": "publisher"}
    return Root(kinds[house.kind], house.name, "")
