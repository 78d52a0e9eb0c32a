"""Parties as chains of mentions, against those that people marked (GUM, MEANTIME).

The usual scores: MUC (Vilain et al. 1995), B-cubed (Bagga and Baldwin 1998), CEAF over entities
(Luo 2005), and their mean, the CoNLL score. Chains of one mention count in none of them. People
mark whole phrases and we their heads: a marked phrase is taken up to its head, and two mentions are
one where they share half of their words.
"""

import re
from collections import Counter
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Any, TypeAlias

from evaluation.heads import marker
from evaluation.marked import actor, texts
from evaluation.splits import Split, part
from rashomon.analysis.mentions import Mention, Mentions
from rashomon.analysis.parties.find import Told, find_parties
from rashomon.model.document import Document
from rashomon.model.spans import Span
from rashomon.pipeline.resources import load_tables

Chains: TypeAlias = Sequence[frozenset[Hashable]]

_WORD = re.compile(r"\w+")
_HALF = 0.5


@dataclass(slots=True)
class Ratio:
    """Sums of a score's numerators and denominators, for recall and precision."""

    recall: list[tuple[float, float]] = field(default_factory=list)
    precision: list[tuple[float, float]] = field(default_factory=list)

    @property
    def f1(self) -> float:
        """The harmonic mean of both, 0 to 1."""
        recall, precision = _share(self.recall), _share(self.precision)
        return 2 * recall * precision / (recall + precision) if recall + precision else 0.0


@dataclass(slots=True)
class Scores:
    """The scores of a corpus; counts are added up over its documents."""

    muc: Ratio = field(default_factory=Ratio)
    b_cubed: Ratio = field(default_factory=Ratio)
    ceaf: Ratio = field(default_factory=Ratio)
    mentions: Ratio = field(default_factory=Ratio)

    def add(self, marked: Chains, found: Chains) -> None:
        """Count one document."""
        both = (
            (self.muc, _muc),
            (self.b_cubed, _b_cubed),
            (self.ceaf, _ceaf),
            (self.mentions, _shared),
        )
        for ratio, score in both:
            ratio.recall.append(score(marked, found))
            ratio.precision.append(score(found, marked))

    @property
    def conll(self) -> float:
        """The mean of MUC, B-cubed and CEAF, 0 to 1."""
        return (self.muc.f1 + self.b_cubed.f1 + self.ceaf.f1) / 3


def _share(parts: Sequence[tuple[float, float]]) -> float:
    whole = sum(of for _, of in parts)
    return sum(value for value, _ in parts) / whole if whole else 0.0


def _muc(marked: Chains, found: Chains) -> tuple[float, float]:
    """Return how many links of chains the others keep, of how many."""
    number = {mention: i for i, one in enumerate(found) for mention in one}
    kept = 0
    for one in marked:
        parts = {number.get(mention, mention) for mention in one}
        kept += len(one) - len(parts)
    return kept, sum(len(one) - 1 for one in marked)


def _b_cubed(marked: Chains, found: Chains) -> tuple[float, float]:
    of = {mention: one for one in found for mention in one}
    right = sum(
        len(one & of.get(mention, frozenset())) / len(one) for one in marked for mention in one
    )
    return right, sum(map(len, marked))


def _ceaf(marked: Chains, found: Chains) -> tuple[float, float]:
    """Return the likeness of chains matched one to one, the best pairs first, of how many chains.

    Luo's definition takes the best matching of all; the greedy one differs from it by little.
    """
    number = {mention: i for i, one in enumerate(found) for mention in one}
    pairs = sorted(
        (
            (2 * shared / (len(one) + len(found[j])), i, j)
            for i, one in enumerate(marked)
            for j, shared in Counter(number[m] for m in one if m in number).items()
        ),
        reverse=True,
    )
    likeness, taken, given = 0.0, set(), set()
    for value, i, j in pairs:
        if i not in taken and j not in given:
            taken.add(i)
            given.add(j)
            likeness += value
    return likeness, len(marked)


def _shared(marked: Chains, found: Chains) -> tuple[float, float]:
    others = set(chain(*found))
    return sum(mention in others for mention in chain(*marked)), sum(map(len, marked))


@dataclass(frozen=True, slots=True)
class MarkedChains:
    """A text with the chains of mentions that people marked in it."""

    id: str
    text: str
    sentences: tuple[Span, ...]
    chains: tuple[tuple[Span, ...], ...]


def gum(split: Split) -> list[MarkedChains]:
    """Return texts of GUM with the chains of people and organisations."""
    found = []
    for row in part("entity/gum", split):
        chains: dict[str, list[Span]] = {}
        for one in row["mentions"]:
            if one["type"] in ("person", "organization"):
                chains.setdefault(one["cluster"], []).append(Span(one["start"], one["end"]))
        found.append(_chains("gum", row, chains))
    return found


def meantime(split: Split) -> list[MarkedChains]:
    """Return texts of MEANTIME with the chains of people and organisations."""
    found = []
    for row in part("time/meantime", split):
        chains: dict[str, list[Span]] = {}
        for one in row["markables"]:
            cluster = one.get("cluster") or ""
            if one["tag"] == "ENTITY_MENTION" and "start" in one and cluster[:3] in ("PER", "ORG"):
                chains.setdefault(cluster, []).append(Span(one["start"], one["end"]))
        found.append(_chains("meantime", row, chains))
    return found


def _chains(name: str, row: Mapping[str, Any], chains: Mapping[str, list[Span]]) -> MarkedChains:
    return MarkedChains(
        f"{name}:{row['id']}",
        row["text"],
        tuple(Span(start, end) for start, end in row["sentences"]),
        tuple(tuple(sorted(set(one))) for one in chains.values() if len(set(one)) > 1),
    )


Finder: TypeAlias = Callable[[MarkedChains], list[tuple[Span, ...]]]


def with_marks(split: Split) -> Finder:
    """Return what finds chains given the names and phrases that people marked."""
    marks = {one.id: one.marks for head in ("entity", "actor") for one in texts(head, split)}

    def marked(one: MarkedChains) -> Mapping[str, Sequence[Mention]]:
        return {
            head: [Mention(label, span, 1.0) for label, span in marks[one.id][head]]
            for head in ("entity", "actor")
        }

    return _finder(marked)


def with_heads() -> Finder:
    """Return what finds chains by the names and phrases that the encoder marks.

    The sentences are those of the corpus, and who speaks is not told.
    """
    mark = marker()
    return _finder(lambda one: mark(one.text))


def _finder(marks: Callable[[MarkedChains], Mapping[str, Sequence[Mention]]]) -> Finder:
    """Return what finds chains by what ``marks`` gives for the heads ``entity`` and ``actor``."""
    tables = load_tables().parties

    def find(one: MarkedChains) -> list[tuple[Span, ...]]:
        here = marks(one)
        told = Told(one.sentences, (), Mentions(here["actor"]), Mentions(here["entity"]), {}, ())
        parties = find_parties(Document("sha256:", one.text), told, tables)
        return [party.mentions for party in parties.all]

    return find


def measure(marked: Sequence[MarkedChains], find: Finder) -> Scores:
    """Return the scores of what ``find`` finds in texts."""
    scores = Scores()
    for one in marked:
        found = [spans for spans in find(one) if len(spans) > 1]
        heads = {_head(one.text, span): span for span in chain(*one.chains)}
        same = _matched(one.text, list(heads), list(chain(*found)))
        scores.add(
            [frozenset(_head(one.text, span) for span in spans) for spans in one.chains],
            [frozenset(same.get(span, ("found", span)) for span in spans) for spans in found],
        )
    return scores


def _head(text: str, span: Span) -> Span:
    """Return a marked phrase up to its head; pronouns as they stand."""
    phrase = actor(span.of(text))
    return Span(span.start + phrase.start, span.start + phrase.end) if phrase else span


def _matched(text: str, marked: Sequence[Span], found: Sequence[Span]) -> dict[Span, Hashable]:
    """Return which marked mention each found one is: they share half of their words."""
    pairs = []
    at = 0
    ordered = sorted(marked)
    for span in sorted(found):
        while at < len(ordered) and ordered[at].end <= span.start - 300:
            at += 1
        for other in ordered[at:]:
            if other.start >= span.end:
                break
            if other.overlaps(span) and (likeness := _likeness(text, span, other)) >= _HALF:
                pairs.append((likeness, span, other))
    same: dict[Span, Hashable] = {}
    taken: set[Span] = set()
    for _, span, other in sorted(pairs, reverse=True):
        if span not in same and other not in taken:
            same[span] = other
            taken.add(other)
    return same


def _likeness(text: str, some: Span, other: Span) -> float:
    a, b = (
        {match.start() for match in _WORD.finditer(text, span.start, span.end)}
        for span in (some, other)
    )
    return len(a & b) / len(a | b) if a | b else float(some == other)
