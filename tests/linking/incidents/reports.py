"""Reports on invented events, read by hand: what the analysis would find is said beside them."""

import hashlib
import re

from rashomon.linking.incidents import link, sketch
from rashomon.model.document import Document
from rashomon.model.reading import Casualties, Event, Party, Place, Reading, Time
from rashomon.model.spans import Span
from rashomon.pipeline.resources import load_incident_model

MODEL = load_incident_model()

PLACES = {
    "Brinn": (41.2, 31.5),
    "Orle": (41.9, 33.1),
    "Tarn": (43.0, 30.2),
}


def event(words, type_="air_drone_strike", day=None, place=None, killed=None, **more):
    """Return what a report tells: the words, and what they were read as."""
    return {"words": words, "type": type_, "day": day, "place": place, "killed": killed, **more}


def report(text, *events, title="", published=None, publisher="The Courier", url=None):
    """Return the reading of a text with the given events, whose words stand in it."""
    name = f"{title}{text}{publisher}{published}"
    identity = "sha256:" + hashlib.sha256(name.encode("utf-8", "replace")).hexdigest()
    document = Document(
        identity, text, title=title, publisher=publisher, published=published, url=url
    )
    times, places, parties, found = [], [], [], []
    for number, one in enumerate(events, 1):
        span = _span(text, one["words"])
        if one["day"]:
            first, _, last = one["day"].partition("/")
            times.append(
                Time(
                    id=f"t{number}",
                    span=span,
                    type="date",
                    edtf=one["day"],
                    earliest=first,
                    latest=last or first,
                    timex_value=one["day"],
                    anchored_by="text",
                    of="event",
                )
            )
        if one["place"]:
            lat, lon = PLACES.get(one["place"], (None, None))
            places.append(
                Place(
                    id=f"l{number}",
                    span=span,
                    name=one["place"],
                    lat=lat,
                    lon=lon,
                    geonames_id=None,
                    country="XX" if lat else None,
                    admin1=None,
                    precision="town" if lat else None,
                    radius_km=4.0 if lat else None,
                    use="literal",
                )
            )
        if one.get("agent"):
            parties.append(Party(f"p{number}", one["agent"], "military", None, (span,)))
        found.append(
            Event(
                id=f"e{number}",
                type=one["type"],
                trigger=span,
                span=Span(max(0, span.start - 60), min(len(text), span.end + 60)),
                agent=f"p{number}" if one.get("agent") else None,
                target=None,
                instrument=None,
                time=f"t{number}" if one["day"] else None,
                place=f"l{number}" if one["place"] else None,
                casualties=_killed(one["killed"], span),
                attribution=None,
                polarity=one.get("polarity", "asserted"),
                modality=one.get("modality", "happened"),
                is_background=one.get("is_background", False),
            )
        )
    return Reading(document, (), (), tuple(parties), tuple(times), tuple(places), tuple(found), ())


def _killed(count, span):
    if count is None:
        return ()
    return (Casualties("killed", None, count, count, span, is_part=False),)


def _span(text, words):
    match = re.search(re.escape(words), text)
    assert match, words
    return Span(*match.span())


def incidents(*reports, known=(), decisions=(), model=MODEL):
    """Return what linking reports comes to."""
    sketches = [(one.document.id, sketch(one, model)) for one in reports]
    return link(sketches, known, model, decisions)


def together(linked):
    """Return the sets of documents that are about one incident."""
    found = (
        frozenset(one.document for one in incident.documents if one.role == "main")
        for incident in linked.incidents
    )
    return {one for one in found if one}


def group(*reports):
    """Return the set of documents of reports, as ``together`` has it."""
    return frozenset(one.document.id for one in reports)
