"""The document: one text, and what is known of where it comes from."""

import hashlib
from dataclasses import dataclass

from rashomon.model.spans import Spans


def identity(raw: bytes) -> str:
    """Return the identity of a document: ``sha256:`` and the hex digest of its raw bytes."""
    return f"sha256:{hashlib.sha256(raw).hexdigest()}"


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

    def quote(self, spans: Spans) -> str:
        """Return the exact words of ``spans``, ``…`` standing where a stretch is left out."""
        return " … ".join(span.of(self.text) for span in spans)
