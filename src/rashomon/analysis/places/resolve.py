"""Which candidate each group is, if any."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from rashomon.analysis.places.candidates import Candidate
from rashomon.analysis.places.field import Field, Floats, Ints, field_of
from rashomon.analysis.places.scene import Scene
from rashomon.analysis.places.scoring import CONTEXT, context_features, own_features

ROUNDS = 3
"""How often the places are weighed anew by what the others then are."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What a group is.

    Attributes:
        candidate: the likeliest place.
        probability: how likely it is, 0 to 1; that none of the candidates is it may be too.
    """

    candidate: Candidate
    probability: float


def resolve(scene: Scene, weights: Mapping[str, float]) -> tuple[Choice | None, ...]:
    """Return what each group is; ``None`` where it has no candidate.

    Args:
        scene: the toponyms of a document.
        weights: how much each feature counts.
    """
    field, own = measured(scene)
    if not len(field.group):
        return (None,) * len(scene.groups)
    base = np.array([sum(weights[name] * value for name, value in row.items()) for row in own])
    of_context = np.array([weights[name] for name in CONTEXT])
    scores = base
    for _ in range(ROUNDS):
        probability = probabilities(scores, field.group)
        scores = base + context_features(scene, field, probability) @ of_context
    probability = probabilities(scores, field.group)
    found: list[Choice | None] = [None] * len(scene.groups)
    candidates = [one for group in scene.groups for one in group.candidates]
    # from the least likely on, so that the likeliest stays
    for index in np.argsort(probability, kind="stable"):
        found[field.group[index]] = Choice(candidates[index], float(probability[index]))
    return tuple(found)


def measured(scene: Scene) -> tuple[Field, list[dict[str, float]]]:
    """Return the candidates of a document, and the features of each by itself."""
    field = field_of([group.candidates for group in scene.groups])
    return field, own_features(scene)


def probabilities(scores: Floats, group: Ints) -> Floats:
    """Return how likely each candidate is; 0 is the score of none of its group being right."""
    starts = np.flatnonzero(np.diff(group, prepend=-1))
    counts = np.diff(np.append(starts, len(group)))
    most = np.maximum(np.maximum.reduceat(scores, starts), 0.0)
    likely = np.exp(scores - np.repeat(most, counts))
    total = np.add.reduceat(likely, starts) + np.exp(-most)
    return np.asarray(likely / np.repeat(total, counts))
