"""Where stretches come from by what the text itself says: citations and credits."""

from collections.abc import Iterator, Mapping, Sequence

from rashomon.linking.origins import reasons
from rashomon.linking.origins.collection import Traced
from rashomon.linking.origins.comparing import Shared
from rashomon.linking.origins.fingerprints import RUN
from rashomon.linking.origins.roots import Edge, Root
from rashomon.linking.origins.sketches import Sketch, SketchedCitation, SketchedMark
from rashomon.linking.origins.tables import House, OriginTables
from rashomon.linking.origins.words import normal
from rashomon.model.origins import RootKind
from rashomon.model.spans import Span

_FOUND = 0.8
_NOT_FOUND = 0.7
_CREDIT = 0.5
_LATER = 1
"""Days by which what the cited house has on the story may be dated later: papers date by their own
calendar. A report that is said to be the one that is cited may not."""


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
        self._numbers = {one.id: number for number, one in enumerate(documents)}
        self._passages: dict[tuple[int, int], list[tuple[int, int]]] = {}
        for pair in shared:
            earlier, later = pair.earlier, pair.later
            for each in pair.passages:
                held = (each.first, each.first_end), (each.second, each.second_end)
                self._passages.setdefault((earlier, later), []).append(held[0])
                self._passages.setdefault((later, earlier), []).append(held[1])

    def by(self, number: int, citation: SketchedCitation) -> Iterator[Edge]:
        """Yield what a document says by a citation to have from another outlet."""
        house = self._house(citation.name)
        if house is None or house.is_party or self._is_own(number, house):
            return
        told = f"the text cites {house.name}: {reasons.quoted(citation.words)}"
        for span in citation.contents:
            parent = self._report(number, house, span)
            root = self._own(number, house) if parent is None else self._roots[parent]
            if root == self._roots[number]:
                continue
            if parent is None:
                yield Edge(number, span, None, None, root, "citation", _NOT_FOUND, told)
            else:
                reason = f"{told}; the report is {self._documents[parent].named}"
                yield Edge(number, span, parent, None, root, "citation", _FOUND, reason)

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

    def _report(self, number: int, house: House, claim: Span) -> int | None:
        """Return the first document that comes from a house and holds words that it is cited for.

        It was published no later, and a passage or a run of words stands in it and in the claim.
        """
        one = self._documents[number]
        first, last = one.sketch.between(claim)
        for other in self._by_house.get(house.key, ()):
            if other == number or not _was_there(self._documents[other], one):
                continue
            shared = self._passages.get((number, other), ())
            if any(start < last and first < end for start, end in shared):
                return other
            if _has_run(self._documents[other].sketch, one.sketch.words[first:last]):
                return other
        return None

    def _own(self, number: int, house: House) -> Root:
        """Return the root of what a house has on the story, where that is its own; else itself."""
        one = self._documents[number]
        for other in self._by_house.get(house.key, ()) if one.story else ():
            root = self._roots[other]
            first = self._documents[self._numbers[root.of]]
            is_own = first.source is not None and first.source.key == house.key
            if is_own and _is_near(one, self._documents[other]):
                return root
        return _outside(house)


def _was_there(other: Traced, one: Traced) -> bool:
    """Return whether a document is known to have been published when another was."""
    return other.day is not None and one.day is not None and other.day <= one.day


def _is_near(one: Traced, other: Traced) -> bool:
    is_early = one.day is None or other.day is None or other.day <= one.day + _LATER
    return one.story == other.story and is_early


def _has_run(sketch: Sketch, claim: bytes) -> bool:
    """Return whether a run of a claim's words, as long as those of fingerprints, stands in a text.

    Of every word four bits are known: so many that agree hardly do by chance.
    """
    runs = (claim[at : at + RUN] for at in range(len(claim) - RUN + 1))
    return any(run in sketch.words for run in runs)


def _outside(house: House) -> Root:
    kinds: Mapping[str, RootKind] = {"agency": "agency", "publisher": "publisher"}
    return Root(kinds[house.kind], house.name, "")
