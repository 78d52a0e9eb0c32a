"""How precisely it is known where and when an incident took place, in the codes of UCDP GED."""

from collections.abc import Mapping
from datetime import date
from typing import Literal

from rashomon.model.incidents import IncidentPlace, IncidentTime
from rashomon.model.reading import Precision

WherePrecision = Literal[1, 2, 3, 4, 5, 6, 7]
"""``where_prec``: 1 the place, 2 near it, 3 second-order division, 4 first-order division, 5 a part
of a country, 6 a country, 7 international waters or air space."""

DatePrecision = Literal[1, 2, 3, 4, 5]
"""``date_prec``: 1 the day, 2 two to six days, 3 a week, 4 a month, 5 up to a year."""

_WHERE: Mapping[Precision, WherePrecision] = {
    "exact": 1,
    "town": 1,
    "near": 2,
    "district": 3,
    "region": 4,
    "country": 6,
}
_NOWHERE: WherePrecision = 7
_UP_TO_DAYS: tuple[tuple[int, DatePrecision], ...] = ((1, 1), (6, 2), (7, 3), (31, 4), (366, 5))


def where_precision(place: IncidentPlace | None) -> WherePrecision | None:
    """Return the UCDP code for how precisely a place is known.

    A town is 1, as it is in UCDP GED: it codes the named place. 5 is never returned: a reading does
    not tell *the south of the country* from a province. ``None`` where nothing is known.
    """
    if place is None or place.precision is None:
        return None
    if place.precision == "region" and place.country is None:
        return _NOWHERE
    return _WHERE[place.precision]


def date_precision(time: IncidentTime) -> DatePrecision | None:
    """Return the UCDP code for how precisely a time is known.

    ``None`` where it is not known, or not to the year.
    """
    if time.earliest is None or time.latest is None:
        return None
    try:
        days = (date.fromisoformat(time.latest) - date.fromisoformat(time.earliest)).days + 1
    except ValueError:
        return None
    if days < 1:
        return None
    return next((code for longest, code in _UP_TO_DAYS if days <= longest), None)
