"""What a case holds, without a case."""

from rashomon.model.case import DocumentRow
from rashomon.model.incidents import Incident, IncidentDocument, IncidentTime
from rashomon.model.origins import Origins
from rashomon.pipeline.browsing.contents import Contents


def row(one, **known):
    """Return what is known of a document: its title is its id."""
    return DocumentRow(
        id=one,
        external_id=None,
        path=None,
        publisher=None,
        title=one,
        url=None,
        published=None,
        language=None,
        words=1,
        origin=known.get("origin", "o1"),
        version=1,
        versions=1,
        is_current=True,
        added_at="2023-05-10T08:00:00Z",
        obtained_at=None,
    )


def incident(number, *documents, title="The mill", day=None, links=()):
    """Return an incident that some documents are about."""
    return Incident(
        id=f"i{number}",
        title=title,
        type="attack",
        time=IncidentTime(day, day, day),
        place=None,
        parties=(),
        documents=tuple(IncidentDocument(one, "main", ()) for one in documents),
        links=tuple(links),
    )


def holding(rows, *, incidents=(), origins=None):
    """Return what a case of some documents holds."""
    known = {one.id: one for one in rows}
    return Contents("s", known, tuple(incidents), origins or Origins((), ()), (), {}, 0, True)
