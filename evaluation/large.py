"""Large incidents, made of the reports of contested ones: input for measuring.

The reports are told over and over, each time by another publisher on another day, with other
counts, some words spelt otherwise and, one party in five, another name, so that answers, parties,
origins and the words of claims grow with the documents.
"""

import random
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import TypeAlias

from evaluation.accounts import subjects
from evaluation.incidents import ACCOUNTS, marked
from rashomon.model.case import Entry, Linking
from rashomon.model.document import Provenance, identity
from rashomon.model.incidents import Incident, IncidentDocument, IncidentPlace, IncidentTime
from rashomon.model.origins import Derivation, Origin, Origins
from rashomon.model.reading import Casualties, Party, Reading
from rashomon.pipeline.linking import load_linkers
from rashomon.settings import LinkingSettings
from rashomon.store import open_case

_RENAMED = 0.2
_COPIED = 0.3
_SPELT_OTHERWISE = 0.05
_LONG_WORD = re.compile(r"\b[a-z]{6,}\b")
_VOWELS = "aeiou"
_DAYS = 20
_FIRST_DAY = date(2020, 1, 1)
_PLACE = IncidentPlace("Idlib", 35.93, 36.63, "SY", "town")
_ENTRIES_AT_ONCE = 200

Told: TypeAlias = Sequence[tuple[Reading, tuple[str, ...]]]
"""Readings, each with the ``id`` of its events that are of an incident."""


@dataclass(frozen=True, slots=True)
class LargeIncident:
    """An incident with many documents.

    Attributes:
        incident: the incident, with all of them.
        readings: what was read in each, by its ``id``.
        origins: where they come from.
    """

    incident: Incident
    readings: Mapping[str, Reading]
    origins: Origins


def told_accounts() -> Told:
    """Return the reports of contested incidents, read.

    Raises:
        CorpusMissingError: the corpus is not there.
    """
    told = marked(ACCOUNTS)
    return [(told.readings[id_], one.events) for id_, (_, one) in sorted(subjects(told).items())]


def enlarged(told: Told, size: int) -> LargeIncident:
    """Return an incident of some number of documents; the same for the same number."""
    draw = random.Random(size)
    readings: dict[str, Reading] = {}
    documents: list[IncidentDocument] = []
    for number in range(size):
        reading, events = told[number % len(told)]
        made = _retold(reading, number, draw)
        readings[made.document.id] = made
        documents.append(IncidentDocument(made.document.id, "main", events))
    origins = [
        Origin(f"o{number}", "document", one, one, (one,))
        for number, one in enumerate(readings, start=1)
    ]
    derivations = tuple(
        Derivation(one, made.attributions[0].content[0], None, None, "o1", "passage", 1, "copied")
        for one, made in readings.items()
        if made.attributions and draw.random() < _COPIED
    )
    when = IncidentTime(None, None, None)
    incident = Incident("i1", "An incident", None, when, _PLACE, (), tuple(documents), ())
    return LargeIncident(incident, readings, Origins(tuple(origins), derivations))


def write_case(path: Path, large: LargeIncident) -> None:
    """Write a case that holds an incident, linked."""
    linkers = load_linkers(LinkingSettings())
    entries = [Entry(one, linkers.sketch(one), {}) for one in large.readings.values()]
    with open_case(str(path), create=True) as case:
        for start in range(0, len(entries), _ENTRIES_AT_ONCE):
            case.add(entries[start : start + _ENTRIES_AT_ONCE])
        case.put_linking(Linking(large.origins, (large.incident,), {}, {}, linkers.versions))


def _retold(reading: Reading, number: int, draw: random.Random) -> Reading:
    day = _FIRST_DAY + timedelta(days=draw.randrange(_DAYS))
    text = _spelt_otherwise(reading.document.text, draw)
    raw = f"{number}\n{text}".encode("utf-8", "surrogatepass")
    document = replace(
        reading.document,
        id=identity(raw),
        text=text,
        publisher=f"Paper {number}",
        url=f"https://paper{number}.example/report",
        published=day.isoformat(),
        provenance=Provenance(raw, "text/plain", "plain/1"),
    )
    events = tuple(
        replace(one, casualties=tuple(_counted(each, draw) for each in one.casualties))
        for one in reading.events
    )
    parties = tuple(_renamed(one, number, draw) for one in reading.parties)
    return replace(reading, document=document, events=events, parties=parties)


def _spelt_otherwise(text: str, draw: random.Random) -> str:
    """Return a text, some of whose long words have another vowel: all spans hold as before."""

    def spelt(word: re.Match[str]) -> str:
        at = [place for place, letter in enumerate(word.group()) if letter in _VOWELS]
        if not at or draw.random() >= _SPELT_OTHERWISE:
            return word.group()
        place = draw.choice(at)
        return f"{word.group()[:place]}{draw.choice(_VOWELS)}{word.group()[place + 1 :]}"

    return _LONG_WORD.sub(spelt, text)


def _counted(one: Casualties, draw: random.Random) -> Casualties:
    more = draw.randrange(10)
    return replace(one, min=one.min + more, max=None if one.max is None else one.max + more)


def _renamed(one: Party, number: int, draw: random.Random) -> Party:
    return replace(one, name=f"{one.name} of Town {number}") if draw.random() < _RENAMED else one
