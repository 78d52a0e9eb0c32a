"""How one version of an article differs from the one before: paragraphs first, words within."""

import re
from collections.abc import Sequence

from rapidfuzz.distance import Levenshtein

from rashomon.model.case import VersionChange
from rashomon.model.spans import Span, merge, trim

_PARAGRAPH = re.compile(r"[^\n]+")
_WORD = re.compile(r"\S+")
_MOST_PIECES = 5_000
"""Stretches with more pieces than this on a side count as changed as a whole: comparing takes
time and memory with the square of their number (here 0.1 s and 6 MB)."""

_Edits = list[tuple[Span, Span]]


def change(previous: str, old: str, new: str) -> VersionChange:
    """Return what is new in a version, and what it leaves out.

    Args:
        previous: the ``id`` of the version before.
        old: its text.
        new: the text of the version itself.
    """
    removed: list[Span] = []
    added: list[Span] = []
    for gone, come in _edits(old, new, Span(0, len(old)), Span(0, len(new)), _PARAGRAPH):
        for lost, won in _edits(old, new, gone, come, _WORD):
            removed += filter(None, [trim(lost, old)])
            added += filter(None, [trim(won, new)])
    return VersionChange(previous, merge(added), merge(removed))


def _edits(old: str, new: str, within: Span, beyond: Span, pieces: re.Pattern[str]) -> _Edits:
    """Return the stretches that differ, piece by piece, each beside what stands in its place."""
    ones = [Span(*found.span()) for found in pieces.finditer(old, *within)]
    others = [Span(*found.span()) for found in pieces.finditer(new, *beyond)]
    head, tail = _shared_ends([one.of(old) for one in ones], [one.of(new) for one in others])
    left, right = ones[head : len(ones) - tail], others[head : len(others) - tail]
    if max(len(left), len(right)) > _MOST_PIECES:
        return [(_cover(left), _cover(right))]
    edits = Levenshtein.opcodes([one.of(old) for one in left], [one.of(new) for one in right])
    return [
        (_cover(left[one.src_start : one.src_end]), _cover(right[one.dest_start : one.dest_end]))
        for one in edits
        if one.tag != "equal"
    ]


def _shared_ends(ones: Sequence[str], others: Sequence[str]) -> tuple[int, int]:
    """Return how many pieces two sequences share at their beginning, and at their end."""
    most = min(len(ones), len(others))
    head = next((at for at in range(most) if ones[at] != others[at]), most)
    most -= head
    tail = next((at for at in range(most) if ones[-1 - at] != others[-1 - at]), most)
    return head, tail


def _cover(spans: Sequence[Span]) -> Span:
    return Span(spans[0].start, spans[-1].end) if spans else Span(0, 0)
