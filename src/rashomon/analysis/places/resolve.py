"""Which candidate each group is, if any."""

from dataclasses import dataclass

import numpy as np

from rashomon.analysis.places.candidates import Candidate
from rashomon.analysis.places.field import Field, Floats, Ints, field_of
from rashomon.analysis.places.scene import Scene
from rashomon.analysis.places.scoring import CONTEXT, context_features, own_features
from rashomon.analysis.places.table import PlaceTable

_BESIDE_KM = 25.0

ROUNDS = 3
"""How often the places are weighed anew by what the others then are."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What a group is.

    Attributes:
        candidate: the likeliest place.
        probability: how likely it or another candidate beside it is, 0 to 1: a town and the
            district around it are one place on the map. That none is it may be likelier.
    """

    candidate: Candidate
    probability: float


def resolve(scene: Scene, table: PlaceTable) -> tuple[Choice | None, ...]:
    """Return what each group is; ``None`` where it has no candidate.

    Args:
        scene: the toponyms of a document.
        table: how much each feature counts.
    """
    weights = table.weights
    field, own = measured(scene, table)
    if not len(field.group):
        return (None,) * len(scene.groups)
    base = np.array([sum(weights[name] * value for name, value in row.items()) for row in own])
    of_context = np.array([weights[name] for name in CONTEXT])
    scores = base
    for _ in range(ROUNDS):
        probability = probabilities(scores, field.group)
        scores = base + context_features(scene, field, probability) @ of_context
    probability = probabilities(scores, field.group)
    beside = _beside(field, probability)
    found: list[Choice | None] = [None] * len(scene.groups)
    candidates = [one for group in scene.groups for one in group.candidates]
    # from the least likely on, so that the likeliest stays, of what lies together the likeliest
    for index in np.lexsort((probability, beside.round(6))):
        found[field.group[index]] = Choice(candidates[index], float(beside[index]))
    return tuple(found)


def _beside(field: Field, probability: Floats) -> Floats:
    """Return how likely each candidate is, together with those of its group that lie beside it."""
    starts = np.flatnonzero(np.diff(field.group, prepend=-1))
    beside = np.empty_like(probability)
    for start, end in zip(starts, [*starts[1:], len(field.group)], strict=True):
        group = np.arange(start, end)
        is_near = field.distance(group, group) <= _BESIDE_KM
        beside[start:end] = is_near @ probability[start:end]
    return beside


def measured(scene: Scene, table: PlaceTable) -> tuple[Field, list[dict[str, float]]]:
    """Return the candidates of a document, and the features of each by itself."""
    field = field_of([group.candidates for group in scene.groups])
    return field, own_features(scene, table.known_abroad)


def probabilities(scores: Floats, group: Ints) -> Floats:
    """Return how likely each candidate is; 0 is the score of none of its group being right."""
    starts = np.flatnonzero(np.diff(group, prepend=-1))
    counts = np.diff(np.append(starts, len(group)))
    most = np.maximum(np.maximum.reduceat(scores, starts), 0.0)
    likely = np.exp(scores - np.repeat(most, counts))
    total = np.add.reduceat(likely, starts) + np.exp(-most)
    return np.asarray(likely / np.repeat(total, counts))
