"""All that a document says of people harmed."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from rashomon.analysis.casualties.groups import Actor
from rashomon.analysis.casualties.harms import Harm
from rashomon.analysis.casualties.lines import Line, line_of, words_of
from rashomon.analysis.casualties.sentence import harms_in
from rashomon.analysis.casualties.table import CasualtyTable
from rashomon.analysis.mentions import Mention
from rashomon.model.reading import CasualtyKind
from rashomon.model.spans import Span

_PERSON = "person"
_NEAR = 2
"""Sentences between a number and one of others: "Six died. Another three died later"."""


def find_harms(
    text: str, sentences: Sequence[Span], actors: Sequence[Mention], table: CasualtyTable
) -> tuple[Harm, ...]:
    """Return what a document says of people harmed, in the order of the text.

    Args:
        text: the document's text.
        sentences: its sentences, in order.
        actors: phrases for people and organisations that the encoder marks, labelled ``person``
            or ``organisation``, in order; may be empty.
        table: the words of casualties.
    """
    found: list[Harm] = []
    starts = [actor.span.start for actor in actors]
    for number, sentence in enumerate(sentences):
        if not table.keys.isdisjoint(words_of(sentence.of(text))):
            first, end = (bisect_left(starts, place) for place in sentence)
            line = line_of(text, sentence)
            found.extend(harms_in(number, line, _by_word(line, actors[first:end]), table))
    return tuple(_others_as_parts(found))


def _others_as_parts(harms: Iterable[Harm]) -> Iterator[Harm]:
    """Yield what is told; a number of others than a number told just before is part of the whole.

    "Six died at the mill, and three others in hospital": of all who died six are no more the
    number than three are, but only the three are told of as some more.
    """
    last: dict[CasualtyKind, int] = {}
    for one in harms:
        kind = one.casualties.kind
        if one.sort != "number" or one.fate != "told" or one.is_denied:
            yield one
            continue
        is_near = kind in last and one.sentence - last[kind] <= _NEAR
        # "nine dead and dozens more wounded": more than the dead
        is_beside = last.get(kind) != one.sentence and one.sentence in last.values()
        last[kind] = one.sentence
        is_part = one.casualties.is_part or (one.is_more and is_near and not is_beside)
        yield replace(one, casualties=replace(one.casualties, is_part=is_part))


def _by_word(line: Line, actors: Sequence[Mention]) -> dict[int, Actor]:
    """Return the actors of a sentence by their first word."""
    by_word: dict[int, Actor] = {}
    for actor in actors:
        first = bisect_left(line.ends, actor.span.start + 1)
        end = bisect_left(line.starts, actor.span.end)
        if first < end:
            by_word[first] = Actor(end, actor.label == _PERSON)
    return by_word
