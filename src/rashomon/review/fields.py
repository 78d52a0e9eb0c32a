"""What people correct of an item, and how it is written in a decision.

Decisions hold texts by name. Fields that only make sense together are one *unit*: it is corrected
as a whole, and two people who correct different units of an item do not differ.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from math import isfinite
from typing import get_args

from rashomon.model.reading import CasualtyKind, Framing, PartyKind, Precision, Stance
from rashomon.model.review import ItemKind
from rashomon.model.spans import Span, Spans
from rashomon.review.edtf import bounds_of

UNITS: Mapping[ItemKind, Mapping[str, tuple[str, ...]]] = {
    "claim": {
        "source": ("source",),
        "cue": ("cue",),
        "content": ("content",),
        "party": ("party", "party_kind", "party_side"),
        "stance": ("stance",),
        "framing": ("framing",),
    },
    "time": {"words": ("words",), "edtf": ("edtf",)},
    "place": {
        "words": ("words",),
        "place": ("name", "lat", "lon", "radius_km", "country", "precision", "geonames_id"),
    },
    "count": {"words": ("words",), "kind": ("kind",), "who": ("who",), "number": ("min", "max")},
}
"""The units of each kind of item, with their fields."""

_PAIR = re.compile(r"([0-9]{1,9})-([0-9]{1,9})")
_NUMBER = re.compile(r"[0-9]{1,10}")
_COUNTRY = re.compile(r"[A-Z]{2}")
_HALF_TURN = {"lat": 90.0, "lon": 180.0}


def write_spans(spans: Spans) -> str:
    """Return spans as a decision has them: ``12-20 31-40``."""
    return " ".join(f"{one.start}-{one.end}" for one in spans)


def parse_spans(written: str) -> Spans | None:
    """Return the spans of what :func:`write_spans` gave; ``None`` where these are none."""
    found = [_PAIR.fullmatch(one) for one in written.split()]
    spans = tuple(Span(int(one[1]), int(one[2])) for one in found if one)
    return spans if len(spans) == len(found) else None


def fields_of(what: ItemKind) -> tuple[str, ...]:
    """Return all fields of a kind of item, in their order."""
    return tuple(name for names in UNITS[what].values() for name in names)


def unit_values(what: ItemKind, unit: str, values: Mapping[str, str]) -> dict[str, str]:
    """Return the fields of a unit; what is not said is empty."""
    return {name: values.get(name, "") for name in UNITS[what][unit]}


def faults(what: ItemKind, unit: str, values: Mapping[str, str], text: str) -> Iterator[str]:
    """Yield what makes no sense in a unit, as clauses.

    Args:
        what: the kind of item.
        unit: one of its units.
        values: its fields.
        text: the text of the document.
    """
    given = unit_values(what, unit, values)
    if unit in ("source", "cue", "content", "words"):
        yield from _faults_of_spans(unit, given[unit], text)
    elif unit in _CHOICES:
        yield from _faults_of_choice(unit, given[unit])
    elif unit in _CHECKS:
        yield from _CHECKS[unit](given)


_CHOICES: Mapping[str, tuple[str, ...]] = {
    "stance": get_args(Stance),
    "framing": get_args(Framing),
    "kind": get_args(CasualtyKind),
}
_KINDS: tuple[str, ...] = get_args(PartyKind)
_PRECISIONS: tuple[str, ...] = get_args(Precision)


def _faults_of_spans(unit: str, written: str, text: str) -> Iterator[str]:
    spans = parse_spans(written)
    if spans is None:
        yield f"{unit} is {written!r}; write stretches of the text as 12-20 31-40"
        return
    if not spans and unit != "source":  # who speaks may be left out, and nothing else
        yield f"{unit} holds no words"
    if unit == "words" and len(spans) > 1:
        yield "words is more than one stretch"
    end = 0
    for span in spans:
        if not end <= span.start < span.end <= len(text):
            yield (
                f"the stretch {span.start}-{span.end} of {unit} does not resolve in a text of "
                f"{len(text)} characters, in order and apart"
            )
        elif not span.of(text).strip():
            yield f"the stretch {span.start}-{span.end} of {unit} holds no words"
        end = max(end, span.end)


def _faults_of_choice(name: str, value: str) -> Iterator[str]:
    if value not in _CHOICES[name]:
        yield f"{name} is {value!r}; it must be one of {', '.join(_CHOICES[name])}"


def _faults_of_party(given: Mapping[str, str]) -> Iterator[str]:
    kind = given["party_kind"]
    if kind and kind not in _KINDS:
        yield f"party_kind is {kind!r}; it must be one of {', '.join(_KINDS)}"
    if given["party"] != given["party"].strip():
        yield "party begins or ends with a space"


def _faults_of_time(given: Mapping[str, str]) -> Iterator[str]:
    if given["edtf"] and bounds_of(given["edtf"]) is None:
        yield (
            f"edtf is {given['edtf']!r}; write a day, month, year or interval as 2017-06-19, "
            "2017-06, 2017 or 2017-06-18/2017-06-19"
        )


def _faults_of_place(given: Mapping[str, str]) -> Iterator[str]:
    if not given["name"].strip():
        yield "name is empty"
    if bool(given["lat"]) != bool(given["lon"]):
        yield "lat and lon go together"
    if given["lat"] and not given["precision"]:
        yield "precision is empty: say how precisely it is known where it lies"
    for name, most in _HALF_TURN.items():
        if given[name] and not _is_within(given[name], -most, most):
            yield f"{name} is {given[name]!r}; it must be degrees from {-most:g} to {most:g}"
    if given["radius_km"] and not _is_within(given["radius_km"], 0, 20_040):
        yield f"radius_km is {given['radius_km']!r}; it must be kilometres"
    if given["country"] and not _COUNTRY.fullmatch(given["country"]):
        yield f"country is {given['country']!r}; write two capital letters (ISO 3166-1)"
    if given["precision"] and given["precision"] not in _PRECISIONS:
        yield f"precision is {given['precision']!r}; it must be one of {', '.join(_PRECISIONS)}"
    if given["geonames_id"] and not _NUMBER.fullmatch(given["geonames_id"]):
        yield f"geonames_id is {given['geonames_id']!r}; it must be a number"


def _faults_of_number(given: Mapping[str, str]) -> Iterator[str]:
    for name in ("min", "max"):
        if not (_NUMBER.fullmatch(given[name]) or (name == "max" and not given[name])):
            yield f"{name} is {given[name]!r}; it must be a number of people"
            return
    if given["max"] and int(given["max"]) < int(given["min"]):
        yield f"max {given['max']} is less than min {given['min']}"


def _is_within(written: str, least: float, most: float) -> bool:
    try:
        number = float(written)
    except ValueError:
        return False
    return isfinite(number) and least <= number <= most


_CHECKS: Mapping[str, Callable[[Mapping[str, str]], Iterator[str]]] = {
    "party": _faults_of_party,
    "edtf": _faults_of_time,
    "place": _faults_of_place,
    "number": _faults_of_number,
}
"""What looks for faults in a unit; any text will do for the others."""
