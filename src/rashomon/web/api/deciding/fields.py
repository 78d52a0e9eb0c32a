"""The fields of items as programs send them, and as decisions hold them."""

from collections.abc import Mapping, Sequence
from typing import Any, get_args

from rashomon.model.reading import CasualtyKind, Framing, PartyKind, Precision, Stance
from rashomon.model.review import ItemKind
from rashomon.model.spans import Span
from rashomon.review.fields import write_spans
from rashomon.web.api.checking import Schema
from rashomon.web.api.schemas import SPAN, formed, listed, nullable, number, one_of, text, whole

_MOST_SPANS = 50

_SPANS = listed("stretches of the document's text", SPAN, 0, _MOST_SPANS)
_WORDS = {"words": {**SPAN, "description": "its words"}}
_PEOPLE = 2**31 - 1
FIELDS: Mapping[ItemKind, Mapping[str, Schema]] = {
    "claim": {
        "source": {**_SPANS, "description": "who speaks; empty where the text leaves it out"},
        "cue": listed("the words that attribute", SPAN, 1, _MOST_SPANS),
        "content": listed("what is said", SPAN, 1, _MOST_SPANS),
        "party": nullable(text("the name of the party that speaks", longest=200)),
        "party_kind": nullable(one_of("what it is", get_args(PartyKind))),
        "party_side": nullable(text("the side that it belongs to", longest=200)),
        "stance": one_of("what the source does with the content", get_args(Stance)),
        "framing": one_of("how the writer presents it", get_args(Framing)),
    },
    "time": {
        **_WORDS,
        "edtf": nullable(text("its value in EDTF, level 1, as 2017-06-18", longest=100)),
    },
    "place": {
        **_WORDS,
        "name": text("the gazetteer's name of it", longest=200, is_needed=True),
        "lat": nullable(number("latitude of its middle in degrees", -90, 90)),
        "lon": nullable(number("longitude of its middle in degrees", -180, 180)),
        "radius_km": nullable(number("how far from there it may lie", 0, 20_040)),
        "country": nullable(formed("ISO 3166-1 alpha-2", "^[A-Z]{2}$", longest=2)),
        "precision": nullable(one_of("how precisely it is known", get_args(Precision))),
        "geonames_id": nullable(whole("its number in GeoNames", 0, _PEOPLE)),
    },
    "count": {
        **_WORDS,
        "kind": one_of("what happened to them", get_args(CasualtyKind)),
        "who": nullable(text("who they are, where the text says so", longest=100)),
        "min": whole("the fewest that the words allow", 0, _PEOPLE),
        "max": nullable(whole("the most; null where they set no bound", 0, _PEOPLE)),
    },
}
"""The schemas of the fields of each kind of item."""

NEEDED: Mapping[ItemKind, tuple[str, ...]] = {
    "claim": ("content", "cue"),
    "time": ("words", "edtf"),
    "place": ("words", "name"),
    "count": ("words", "kind", "min"),
}
"""The fields that an item must have that a person puts in."""


def span_of(pair: Sequence[float]) -> Span:
    """Return a span that was sent: JSON knows no whole numbers."""
    return Span(int(pair[0]), int(pair[1]))


def as_texts(fields: Mapping[str, Any]) -> dict[str, str]:
    """Return the fields of an item as decisions hold them."""
    return {name: _as_text(value) for name, value in fields.items()}


def _as_text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        pairs = value if value and isinstance(value[0], list) else [value] if value else []
        return write_spans(tuple(span_of(one) for one in pairs))
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
