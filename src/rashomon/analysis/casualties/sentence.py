"""What one sentence says of people harmed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from rashomon.analysis.casualties.chunks import Chunks, chunk
from rashomon.analysis.casualties.clauses import Clauses
from rashomon.analysis.casualties.counts import Count
from rashomon.analysis.casualties.cues import Fate
from rashomon.analysis.casualties.groups import NOBODY, ONE, SOME, Actor, Group
from rashomon.analysis.casualties.harms import Harm
from rashomon.analysis.casualties.lines import Line
from rashomon.analysis.casualties.manner import is_background, is_denied, is_hypothetical
from rashomon.analysis.casualties.marks import mark
from rashomon.analysis.casualties.parts import PartReader
from rashomon.analysis.casualties.table import CasualtyTable
from rashomon.analysis.casualties.told import Teller, Told
from rashomon.model.reading import Casualties
from rashomon.model.spans import Span

_FATES: Sequence[Fate] = ("told", "living", "open")
"""What words say of what became of people; first those that leave least open."""


def harms_in(
    number: int, line: Line, actors: Mapping[int, Actor], table: CasualtyTable
) -> list[Harm]:
    """Return what a sentence says of people harmed, in the order of its words.

    Args:
        number: the number of the sentence.
        line: its words.
        actors: the actors that the encoder marks in it, by their first word.
        table: the words of casualties.
    """
    marks = mark(line, table.people.marks)
    if not marks.tells():
        return []
    chunks = chunk(marks, actors, table.people)
    clauses = Clauses(chunks)
    told = list(Teller(chunks, clauses, table.flight).told())
    # some of the dead may be told of where nothing else is: "among the dead were two nurses"
    told += PartReader(chunks, clauses, told, table.parts).parts()
    if not told:
        return []
    writer = _Writer(number, chunks, table)
    harms = [harm for one in _consistent(told, chunks) for harm in writer.harms(one)]
    return sorted(harms, key=lambda harm: harm.casualties.span)


def _consistent(told: Sequence[Told], chunks: Chunks) -> list[Told]:
    """Return what is told, each of some people once, and of a dead one not that he was injured.

    Of two cues that say as much of the same people, that which leaves least open counts ("were
    shot and wounded").
    """
    dead = {at for one in told if one.kind == "killed" for at in one.people}
    kept: list[Told] = []
    seen: set[tuple[str, int]] = set()
    for one in sorted(told, key=lambda one: _FATES.index(one.fate)):
        if all(_is_they(chunks.group(at)) for at in one.people):
            continue  # neither how many nor who they are
        places = {(one.kind, at) for at in one.people}
        is_single = len(one.people) == 1 and chunks.group(one.people[0]).count == ONE
        may_be_dead = one.kind == "injured" and (one.fate != "told" or is_single)
        is_dead = may_be_dead and dead >= set(one.people)
        if not is_dead and not places & seen:
            seen |= places
            kept.append(one)
    return kept


def _is_they(group: Group) -> bool:
    return group.sort == "pronoun" and group.count == SOME


class _Writer:
    """Writes what is told in one sentence as harms."""

    def __init__(self, number: int, chunks: Chunks, table: CasualtyTable) -> None:
        self._number = number
        self._chunks = chunks
        self._table = table
        self._is_background = is_background(chunks.line, table.manner)

    def harms(self, told: Told) -> Iterator[Harm]:
        """Yield the people together, and then those of each kind where there are several."""
        groups = self._groups(told)
        if self._is_grave_alone(told, groups):
            return
        yield self._harm(told, groups)
        if len({group.who for group in groups}) > 1:
            for group in groups:
                if group.who is not None:
                    yield self._harm(replace(told, is_part=True), [group])

    def _groups(self, told: Told) -> list[Group]:
        """Return the people; one number may count two nouns: "12 soldiers and militiamen"."""
        groups: list[Group] = []
        for before, at in zip((-1, *told.people), told.people, strict=False):
            group = self._chunks.group(at)
            is_counted = group.is_bare and group.sort == "some" and at == before + 2
            if groups and is_counted and groups[-1].sort == "number":
                who = group.who if group.who == groups[-1].who else None
                groups[-1] = replace(groups[-1], end=group.end, who=who)
            else:
                groups.append(group)
        return groups

    def _harm(self, told: Told, groups: Sequence[Group]) -> Harm:
        line, chunks = self._chunks.line, self._chunks.chunks
        cue = line.span(chunks[told.cue[0]].first, chunks[told.cue[1]].end)
        people = line.span(groups[0].first, groups[-1].end)
        sorts = {group.sort for group in groups}
        denied = _is_denied(told, groups)
        hypothetical = is_hypothetical(self._chunks, told.verb, self._table.manner)
        span = Span(min(cue.start, people.start), max(cue.end, people.end))
        return Harm(
            sentence=self._number,
            cue=cue,
            people=people,
            casualties=self._casualties(told, groups, span),
            sort="number" if "number" in sorts else groups[0].sort,
            names=tuple(group.name for group in groups if group.name is not None),
            fate=told.fate,
            is_more=groups[0].is_more,
            is_denied=denied,
            is_hypothetical=not denied and (hypothetical or "any" in sorts),
            is_background=self._is_background,
        )

    def _casualties(self, told: Told, groups: Sequence[Group], span: Span) -> Casualties:
        count = NOBODY if _is_denied(told, groups) else _sum(groups)
        return Casualties(
            kind=told.kind,
            who=self._who(told, groups),
            min=0 if told.is_either else count.min,
            max=count.max,
            span=span,
            is_part=told.is_part,
        )

    def _is_grave_alone(self, told: Told, groups: Sequence[Group]) -> bool:
        """Return whether only the worst is denied: "nobody was seriously hurt"."""
        chunks = self._chunks.chunks
        said = range(chunks[told.cue[0]].first, chunks[told.cue[1]].end)
        places = (*said, *range(groups[0].first, groups[-1].end))
        grave = self._table.manner.grave
        words = self._chunks.line.words
        return _is_denied(told, groups) and any(words[at] in grave for at in places)

    def _who(self, told: Told, groups: Sequence[Group]) -> str | None:
        """Return who the people are, where it is the same of all of them."""
        who = {group.who for group in groups}
        if who == {None} and told.described is not None:
            return self._chunks.group(told.described).who
        return who.pop() if len(who) == 1 else None


def _is_denied(told: Told, groups: Sequence[Group]) -> bool:
    """Return whether it is said that it happened to nobody."""
    return is_denied(told.verb) or all(group.count == NOBODY for group in groups)


def _sum(groups: Sequence[Group]) -> Count:
    count = groups[0].count
    for group in groups[1:]:
        count += group.count
    return count
