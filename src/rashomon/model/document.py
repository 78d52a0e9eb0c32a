"""The document: one text, and what is known of where it comes from."""

import hashlib
from dataclasses import dataclass, field

from rashomon.model.spans import Spans


def identity(raw: bytes) -> str:
    """Return the identity of a document: ``sha256:`` and the hex digest of its raw bytes."""
    return f"sha256:{hashlib.sha256(raw).hexdigest()}"


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where the bytes of a document come from, and how its text was made of them.

    Attributes:
        raw: the bytes; their SHA-256 is the document's identity. Of a row of a table, its values
            as JSON with sorted keys (docs/decisions/0002).
        media_type: what they are (``text/html``; ``application/json`` for a row).
        extractor: what made the text of them, with its version: ``trafilatura/2.3.1``; ``plain/1``
            where the text is that of the bytes, decoded.
        obtained_from: the file, or the address after all redirects.
        obtained_at: when they were got from there, ISO 8601 in UTC (``2017-06-19T08:00:00Z``):
            when they were fetched or archived. ``None`` where nothing says so.
    """

    raw: bytes = field(repr=False)
    media_type: str
    extractor: str
    obtained_from: str | None = None
    obtained_at: str | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a document beside its text, and what people may say anew.

    Attributes:
        publisher: who published it; ``None`` where that is not known, as for all of them.
        published: the day of publication, ISO 8601 (``2017-06-19``).
        title: its headline.
        url: its address.
    """

    publisher: str | None = None
    published: str | None = None
    title: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One text with its publisher, title, URL and date. Immutable.

    Attributes:
        id: ``sha256:`` and the hex digest of the raw bytes that the text was read from.
        text: the text; every span of a reading counts its code points.
        path: where the bytes were read from, as the user wrote it (``-`` for standard
            input; rows of a table add ``:`` and the line or row number).
        external_id: the ``id`` that an input row gave.
        publisher: who published the text.
        title: its headline.
        url: its address.
        published: the date of publication, ISO 8601 (``2017-06-19``).
        language: an ISO 639-1 code, where the input names it.
        provenance: where its bytes come from; ``None`` for a text that was handed over as such.
            It is kept in a case and is no part of the public format of a reading.
    """

    id: str
    text: str
    path: str | None = None
    external_id: str | None = None
    publisher: str | None = None
    title: str | None = None
    url: str | None = None
    published: str | None = None
    language: str | None = None
    provenance: Provenance | None = field(default=None, repr=False)

    @property
    def facts(self) -> Facts:
        """What is known of it that people may say anew."""
        return Facts(self.publisher, self.published, self.title, self.url)

    def quote(self, spans: Spans) -> str:
        """Return the exact words of ``spans``, ``…`` standing where a stretch is left out."""
        return " … ".join(span.of(self.text) for span in spans)
