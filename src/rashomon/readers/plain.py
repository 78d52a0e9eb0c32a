"""Plain text: the text is kept as it is, code point for code point."""

from collections.abc import Iterator

from rashomon.model.document import Document
from rashomon.readers.documents import PLAIN, make_document
from rashomon.readers.encoding import decode
from rashomon.readers.source import Source, empty
from rashomon.settings import ReaderSettings


def read_plain(source: Source, settings: ReaderSettings) -> Iterator[Document]:
    """Yield the one document of a plain text file.

    Raises:
        InputError: it is empty, binary, too large or not decodable.
    """
    raw = source.read(settings.max_bytes, encoding=settings.encoding)
    text = decode(raw, where=source.name, encoding=settings.encoding, declared=source.encoding)
    if not text.strip():
        raise empty(source.name)
    yield make_document(source, raw, text, media_type="text/plain", made_by=PLAIN)
