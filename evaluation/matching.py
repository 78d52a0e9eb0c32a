"""How found attributions are held against marked ones: three definitions, each with its source.

A marked or found attribution is a :class:`Quotation`: for each role its spans. Documents are
scored one by one and the counts added up, so every figure is over all attributions of a corpus.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import Literal, TypeAlias, TypeVar

from rashomon.model.reading import Attribution
from rashomon.model.spans import Span, Spans

Role: TypeAlias = Literal["source", "cue", "content"]
ROLES: tuple[Role, ...] = ("source", "cue", "content")

_WORD = re.compile(r"\w+|[^\w\s]")
HALF = 0.5

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Quotation:
    """The spans of one attribution, by role."""

    source: Spans
    cue: Spans
    content: Spans

    def of(self, role: Role) -> Spans:
        """Return the spans of a role."""
        spans: Spans = getattr(self, role)
        return spans


def quotation(attribution: Attribution) -> Quotation:
    """Return the spans of an attribution that was read."""
    return Quotation(attribution.source, attribution.cue, attribution.content)


@dataclass(slots=True)
class Count:
    """Right ones, marked ones, found ones."""

    right: int = 0
    marked: int = 0
    found: int = 0

    def add(self, right: int, marked: int, found: int) -> None:
        """Add the counts of one document."""
        self.right += right
        self.marked += marked
        self.found += found

    @property
    def precision(self) -> float:
        """Right ones of the found, 0 to 1."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Right ones of the marked, 0 to 1."""
        return self.right / self.marked if self.marked else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall, 0 to 1."""
        return 2 * self.right / (self.marked + self.found) if self.marked + self.found else 0.0


@dataclass(slots=True)
class Symmetric:
    """Elements and whole attributions, matched one to one, best first, over words.

    An element is what one attribution has for a role: all its spans together, as a set of words
    and punctuation marks. A source that serves three attributions counts three times. Two match
    at Jaccard 0.5 or more, or where they are the same; an attribution matches where all of its
    elements do, and elements that both lack match.
    """

    half: dict[str, Count] = field(default_factory=lambda: _counts(*ROLES, "all"))
    exact: dict[str, Count] = field(default_factory=lambda: _counts(*ROLES, "all"))
    words: dict[str, Count] = field(default_factory=lambda: _counts(*ROLES))

    def add(self, text: str, marked: Sequence[Quotation], found: Sequence[Quotation]) -> None:
        """Count one document."""
        gold, read = _elements(text, marked), _elements(text, found)
        for role in ROLES:
            a = [one[role] for one in gold if one[role]]
            b = [one[role] for one in read if one[role]]
            self.half[role].add(len(_matches(a, b, _half)), len(a), len(b))
            self.exact[role].add(len(_matches(a, b, _same)), len(a), len(b))
            all_a, all_b = frozenset().union(*a), frozenset().union(*b)
            self.words[role].add(len(all_a & all_b), len(all_a), len(all_b))
        self.half["all"].add(len(_matches(gold, read, _all(_half))), len(gold), len(read))
        self.exact["all"].add(len(_matches(gold, read, _all(_same))), len(gold), len(read))


@dataclass(slots=True)
class ExactSpans:
    """Citron's definition (BBC 2021, ``citron_evaluate``).

    A cue is right if its span is; a source or content if all its spans are and the cues
    overlap; everything if all three are.
    """

    counts: dict[str, Count] = field(default_factory=lambda: _counts(*ROLES, "all"))

    def add(self, marked: Sequence[Quotation], found: Sequence[Quotation]) -> None:
        """Count one document."""
        tests: dict[str, Callable[[Quotation, Quotation], bool]] = {
            "cue": lambda a, b: a.cue == b.cue,
            "source": lambda a, b: _overlap(a.cue, b.cue) and a.source == b.source,
            "content": lambda a, b: _overlap(a.cue, b.cue) and a.content == b.content,
            "all": lambda a, b: a == b,
        }
        for name, is_right in tests.items():
            right = sum(any(is_right(a, b) for a in marked) for b in found)
            self.counts[name].add(right, len(marked), len(found))


@dataclass(slots=True)
class Asymmetric:
    """The Gender Gap Tracker's definition (Asr et al. 2021, ``evaluate_quotes.py``).

    A marked quotation is found where a found one covers more than ``threshold`` of its
    characters, from the first to the last; each marked one in turn takes the best that is left.
    A speaker is right where the speakers overlap at all.
    """

    threshold: float
    quotes: Count = field(default_factory=Count)
    speakers: Count = field(default_factory=Count)

    def add(self, marked: Sequence[Quotation], found: Sequence[Quotation]) -> None:
        """Count one document."""
        left = list(found)
        right = speakers = 0
        for one in marked:
            scored = [(_covered(one.content, other.content), i) for i, other in enumerate(left)]
            best, at = max(scored, key=lambda pair: (pair[0], -pair[1]), default=(0.0, 0))
            if best > self.threshold:
                taken = left.pop(at)
                right += 1
                speakers += _overlap(one.source, taken.source) or not (one.source or taken.source)
        self.quotes.add(right, len(marked), len(found))
        self.speakers.add(speakers, right, right)


def matched_all(
    text: str, marked: Sequence[Quotation], found: Sequence[Quotation]
) -> dict[int, int]:
    """Return which marked attribution each found one matches in all elements (Jaccard 0.5)."""
    pairs = _matches(_elements(text, marked), _elements(text, found), _all(_half))
    return {j: i for i, j in pairs}


def jaccard(text: str, a: Spans, b: Spans) -> float:
    """Return how far two stretches are the same: the words they share, of all that they hold."""
    words = _Words(text)
    return _jaccard(words.covered(a), words.covered(b))


Elements: TypeAlias = dict[Role, frozenset[int]]


def _elements(text: str, quotations: Sequence[Quotation]) -> list[Elements]:
    words = _Words(text)
    return [{role: words.covered(one.of(role)) for role in ROLES} for one in quotations]


class _Words:
    """The words and punctuation marks of a text, by place."""

    def __init__(self, text: str) -> None:
        found = [match.span() for match in _WORD.finditer(text)]
        self._starts = [start for start, _ in found]
        self._ends = [end for _, end in found]

    def covered(self, spans: Spans) -> frozenset[int]:
        """Return the numbers of the words that ``spans`` touch."""
        numbers: set[int] = set()
        for span in spans:
            first = bisect_left(self._ends, span.start + 1)
            last = bisect_left(self._starts, span.end)
            numbers.update(range(first, last))
        return frozenset(numbers)


def _counts(*names: str) -> dict[str, Count]:
    return {name: Count() for name in names}


def _jaccard(a: frozenset[int], b: frozenset[int]) -> float:
    return len(a & b) / len(a | b) if a or b else 1.0


def _half(a: frozenset[int], b: frozenset[int]) -> float:
    value = _jaccard(a, b)
    return value if value >= HALF else 0.0


def _same(a: frozenset[int], b: frozenset[int]) -> float:
    return float(a == b)


def _all(
    score: Callable[[frozenset[int], frozenset[int]], float],
) -> Callable[[Elements, Elements], float]:
    def together(a: Elements, b: Elements) -> float:
        scores = [score(a[role], b[role]) for role in ROLES]
        return sum(scores) if all(scores) else 0.0

    return together


def _matches(
    marked: Sequence[T], found: Sequence[T], score: Callable[[T, T], float]
) -> list[tuple[int, int]]:
    """Return which are matched one to one, the best pairs first."""
    pairs = [
        (value, i, j)
        for (i, a), (j, b) in product(enumerate(marked), enumerate(found))
        if (value := score(a, b)) > 0
    ]
    pairs.sort(key=lambda pair: (-pair[0], pair[1], pair[2]))
    taken: dict[int, int] = {}
    for _, i, j in pairs:
        if i not in taken and j not in taken.values():
            taken[i] = j
    return list(taken.items())


def _overlap(a: Spans, b: Spans) -> bool:
    return any(x.overlaps(y) for x, y in product(a, b))


def _covered(marked: Spans, found: Spans) -> float:
    if not marked or not found:
        return 0.0
    one, other = _hull(marked), _hull(found)
    shared = min(one.end, other.end) - max(one.start, other.start)
    return max(shared, 0) / (one.end - one.start)


def _hull(spans: Iterable[Span]) -> Span:
    spans = list(spans)
    return Span(spans[0].start, spans[-1].end)
