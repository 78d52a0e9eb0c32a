"""Which documents may share a root with one, and which incidents may be one with another."""

from collections.abc import Sequence

from rashomon.model.case import DocumentRow
from rashomon.model.incidents import Incident
from rashomon.pipeline.browsing.contents import Contents
from rashomon.pipeline.browsing.documents import DocumentFilter, list_documents
from rashomon.pipeline.browsing.incidents import IncidentFilter, list_incidents

_MOST = 25


def documents_like(
    contents: Contents, named: Sequence[DocumentRow], words: str
) -> list[DocumentRow]:
    """Return the documents that may share a root with one, the likeliest first.

    Args:
        contents: what the case holds.
        named: the document, and others that somebody named already: these come first.
        words: words that the others have in their title, publisher or address; where there are
            none, the others are those of its root, and of the incidents that it speaks of.
    """
    first, *others = named
    if words:
        found = list_documents(contents, DocumentFilter(words=words))
        return [*others, *(row for row in found if row not in named)][:_MOST]
    same = [row for row in contents.current if first.origin and row.origin == first.origin]
    beside = [
        contents.rows[one.document]
        for incident in contents.incidents_of.get(first.id, ())
        for one in incident.documents
    ]
    every = {row.id: row for row in (*others, *same, *beside) if row != first}
    return list(every.values())[: 2 * _MOST]


def incidents_like(
    contents: Contents, first: Incident, chosen: Incident | None, words: str
) -> list[Incident]:
    """Return incidents that may be the same as another one: those that fit words, or its day.

    Args:
        contents: what the case holds.
        first: the incident.
        chosen: one that somebody named already: it comes first.
        words: words that the others have; without them, those of its day come before all others,
            the largest first.
    """
    asked = [IncidentFilter(words=words)]
    if not words and first.time.earliest:
        days = IncidentFilter(since=first.time.earliest, until=first.time.latest or "")
        asked.insert(0, days)
    found = {
        row.incident.id: row.incident for one in asked for row in list_incidents(contents, one)
    }
    kept = [one for one in found.values() if one not in (first, chosen)][:_MOST]
    return [chosen, *kept] if chosen else kept
