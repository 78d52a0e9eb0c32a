"""Asking a case: incidents, origins and searches, as people name them."""

from datetime import date
from typing import Literal, cast, get_args

from rashomon.model.case import Query
from rashomon.model.errors import SettingsError, UnknownItemError
from rashomon.model.geometry import Circle
from rashomon.model.incidents import Incident
from rashomon.model.origins import Derivation, Origins
from rashomon.model.reading import Stance
from rashomon.render.words import counted
from rashomon.store.case import Case

_WHAT = ("claims", "documents")


def chosen_incidents(case: Case, incident: str) -> tuple[Incident, ...]:
    """Return all incidents of a case, or the one of the given ``id`` (``i2``, ``I2`` or ``2``).

    Raises:
        UnknownItemError: there is none of this ``id``.
    """
    found = case.incidents()
    if not incident:
        return found
    asked = incident.lower() if incident.lower().startswith("i") else f"i{incident}"
    chosen = tuple(one for one in found if one.id == asked)
    if not chosen:
        raise _without(case, incident, len(found))
    return chosen


def _without(case: Case, incident: str, found: int) -> UnknownItemError:
    """Return the error that there is no such incident, and what there is instead."""
    if found:
        remedy = f"`rashomon incidents` shows the {found:,} that there are"
        return UnknownItemError(f"there is no incident {incident!r}", remedy=remedy)
    documents = sum(1 for _ in case.documents())
    if documents:
        what = f"this case has no incident in {counted(documents, 'document')}"
        return UnknownItemError(what, remedy="`rashomon documents` shows what is in it")
    return UnknownItemError("this case has no incidents", remedy="`rashomon add` fills it")


def chosen_origins(case: Case, incident: str) -> Origins:
    """Return the origins of a case, or those of the documents of one incident.

    Raises:
        UnknownItemError: there is no incident of this ``id``.
    """
    origins = case.origins()
    if not incident:
        return origins
    (one,) = chosen_incidents(case, incident)
    return origins.among([each.document for each in one.documents])


def words_of(case: Case, origins: Origins) -> dict[Derivation, str]:
    """Return for every edge of a stretch its words."""
    texts: dict[str, str] = {}
    words = {}
    for one in origins.derivations:
        if one.span is None:
            continue
        if one.document not in texts:
            texts[one.document] = case.document(one.document).text
        words[one] = one.span.of(texts[one.document])
    return words


def parse_query(
    *,
    words: str,
    what: str,
    speaker: str,
    side: str,
    stance: str | None,
    publisher: str,
    since: str | None,
    until: str | None,
    place: str,
    near: str,
    incident: str,
    limit: int,
    offset: int,
) -> Query:
    """Return a query of values as people type them; those of ``Query`` say what each means.

    Raises:
        SettingsError: names every value that makes no sense.
    """
    faults: list[str] = []
    if what not in _WHAT:
        faults.append(f"what is {what!r}; it must be one of {', '.join(_WHAT)}")
    if stance is not None and stance not in get_args(Stance):
        faults.append(f"stance is {stance!r}; it must be one of {', '.join(get_args(Stance))}")
    for name, day in (("since", since), ("until", until)):
        if day is not None and not _is_day(day):
            faults.append(f"{name} is {day!r}; write the day as 2017-06-19")
    if since and until and since > until:
        faults.append(f"since {since} is after until {until}")
    circle = _circle(near) if near else None
    if near and circle is None:
        faults.append(f"near is {near!r}; write latitude,longitude,kilometres as 36.1,37.2,20")
    if faults:
        raise SettingsError("; ".join(faults), where="search", remedy="see `rashomon search -h`")
    return Query(
        words=words,
        what=cast(Literal["claims", "documents"], what),
        speaker=speaker,
        side=side,
        stance=cast(Stance | None, stance),
        publisher=publisher,
        since=since,
        until=until,
        place=place,
        near=circle,
        incident=incident,
        limit=limit,
        offset=offset,
    )


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _circle(text: str) -> Circle | None:
    try:
        lat, lon, km = map(float, text.split(","))
    except ValueError:
        return None
    is_on_earth = -90 <= lat <= 90 and -180 <= lon <= 180
    return Circle(lat, lon, km) if is_on_earth and 0 < km <= 20_040 else None
