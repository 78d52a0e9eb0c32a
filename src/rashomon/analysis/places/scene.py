"""The toponyms of a document, one group for each name, and how they stand to each other."""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

import numpy as np

from rashomon.analysis.places.candidates import Candidate, candidates
from rashomon.analysis.places.field import Flags
from rashomon.analysis.places.geometry import COUNTRY, FIRST, SECOND, level, lies_in
from rashomon.analysis.places.home import home_of
from rashomon.analysis.places.table import PlaceTable
from rashomon.analysis.places.toponyms import Sense, Toponym
from rashomon.model.document import Document
from rashomon.model.gazetteer import Gazetteer, GazetteerEntry
from rashomon.model.spans import Span

_COMMA = re.compile(r"\s*,\s*(?P<article>the\s+)?|\s*\(\s*", re.IGNORECASE)
_SHORT = frozenset(("us", "u.s.", "u.s", "uk", "u.k.", "u.k"))
"""Names with which a clause begins in "said Damascus, the US attack"; "Manila, the Philippines" is
one place."""


@dataclass(frozen=True, slots=True)
class Group:
    """Toponyms that name one place: a name has one sense in a document.

    Attributes:
        toponym: the first of them.
        members: all of them, as numbers.
        wanted: the starts of the features that the words around any of them ask for.
        acts: whether any of them does what governments do.
        candidates: the places that they may be.
    """

    toponym: Toponym
    members: tuple[int, ...]
    wanted: tuple[str, ...]
    acts: bool
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class Scene:
    """All toponyms of a document.

    Attributes:
        groups: the groups, in text order.
        together: ``[g, g]``, which groups share a sentence.
        home: the town that the publisher is at home in, if it is known.
    """

    groups: tuple[Group, ...]
    together: Flags
    home: GazetteerEntry | None


def scene_of(
    document: Document,
    sentences: Sequence[Span],
    toponyms: Sequence[Toponym],
    gazetteer: Gazetteer,
    table: PlaceTable,
) -> Scene:
    """Return the toponyms of a document in groups.

    In "Paris, Texas" both are taken by each other: a Paris that lies in a Texas, and a Texas that
    has a Paris. "Paris, France" is then another one, and "Paris" alone the first that was told.

    Args:
        document: what the toponyms stand in.
        sentences: its sentences.
        toponyms: its toponyms, in text order.
        gazetteer: the places.
        table: the words by which texts name places.
    """
    senses = {one.sense: one for one in toponyms}
    may_be = {sense: candidates(one, gazetteer, table) for sense, one in senses.items()}
    told = _told_together(document.text, toponyms, may_be, table)
    members: dict[_Key, list[int]] = {}
    for index, key in enumerate(_keys(toponyms, told)):
        members.setdefault(key, []).append(index)
    groups = tuple(
        _group(toponyms, of, next((told[one].places for one in of if one in told), may_be[key[0]]))
        for key, of in members.items()
    )
    home = home_of(document, table.outlets, gazetteer)
    return Scene(groups, _together(sentences, toponyms, groups), home)


def _group(
    toponyms: Sequence[Toponym], members: Sequence[int], places: Sequence[Candidate]
) -> Group:
    wanted = dict.fromkeys(start for index in members for start in toponyms[index].wanted)
    return Group(
        toponym=toponyms[members[0]],
        members=tuple(members),
        wanted=tuple(wanted),
        acts=any(toponyms[index].acts for index in members),
        candidates=tuple(places),
    )


@dataclass(frozen=True, slots=True)
class _Told:
    """What a toponym may be that another tells more of.

    Attributes:
        places: the places that fit the other.
        beside: the name of the place that it lies in; a comma where it is that place.
    """

    places: Sequence[Candidate]
    beside: str


def _told_together(
    text: str,
    toponyms: Sequence[Toponym],
    may_be: Mapping[Sense, Sequence[Candidate]],
    table: PlaceTable,
) -> dict[int, _Told]:
    """Return what toponyms may be that lie in the next one, or hold the one before."""
    found: dict[int, _Told] = {}
    for index, (one, other) in enumerate(pairwise(toponyms)):
        comma = _COMMA.fullmatch(text, one.span.end, other.span.start)
        if not comma or (comma["article"] and other.name.lower() in _SHORT):
            continue
        inner = found[index].places if index in found else may_be[one.sense]
        outer = [each for each in may_be[other.sense] if _may_hold(each, other, table)]
        if any(map(_is_country, inner)) and any(map(_is_country, outer)):
            continue  # a list of countries
        inside = [each for each in inner if any(lies_in(each.entry, area.entry) for area in outer)]
        if inside:
            around = [
                area for area in outer if any(lies_in(each.entry, area.entry) for each in inside)
            ]
            found[index] = _Told(inside, other.name)
            found[index + 1] = _Told(around, ",")
    return found


def _may_hold(candidate: Candidate, toponym: Toponym, table: PlaceTable) -> bool:
    """Return whether a place may be meant as the one that another lies in.

    Those are countries and first-level divisions, and counties where they are called so: "Madison,
    Jackson" is more often two towns.
    """
    kind = level(candidate.entry)
    return kind <= FIRST or (
        kind == SECOND and toponym.name.split()[-1].lower().rstrip(".") in table.features
    )


def _is_country(candidate: Candidate) -> bool:
    return candidate.is_main and level(candidate.entry) == COUNTRY


_Key: TypeAlias = tuple[Sense, str]


def _keys(toponyms: Sequence[Toponym], told: Mapping[int, _Told]) -> list[_Key]:
    """Return which group each toponym belongs to: its sense, and what it is told with."""
    keys = [
        (one.sense, told[index].beside if index in told else "")
        for index, one in enumerate(toponyms)
    ]
    first: dict[Sense, _Key] = {}
    for key in keys:
        if key[1] not in ("", ","):
            first.setdefault(key[0], key)
    return [key if key[1] else first.get(key[0], key) for key in keys]


def _together(
    sentences: Sequence[Span], toponyms: Sequence[Toponym], groups: Sequence[Group]
) -> Flags:
    """Return which groups share a sentence."""
    starts = [sentence.start for sentence in sentences]
    stands = np.zeros((len(groups), len(sentences) + 1), bool)
    for number, group in enumerate(groups):
        for index in group.members:
            stands[number, bisect_right(starts, toponyms[index].span.start)] = True
    counts = stands.astype(np.int32)
    return np.asarray(counts @ counts.T > 0)
