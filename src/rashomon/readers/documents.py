"""From bytes and a text to a document that says where both come from."""

from functools import cache
from importlib.metadata import version

from rashomon.model.document import Document, Provenance, identity
from rashomon.readers.source import Metadata, Source

PLAIN = "plain/1"
"""The extractor of a text that is that of the bytes, decoded, or a value of a row."""

ROW = "application/json"
"""The media type of a row: its values as JSON with sorted keys."""


@cache
def extractor(package: str) -> str:
    """Return what made a text: the name of a package with its installed version."""
    return f"{package}/{version(package)}"


def make_document(
    source: Source,
    raw: bytes,
    text: str,
    *,
    media_type: str,
    made_by: str,
    says: Metadata | None = None,
    language: str | None = None,
    path: str | None = None,
    external_id: str | None = None,
) -> Document:
    """Return the document of ``raw``; its identity is the hash of these bytes.

    Args:
        source: where the bytes come from. What the user gave goes over what the document says,
            and that over what a container says of it.
        raw: the bytes.
        text: what was made of them.
        media_type: what the bytes are.
        made_by: what made the text, with its version.
        says: what the document says of itself.
        language: an ISO 639-1 code, where it names it.
        path: where it stands, if not the whole of ``source`` is the document.
        external_id: the ``id`` of a row.
    """
    known = source.given.over(says or Metadata()).over(source.hints)
    return Document(
        id=identity(raw),
        text=text,
        path=path or source.name,
        external_id=external_id,
        publisher=known.publisher,
        title=known.title,
        url=known.url,
        published=known.published,
        language=language,
        provenance=Provenance(
            raw=raw,
            media_type=media_type,
            extractor=made_by,
            obtained_from=source.obtained_from or source.name,
            obtained_at=source.obtained_at,
        ),
    )
