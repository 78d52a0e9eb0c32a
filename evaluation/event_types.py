"""The types of events, on the snippets of CASE 2021 (task 2): the type of a snippet's main event.

Beside the package stand two floors: the commonest type, and the words of the snippets by TF-IDF and
the nearest class mean (learned from the same texts as the head).
"""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from evaluation.matching import Count
from evaluation.nearest import nearest_class
from evaluation.splits import Split
from evaluation.typed import TypedText, case, own
from rashomon.model.document import Document, identity
from rashomon.model.reading import Event
from rashomon.pipeline.resources import load_analyser
from rashomon.settings import AnalysisSettings

NO_EVENT = "none"
_SAME = dict.fromkeys(
    ("accuse", "agree", "consult", "demand", "deny", "sanction", "threaten"), "diplomacy"
)
"""PLOVER's types for what CASE has as one."""

_WORD = re.compile(r"[^\W\d_]{2,}")


@dataclass(frozen=True, slots=True)
class Figures:
    """How many snippets are typed rightly, and what is taken for what.

    Attributes:
        right: how many have the right type.
        of: how many there are.
        by_type: right, marked and found for each type.
        confused: pairs of the marked and the found type, with how often.
    """

    right: int
    of: int
    by_type: Mapping[str, Count]
    confused: Counter[tuple[str, str]]

    @property
    def accuracy(self) -> float:
        """The share of snippets with the right type, 0 to 1; the micro-averaged F1."""
        return self.right / self.of if self.of else 0.0

    @property
    def macro_f1(self) -> float:
        """The mean F1 of the types that are marked, 0 to 1."""
        marked = [count.f1 for count in self.by_type.values() if count.marked]
        return sum(marked) / len(marked) if marked else 0.0

    @property
    def weighted_f1(self) -> float:
        """The mean F1 of the types, each as often as it is marked, 0 to 1."""
        total = sum(count.marked for count in self.by_type.values())
        weighted = sum(count.f1 * count.marked for count in self.by_type.values())
        return weighted / total if total else 0.0


def measure(split: Split) -> dict[str, Figures]:
    """Return the figures of the package and of the floors.

    Raises:
        CorpusMissingError: the corpus is not there.
    """
    snippets = case(split)
    analyser = load_analyser(AnalysisSettings(), threads=2)
    found = [
        main_type(analyser.read(Document(identity(one.text.encode()), one.text)).events)
        for one in snippets
    ]
    learned = [*case("train"), *own("snippets"), *own("leads")]
    commonest = Counter(one.type for one in case("train")).most_common(1)[0][0]
    return {
        "the package": _figures(snippets, found),
        "TF-IDF, nearest class": _figures(
            snippets,
            nearest_class(
                [(_words(one.text), one.type) for one in learned],
                [_words(one.text) for one in snippets],
            ),
        ),
        "the commonest type": _figures(snippets, [commonest] * len(snippets)),
    }


def main_type(events: Sequence[Event]) -> str:
    """Return the type of what a text is about: its first event that is not told beside."""
    about = [one for one in events if not one.is_background] or list(events)
    first = next(iter(about), None)
    return _SAME.get(first.type, first.type) if first else NO_EVENT


def _figures(snippets: Sequence[TypedText], found: Sequence[str]) -> Figures:
    by_type: dict[str, Count] = defaultdict(Count)
    confused: Counter[tuple[str, str]] = Counter()
    for one, kind in zip(snippets, found, strict=True):
        by_type[one.type].marked += 1
        by_type[kind].found += 1
        by_type[one.type].right += kind == one.type
        if kind != one.type:
            confused[one.type, kind] += 1
    return Figures(len(snippets) - confused.total(), len(snippets), dict(by_type), confused)


def _words(text: str) -> list[str]:
    return [match.lower() for match in _WORD.findall(text)]
