"""The incidents of a case: filtered and sorted."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from rashomon.model.incidents import Incident
from rashomon.pipeline.browsing.contents import Contents

IncidentSort = Literal["documents", "origins", "newest", "oldest", "title"]
"""What incidents are sorted by: most documents, most origins, by day, or by name."""

_Test: TypeAlias = Callable[[Incident], bool]
_NO_DAY = "9999-99-99"


@dataclass(frozen=True, slots=True)
class IncidentFilter:
    """Which incidents are listed: all that is given must hold.

    Attributes:
        words: words that its title, place or parties have, each somewhere.
        type: the type of the event.
        country: ISO 3166-1 alpha-2.
        since: the first day on which it may have been.
        until: the last day.
        documents: how many documents speak of it at least.
        origins: how many independent origins these have at least.
    """

    words: str = ""
    type: str = ""
    country: str = ""
    since: str = ""
    until: str = ""
    documents: int = 0
    origins: int = 0


@dataclass(frozen=True, slots=True)
class IncidentRow:
    """An incident in a list.

    Attributes:
        incident: what it is.
        documents: how many documents speak of it.
        origins: how many independent origins these have.
    """

    incident: Incident
    documents: int
    origins: int


@dataclass(frozen=True, slots=True)
class IncidentChoices:
    """What incidents can be filtered by, with how many there are of each.

    Attributes:
        types: the types of events, the most frequent first.
        countries: ISO 3166-1 alpha-2, the most frequent first.
    """

    types: tuple[tuple[str, int], ...]
    countries: tuple[tuple[str, int], ...]


def list_incidents(
    contents: Contents, wanted: IncidentFilter, sort: IncidentSort = "documents"
) -> tuple[IncidentRow, ...]:
    """Return the incidents of a case that fit a filter, sorted; equal ones as the case has them."""
    tests = tuple(_tests(wanted))
    rows = (
        IncidentRow(one, len(one.documents), contents.origins_behind(one))
        for one in contents.incidents
        if all(test(one) for test in tests)
    )
    fitting = [
        row for row in rows if row.documents >= wanted.documents and row.origins >= wanted.origins
    ]
    return tuple(sorted(fitting, key=_KEYS[sort], reverse=sort == "newest"))


def incident_choices(contents: Contents) -> IncidentChoices:
    """Return what the incidents of a case can be filtered by."""
    types = Counter(one.type for one in contents.incidents if one.type)
    countries = Counter(
        one.place.country for one in contents.incidents if one.place and one.place.country
    )
    return IncidentChoices(tuple(types.most_common()), tuple(countries.most_common()))


def _tests(wanted: IncidentFilter) -> Iterator[_Test]:
    if words := wanted.words.casefold().split():
        yield lambda one: all(word in _named(one) for word in words)
    if wanted.type:
        yield lambda one: one.type == wanted.type
    if wanted.country:
        yield lambda one: one.place is not None and one.place.country == wanted.country
    if wanted.since:
        yield lambda one: (one.time.latest or "") >= wanted.since
    if wanted.until:
        yield lambda one: (one.time.earliest or _NO_DAY) <= wanted.until


def _named(incident: Incident) -> str:
    place = incident.place.name if incident.place else ""
    return "\n".join((incident.id, incident.title, place, *incident.parties)).casefold()


_KEYS: dict[IncidentSort, Callable[[IncidentRow], Any]] = {
    "documents": lambda row: (-row.documents, -row.origins),
    "origins": lambda row: (-row.origins, -row.documents),
    "newest": lambda row: row.incident.time.earliest or "",
    "oldest": lambda row: row.incident.time.earliest or _NO_DAY,
    "title": lambda row: row.incident.title.casefold(),
}
