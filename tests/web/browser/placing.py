"""Invented incidents at invented places, which are put somewhere on the map of the world."""

from rashomon.model.incidents import Incident, IncidentDocument, IncidentPlace, IncidentTime
from tests.store.making import entry
from tests.web.desks import case_at

NEAR = (
    ("The mill at Osterby falls", "attack", "2023-05-07", "2023-05-07", "Osterby", 54.0, 10.0, 9),
    (
        "A ferry sinks off Norrby",
        "man_made_disaster",
        "2023-05-14",
        "2023-05-14",
        "Norrby",
        55.5,
        12.0,
        4,
    ),
    (
        "Shells hit the market of Ulven",
        "shelling_artillery_missile_attack",
        "2023-05-16",
        "2023-05-18",
        "Ulven",
        54.5,
        11.5,
        3,
    ),
    (
        "A depot burns near Tarn",
        "man_made_disaster",
        "2023-05-20",
        "2023-05-20",
        "Tarn",
        56.1,
        10.4,
        6,
    ),
    (
        "Two pilots are taken at Holm",
        "abduction_forced_disappearance",
        "2023-05-21",
        "2023-05-30",
        "Holm",
        55.0,
        14.9,
        2,
    ),
    ("A crowd is fired on in Brae", "attack", "2023-05-28", "2023-05-28", "Brae", 53.6, 12.9, 5),
)
"""Incidents near each other: title, type, first and last day, place, and how many tell of them."""

_FAR = (
    "A dam breaks at Calder",
    "man_made_disaster",
    "2023-06-02",
    "2023-06-02",
    "Calder",
    -20.0,
    130.0,
    2,
)


def case_of_places(folder):
    """Make a case of incidents at places; return where it is."""
    reports, incidents = [], []
    for number, (title, kind, first, last, place, lat, lon, count) in enumerate((*NEAR, _FAR), 1):
        told = [
            entry(f"{title}, says paper {one}.", publisher=f"Tide {one}") for one in range(count)
        ]
        reports += told
        incidents.append(
            Incident(
                id=f"i{number}",
                title=title,
                type=kind,
                time=IncidentTime(first, first, last),
                place=IncidentPlace(place, lat, lon, None, "town"),
                parties=(),
                documents=tuple(
                    IncidentDocument(one.reading.document.id, "main", ()) for one in told
                ),
                links=(),
            )
        )
    return case_at(folder, *reports, incidents=incidents)
