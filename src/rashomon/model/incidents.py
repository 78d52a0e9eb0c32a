"""Incidents: the events of the world that documents speak of."""

from dataclasses import dataclass
from typing import Literal

from rashomon.model.reading import Precision

Role = Literal["main", "background"]
"""What an incident is to a document: what it is about, or what it speaks of beside that."""


@dataclass(frozen=True, slots=True)
class IncidentTime:
    """When an incident took place, as all accounts of it together have it.

    Attributes:
        edtf: the value in EDTF level 1; ``None`` where nothing is known.
        earliest: the first day that it may be (``YYYY-MM-DD``), or ``None``.
        latest: the last day that it may be, or ``None``.
    """

    edtf: str | None
    earliest: str | None
    latest: str | None


@dataclass(frozen=True, slots=True)
class IncidentPlace:
    """Where an incident took place: the most precise place that its accounts agree on.

    Attributes:
        name: the gazetteer's name.
        lat: latitude in degrees, or ``None``.
        lon: longitude in degrees, or ``None``.
        country: ISO 3166-1 alpha-2, or ``None``.
        precision: how precisely it is known, or ``None``.
    """

    name: str
    lat: float | None
    lon: float | None
    country: str | None
    precision: Precision | None


@dataclass(frozen=True, slots=True)
class IncidentDocument:
    """A document that speaks of an incident.

    Attributes:
        document: its ``id``.
        role: whether it is what the document is about.
        events: the ``id`` of the event mentions of its reading that refer to the incident, in
            text order; empty where the document is linked by its words alone.
    """

    document: str
    role: Role
    events: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class IncidentLink:
    """Why two documents are held to speak of one incident.

    Attributes:
        first: the ``id`` of one document.
        second: the ``id`` of the other; ``first < second``.
        score: the probability, 0 to 1, that they speak of the same incident.
        reason: what speaks for it and against it, as a sentence.
    """

    first: str
    second: str
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Incident:
    """One event of the world, and the documents that speak of it.

    Attributes:
        id: ``i1``, ``i2``, ... those that most documents are about first, then the earliest.
        title: what it is called: the title of its most central document, else type, place, day.
        type: the type that most of its event mentions have, as in ``Event.type``; ``None`` where
            they have none.
        time: when.
        place: where, or ``None``.
        parties: the names of those who act and suffer in it, those most named first.
        documents: those that speak of it: ``main`` ones first, then by publication.
        links: why they belong together; enough of them to reach every document.
    """

    id: str
    title: str
    type: str | None
    time: IncidentTime
    place: IncidentPlace | None
    parties: tuple[str, ...]
    documents: tuple[IncidentDocument, ...]
    links: tuple[IncidentLink, ...]
