"""Decisions on items, made of what a person says of one in a reading: checked, and whole.

A decision holds the words by which its item is found again, all fields as they are to be, and which
of them a person changed.
"""

from collections.abc import Mapping
from typing import get_args

from rashomon.model.case import Decision
from rashomon.model.errors import SettingsError, UnknownItemError
from rashomon.model.reading import Reading
from rashomon.model.review import Item, ItemKind, ItemVerdict
from rashomon.model.spans import covering
from rashomon.review.fields import UNITS, faults, fields_of, parse_spans, unit_values, write_spans
from rashomon.review.items import item_of, items_of
from rashomon.review.matching import ACCEPT, CORRECT, INSERT, is_one, look_of

_WHERE_IT_LIES = ("lat", "lon", "radius_km", "country", "precision", "geonames_id")
_VERDICTS: tuple[str, ...] = get_args(ItemVerdict)
_MOST_COMMON: Mapping[ItemKind, Mapping[str, str]] = {
    "claim": {"stance": "asserts", "framing": "neutral"},
    "time": {},
    "place": {},
    "count": {},
}
"""What an item that a person puts in is where nothing else is said."""


def item_decision(
    reading: Reading,
    what: ItemKind,
    item_id: str,
    verdict: ItemVerdict,
    values: Mapping[str, str] | None = None,
    *,
    reviewer: str,
    note: str = "",
) -> Decision:
    """Return the decision that an item of a reading is right, is none, or is otherwise.

    Args:
        reading: the reading that the reviewer saw, with the decisions upon it.
        what: the kind of item.
        item_id: its ``id``; of a count as ``Item.id`` has it.
        verdict: what is decided.
        values: where it is corrected, its fields that are otherwise, as texts (``UNITS``).
        reviewer: who decides.
        note: why; may be empty.

    Raises:
        SettingsError: lists all that makes no sense, as fields that are none, or no change at all.
        UnknownItemError: the reading has no such item.
    """
    if verdict not in _VERDICTS:
        remedy = f"write one of {', '.join(_VERDICTS)}"
        raise SettingsError(f"{verdict!r} is nothing to decide", where=what, remedy=remedy)
    item = find_item(reading, what, item_id)
    value = {"what": what, "item": item_id, **_known_by(item)}
    if verdict == CORRECT:
        after = _corrected(reading, what, item.values, values or {})
        changed = [
            unit
            for unit in UNITS[what]
            if unit_values(what, unit, item.values) != unit_values(what, unit, after)
        ]
        _check(what, changed, after, reading)
        if not changed:
            remedy = "say what is otherwise, or accept it"
            raise SettingsError("nothing is corrected", where=item_id, remedy=remedy)
        value |= {**after, "changed": " ".join(changed)}
    elif values:
        remedy = "correct it instead"
        raise SettingsError(f"to {verdict} changes no fields", where=item_id, remedy=remedy)
    elif verdict == ACCEPT:
        value |= item.values
    return Decision(verdict, reading.document.id, item.span, value, _named(reviewer), note)


def insert_decision(
    reading: Reading,
    what: ItemKind,
    values: Mapping[str, str],
    *,
    reviewer: str,
    note: str = "",
) -> Decision:
    """Return the decision that a reading lacks an item.

    Args:
        reading: the reading that the reviewer saw.
        what: the kind of item.
        values: its fields as texts. Of a claim that says nothing else the stance is ``asserts``,
            the framing ``neutral``; of a count without ``max`` it is ``min``.
        reviewer: who decides.
        note: why; may be empty.

    Raises:
        SettingsError: lists all that makes no sense; or the reading has it already.
    """
    empty = dict.fromkeys(fields_of(what), "")
    after = _corrected(reading, what, empty, {**_MOST_COMMON[what], **values})
    _check(what, list(UNITS[what]), after, reading)
    words = parse_spans(after["content" if what == "claim" else "words"]) or ()
    _check_is_new(reading, what, after)
    value = {"what": what, **after}
    return Decision(INSERT, reading.document.id, covering(words), value, _named(reviewer), note)


def _check_is_new(reading: Reading, what: ItemKind, values: Mapping[str, str]) -> None:
    """Refuse to put in what a reading has: it would be taken for a decision on that.

    Raises:
        SettingsError: names what stands there.
    """
    look = look_of(what, values)
    for one in items_of(reading):
        if one.what == what and is_one(what, look, [look_of(what, one.values)], is_new=True):
            remedy = f"correct {one.id} instead"
            if what == "claim" and not look.cue:
                remedy += ", or say by what words the other one is attributed"
            raise SettingsError(f"{one.id} stands there already", where=what, remedy=remedy)


def find_item(reading: Reading, what: ItemKind, item_id: str) -> Item:
    """Return the item of a reading with an ``id``.

    Raises:
        UnknownItemError: there is none.
    """
    found = item_of(reading, what, item_id)
    if found is not None:
        return found
    raise UnknownItemError(
        f"there is no {what} {item_id!r}",
        where=reading.document.id,
        remedy="see which there are: 'rashomon items'",
    )


def _known_by(item: Item) -> dict[str, str]:
    """Return by what an item is found again, beside its words."""
    names = {"claim": ("cue", "content"), "count": ("kind", "who")}.get(item.what, ())
    return {f"at_{name}": item.values[name] for name in names}


def _corrected(
    reading: Reading, what: ItemKind, before: Mapping[str, str], given: Mapping[str, str]
) -> dict[str, str]:
    """Return the fields of an item as they are to be.

    Raises:
        SettingsError: a field is none of such an item.
    """
    unknown = sorted(set(given) - set(fields_of(what)))
    if unknown:
        raise SettingsError(
            f"{', '.join(unknown)}: no such field",
            where=what,
            remedy=f"there are {', '.join(fields_of(what))}",
        )
    written = _as_written(what, given)
    after = {**before, **written}
    if "party" in given:
        after |= _as_known(reading, after["party"]) | _only(written, "party_kind", "party_side")
    if "name" in given and after["name"] != before["name"]:
        # another place lies elsewhere: the old pin would be a false one
        after |= dict.fromkeys(_WHERE_IT_LIES, "") | _only(written, *_WHERE_IT_LIES)
    elif "lat" in given or "lon" in given:
        after |= {"geonames_id": written.get("geonames_id", "")}
    if "min" in given and "max" not in given and before["min"] == before["max"]:
        after["max"] = after["min"]
    return after


def _as_written(what: ItemKind, given: Mapping[str, str]) -> dict[str, str]:
    """Return fields without spaces around them, numbers and spans in the one way they are kept."""
    written = {name: value.strip() for name, value in given.items()}
    for name in ("source", "cue", "content", "words"):
        if spans := parse_spans(written.get(name, "")):
            written[name] = write_spans(tuple(sorted(spans)))
    for name in ("lat", "lon", "radius_km") if what == "place" else ():
        try:
            written |= {name: repr(float(written[name]))} if written.get(name) else {}
        except ValueError:  # said where it is checked
            continue
    return written


def _as_known(reading: Reading, name: str) -> dict[str, str]:
    """Return a party as the reading has it under a name; else the name alone."""
    for one in reading.parties:
        if name and one.name.casefold() == name.casefold():
            return {
                "party": one.name,
                "party_kind": one.kind or "",
                "party_side": one.side or "",
            }
    return {"party": name, "party_kind": "", "party_side": ""}


def _only(values: Mapping[str, str], *names: str) -> dict[str, str]:
    return {name: values[name] for name in names if name in values}


def _check(what: ItemKind, units: list[str], values: Mapping[str, str], reading: Reading) -> None:
    """Refuse an item that makes no sense.

    Raises:
        SettingsError: lists all that does not.
    """
    text = reading.document.text
    found = [fault for unit in units for fault in faults(what, unit, values, text)]
    if found:
        raise SettingsError("; ".join(found), where=what, remedy="see docs/review.md")


def _named(reviewer: str) -> str:
    """Return the name of who decides.

    Raises:
        SettingsError: there is none.
    """
    if not reviewer.strip():
        raise SettingsError("nobody decides", where="reviewer", remedy="name who does")
    return reviewer.strip()
