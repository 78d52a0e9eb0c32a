"""Places of datelines: where a report was written, which is seldom where what it tells happened."""

import re
from collections.abc import Mapping, Sequence

from rashomon.model.reading import Event, Place, Reading

_HEAD = 160
_IN_BRACKETS = re.compile(r"\s*[^\W\d_][^\n()–—]{0,80}\((?:[^\W\d_][^\n()]{1,40})\)\s?[-–—]{1,2}\s")
"""A place before an agency in brackets and a dash; lower-cased texts have it too."""
_IN_CAPITALS = re.compile(
    r"\s*[A-Z][A-Z'’.-]+(?: [A-Z][A-Z'’.-]*){0,3}"
    r"(?:, [A-Z][\w.]+(?: \d{1,2})?){0,2}(?:, \d{4})?\s[-–—]{1,2}\s"
)
"""A place in capitals, perhaps a state and a day, and a dash."""
_VAGUE = ("country", None)


def places_for_datelines(reading: Reading) -> Mapping[str, str]:
    """Return for the places of events that stand in the dateline the places to take for them.

    Args:
        reading: the reading.

    Returns:
        Ids of places by ids of places: the first one beside it in a sentence that tells of such an
        event. Where there is none, the dateline is all that says where it was, and stays.
    """
    end = _end(reading.document.text)
    heads = {one.id for one in reading.places if one.span.end <= end}
    found: dict[str, str] = {}
    for event in reading.events if heads else ():
        if event.place in heads and event.place not in found:
            told = [one for one in _inside(event, reading.places) if one.id not in heads]
            if told:
                found[event.place] = told[0].id
    return found


def _end(text: str) -> int:
    head = text[:_HEAD]
    match = _IN_BRACKETS.match(head) or _IN_CAPITALS.match(head)
    return match.end() if match else 0


def _inside(event: Event, places: Sequence[Place]) -> list[Place]:
    """Return the places of a sentence that may be where its event was."""
    return [
        one
        for one in places
        if event.span.start <= one.span.start < event.span.end
        and one.use == "literal"
        and one.precision not in _VAGUE
    ]
