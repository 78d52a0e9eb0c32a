"""The dossier of an incident of a case: gathers all that it shows."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from rashomon.compare.comparing import Comparer
from rashomon.gazetteer.lookup import SqliteGazetteer
from rashomon.model.case import KeptDecision
from rashomon.model.comparison import Comparison
from rashomon.model.errors import UnknownItemError
from rashomon.pipeline.asking import chosen_incidents
from rashomon.pipeline.comparing import Accounts, accounts_of, listed_some
from rashomon.pipeline.correcting import as_borne
from rashomon.pipeline.resources import load_countries, load_gazetteer, load_model_notes
from rashomon.pipeline.reviewing import conflicts, standings
from rashomon.pipeline.versions import package_version, reading_versions
from rashomon.render.dossier.method import Method
from rashomon.render.dossier.page import dossier_page
from rashomon.render.dossier.places import circles_of
from rashomon.render.dossier.sections import OfEach, load_templates
from rashomon.render.dossier.view import View
from rashomon.render.figures.basemap import base_map
from rashomon.render.figures.ground import Ground, Town, box_around
from rashomon.settings import Settings
from rashomon.store.case import Case

_MOST_TOWNS = 60
_PIXELS = 1000
"""How many steps the width of a map is drawn in: what is smaller is left out."""


@dataclass(frozen=True, slots=True)
class Dossier:
    """A dossier.

    Attributes:
        incident: the ``id`` of the incident.
        title: what it is called.
        page: the dossier as HTML.
        documents: how many documents it rests on.
    """

    incident: str
    title: str
    page: str
    documents: int


def report(
    case: Case,
    name: str,
    incident: str,
    comparer: Comparer,
    settings: Settings,
    of_each: OfEach = map,
) -> Dossier:
    """Return the dossier of an incident.

    Args:
        case: a case that is linked.
        name: what the case is called.
        incident: the ``id`` of the incident; empty for the only one.
        comparer: the words and the model to compare with.
        settings: how documents would be read, to say which were read otherwise.
        of_each: how each section of the page is made: one after the other, or shared.

    Raises:
        UnknownItemError: there is no such incident, or none is named and there are several; the
            message names some.
        ModelError: a file of the package is missing or damaged.
    """
    accounts = accounts_of(case, incident or only_incident(case))
    comparison = accounts.compared(comparer)
    view = view_of(case, name, accounts, comparison, settings)
    return Dossier(
        comparison.incident.id,
        comparison.incident.title,
        dossier_page(view, of_each),
        len(comparison.documents),
    )


def prepare(settings: Settings) -> None:
    """Load what a dossier needs and comparing does not, for a moment in which nothing else is done.

    Args:
        settings: how documents would be read.
    """
    reading_versions(settings.analysis)
    load_templates()


def only_incident(case: Case) -> str:
    """Return the ``id`` of the only incident that documents are about.

    Raises:
        UnknownItemError: there is none, or there are several; the message names some.
    """
    found = chosen_incidents(case, "")
    main = [one for one in found if any(each.role == "main" for each in one.documents)]
    if len(main or found) == 1:
        return (main or found)[0].id
    if not found:
        chosen_incidents(case, "i1")  # says why there is none
    named = listed_some(f"{one.id} ({one.title})" for one in main or found)
    raise UnknownItemError(
        f"this case has {len(found)} incidents", remedy=f"name one of them: {named}"
    )


def view_of(
    case: Case, name: str, accounts: Accounts, comparison: Comparison, settings: Settings
) -> View:
    """Return all that the sections of a dossier show.

    Args:
        case: the case.
        name: what it is called.
        accounts: all that is said of the incident.
        comparison: the same, side by side.
        settings: how documents would be read, to say which were read otherwise.

    Raises:
        ModelError: a file of the package is missing or damaged.
    """
    rows = {row.id: row for row in case.documents() if row.id in accounts.readings}
    place = comparison.incident.place
    country = place.country if place else None
    return View(
        comparison=comparison,
        readings=accounts.readings,
        rows=rows,
        origins=accounts.origins,
        country=load_countries().get(country, country) if country else "",
        ground=partial(ground_of, comparison, settings),
        method=_method(case, name, accounts, settings),
    )


def ground_of(comparison: Comparison, settings: Settings) -> Ground | None:
    """Return what lies around the places of a comparison; ``None`` where it has none.

    Raises:
        ModelError: a list of places is missing or damaged.
    """
    box = box_around(circles_of(comparison))
    if box is None:
        return None
    gazetteer = load_gazetteer(settings.analysis)
    base = base_map(box, (box.east - box.west) / _PIXELS)
    return Ground(base, tuple(_towns(gazetteer, box.south, box.west, box.north, box.east)))


def _towns(
    gazetteer: SqliteGazetteer, south: float, west: float, north: float, east: float
) -> Iterator[Town]:
    """Yield the largest towns of a box that may cross the antimeridian."""
    parts = [(west, min(east, 180.0))] + ([(-180.0, east - 360.0)] if east > 180.0 else [])
    found = [
        one
        for begin, end in parts
        for one in gazetteer.largest(south, begin, north, end, _MOST_TOWNS)
    ]
    for one in sorted(found, key=lambda each: -each.population)[:_MOST_TOWNS]:
        yield Town(one.name, one.lat, one.lon, one.population)


def _method(case: Case, name: str, accounts: Accounts, settings: Settings) -> Method:
    versions = reading_versions(settings.analysis)
    otherwise = set(case.readings_by_others(versions))
    last = next(case.log(after=case.log_size() - 1), None)
    decisions = tuple(_decisions(case, accounts))
    numbers = {one.number for one in decisions}
    differing = conflicts(case) if decisions else ()
    return Method(
        version=package_version(),
        case=name,
        state=case.state(),
        entries=last.number if last else 0,
        changed_at=last.at if last else "",
        read_by=tuple(sorted(versions.items())),
        read_otherwise=len(otherwise & set(accounts.readings)),
        linked_by=tuple(sorted((case.linked_by() or {}).items())),
        models=load_model_notes(),
        decisions=decisions,
        standings=standings(decisions),
        conflicts=tuple(one for one in differing if numbers.intersection(one.numbers)),
    )


def _decisions(case: Case, accounts: Accounts) -> Iterator[KeptDecision]:
    """Yield the decisions in force on these documents, on those who speak in them, or on these."""
    names = {one.name for reading in accounts.readings.values() for one in reading.parties}
    shown: set[str] = set()
    for kept in as_borne(case, case.decisions(), case.documents()):
        decision = kept.decision
        is_here = (
            not {decision.document, decision.value.get("with")}.isdisjoint(accounts.readings)
            if decision.document
            else bool(names & set(decision.value.values()))
            or decision.value.get("decision") in shown
        )
        if is_here and not kept.is_undone:
            shown.add(str(kept.number))
            yield kept
