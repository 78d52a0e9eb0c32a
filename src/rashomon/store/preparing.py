"""An entry made ready to be stored: packed, hashed and indexed, before the case is locked."""

from dataclasses import dataclass
from operator import attrgetter

from rashomon.model.case import Entry
from rashomon.model.document import Document, Provenance, identity
from rashomon.model.errors import CaseError
from rashomon.store.addresses import article_address
from rashomon.store.codec import digest, encode_reading, pack, spans_of, to_bytes, to_json
from rashomon.store.columns import to_column, versions_column
from rashomon.store.indexing import Indexed, index

_KNOWN = attrgetter(
    "id", "external_id", "path", "publisher", "title", "url", "published", "language"
)
_OBTAINED = attrgetter(
    "provenance.media_type",
    "provenance.extractor",
    "provenance.obtained_from",
    "provenance.obtained_at",
)


@dataclass(frozen=True, slots=True)
class Prepared:
    """An entry, ready to be stored.

    Attributes:
        entry: what it was.
        about: the columns of what is known of the document, from its ``id`` on.
        address: the address of its article, or ``None``.
        raw: its bytes, packed.
        text: its text, packed.
        reading: its reading, packed.
        text_hash: SHA-256 of its text.
        reading_hash: SHA-256 of its reading.
        about_hash: SHA-256 of what is known of it.
        maker: what read it, as JSON.
        indexed: what search needs of it.
    """

    entry: Entry
    about: tuple[str | None, ...]
    address: str | None
    raw: bytes
    text: bytes
    reading: bytes
    text_hash: bytes
    reading_hash: bytes
    about_hash: bytes
    maker: str
    indexed: Indexed

    @property
    def id(self) -> str:
        """The ``id`` of the document."""
        return self.entry.reading.document.id

    @property
    def hashes(self) -> dict[str, str]:
        """The hashes that go into the log."""
        return {
            "text": self.text_hash.hex(),
            "reading": self.reading_hash.hex(),
            "about": self.about_hash.hex(),
        }


def prepare(entry: Entry) -> Prepared:
    """Return an entry, ready to be stored.

    Raises:
        CaseError: its bytes are missing or are not those of its ``id``, or a span of the
            reading does not resolve in the text.
    """
    reading = entry.reading
    document = reading.document
    provenance = _check(entry)
    text, written = to_bytes(document.text), encode_reading(reading)
    about = about_of(document)
    return Prepared(
        entry=entry,
        about=tuple(map(to_column, about)),
        address=article_address(document.url),
        raw=pack(provenance.raw),
        text=pack(text, like=provenance.raw),
        reading=pack(written),
        text_hash=digest(text),
        reading_hash=digest(written),
        about_hash=digest(to_json(about)),
        maker=versions_column(entry.versions),
        indexed=index(reading),
    )


def about_of(document: Document) -> tuple[str | None, ...]:
    """Return what is known of a document, in the order of its columns."""
    return (*_KNOWN(document), *_OBTAINED(document))


def _check(entry: Entry) -> Provenance:
    document = entry.reading.document
    provenance = document.provenance
    if provenance is None:
        raise _refused(document, "the document comes without its bytes")
    if identity(provenance.raw) != document.id:
        raise _refused(document, "the document's id is not that of its bytes")
    length = len(document.text)
    for span in spans_of(entry.reading):
        if not 0 <= span.start < span.end <= length:
            raise _refused(
                document, f"the span {list(span)} does not resolve in a text of {length} characters"
            )
    return provenance


def _refused(document: Document, what: str) -> CaseError:
    remedy = "this is a fault of Rashomon: please report it with the document"
    return CaseError(what, where=document.path or document.id, remedy=remedy)
