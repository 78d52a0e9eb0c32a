import hashlib

import pytest

from rashomon.linking.origins import sketch, trace
from rashomon.model.document import Document
from rashomon.model.reading import Attribution, Party, Reading
from rashomon.model.spans import Span
from rashomon.pipeline.resources import load_origin_tables

TABLES = load_origin_tables()

LEAVES = (
    "Flood gates at the Orle dam stayed shut for nine hours after the first alarm on Thursday.",
    "Engineers on the night shift rang every office on a list and nobody picked up a telephone.",
    "By four in the morning the lower streets of Brinn stood under two metres of brown water.",
    "Forty houses were lost and seven families spent the night in the gymnasium of the old school.",
    "The Lakes Ministry has opened an inquiry into why the duty officer could not be reached.",
    "A barge that broke loose upstream came to rest against the second pier of the railway bridge.",
    "Farmers beyond the weir said the fields would not carry a crop before the spring after next.",
    "The director of the dam left the town on Friday and has not spoken in public since that day.",
)
"""Sentences of one report, about an invented town."""

OTHER = (
    "Bakers in Tarn will sell no rye bread this winter because the mills have run out of grain.",
    "A cart with the last sacks was stopped on the pass when its axle broke in the first snow.",
    "The guild has asked the council to lower the toll on the southern road until the thaw comes.",
    "Prices for oats have doubled since the harvest and the poorhouse now serves a single meal.",
)
"""Sentences of another report, on something else."""


def reading(text, publisher=None, published=None, *, said=(), boilerplate=(), **known):
    """Return the reading of a text; ``said`` are (source, cue, content) in its words."""
    name = f"{text}{publisher}{published}{sorted(known.items())}"
    identity = "sha256:" + hashlib.sha256(name.encode("utf-8", "replace")).hexdigest()
    kind = known.pop("kind", None)
    document = Document(identity, text, publisher=publisher, published=published, **known)
    attributions, parties = [], []
    for number, (source, cue, content) in enumerate(said, start=1):
        spans = [span_of(text, words) for words in (source, cue, content)]
        parties.append(Party(f"p{number}", source, kind, None, (spans[0],)))
        attributions.append(
            Attribution(
                f"a{number}",
                (spans[0],),
                (spans[1],),
                (spans[2],),
                f"p{number}",
                "asserts",
                "neutral",
                None,
                0.9,
            )
        )
    page = tuple(span_of(text, words) for words in boilerplate)
    return Reading(document, tuple(attributions), (), tuple(parties), (), (), (), page)


def span_of(text, words):
    start = text.index(words)
    return Span(start, start + len(words))


class Case:
    """Readings of a case, traced."""

    def __init__(self, *readings, stories=None, known=(), rulings=()):
        self.readings = readings
        sketches = [(one.document.id, sketch(one, TABLES)) for one in readings]
        self.traced = trace(
            sketches, known, TABLES, stories=self._stories(stories), rulings=rulings
        )
        self.origins = self.traced.origins

    def _stories(self, stories):
        if isinstance(stories, str):
            return {one.document.id: stories for one in self.readings}
        return {
            one.document.id: story
            for one, story in zip(self.readings, stories or (), strict=False)
            if story
        }

    def groups(self):
        """Return the numbers of the readings that share an origin, as sets."""
        numbers = {one.document.id: number for number, one in enumerate(self.readings)}
        return {
            frozenset(numbers[each] for each in one.documents)
            for one in self.origins.origins
            if one.documents
        }

    def derivations(self, kind):
        return [one for one in self.origins.derivations if one.kind == kind]

    def words(self, derivation):
        [text] = [
            one.document.text for one in self.readings if one.document.id == derivation.document
        ]
        return derivation.span.of(text)

    def root(self, derivation):
        [root] = [one for one in self.origins.origins if one.id == derivation.root]
        return root


@pytest.fixture
def case():
    return Case
