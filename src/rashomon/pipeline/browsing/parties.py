"""The parties of a case: who speaks in its documents, under which names, and how much."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, TypeVar

from rashomon.compare.speakers.ruled import Called, RuledNames
from rashomon.model.case import KeptDecision
from rashomon.model.errors import UnknownItemError
from rashomon.model.incidents import Incident
from rashomon.model.reading import Attribution, PartyKind, Reading
from rashomon.pipeline.browsing.contents import Contents
from rashomon.review.rulings import rulings
from rashomon.store.case import Case

PartySort = Literal["claims", "documents", "name"]
"""What parties are sorted by."""

Value = TypeVar("Value")

_FEW = 2


@dataclass(frozen=True, slots=True)
class PartyRow:
    """A party, over all documents of a case.

    Attributes:
        name: what it is called.
        kind: what it is, as most documents have it; ``None`` where that is not known.
        side: the state or movement that it belongs to, as most have it, or ``None``.
        claims: by the ``id`` of a document that speaks of it, how many claims it makes there.
        names: the other names that documents use for it, the most used first.
        reviewer: who put these together; ``None`` where nobody had to.
    """

    name: str
    kind: PartyKind | None
    side: str | None
    claims: Mapping[str, int]
    names: tuple[str, ...] = ()
    reviewer: str | None = None

    @property
    def total(self) -> int:
        """How many claims it makes."""
        return sum(self.claims.values())


@dataclass(frozen=True, slots=True)
class PartyFilter:
    """Which parties are listed: all that is given must hold.

    Attributes:
        words: words that its names or side have, each somewhere.
        kind: what it is.
        side: the side that it belongs to.
        documents: how many documents speak of it at least.
    """

    words: str = ""
    kind: str = ""
    side: str = ""
    documents: int = 0


@dataclass(frozen=True, slots=True)
class PartyClaim:
    """A claim of a party.

    Attributes:
        reading: what was read in the document.
        claim: the claim.
    """

    reading: Reading
    claim: Attribution


@dataclass(frozen=True, slots=True)
class Mentioned:
    """A party of one document.

    Attributes:
        name: what the document calls it.
        kind: what it is, where that is known.
        side: the state or movement that it belongs to, where that is known.
        claims: how many claims it makes there.
    """

    name: str
    kind: PartyKind | None
    side: str | None
    claims: int


def mentioned_in(reading: Reading) -> tuple[Mentioned, ...]:
    """Return who speaks and acts in a document."""
    claims = Counter(one.party for one in reading.attributions)
    return tuple(Mentioned(one.name, one.kind, one.side, claims[one.id]) for one in reading.parties)


def gather_parties(
    mentioned: Mapping[str, Iterable[Mentioned]], decisions: Iterable[KeptDecision]
) -> tuple[PartyRow, ...]:
    """Return who speaks and acts in documents, those with most claims first.

    Names that differ in their case alone are one, and so are those that people put together.

    Args:
        mentioned: who does in each document, by its ``id``.
        decisions: of the case, in their order.
    """
    ruled = RuledNames(rulings(decisions, "party"), str.casefold)
    found: dict[str, list[tuple[str, Mentioned]]] = {}
    for document, parties in mentioned.items():
        for party in parties:
            group = ruled.groups.of(party.name.casefold())
            found.setdefault(group, []).append((document, party))
    called = ruled.called()
    rows = (_row(some, called.get(group)) for group, some in found.items())
    return tuple(sorted(rows, key=_KEYS["claims"]))


def list_parties(
    parties: Iterable[PartyRow], wanted: PartyFilter, sort: PartySort = "claims"
) -> tuple[PartyRow, ...]:
    """Return the parties that fit a filter, sorted."""
    words = wanted.words.casefold().split()
    fitting = (
        one
        for one in parties
        if (not wanted.kind or one.kind == wanted.kind)
        and (not wanted.side or one.side == wanted.side)
        and len(one.claims) >= wanted.documents
        and all(word in _named(one) for word in words)
    )
    return tuple(sorted(fitting, key=_KEYS[sort]))


def chosen_party(parties: Iterable[PartyRow], name: str) -> PartyRow:
    """Return the party of a name, or that documents or people use the name for.

    Raises:
        UnknownItemError: there is none.
    """
    asked = _key(name)
    rows = tuple(parties)
    for one in rows:
        if _key(one.name) == asked:
            return one
    for one in rows:
        if any(_key(other) == asked for other in one.names):
            return one
    what = f"no document has a party {name!r}"
    raise UnknownItemError(what, remedy="look for it in the list of parties")


def claims_of(case: Case, party: PartyRow, start: int, most: int) -> Iterator[PartyClaim]:
    """Yield claims of a party, in the order of its documents; reads those documents alone.

    Args:
        case: the case.
        party: the party.
        start: how many of its claims to leave out before.
        most: how many to yield at most.
    """
    names = {one.casefold() for one in (party.name, *party.names)}
    at = 0
    for document, count in party.claims.items():
        if at + count > start and count:
            reading = case.reading(document)
            own = {one.id for one in reading.parties if one.name.casefold() in names}
            claims = [one for one in reading.attributions if one.party in own]
            for claim in claims[max(0, start - at) : max(0, start + most - at)]:
                yield PartyClaim(reading, claim)
        at += count
        if at >= start + most:
            return


def _key(name: str) -> str:
    """Return what a name is known by: as an address can hold it, however its letters are."""
    return name.encode("utf-8", "replace").decode("utf-8").casefold()


def _row(mentions: Sequence[tuple[str, Mentioned]], called: Called | None) -> PartyRow:
    used = _most_used(one.name for _, one in mentions)
    name = called.name if called else used[0]
    claims = dict.fromkeys((document for document, _ in mentions), 0)
    for document, one in mentions:
        claims[document] += one.claims
    return PartyRow(
        name=name,
        kind=next(iter(_most_used(one.kind for _, one in mentions if one.kind)), None),
        side=next(iter(_most_used(one.side for _, one in mentions if one.side)), None),
        claims=claims,
        names=tuple(each for each in used if each != name),
        reviewer=called.reviewer if called else None,
    )


def _most_used(values: Iterable[Value]) -> tuple[Value, ...]:
    """Return each value once, the most frequent first, equal ones as they come."""
    given = tuple(values)
    if len(given) < _FEW:
        return given
    return tuple(one for one, _ in Counter(given).most_common())


def _named(one: PartyRow) -> str:
    return "\n".join((one.name, *one.names, one.side or "")).casefold()


_KEYS: dict[PartySort, Callable[[PartyRow], Any]] = {
    "claims": lambda one: (-one.total, -len(one.claims), one.name.casefold()),
    "documents": lambda one: (-len(one.claims), -one.total, one.name.casefold()),
    "name": lambda one: one.name.casefold(),
}


def incidents_with(
    contents: Contents, party: PartyRow, most: int
) -> tuple[tuple[Incident, int], ...]:
    """Return the incidents that the documents of a party speak of, with how many of these do.

    Args:
        contents: what the case holds.
        party: the party.
        most: how many incidents; those of most documents come first.
    """
    found = Counter(
        incident.id for one in party.claims for incident in contents.incidents_of.get(one, ())
    )
    return tuple((contents.incident_by_id[one], count) for one, count in found.most_common(most))
