"""Reports of made-up incidents by made-up outlets, as many as are wanted: input for measuring.

Nothing in them is true or taken from anywhere. An incident is told by one to five outlets; some
print the same dispatch. The same seed gives the same reports.
"""

import json
import random
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

_FIRST_DAY = date(2021, 1, 1)
_DAYS = 1400
_OUTLETS = 900
_TOWNS = 4000
_COPIES = 0.2
_TOLD = 0.7
_SYLLABLES = [
    first + last for first in "bdfghjklmnprstvz" for last in ("a", "e", "i", "o", "an", "or")
]
_KINDS = (
    ("An air strike hit {site} in {town} on {day}", "air strike"),
    ("Shells struck {site} in {town} on {day}", "shelling"),
    ("A car bomb went off near {site} in {town} on {day}", "blast"),
    ("Gunmen opened fire at {site} in {town} on {day}", "shooting"),
    ("A drone struck {site} in {town} on {day}", "strike"),
    ("Police broke up a march outside {site} in {town} on {day}", "clashes"),
    ("A mine exploded on the road to {site} in {town} on {day}", "explosion"),
)
_SITES = [
    "the grain market",
    "a school yard",
    "the bus station",
    "a clinic",
    "the old mill",
    "the football ground",
    "a bakery",
    "the town hall",
    "a row of shops",
    "the ferry landing",
    "a water works",
    "the law courts",
    "a wedding hall",
    "the cattle market",
    "a petrol station",
    "the post office",
]
_OPENINGS = (
    ", killing {killed} people, {official} said.",
    ". At least {killed} people were killed, according to {official}.",
    ", and {official} said that {killed} people had died.",
)
_MIDDLES = (
    "{injured} others were taken to hospital, said {witness}, who works there.",
    "{witness}, a nurse, said that {injured} people had been hurt.",
    "The hospital took in {injured} wounded, its director {witness} said.",
)
_QUOTES = (
    "“We heard {noise} and then the {thing} was gone,” said {neighbour}, a {trade}.",
    "“There was {noise}, and nobody came for {minutes} minutes,” {neighbour}, a {trade}, said.",
    "{neighbour}, a {trade}, told reporters that {noise} had woken the whole street.",
)
_BLAME = (
    "{side} denied that its forces had been there and blamed {other}.",
    "{side} accused {other} of the {kind}. {other} did not comment.",
    "No group has said that it was behind the {kind}; {side} said it was looking into it.",
)
_NOISES = [
    "one loud bang",
    "two bangs",
    "a low hum",
    "a whistling",
    "glass breaking",
    "dogs barking",
]
_THINGS = ["roof", "gate", "kiosk", "staircase", "north wall", "tea stall", "clock tower", "awning"]
_TRADES = [
    "baker",
    "porter",
    "teacher",
    "tailor",
    "driver",
    "fisherman",
    "mason",
    "locksmith",
    "gardener",
    "clerk",
]
_AGENCY = "Meridian Wire"


@dataclass(frozen=True, slots=True)
class _Incident:
    """What happened, in the words and numbers that its reports use."""

    number: int
    day: date
    town: str
    values: dict[str, Any]
    kind: tuple[str, str]


def generate(number: int, seed: int = 0) -> Iterator[dict[str, Any]]:
    """Yield rows of a JSONL input: ``id, incident_id, publisher, url, date, title, text``.

    Args:
        number: how many.
        seed: what the reports depend on.
    """
    chance = random.Random(seed)
    towns = _towns()
    made = 0
    count = 0
    while made < number:
        incident = _incident(count, chance, towns)
        count += 1
        outlets = chance.sample(range(_OUTLETS), min(1 + int(chance.expovariate(0.8)), 5))
        dispatch = _report(incident, chance)
        for outlet in outlets[: number - made]:
            is_copy = chance.random() < _COPIES
            text = f"({_AGENCY}) - {dispatch}" if is_copy else _report(incident, chance)
            published = incident.day + timedelta(days=chance.choice((0, 0, 0, 1, 1, 2)))
            yield {
                "id": f"g{made}",
                "incident_id": f"i{incident.number}",
                "publisher": f"{_name(outlet).title()} Post",
                "url": f"https://{_name(outlet)}.example/{made}",
                "date": published.isoformat(),
                "title": f"{incident.kind[1].capitalize()} in {incident.town}",
                "text": text,
            }
            made += 1


def write(number: int, path: Path, seed: int = 0) -> None:
    """Write reports to a JSONL file."""
    with path.open("w", encoding="utf-8") as stream:
        for row in generate(number, seed):
            stream.write(json.dumps(row, ensure_ascii=False) + "\n")


def _incident(number: int, chance: random.Random, towns: Sequence[str]) -> _Incident:
    names = tuple(f"{_person(chance)} {_person(chance)}" for _ in range(4))
    values = {
        "killed": chance.randint(2, 60),
        "injured": chance.randint(3, 90),
        "site": chance.choice(_SITES),
        "official": f"Mayor {names[0]}",
        "witness": names[1],
        "minutes": chance.randint(4, 50),
        "side": _person(chance),
        "other": _person(chance),
    }
    return _Incident(
        number,
        _FIRST_DAY + timedelta(days=chance.randrange(_DAYS)),
        chance.choice(towns),
        values,
        chance.choice(_KINDS),
    )


def _report(incident: _Incident, chance: random.Random) -> str:
    """Return one telling of an incident: the same facts, each outlet's own words and neighbours."""
    values = {
        **incident.values,
        "town": incident.town,
        "day": f"{incident.day:%B} {incident.day.day}",
        "kind": incident.kind[1],
        "neighbour": f"{_person(chance)} {_person(chance)}",
        "trade": chance.choice(_TRADES),
        "noise": chance.choice(_NOISES),
        "thing": chance.choice(_THINGS),
    }
    lead = incident.kind[0] + chance.choice(_OPENINGS)
    more = [chance.choice(_MIDDLES), chance.choice(_QUOTES), chance.choice(_BLAME)]
    told = [one for one in more if chance.random() < _TOLD]
    return " ".join(part.format(**values) for part in (lead, *told))


def _person(chance: random.Random) -> str:
    return "".join(chance.choices(_SYLLABLES, k=chance.choice((2, 2, 3)))).capitalize()


def _name(outlet: int) -> str:
    chance = random.Random(outlet)
    return "".join(chance.choices(_SYLLABLES, k=3)) + str(outlet)


def _towns() -> list[str]:
    """Return the names of the largest towns of the gazetteer: reports must lie somewhere."""
    with as_file(files("rashomon.gazetteer").joinpath("gazetteer.sqlite")) as path:
        known = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
        found = known.execute(
            "SELECT name FROM places WHERE feature LIKE 'P.%' ORDER BY population DESC, id LIMIT ?",
            (_TOWNS,),
        )
        names = sorted({name for (name,) in found})
        known.close()
    return names
