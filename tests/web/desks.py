"""Desks to look at: cases with invented documents, and a browser of a kind that is let in."""

from starlette.testclient import TestClient

from rashomon.model.case import Linking
from rashomon.model.incidents import Incident, IncidentDocument, IncidentPlace, IncidentTime
from rashomon.model.origins import Origin, Origins
from rashomon.store import open_case
from rashomon.web.app import create_app

TOKEN = "a-token-of-no-desk-at-all"
BASE = "http://127.0.0.1:8377"


def case_at(folder, *entries, incidents=(), origins=None):
    """Return where a case with some entries is, linked as they say."""
    location = str(folder / "desk.case")
    with open_case(location, create=True) as case:
        case.add(entries)
        if incidents or entries:
            roots = origins or Origins(
                tuple(own_origin(number, one) for number, one in enumerate(entries, 1)), ()
            )
            case.put_linking(Linking(roots, tuple(incidents), {}, {}, {"rashomon": "test"}))
    return location


def own_origin(number, entry):
    """Return the origin of a document that stands for itself."""
    document = entry.reading.document
    return Origin(f"o{number}", "document", document.publisher or "?", document.id, (document.id,))


def incident_of(number, title, *entries, day=None, place=None, country=None, type_="attack"):
    """Return an incident that some entries are about."""
    return Incident(
        id=f"i{number}",
        title=title,
        type=type_,
        time=IncidentTime(day, day, day),
        place=IncidentPlace(place, 10.0, 20.0, country, "town") if place else None,
        parties=(),
        documents=tuple(IncidentDocument(one.reading.document.id, "main", ()) for one in entries),
        links=(),
    )


def stranger(location, **values):
    """Return a browser that has not shown the token of a desk."""
    return TestClient(create_app(location, token=TOKEN, **values), base_url=BASE)


def browser(location, **values):
    """Return a browser that has opened a desk by the address with its token."""
    made = stranger(location, **values)
    made.get("/", params={"token": TOKEN}, follow_redirects=False)
    return made


def csrf_of(client):
    """Return what the forms of a browser's pages carry."""
    page = client.get("/incidents").text
    return page.partition('<meta name="csrf" content="')[2].partition('"')[0]
