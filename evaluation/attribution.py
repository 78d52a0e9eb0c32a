"""Attribution on PolNeAR: in the project's definition and in the published ones."""

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from evaluation import damage
from evaluation.calibration import which_are_right
from evaluation.corpora import Article
from evaluation.damage import Damage
from evaluation.matching import ROLES, Asymmetric, ExactSpans, Symmetric, quotation
from evaluation.reading import readings
from rashomon.model.reading import Reading

DAMAGE: dict[str, tuple[Damage, ...]] = {
    "clean": (),
    "lower-cased": (damage.lowercased,),
    "tokenized": (damage.tokenized,),
    "lower-cased and tokenized": (damage.lowercased, damage.tokenized),
    "no quotation marks": (damage.without_quotation_marks,),
    "on one line": (damage.on_one_line,),
    "a sentence a line": (damage.sentence_a_line,),
    "run together": (damage.run_together,),
    "no apostrophes": (damage.without_apostrophes,),
    "commas and full stops lost": (damage.without_punctuation,),
}
"""The copies on which attribution is measured."""

# shared/README.md of the corpora: pairs of annotators against each other on 20 articles
HUMAN_HALF = {"source": 79.7, "cue": 75.4, "content": 79.4, "all": 68.2}
HUMAN_EXACT = {"source": 76.9, "cue": 70.6, "content": 67.9, "all": 58.5}
CITRON = {"cue": 91.5, "content": 72.3, "source": 91.2, "all": 56.8}
GENDER_GAP_TRACKER = {0.3: 83.7, 0.8: 76.1}
GENDER_GAP_TRACKER_SPEAKERS = {0.3: 86.0, 0.8: 87.0}


@dataclass(slots=True)
class Figures:
    """All figures of one copy of a corpus."""

    symmetric: Symmetric = field(default_factory=Symmetric)
    exact: ExactSpans = field(default_factory=ExactSpans)
    asymmetric: tuple[Asymmetric, ...] = field(
        default_factory=lambda: tuple(Asymmetric(threshold) for threshold in GENDER_GAP_TRACKER)
    )

    confidence: list[float] = field(default_factory=list)
    right: list[bool] = field(default_factory=list)

    def add(self, article: Article, reading: Reading) -> None:
        """Count one article."""
        text, marked = article.text, article.quotations
        standing = [one for one in reading.attributions if one.within is None]
        found = [quotation(one) for one in standing]
        self.confidence += [one.confidence for one in standing]
        self.right += which_are_right(text, marked, found)
        self.symmetric.add(text, marked, found)
        self.exact.add(marked, found)
        for definition in self.asymmetric:
            definition.add(marked, found)

    def by_name(self) -> dict[str, float]:
        """Return the figures, F1 in per cent, by name."""
        return {
            f"{name} {definition}": 100 * counts[name].f1
            for definition, counts in (
                ("half", self.symmetric.half),
                ("exact", self.symmetric.exact),
            )
            for name in (*ROLES, "all")
        }


def measure(articles: Iterable[Article], kinds: Sequence[Damage] = ()) -> Figures:
    """Return the figures of the package on a copy of ``articles``."""
    copies = [damage.damaged(one, kinds, random.Random(one.id)) for one in articles]
    figures = Figures()
    for article, reading in zip(copies, readings(copies), strict=True):
        figures.add(article, reading)
    return figures
