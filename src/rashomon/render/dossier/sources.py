"""The documents of a dossier, numbered, with where each comes from."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePath

from rashomon.model.case import DocumentRow
from rashomon.render.case.tables import outlet
from rashomon.render.dossier.view import Links, View
from rashomon.render.html.text import web_address
from rashomon.render.plain import plain


@dataclass(frozen=True, slots=True)
class Source:
    """A document as a dossier names it.

    Attributes:
        number: its number, from 1.
        document: its ``id``.
        outlet: its publisher, title or file.
        title: its headline; empty where none is known.
        published: the day of publication, or ``None``.
        url: its address on the web, or ``None``.
        href: where its text is shown; empty for nowhere.
        origin: the ``id`` of its origin, or ``None``.
        role: what the incident is to it.
        words: how many it has.
        version: ``version 2 of 3``; empty where there is one.
    """

    number: int
    document: str
    outlet: str
    title: str
    published: str | None
    url: str | None
    href: str
    origin: str | None
    role: str
    words: int
    version: str

    @property
    def anchor(self) -> str:
        """The ``id`` of its row."""
        return f"d{self.number}"


def sources_of(view: View, links: Links) -> Mapping[str, Source]:
    """Return the documents of a dossier by their ``id``, in the order of publication."""
    roles = {one.document: one.role for one in view.comparison.incident.documents}
    rows = [view.rows[one] for one in view.comparison.documents]
    rows.sort(key=lambda row: (row.published or "9", outlet(row).casefold(), row.id))
    root_of = view.origins.by_document()
    return {
        row.id: Source(
            number=number,
            document=row.id,
            outlet=outlet(row),
            title=_title(row),
            published=row.published,
            url=web_address(row.url),
            href=links.document(row.id, None),
            origin=root_of.get(row.id),
            role=roles.get(row.id, "main"),
            words=row.words,
            version=f"version {row.version} of {row.versions}" if row.versions > 1 else "",
        )
        for number, row in enumerate(rows, start=1)
    }


def _title(row: DocumentRow) -> str:
    title = plain(row.title or "") or plain(PurePath(row.path).name if row.path else "")
    return "" if title == outlet(row) else title
