"""How well each candidate fits: by itself, and among the other places of the document.

A score is a sum of features with the weights of ``places.toml``. What the other places say counts
by how probable each of them is.
"""

import math

import numpy as np

from rashomon.analysis.places.candidates import Candidate
from rashomon.analysis.places.field import Field, Floats, Ints
from rashomon.analysis.places.geometry import (
    AREA,
    COUNTRY,
    FIRST,
    IN_THE_NEWS,
    POINT,
    SECOND,
    distance_km,
    level,
    lies_in,
)
from rashomon.analysis.places.scene import Group, Scene
from rashomon.model.gazetteer import GazetteerEntry

CONTEXT = (
    "in_sentence",
    "near_in_sentence",
    "in_document",
    "near",
    "same_country",
    "same_division",
    "nearness",
    "alike_in_country",
)
"""Features of a candidate among other places, in the order of :func:`context_features`."""

_GOVERNING = ("A.PCL", "P.PPLC")
_LARGEST = 7.0
"""The logarithm of the population of the largest towns."""
_LEAST = 0.05
"""What is less likely says nothing of other places."""
_NEAR_KM = 50.0
"""At this distance a place counts half as near as at none."""


def own_features(scene: Scene, known_abroad: frozenset[str]) -> list[dict[str, float]]:
    """Return the features of each candidate by itself, those that are 0 left out.

    They are named as the weights in ``places.toml``, which says what each means.

    Args:
        scene: the toponyms.
        known_abroad: names that English has of its own for towns elsewhere, in small letters.
    """
    return [
        {
            name: value
            for name, value in (
                _of_entry(candidate)
                | _of_group(candidate.entry, group, scene.home)
                | {"known_abroad": float(_is_known(candidate, group, scene.home, known_abroad))}
            ).items()
            if value
        }
        for group in scene.groups
        for candidate in group.candidates
    ]


def _is_known(
    one: Candidate, group: Group, home: GazetteerEntry | None, known_abroad: frozenset[str]
) -> bool:
    """Return whether a candidate is the largest place of a name that is known the world over.

    A publisher in whose country a place of that name lies may well mean that one.
    """
    if group.toponym.name.lower() not in known_abroad:
        return False
    if home and any(other.entry.country == home.country for other in group.candidates):
        return False
    return one.entry.population == max(other.entry.population for other in group.candidates)


def _of_entry(one: Candidate) -> dict[str, float]:
    entry = one.entry
    kind = level(entry)
    size = math.log10(1 + entry.population) / _LARGEST
    return {
        "place": 1.0,
        "population": size if kind in (POINT, AREA) else 0.0,
        "population_of_division": size if kind in (FIRST, SECOND) else 0.0,
        "no_population": float(not entry.population),
        "in_the_news": float(entry.source == IN_THE_NEWS),
        "usual_name": float(one.is_main),
        "own_list": float(one.is_own),
        "alike": float(one.likeness < 1),
        "unlikeness": 1 - one.likeness,
        "with_kind": float(one.is_full),
        "without_kind": float(one.is_bare),
        "part": float(one.is_part),
        "country": float(kind == COUNTRY),
        "first_division": float(kind == FIRST),
        "second_division": float(kind == SECOND),
        "capital": float(entry.feature == "P.PPLC"),
        "nature": float(entry.feature.startswith(("T.", "H.", "L."))),
        "site": float(entry.feature.startswith(("S.", "R."))),
    }


def _of_group(entry: GazetteerEntry, group: Group, home: GazetteerEntry | None) -> dict[str, float]:
    is_wanted = entry.feature.startswith(group.wanted) if group.wanted else None
    is_around = home and (entry.country, entry.admin1) == (home.country, home.admin1)
    return {
        "has_namesake_town": float(
            level(entry) in (FIRST, SECOND)
            and any(
                one.is_main and one.entry.feature.startswith("P.") and lies_in(one.entry, entry)
                for one in group.candidates
            )
        ),
        "wanted": float(is_wanted is True),
        "unwanted": float(is_wanted is False),
        "governs": float(group.acts and entry.feature.startswith(_GOVERNING)),
        "home_division": float(bool(is_around)),
        "near_home": 1 / (1 + distance_km(entry, home) / _NEAR_KM) if home else 0.0,
    }


def context_features(scene: Scene, field: Field, probability: Floats) -> Floats:
    """Return the features of each candidate among other places, ``[n, len(CONTEXT)]``.

    Args:
        scene: the toponyms.
        field: their candidates.
        probability: ``[n]``, how likely each candidate is.
    """
    every = np.arange(len(field.group))
    likely = np.flatnonzero(probability >= _LEAST)
    distance = field.distance(every, likely)
    group, others = field.group[:, None], field.group[likely][None, :]
    weight = np.where(group == others, 0.0, probability[likely][None, :])
    inside = np.where(field.lies_in(every, likely, distance), weight, 0.0)
    is_point = np.isin(field.level[likely], (POINT, SECOND))
    near = np.where(is_point[None, :], weight / (1 + distance / _NEAR_KM), 0.0)
    together = scene.together[group, others]
    total = weight.sum(1) + 1
    same_country = _shared(field.country, likely, weight) / total
    return np.stack(
        [
            _most(np.where(together, inside, 0.0)),
            _most(np.where(together, near, 0.0)),
            _most(inside),
            _most(near),
            same_country,
            _shared(field.admin1, likely, weight) / total,
            near.sum(1) / total,
            np.where(field.is_alike, same_country, 0.0),
        ],
        axis=1,
    )


def _most(values: Floats) -> Floats:
    return np.asarray(values.max(1, initial=0.0))


def _shared(of: Ints, likely: Ints, weight: Floats) -> Floats:
    """Return the weight of the other places that lie in the same one."""
    same = (of[:, None] == of[likely][None, :]) & (of[:, None] > 0)
    return np.asarray((same * weight).sum(1))
