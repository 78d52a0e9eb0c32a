"""The form in which an item of a reading is corrected: its fields, and what a person changed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import get_args
from urllib.parse import parse_qsl, urlencode

from rashomon.model.errors import SettingsError
from rashomon.model.reading import CasualtyKind, Framing, PartyKind, Precision, Stance
from rashomon.model.review import ItemKind
from rashomon.model.spans import Span, Spans
from rashomon.pipeline.placing import KnownPlace
from rashomon.review.fields import fields_of, parse_spans, write_spans
from rashomon.review.typed import find_typed, typed_words

KINDS: tuple[ItemKind, ...] = get_args(ItemKind)
"""What people decide on of a reading."""

LABELS: Mapping[ItemKind, Mapping[str, str]] = {
    "claim": {
        "source": "Who speaks, in the text",
        "cue": "Words that say that it speaks",
        "content": "What is said",
        "party": "Party",
        "party_kind": "What the party is",
        "party_side": "Side of the party",
        "stance": "Stance",
        "framing": "How the writer puts it",
    },
    "time": {"words": "Words", "edtf": "Value (EDTF)"},
    "place": {
        "words": "Words",
        "name": "Name",
        "lat": "Latitude",
        "lon": "Longitude",
        "radius_km": "Radius in km",
        "country": "Country (two letters)",
        "precision": "Precision",
        "geonames_id": "Number in GeoNames",
    },
    "count": {
        "words": "Words",
        "kind": "What happened to them",
        "who": "Who they are",
        "min": "At least",
        "max": "At most (empty: no bound)",
    },
}
"""What the fields of each kind of item are called."""

CHOICES: Mapping[str, Sequence[str]] = {
    "party_kind": get_args(PartyKind),
    "stance": get_args(Stance),
    "framing": get_args(Framing),
    "precision": get_args(Precision),
    "kind": get_args(CasualtyKind),
}
"""The values of fields that have only some."""

_SPANS = ("source", "cue", "content", "words")
_NEEDED = ("stance", "framing", "kind")
_AT = "_at"
_REPLACED = "?\ufffd"  # what stands for half a pair, and for a NUL
_PLACE = ("name", "lat", "lon", "radius_km", "country", "precision", "geonames_id")


@dataclass(frozen=True, slots=True)
class FormField:
    """A field of the form.

    Attributes:
        name: what it is called in a decision.
        label: what it is called for people.
        value: what it holds: words, a choice, a number as text.
        at: of a field of words, where these stand: ``12-20 31-40``.
        is_words: whether it holds words of the text.
        choices: what may be chosen; empty where anything may be typed.
        may_be_empty: whether nothing may be chosen.
    """

    name: str
    label: str
    value: str
    at: str = ""
    is_words: bool = False
    choices: Sequence[str] = ()
    may_be_empty: bool = True


def form_fields(
    what: ItemKind, values: Mapping[str, str], text: str, typed: Mapping[str, str]
) -> tuple[FormField, ...]:
    """Return the fields of the form of an item.

    Args:
        what: the kind of item.
        values: its fields as they are, as decisions hold them.
        text: the text of the document.
        typed: what a person typed already, which goes before.
    """
    return tuple(
        FormField(
            name=name,
            label=label,
            value=typed.get(name, _shown(name, values.get(name, ""), text)),
            at=typed.get(name + _AT, values.get(name, "")) if name in _SPANS else "",
            is_words=name in _SPANS,
            choices=CHOICES.get(name, ()),
            may_be_empty=name not in _NEEDED,
        )
        for name, label in LABELS[what].items()
    )


def typed_values(
    what: ItemKind, values: Mapping[str, str], text: str, typed: Mapping[str, str], near: Span
) -> dict[str, str]:
    """Return the fields that a person changed, as a decision holds them.

    Words may be given by their places (``12-20``), as a selection in the page gives them, or be
    typed, and are then looked for in the text.

    Args:
        what: the kind of item.
        values: its fields as they are.
        text: the text of the document.
        typed: what the form held. Of a place that was chosen from the gazetteer, ``chosen`` holds
            all its fields.
        near: near which words typed words are looked for.

    Raises:
        SettingsError: the text has no such words; names all of them.
    """
    changed: dict[str, str] = {}
    faults = []
    for name in fields_of(what):
        if name not in typed:
            continue
        value = typed[name].strip()
        if name in _SPANS:
            spans = _typed_spans(name, values, text, typed, near)
            if spans is None:
                label = LABELS[what][name].lower()
                faults.append(f"the text has no words {value[:80]!r} ({label})")
                continue
            value = write_spans(spans)
        if not _is_as_shown(value, values.get(name, "")):
            changed[name] = value
    if faults:
        raise SettingsError("; ".join(faults), remedy="copy them from the text, or select them")
    return changed | chosen_place(typed.get("chosen", ""))


def place_choice(place: KnownPlace) -> str:
    """Return a place as the form holds it."""
    values = (place.name, place.lat, place.lon, place.radius_km, place.country, place.precision)
    return urlencode(list(zip(_PLACE, (*values, place.geonames_id or ""), strict=True)))


def chosen_place(written: str) -> dict[str, str]:
    """Return the fields of a place that :func:`place_choice` gave; none for anything else."""
    found = dict(parse_qsl(written, keep_blank_values=True, max_num_fields=20) if written else ())
    return found if tuple(found) == _PLACE else {}


def _shown(name: str, value: str, text: str) -> str:
    return typed_words(text, parse_spans(value) or ()) if name in _SPANS else value


def _typed_spans(
    name: str, values: Mapping[str, str], text: str, typed: Mapping[str, str], near: Span
) -> Spans | None:
    before = parse_spans(values.get(name, "")) or ()
    given = parse_spans(typed.get(name + _AT, ""))
    if given and given != before:
        return given
    words = typed[name]
    if _is_as_shown(" ".join(words.split()), typed_words(text, before)):
        return before
    return find_typed(text, words, near)


def _is_as_shown(sent: str, shown: str) -> bool:
    """Return whether a browser gave back what it was shown: controls do not survive that way."""
    if sent == shown or shown.isprintable():
        return sent == shown
    return _without_odd(sent) == _without_odd(shown)


def _without_odd(words: str) -> str:
    kept = "".join(one if one.isprintable() and one not in _REPLACED else " " for one in words)
    return " ".join(kept.split())


def in_words_of_form(what: ItemKind, fault: str) -> str:
    """Return a fault of a decision (``max is 'x'; …``) with its field called as in the form."""
    name, _, rest = fault.partition(" is ")
    label = LABELS[what].get(name, "").partition(" (")[0]
    return f"{label} is {rest}" if label and rest else fault
