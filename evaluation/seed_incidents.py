"""The incidents of the seed article: is each told, with its date, place and count?"""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from evaluation.corpora import SHARED
from evaluation.seed import seed
from rashomon.gazetteer.centres import distance_km
from rashomon.model.document import Document, identity
from rashomon.model.reading import Event, Place, Reading
from rashomon.pipeline.resources import load_analyser
from rashomon.settings import AnalysisSettings

PUBLISHED = "2017-06-19"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What an event of an incident should be.

    Attributes:
        types: types that fit.
        lat, lon: where it took place, in degrees.
        within_km: how far from there its place may be put.
        killed: a number that the count of the killed must allow, or ``None`` where none is told.
    """

    types: frozenset[str]
    lat: float
    lon: float
    within_km: float
    killed: int | None = None


_STRIKE = frozenset(("air_drone_strike", "attack", "shelling_artillery_missile_attack"))
WANTED: Mapping[str, Wanted] = {
    "I1": Wanted(frozenset(("aircraft_shot_down",)), 35.63, 38.76, 50),
    "I2": Wanted(_STRIKE, 35.34, 40.14, 25, killed=81),
    # the article itself says no more than that forces attacked forces
    "I3": Wanted(_STRIKE | {"armed_clash"}, 33.49, 38.62, 30),
    "I4": Wanted(_STRIKE, 34.49, 36.91, 50, killed=80),
    "I5": Wanted(frozenset(("chemical_weapon",)), 35.44, 36.65, 25),
}
"""Coordinates of the places that ``expected.json`` names, as maps give them."""


@dataclass(frozen=True, slots=True)
class Told:
    """What of an incident was found; ``None`` where ``expected.json`` gives nothing to compare."""

    id: str
    what: str
    event: bool
    date: bool | None
    place: bool
    killed: bool | None

    @property
    def is_right(self) -> bool:
        """Whether all that can be compared is right."""
        return self.event and self.place and self.date is not False and self.killed is not False


def measure() -> list[Told]:
    """Return for each incident of the seed article what its best event mention has right.

    Raises:
        CorpusMissingError: the article is not there.
    """
    article, _ = seed()
    document = Document(id=identity(article.text.encode()), text=article.text, published=PUBLISHED)
    reading = load_analyser(AnalysisSettings(), threads=2).read(document)
    expected = json.loads((SHARED / "cases" / "seed" / "expected.json").read_text("utf-8"))
    return [_best(one, reading) for one in expected["incidents"]]


def _best(incident: Mapping[str, str | None], reading: Reading) -> Told:
    wanted = WANTED[str(incident["id"])]
    told = [
        _told(incident, wanted, event, reading)
        for event in reading.events
        if event.type in wanted.types
        and event.polarity == "asserted"
        and event.modality in ("happened", "alleged")
    ]
    missing = Told(str(incident["id"]), str(incident["what"]), False, False, False, False)
    return max(told, key=_rights, default=missing)


def _rights(told: Told) -> int:
    return sum(one is True for one in (told.event, told.date, told.place, told.killed))


def _told(
    incident: Mapping[str, str | None], wanted: Wanted, event: Event, reading: Reading
) -> Told:
    date = incident["date"]
    time = next((one for one in reading.times if one.id == event.time), None)
    place = next((one for one in reading.places if one.id == event.place), None)
    counts = [one for one in event.casualties if one.kind == "killed"]
    return Told(
        id=str(incident["id"]),
        what=str(incident["what"]),
        event=True,
        date=(time is not None and time.edtf == date) if date else None,
        place=place is not None and _is_near(place, wanted),
        killed=None
        if wanted.killed is None
        else any(
            wanted.killed / 2 <= one.min <= wanted.killed
            and (one.max is None or wanted.killed <= one.max)
            for one in counts
        ),
    )


def _is_near(place: Place, wanted: Wanted) -> bool:
    if place.lat is None or place.lon is None:
        return False
    here, there = (place.lat, place.lon), (wanted.lat, wanted.lon)
    return distance_km(here, there) <= wanted.within_km
