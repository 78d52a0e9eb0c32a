"""People who are told of as some of others: "12 people, three of them children"."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rashomon.analysis.casualties.chunks import PEOPLE, Chunks
from rashomon.analysis.casualties.clauses import Clauses, VerbGroup
from rashomon.analysis.casualties.joined import People
from rashomon.analysis.casualties.told import Told
from rashomon.model.reading import CasualtyKind

_REACH = 40
"""Chunks between a part and its whole."""
_AS = "as"


@dataclass(frozen=True, slots=True)
class PartTable:
    """The part ``parts`` of ``casualties.toml``.

    Attributes:
        among: words before all of the people of whom some are told.
        grave: words after a number of people that say that they are injured.
    """

    among: frozenset[str]
    grave: frozenset[str]


def build_parts(table: Mapping[str, Sequence[str]]) -> PartTable:
    """Return the part ``parts`` of ``casualties.toml``."""
    return PartTable(**{name: frozenset(words) for name, words in table.items()})


class PartReader:
    """Reads the parts of one sentence.

    Args:
        chunks: the sentence.
        clauses: its subjects and objects.
        told: what is told in it of people as a whole.
        table: the words by which parts are told.
    """

    def __init__(
        self, chunks: Chunks, clauses: Clauses, told: Sequence[Told], table: PartTable
    ) -> None:
        self._chunks = chunks
        self._letter = chunks.letter
        self._clauses = clauses
        self._table = table
        self._wholes = tuple(told)
        self._told: dict[int, Told] = {}
        self._taken = {at for one in told for at in one.people}
        for one in told:
            self._remember(one)

    def parts(self) -> Iterator[Told]:
        """Yield what is told of parts."""
        for one in self._wholes:
            yield from self._made_up_of(one)
            yield from self._among(one)
        for at, letter in enumerate(self._chunks.letters):
            if letter == "c":
                yield from self._included(at)
            elif letter == "S":
                yield from self._of_set(at)
            elif letter == PEOPLE and at not in self._taken:
                yield from self._of_people(at)

    def _part(self, whole: Told, people: People) -> Iterator[Told]:
        """Yield people as parts of a whole, those that can be and are not told of yet."""
        limit = self._most(whole)
        for at in people:
            if at in self._taken:
                continue
            self._taken.add(at)
            if limit is None or self._chunks.group(at).count.min <= limit:
                part = Told(
                    kind=whole.kind,
                    cue=whole.cue,
                    verb=whole.verb,
                    people=(at,),
                    fate=whole.fate,
                    is_part=True,
                    described=self._described(at),
                )
                self._remember(part)
                yield part

    def _most(self, whole: Told) -> int | None:
        """Return how many people a whole may be, or ``None`` where that is open."""
        most = [self._chunks.group(at).count.max for at in whole.people]
        return sum(one or 0 for one in most) if most and None not in most else None

    def _described(self, at: int) -> int | None:
        """Return the people by whom it is said who those at a chunk are, or ``None``."""
        is_said = self._letter(at + 1) == "b" and self._letter(at + 2) == PEOPLE
        return at + 2 if is_said else None

    def _made_up_of(self, whole: Told) -> Iterator[Told]:
        """Yield those of whom a whole is made up: "12 people, eight men and four women"."""
        at = whole.people[0]
        if len(whole.people) > 1 or self._letter(at + 1) != "," or self._letter(at + 2) != PEOPLE:
            return
        people = self._clauses.joined.after(at + 2)
        counts = [self._chunks.group(one).count.min for one in people]
        if len(people) > 1 and sum(counts) == self._chunks.group(at).count.min:
            yield from self._part(whole, people)

    def _among(self, whole: Told) -> Iterator[Told]:
        """Yield those who were among a whole: "a nurse was among 12 people killed"."""
        before = whole.people[0] - 1
        if self._chunks.word(before) in self._table.among:
            yield from self._part(whole, self._said_to_be(before))

    def _said_to_be(self, among: int) -> People:
        """Return the people who are said to be "among" others, or who stand before that word."""
        if self._letter(among - 1) == PEOPLE:
            return self._clauses.phrase(among - 1)
        is_verb = self._letter(among - 1) == "v"  # "were identified among the dead"
        verb = self._clauses.verb_group(among - is_verb)
        return self._clauses.subject(verb.start) if "b" in verb.letters else ()

    def _included(self, at: int) -> Iterator[Told]:
        """Yield those who are included in the people told of last: "including three children"."""
        whole = self._last_before(at)
        if whole is not None and self._letter(at + 1) == PEOPLE:
            people = self._clauses.joined.after(at + 1, is_object=False)
            yield from self._part(whole, people)

    def _last_before(self, at: int) -> Told | None:
        """Return what was told last before a chunk."""
        places = range(at - 1, max(at - _REACH, -1), -1)
        return next((self._told[place] for place in places if place in self._told), None)

    def _remember(self, told: Told) -> None:
        """Keep in mind where something is told."""
        for place in (*told.people, told.verb.at):
            self._told.setdefault(place, told)

    def _of_set(self, at: int) -> Iterator[Told]:
        """Yield those who are among all to whom something happened: "the dead included two"."""
        cue = self._chunks.chunks[at].cue
        if cue is None:
            return
        whole = self._set(cue.kind, at)
        people = self._said_to_be_of(at)
        if people is not None:
            yield from self._part(whole, self._clauses.joined.after(people))
        if self._chunks.word(at - 1) in self._table.among:
            yield from self._part(whole, self._said_to_be(at - 1))

    def _said_to_be_of(self, at: int) -> int | None:
        """Return the people whom "the dead were", "include" or "were identified as"."""
        first = end = self._clauses.joined.tail(at + 1)
        while self._letter(end) in "bhav":
            end += 1
        is_equal = self._letter(end - 1) == "b" and end > first
        is_named = self._chunks.word(end) == _AS
        is_included = self._letter(end) == "c" and end == first
        end += is_named or is_included
        is_said = is_equal or is_named or is_included
        return end if is_said and self._letter(end) == PEOPLE else None

    def _set(self, kind: CasualtyKind, at: int) -> Told:
        """Return all to whom something happened, as a chunk names them."""
        return Told(kind, (at, at), VerbGroup(at, at, ""), ())

    def _of_people(self, at: int) -> Iterator[Told]:
        """Yield what a phrase for people without a verb of its own tells: "two of them badly"."""
        group = self._chunks.group(at)
        if self._is_graded(at):
            self._taken.add(at)
            grade = VerbGroup(at + 1, at + 1, "")
            yield Told("injured", (at + 1, at + 1), grade, (at,), is_part=True)
        elif group.part_of == "them" or self._is_described(at):
            whole = self._last_before(at)
            if whole is not None:
                yield from self._part(whole, (at,))
        elif group.part_of is not None:
            yield from self._part(self._set(group.part_of, at), (at,))

    def _is_graded(self, at: int) -> bool:
        """Return whether it is said of a number how badly they are injured: "two critically"."""
        is_grave = self._chunks.word(at + 1) in self._table.grave
        is_number = self._chunks.group(at).sort == "number"
        return is_grave and is_number and not self._clauses.joined.is_subject(at)

    def _is_described(self, at: int) -> bool:
        """Return whether a number is followed by who they are: "48 were women"."""
        described = self._described(at)
        if described is None or not self._chunks.group(at).is_alone:
            return False
        return self._chunks.group(described).is_bare
