"""What may be wrong: items of readings, relations, links, derivations; with what rests on them."""

from collections import Counter, defaultdict, deque
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from rashomon.model.comparison import Comparison, Holding
from rashomon.model.incidents import Incident, IncidentLink
from rashomon.model.origins import Derivation, Origins
from rashomon.model.reading import Reading
from rashomon.model.tasks import TaskKind, Words
from rashomon.review.queue.board import Board, Cell
from rashomon.review.queue.changes import NO_CHANGE, Change
from rashomon.review.queue.resting import resting_on_items

_WRONG: Mapping[TaskKind, float] = {"count": 0.11, "time": 0.18, "place": 0.13}
"""How often an item of which nothing else is known is wrong: counts, with whom they count, in
accounts of contested incidents; the values of times, TempEval-3; what lies 161 km away, LGL."""
_MADE_OF = 0.9
"""How often what a claim answers has the right value and holder, where its words are right, in
accounts of contested incidents."""
_ONE_HOUSE = 0.1
"""How likely it is taken to be wrong that documents of one publisher are one source: that is a rule
of counting, and not a finding that a reader could refute by their words."""
_LINKS = 50
"""How many links of an incident are looked at: the weakest."""


@dataclass(frozen=True, slots=True)
class Suspect:
    """Something that may be wrong.

    Attributes:
        kind: what it is.
        here: the words, or the document.
        item: the ``id`` of the item in the reading, or ``None``.
        other: what it is held against, or ``None``.
        changes: what would change if it were wrong, by the numbers of points.
        likelihood: how likely it is wrong.
        more: whether roots would be more and not fewer.
        elsewhere: what would change that is of no point.
    """

    kind: TaskKind
    here: Words
    item: str | None
    other: Words | None
    changes: Mapping[int, Change]
    likelihood: float
    more: bool = False
    elsewhere: Change = field(default=NO_CHANGE)

    @property
    def change(self) -> Change:
        """All that would change."""
        return sum(self.changes.values(), self.elsewhere)

    @property
    def point(self) -> int | None:
        """The number of the point on which most would change."""
        weights = {at: one.weight for at, one in self.changes.items()}
        return max(weights, key=lambda at: (weights[at], -at), default=None)


def suspected_items(board: Board, readings: Mapping[str, Reading]) -> Iterator[Suspect]:
    """Yield the claims, counts, times and places that something shown rests on.

    Args:
        board: what is shown.
        readings: what was read in the documents, by their ids.
    """
    doubts = {
        (document, one.id): 1 - _MADE_OF * one.confidence
        for document, reading in readings.items()
        for one in reading.attributions
    }
    for (document, *_), (item, cells) in resting_on_items(board, readings).items():
        known = _WRONG.get(item.what)
        yield Suspect(
            kind=item.what,
            here=Words(document, item.span),
            item=item.id,
            other=None,
            changes=board.unclaimed(cells) if item.what == "claim" else board.without(cells),
            likelihood=doubts[document, item.id] if known is None else known,
        )


def suspected_relations(board: Board, comparison: Comparison) -> Iterator[Suspect]:
    """Yield the contradictions that the relation model found."""
    found = [one for one in comparison.relations if one.by == "model"]
    often = Counter(one for each in found for one in (each.first, each.second))
    free: dict[Holding, Cell] = {
        one.holding: one for one in board.cells if board.points[one.point].kind == "other"
    }
    for each in found:
        both = [free[one] for one in (each.first, each.second) if one in free]
        alone = [one for one in both if often[one.holding] == 1]
        yield Suspect(
            kind="relation",
            here=Words(each.first.document, each.first.span),
            item=None,
            other=Words(each.second.document, each.second.span),
            changes=_of_relation(board, both, alone),
            likelihood=1 - each.probability,
        )


def _of_relation(board: Board, both: Sequence[Cell], alone: Sequence[Cell]) -> Mapping[int, Change]:
    """Return what goes with a contradiction: what nothing else contradicts."""
    changes = board.without(alone)
    if not both:
        return changes
    point = both[0].point
    return {point: changes.get(point, NO_CHANGE) + Change(cells=len(both) - len(alone))}


def suspected_links(
    board: Board, incident: Incident, readings: Mapping[str, Reading]
) -> Iterator[Suspect]:
    """Yield the links without which documents would not be of the incident, the weakest."""
    about = {one.document for one in incident.documents if one.role == "main"} & readings.keys()
    by_document: dict[str, list[Cell]] = defaultdict(list)
    for cell in board.cells:
        by_document[cell.holding.document].append(cell)
    for link in sorted(incident.links, key=_strength)[:_LINKS]:
        if not {link.first, link.second} <= about:
            continue
        cut = _cut_off(link, incident.links)
        if not cut:
            continue
        end, other = (link.first, link.second) if link.first in cut else (link.second, link.first)
        yield Suspect(
            kind="link",
            here=Words(end),
            item=None,
            other=Words(other),
            changes=board.without(cell for one in sorted(cut) for cell in by_document[one]),
            likelihood=1 - link.score,
        )


def _strength(link: IncidentLink) -> tuple[float, str, str]:
    return link.score, link.first, link.second


def _cut_off(link: IncidentLink, links: Sequence[IncidentLink]) -> Collection[str]:
    """Return the documents that only a link ties to most of the others; none where others do."""
    near: dict[str, list[str]] = defaultdict(list)
    for one in links:
        if one is not link:
            near[one.first].append(one.second)
            near[one.second].append(one.first)
    sides = [_reached(near, one) for one in (link.first, link.second)]
    if link.second in sides[0]:
        return ()
    return min(sides, key=lambda one: (len(one), link.first in one))


def _reached(near: Mapping[str, Sequence[str]], start: str) -> set[str]:
    found, waiting = {start}, deque((start,))
    while waiting:
        for one in near.get(waiting.popleft(), ()):
            if one not in found:
                found.add(one)
                waiting.append(one)
    return found


def suspected_origins(
    board: Board, origins: Origins, readings: Mapping[str, Reading]
) -> Iterator[Suspect]:
    """Yield the derivations from other documents, which make two sources one."""
    by_document: dict[str, list[Cell]] = defaultdict(list)
    for cell in board.cells:
        by_document[cell.holding.document].append(cell)
    members = {one.id: one.documents for one in origins.origins}
    for one in origins.derivations:
        from_ = one.parent or _first_other(one, members.get(one.root, ()))
        if one.kind in ("statement", "decision") or not {one.document, from_} <= readings.keys():
            continue
        cells = [each for each in by_document[one.document] if _derives(each.holding, one)]
        if one.span is not None and not cells:
            continue
        yield Suspect(
            kind="origin",
            here=Words(one.document, one.span),
            item=None,
            other=Words(from_ or "", one.parent_span),
            changes=board.parted(cells),
            likelihood=_ONE_HOUSE if one.kind == "publisher" else 1 - one.score,
            more=True,
            elsewhere=_whole_root(origins) if one.span is None else NO_CHANGE,
        )


def _whole_root(origins: Origins) -> Change:
    """Return what it is to the incident that a document has a root of its own."""
    there_are = sum(bool(one.documents) for one in origins.origins)
    return Change(origins=1, share=1 / (there_are + 1))


def _first_other(one: Derivation, members: Sequence[str]) -> str | None:
    """Return another document of a root that stands behind several; a stretch has none."""
    others = (each for each in members if each != one.document)
    return next(others, None) if one.span is None else None


def _derives(holding: Holding, one: Derivation) -> bool:
    """Return whether words come from where a derivation says."""
    return holding.origin == one.root and (one.span is None or holding.span.is_mostly_in(one.span))
