"""What comparing costs: incidents with more and more documents.

The reports of contested incidents are read once; a large incident is made of them over and over,
each time by another publisher on another day, with other counts and, one party in five, another
name, so that answers, parties and origins grow with the documents.
"""

import random
import resource
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Annotated

import typer

from evaluation.accounts import subjects
from evaluation.incidents import ACCOUNTS, marked
from evaluation.show import table
from rashomon.compare.comparing import Comparer, compare
from rashomon.model.incidents import Incident, IncidentDocument, IncidentTime
from rashomon.model.origins import Derivation, Origin, Origins
from rashomon.model.reading import Casualties, Party, Reading
from rashomon.pipeline.resources import load_comparer

_RENAMED = 0.2
_COPIED = 0.3
_DAYS = 20
_SIZES = (200, 500, 1000, 2000, 5000)


@dataclass(frozen=True, slots=True)
class Cost:
    """What one comparison cost.

    Attributes:
        documents: of the incident.
        seconds: of one processor.
        answers: how many words of documents stand behind its positions.
        parties: how many speak.
    """

    documents: int
    seconds: float
    answers: int
    parties: int


def measure(sizes: Sequence[int], comparer: Comparer) -> list[Cost]:
    """Return what incidents of these numbers of documents cost.

    Raises:
        CorpusMissingError: the corpus is not there.
    """
    told = marked(ACCOUNTS)
    base = [(told.readings[id_], one.events) for id_, (_, one) in sorted(subjects(told).items())]
    costs = []
    for size in sizes:
        incident, readings, origins = _made(base, size)
        started = time.process_time()
        found = compare(incident, readings, origins, comparer)
        seconds = time.process_time() - started
        answers = sum(len(one.held_by) for each in found.points for one in each.positions)
        costs.append(Cost(size, seconds, answers, len(found.parties)))
    return costs


def _made(
    base: Sequence[tuple[Reading, tuple[str, ...]]], size: int
) -> tuple[Incident, Mapping[str, Reading], Origins]:
    draw = random.Random(size)
    readings: dict[str, Reading] = {}
    documents: list[IncidentDocument] = []
    for number in range(size):
        reading, events = base[number % len(base)]
        made = _retold(reading, number, draw)
        readings[made.document.id] = made
        documents.append(IncidentDocument(made.document.id, "main", events))
    origins = [
        Origin(f"o{number}", "document", one, one, (one,)) for number, one in enumerate(readings)
    ]
    derivations = tuple(
        Derivation(
            one, readings[one].attributions[0].content[0], None, None, "o0", "passage", 1, ""
        )
        for one in readings
        if readings[one].attributions and draw.random() < _COPIED
    )
    nowhen = IncidentTime(None, None, None)
    incident = Incident("i1", "An incident", None, nowhen, None, (), tuple(documents), ())
    return incident, readings, Origins(tuple(origins), derivations)


def _retold(reading: Reading, number: int, draw: random.Random) -> Reading:
    day = date(2020, 1, 1) + timedelta(days=draw.randrange(_DAYS))
    document = replace(
        reading.document,
        id=f"sha256:{number:064x}",
        publisher=f"Paper {number}",
        published=day.isoformat(),
    )
    events = tuple(
        replace(one, casualties=tuple(_counted(each, draw) for each in one.casualties))
        for one in reading.events
    )
    parties = tuple(_renamed(one, number, draw) for one in reading.parties)
    return replace(reading, document=document, events=events, parties=parties)


def _counted(one: Casualties, draw: random.Random) -> Casualties:
    more = draw.randrange(10)
    return replace(one, min=one.min + more, max=None if one.max is None else one.max + more)


def _renamed(one: Party, number: int, draw: random.Random) -> Party:
    return replace(one, name=f"{one.name} of Town {number}") if draw.random() < _RENAMED else one


def command(
    documents: Annotated[int, typer.Option(help="The most documents of an incident.")] = _SIZES[-1],
) -> None:
    """What comparing an incident costs, by its documents."""
    sizes = [one for one in _SIZES if one <= documents]
    costs = measure(sizes, load_comparer(is_relating=True))
    table(
        "Comparing an incident",
        ("documents", "seconds", "milliseconds a document", "answers", "parties"),
        [
            (
                one.documents,
                one.seconds,
                1000 * one.seconds / one.documents,
                one.answers,
                one.parties,
            )
            for one in costs
        ],
    )
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
    typer.echo(f"memory of the process: {peak:,.0f} MB")
