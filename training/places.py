"""Fits the weights by which places are resolved, and writes them into ``places.toml``.

They are those of a conditional logit over what each group of toponyms may be, or none of it, on
the train parts of LGL and TR-News. What the other places of a document say hangs on the weights, so
both are found in turns. Weights that ``places.toml`` says are set by hand stay::

    python -m training.places
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from importlib.resources import files
from pathlib import Path

import numpy as np

from evaluation.places import (
    CORPORA,
    FAR_KM,
    MarkedPlace,
    PlacedText,
    gazetteer,
    place_table,
    sentences,
    texts,
)
from rashomon.analysis.places.field import Field, Flags, Floats, Ints
from rashomon.analysis.places.resolve import ROUNDS, measured, probabilities
from rashomon.analysis.places.scene import Group, Scene, scene_of
from rashomon.analysis.places.scoring import CONTEXT, context_features
from rashomon.analysis.places.toponyms import toponym
from rashomon.gazetteer.centres import distance_km

BY_HAND = (
    *("in_the_news", "known_abroad", "own_list", "unlikeness", "alike_in_country", "with_kind"),
    "capital",
)
TURNS = 4
_STEPS = 300
_RATE = 0.05
_DECAY = 0.01
_MOST_COUNTED = 3
"""A name counts as often as it is told in a document, up to this."""
_AS_NEAR_KM = 25.0
"""Candidates so near to where the toponym is are right, if none has its number."""


@dataclass(frozen=True, slots=True)
class Example:
    """A document with what is right in it.

    Attributes:
        scene: its toponyms.
        field: their candidates.
        own: ``[n, features]``, the features of each candidate by itself.
        is_right: ``[n]``, which candidates are right.
        none_right: ``[g]``, for which groups none is.
        count: ``[g]``, how much each group counts.
    """

    scene: Scene
    field: Field
    own: Floats
    is_right: Flags
    none_right: Flags
    count: Floats


def examples(names: Sequence[str]) -> list[Example]:
    """Return the documents of the train parts that have candidates.

    Args:
        names: the features of a candidate by itself.

    Raises:
        CorpusMissingError: a corpus is not there.
    """
    found: list[Example] = []
    for corpus in CORPORA:
        of_corpus = [_example(one, names) for one in texts(corpus, "train")]
        # by the root, so that the local news of LGL does not drown the news of the world
        total = sum(one.count.sum() for one in of_corpus) ** 0.5
        found += [replace(one, count=one.count / total) for one in of_corpus if one.own.size]
    return found


def _example(one: PlacedText, names: Sequence[str]) -> Example:
    text, table = one.document.text, place_table()
    named = [toponym(text, place.span, table) for place in one.places]
    scene = scene_of(one.document, sentences(text), named, gazetteer(), table)
    field, own = measured(scene, table)
    right = [_right(group, one.places[group.members[0]]) for group in scene.groups]
    return Example(
        scene=scene,
        field=field,
        own=np.array([[row.get(name, 0.0) for name in names] for row in own]),
        is_right=np.array([is_right for group in right for is_right in group], bool),
        none_right=np.array([not any(group) for group in right], bool),
        count=np.array([min(len(group.members), _MOST_COUNTED) for group in scene.groups], float),
    )


def _right(group: Group, marked: MarkedPlace) -> list[bool]:
    """Return which candidates are right: the marked place itself, else the nearest near it."""
    entries = [one.entry for one in group.candidates]
    point = marked.point
    if point is None:
        return [False] * len(entries)
    same = [entry.geonames_id == marked.geonames_id is not None for entry in entries]
    if any(same):
        return same
    far = [distance_km(point, (entry.lat, entry.lon)) for entry in entries]
    nearest = min(far, default=FAR_KM)
    return [km < FAR_KM and km <= max(nearest, _AS_NEAR_KM) for km in far]


def fit(documents: Sequence[Example], weights: Floats, held: Flags) -> Floats:
    """Return better weights, what the other places say being as the present ones have it.

    Args:
        documents: what is fitted.
        weights: ``[features]``, the present weights: of candidates by themselves, then of context.
        held: which of them stay as they are.
    """
    features = np.vstack([_features(one, weights) for one in documents])
    starts = np.cumsum([0, *(len(one.scene.groups) for one in documents)])
    pairs = list(zip(documents, starts, strict=False))
    group = np.concatenate([one.field.group + start for one, start in pairs])
    right = np.concatenate([one.is_right for one in documents])
    none = np.concatenate([one.none_right for one in documents])
    count = np.concatenate([one.count for one in documents])
    mean, square = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, _STEPS + 1):
        pull = _pull(features @ weights, group, right, none) * count[group] / count.sum()
        slope = np.where(held, 0.0, features.T @ pull - _DECAY * weights / len(weights))
        mean, square = 0.9 * mean + 0.1 * slope, 0.999 * square + 0.001 * slope**2
        change = (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
        weights = weights + _RATE * change
    return weights


def _features(one: Example, weights: Floats) -> Floats:
    """Return all features of a document's candidates, as the weights have the other places."""
    own = one.own.shape[1]
    scores = base = one.own @ weights[:own]
    context = np.zeros((len(base), len(CONTEXT)))
    for _ in range(ROUNDS):
        context = context_features(one.scene, one.field, probabilities(scores, one.field.group))
        scores = base + context @ weights[own:]
    return np.hstack([one.own, context])


def _pull(scores: Floats, group: Ints, right: Flags, none: Flags) -> Floats:
    """Return how much more likely each candidate ought to be."""
    size = len(none)
    most = np.zeros(size)
    np.maximum.at(most, group, scores)
    likely, nothing = np.exp(scores - most[group]), np.exp(-most)
    total, among_right = nothing.copy(), np.where(none, nothing, 0.0)
    np.add.at(total, group, likely)
    np.add.at(among_right, group, np.where(right, likely, 0.0))
    share = np.where(right, likely, 0.0) / np.maximum(among_right[group], 1e-12)
    return np.asarray(share - likely / total[group])


def main() -> None:
    """Fit the weights and write them."""
    present = place_table().weights
    names = [*(name for name in present if name not in CONTEXT), *CONTEXT]
    documents = examples(names[: -len(CONTEXT)])
    weights = np.array([present[name] for name in names])
    held = np.array([name in BY_HAND for name in names])
    for _ in range(TURNS):
        weights = fit(documents, weights, held)
    _write(dict(zip(names, weights, strict=True)))


def _write(weights: Mapping[str, float]) -> None:
    path = Path(str(files("rashomon.tables"))) / "places.toml"
    text = path.read_text("utf-8")
    head, section, tail = text.partition("[weights]\n")
    for name, weight in weights.items():
        tail = re.sub(rf"(?m)^{name} = -?[\d.]+", f"{name} = {weight:.2f}", tail)
    path.write_text(head + section + tail, "utf-8")


if __name__ == "__main__":
    main()
