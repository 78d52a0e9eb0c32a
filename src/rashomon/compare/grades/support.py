"""What stands behind a position, and what against it: the measures that grades are given by."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from rashomon.compare.grades.sources import SourceKind, Sources
from rashomon.model.comparison import Count, Holding, OwnStatement, Position, Value, When, Where
from rashomon.model.reading import Precision
from rashomon.model.spans import Span

_WIDE: frozenset[Precision] = frozenset(("region", "country"))
_NOBODY = "F"


class Sureness:
    """How sure those who hold an answer are of it.

    Args:
        own_voice: what the documents assert in nobody's name but their own.
    """

    def __init__(self, own_voice: Iterable[OwnStatement]) -> None:
        hedged = sorted((one.document, one.span) for one in own_voice if one.hedged)
        self._hedged = {
            document: [span for _, span in some] for document, some in groupby(hedged, _document)
        }

    def doubts(self, holding: Holding) -> bool:
        """Return whether one says of an answer only that it is doubtful."""
        return holding.voice.stance == "doubts"

    def asserts(self, holding: Holding) -> bool:
        """Return whether one who holds an answer neither doubts, alleges nor hedges it."""
        if holding.voice.attribution is None:
            spans = self._hedged.get(holding.document, ())
            return not any(span.overlaps(holding.span) for span in spans)
        return holding.voice.stance not in ("doubts", "alleges")


@dataclass(frozen=True, slots=True)
class Support:
    """What stands behind a position, and what against it. All parties are in order of appearance.

    Attributes:
        standing: the parties that hold it, and neither doubt it nor took it back.
        sure: those of them that neither allege nor hedge it, with what kind of source they are.
        called: their names; who has none is told apart by the document in ``sure``, not here.
        origins: the roots that these come from.
        credible_origins: the roots that those of credible kinds come from.
        doubting: the parties that call it doubtful, and do not stand by it.
        denying: the parties that deny it, and do not stand by it.
        rivals: other positions that cannot be true with it.
        against: how many independent sources deny it, doubt it or give a rival answer.
        accepting: those of the sure whom it names.
        conceding: those of the sure who are held responsible, where it is not about who did it.
        accepted_rivals: how many rivals are accepted by those whom they name.
        is_range: whether the answer is a range.
    """

    standing: tuple[str, ...]
    sure: Mapping[str, SourceKind]
    called: Mapping[str, str]
    origins: frozenset[str]
    credible_origins: frozenset[str]
    doubting: tuple[str, ...]
    denying: tuple[str, ...]
    rivals: tuple[Position, ...]
    against: int
    accepting: tuple[str, ...]
    conceding: tuple[str, ...]
    accepted_rivals: int
    is_range: bool

    @property
    def sources(self) -> int:
        """How many independent sources are sure: as many as there are both roots and parties."""
        return min(len(self.origins), len(self.sure))

    def measures(self) -> dict[str, int]:
        """Return the numbers that the conditions of rules are about, by name."""
        kinds = self.sure.values()
        credible = sum(one.credible for one in kinds)
        return {
            "standing": len(self.standing),
            "sure": len(self.sure),
            "origins": len(self.origins),
            "sources": self.sources,
            "credible": min(credible, len(self.credible_origins)),
            "named": sum(one.letter != _NOBODY for one in kinds),
            "accepted": len(self.accepting),
            "conceded": len(self.conceding),
            "denials": len(self.denying),
            "doubts": len(self.doubting),
            "rivals": len(self.rivals),
            "accepted_rivals": self.accepted_rivals,
            "against": self.against,
            "margin": self.sources - self.against,
            "is_range": int(self.is_range),
        }


class Supports:
    """What stands behind the positions of an incident.

    Args:
        sources: what kind of source each one is.
        sureness: how sure those who hold an answer are of it.
    """

    def __init__(self, sources: Sources, sureness: Sureness) -> None:
        self._sources = sources
        self._sureness = sureness
        # what is found of a position, which is kept so that no other takes its number
        self._stood_by: dict[int, tuple[Position, list[Holding]]] = {}
        self._surely_held: dict[int, list[Holding]] = {}

    def of(self, position: Position, rivals: Sequence[Position], *, names_who: bool) -> Support:
        """Return what stands behind a position.

        Args:
            position: the position.
            rivals: the other positions of its point that cannot be true with it.
            names_who: whether the point asks who did it.
        """
        standing = self._standing(position)
        sure = self._sure(position)
        by_party = self._by_party(sure)
        credible = [one for one in sure if by_party[one.holder].credible]
        stand_by = {one.holder for one in standing}
        opposed = [one for one in position.denied_by if one.holder not in stand_by]
        denying = [one for one in opposed if not self._sureness.doubts(one)]
        others = [one for rival in rivals for one in self._sure(rival)]
        against = [*opposed, *(one for one in others if one.holder not in stand_by)]
        accused = [one for one in sure if self._sources.is_accused(one)]
        return Support(
            standing=_parties(standing),
            sure=by_party,
            called={one.holder: one.party for one in sure},
            origins=frozenset(one.origin for one in sure),
            credible_origins=frozenset(one.origin for one in credible),
            doubting=_parties(one for one in opposed if self._sureness.doubts(one)),
            denying=_parties(denying),
            rivals=tuple(one for one in rivals if self._standing(one)),
            against=min(len(_parties(against)), len({one.origin for one in against})),
            accepting=self._accepting(position) if names_who else (),
            conceding=() if names_who else _parties(accused),
            accepted_rivals=sum(bool(self._accepting(one)) for one in rivals) if names_who else 0,
            is_range=_is_range(position.value),
        )

    def _standing(self, position: Position) -> list[Holding]:
        """Return the holdings of those who neither doubt a position nor took it back later."""
        # a position is asked for once for each of its rivals
        if id(position) not in self._stood_by:
            self._stood_by[id(position)] = (position, list(self._found_standing(position)))
        return self._stood_by[id(position)][1]

    def _found_standing(self, position: Position) -> Iterator[Holding]:
        held: dict[str, str] = {}
        denied: dict[str, str] = {}
        for last, holdings in ((held, position.held_by), (denied, position.denied_by)):
            for one in holdings:
                last[one.holder] = max(last.get(one.holder, ""), one.published or "")
        for one in position.held_by:
            is_taken_back = held[one.holder] and denied.get(one.holder, "") > held[one.holder]
            if not is_taken_back and not self._sureness.doubts(one):
                yield one

    def _sure(self, position: Position) -> list[Holding]:
        standing = self._standing(position)
        if id(position) not in self._surely_held:
            self._surely_held[id(position)] = [
                one for one in standing if self._sureness.asserts(one)
            ]
        return self._surely_held[id(position)]

    def _accepting(self, position: Position) -> tuple[str, ...]:
        name = str(position.value).casefold()
        return _parties(one for one in self._sure(position) if name in self._sources.names(one))

    def _by_party(self, holdings: Iterable[Holding]) -> dict[str, SourceKind]:
        """Return the best kind that each party is of, in the order of their appearance."""
        found: dict[str, SourceKind] = {}
        for one in holdings:
            kind = self._sources.kind_of(one)
            if one.holder not in found or kind.letter < found[one.holder].letter:
                found[one.holder] = kind
        return found


def _document(one: tuple[str, Span]) -> str:
    return one[0]


def _parties(holdings: Iterable[Holding]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.party for one in holdings))


def _is_range(value: Value) -> bool:
    if isinstance(value, Count):
        return value.min is None or value.min != value.max
    if isinstance(value, When):
        return value.earliest != value.latest
    return isinstance(value, Where) and value.precision in _WIDE
