import pytest

from rashomon.model.case import DocumentRow, Hit
from rashomon.model.document import identity
from rashomon.model.incidents import (
    Incident,
    IncidentDocument,
    IncidentLink,
    IncidentPlace,
    IncidentTime,
)
from rashomon.model.origins import Derivation, Origin, Origins
from rashomon.model.spans import Span

TIDE, GULL, HERON = (identity(name.encode()) for name in ("Tide", "Gull", "Heron"))


def row(document, publisher, **values):
    known = {
        "external_id": None,
        "path": f"{publisher}.txt",
        "title": f"{publisher} on the raid",
        "url": None,
        "published": "2023-05-12",
        "language": None,
        "words": 120,
        "origin": "o1",
        "version": 1,
        "versions": 1,
        "is_current": True,
        "added_at": "2026-11-25T20:00:00Z",
        "obtained_at": None,
    }
    return DocumentRow(id=document, publisher=publisher, **{**known, **values})


@pytest.fixture
def rows():
    """Three documents: one is a copy of another, the third stands by itself."""
    return {
        TIDE: row(TIDE, "Tide"),
        GULL: row(GULL, "Gull", version=2, versions=2),
        HERON: row(HERON, "Heron", origin="o2", title=None),
    }


@pytest.fixture
def origins():
    """Two roots for three documents."""
    return Origins(
        (
            Origin("o1", "agency", "Lakes Wire", None, (TIDE, GULL)),
            Origin("o2", "document", "Heron", HERON, (HERON,)),
        ),
        (
            Derivation(TIDE, None, None, None, "o1", "byline", 0.9, "its byline is (LW)"),
            Derivation(GULL, None, TIDE, None, "o1", "copy", 0.97, "97 % of the text is Tide's"),
            Derivation(
                HERON, Span(4, 21), TIDE, Span(0, 17), "o1", "passage", 0.8, "3 words are Tide's"
            ),
        ),
    )


@pytest.fixture
def incident():
    """A raid that all three speak of, one of them in passing."""
    return Incident(
        id="i1",
        title="Tide on the raid",
        type="air_drone_strike",
        time=IncidentTime("2023-05-11/2023-05-12", "2023-05-11", "2023-05-12"),
        place=IncidentPlace("Osterby", 55.1, 12.2, "DK", "town"),
        parties=("Marn", "Halk"),
        documents=(
            IncidentDocument(TIDE, "main", ("e1", "e2")),
            IncidentDocument(GULL, "main", ("e1",)),
            IncidentDocument(HERON, "background", ()),
        ),
        links=(IncidentLink(TIDE, GULL, 0.98, "both tell of a raid in Osterby"),),
    )


@pytest.fixture
def hit(rows):
    """A claim found by a word."""
    context = "Halk insisted that Marn had denied the raid."
    return Hit(
        document=rows[TIDE],
        attribution="a1",
        source="Halk",
        party="Halk",
        side="Estmark",
        stance="asserts",
        content=(Span(114, 143),),
        context=context,
        context_span=Span(100, 100 + len(context)),
        marks=(Span(139, 143),),
        score=3.5,
    )
