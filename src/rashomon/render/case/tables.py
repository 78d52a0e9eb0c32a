"""Documents, incidents and the log of a case as tables for a terminal."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePath

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from rashomon.model.case import DocumentRow, LogEntry
from rashomon.model.document import Document
from rashomon.model.incidents import Incident, IncidentLink, IncidentPlace
from rashomon.model.origins import Origins
from rashomon.render.case.records import independent_origins
from rashomon.render.layout import indented, section, table_of
from rashomon.render.plain import plain
from rashomon.render.words import counted, day_words, type_words

_SHORT = 12
_MOST_PARTIES = 4


def short(document_id: str) -> str:
    """Return enough of a document's ``id`` to name it."""
    return document_id.removeprefix("sha256:")[:_SHORT]


def documents_table(rows: Sequence[DocumentRow]) -> RenderableType:
    """Return documents: id, day, publisher, title, words, origin."""
    table = table_of(
        ("document", None, "dim"),
        ("published", None, ""),
        ("publisher", 2, ""),
        ("title", 4, ""),
        ("words", None, ""),
        ("origin", None, ""),
    )
    for row in rows:
        table.add_row(
            short(row.id),
            row.published or "",
            plain(row.publisher or ""),
            title_of(row) + _version(row),
            f"{row.words:,}",
            row.origin or "",
        )
    roots = {row.origin for row in rows if row.origin}
    of = f", {counted(len(roots), 'origin')}" if roots else ""
    return Group(table, Text(), Text(counted(len(rows), "document") + of, "bold"))


def _version(row: DocumentRow) -> str:
    return f" (version {row.version} of {row.versions})" if row.versions > 1 else ""


def incidents_table(incidents: Sequence[Incident], origins: Origins) -> RenderableType:
    """Return incidents: id, when, what it is called, its type and place, documents, origins."""
    root_of = origins.by_document()
    table = table_of(
        ("", None, "bold"),
        ("when", None, ""),
        ("what and where", 1, ""),
        ("documents", None, ""),
        ("origins", None, ""),
    )
    for one in incidents:
        called = Text(plain(one.title))
        known = (type_words(one.type or ""), place_words(one.place))
        called.append("\n" + " · ".join(filter(None, known)), "dim")
        origins_of = str(independent_origins(one, root_of))
        table.add_row(one.id, when(one), called, _roles(one), origins_of)
    documents = {each.document for one in incidents for each in one.documents}
    total = f"{counted(len(incidents), 'incident')} in {counted(len(documents), 'document')}"
    return Group(table, Text(), Text(total, "bold"))


def when(incident: Incident) -> str:
    """Return the day or days of an incident, in two lines where it may be several."""
    return day_words(incident.time.earliest, incident.time.latest).replace(" – ", " –\n")


def _roles(incident: Incident) -> str:
    main = sum(one.role == "main" for one in incident.documents)
    beside = len(incident.documents) - main
    return f"{main}" + (f" + {beside}" if beside else "")


def incident_head(incident: Incident) -> tuple[Text, Text]:
    """Return what an incident is called, and its type, days and place, as two lines."""
    known = (
        type_words(incident.type or ""),
        day_words(incident.time.earliest, incident.time.latest),
        place_words(incident.place),
    )
    called = Text(f"{incident.id}  {plain(incident.title)}", "bold")
    return called, Text(" · ".join(filter(None, known)))


def incident_sheet(
    incident: Incident, rows: Mapping[str, DocumentRow], origins: Origins
) -> RenderableType:
    """Return one incident: what, when, where, who; its documents; why they belong together."""
    root_of = origins.by_document()
    outlets = counted(len(incident.documents), "document")
    roots = counted(independent_origins(incident, root_of), "independent origin")
    parties = ", ".join(map(plain, incident.parties[:_MOST_PARTIES]))
    parts: list[RenderableType] = [
        *incident_head(incident),
        *([Text(parties, "dim")] if parties else []),
        Text(f"{outlets}, {roots}", "bold"),
        section("Documents"),
        _documents(incident, rows, root_of),
    ]
    if incident.links:
        parts += [section("Why they belong together"), _links(incident.links, rows)]
    return Group(*parts)


def _documents(
    incident: Incident, rows: Mapping[str, DocumentRow], root_of: Mapping[str, str]
) -> RenderableType:
    table = table_of(
        ("", None, "dim"), ("", None, ""), ("", 2, ""), ("", 4, ""), ("", None, ""), ("", None, "")
    )
    for one in incident.documents:
        row = rows[one.document]
        table.add_row(
            short(row.id),
            row.published or "",
            plain(row.publisher or ""),
            title_of(row),
            one.role,
            root_of.get(row.id, ""),
        )
    return indented(table)


def _links(links: Sequence[IncidentLink], rows: Mapping[str, DocumentRow]) -> RenderableType:
    table = table_of(("", None, ""), ("", 2, ""), ("", 4, "dim"))
    for link in links:
        pair = " and ".join(_told_apart(rows[link.first], rows[link.second]))
        table.add_row(f"{link.score:.2f}", pair, plain(link.reason))
    return indented(table)


def outlet(row: DocumentRow | Document) -> str:
    """Return what a document is called in short: its publisher, title or file."""
    file = PurePath(row.path).name if row.path else ""
    return plain(row.publisher or row.title or file) or short(row.id)


def _told_apart(first: DocumentRow, second: DocumentRow) -> tuple[str, str]:
    """Return what two documents are called, with the beginning of their ids where that is one."""
    names = outlet(first), outlet(second)
    if names[0] != names[1]:
        return names
    return f"{names[0]} {short(first.id)}", f"{names[1]} {short(second.id)}"


def title_of(row: DocumentRow | Document) -> str:
    """Return the title of a document, or the name of its file."""
    return plain(row.title or (PurePath(row.path).name if row.path else ""))


def place_words(place: IncidentPlace | None) -> str:
    """Return a place with its country and how precisely it is known; nothing where none is."""
    if place is None:
        return ""
    area = f", {place.country}" if place.country else ""
    known = f" ({place.precision})" if place.precision else ""
    return f"{plain(place.name)}{area}{known}"


def log_table(entries: Iterable[LogEntry]) -> Table:
    """Return the audit log: number, moment, what was done, to what, and the hash."""
    table = table_of(
        ("", None, "dim"), ("when", None, ""), ("what", 1, ""), ("to", 3, ""), ("hash", None, "dim")
    )
    for one in entries:
        details = ", ".join(f"{name} {plain(value)}" for name, value in one.details.items())
        subject = short(one.subject) if one.subject else ""
        table.add_row(
            str(one.number), one.at, plain(one.action), f"{subject} {details}", one.hash[:_SHORT]
        )
    return table
