"""PDF: the text of its pages, with lines put together into paragraphs."""

import io
import logging
import re
import struct
import zlib
from collections.abc import Iterator

from pypdf import DocumentInformation, PdfReader
from pypdf.errors import DependencyError, PyPdfError

from rashomon.model.document import Document
from rashomon.model.errors import BrokenArchiveError, EmptyInputError
from rashomon.readers.dates import parse_date
from rashomon.readers.documents import extractor, make_document
from rashomon.readers.paragraphs import flowing
from rashomon.readers.source import Metadata, Source, broken, too_large
from rashomon.settings import ReaderSettings

# what it warns of it mends, or it is told as our own error
logging.getLogger("pypdf").setLevel(logging.CRITICAL)

_LIKELY_START = 1024
# pypdf says that broken files may raise anything
_TRIPS = (
    PyPdfError,
    DependencyError,
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    MemoryError,
    OSError,
    RuntimeError,
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)
# browsers and their like: the day of such a file is that of the print, not of the report
_PRINTERS = re.compile(r"chrom|mozilla|firefox|webkit|skia|wkhtmlto|quartz|weasyprint|print", re.I)
_DAY = re.compile(r"D?:?(\d{4})(\d\d)(\d\d)")


def read_pdf(source: Source, settings: ReaderSettings) -> Iterator[Document]:
    """Yield the one document of a PDF file; offsets count in the text that is made of its pages.

    Lines of a paragraph are joined, words that a line's end parted too; running heads and page
    numbers are left out. The title is that of the file's properties. So is the day, unless a
    browser printed the file. Nothing in it is run, and nothing that it names is loaded.

    Raises:
        BrokenArchiveError: it is no PDF, damaged, or encrypted.
        EmptyInputError: its pages hold no text: it is scanned.
        InputError: it cannot be read, or it or its text is too large.
    """
    raw = source.read_bytes(settings.max_bytes)
    if b"%PDF-" not in raw[:_LIKELY_START]:
        raise BrokenArchiveError("no PDF", where=source.name, remedy="name its kind with --kind")
    pages, says = _contents(raw, settings.max_bytes, source.name)
    text = flowing(pages)
    if not text:
        raise EmptyInputError(
            "its pages hold no text: they may be scanned",
            where=source.name,
            remedy="let a program for character recognition (OCR) make a text of it",
        )
    yield make_document(
        source, raw, text, media_type="application/pdf", made_by=extractor("pypdf"), says=says
    )


def _contents(raw: bytes, max_bytes: int, where: str) -> tuple[list[str], Metadata]:
    try:
        reader = PdfReader(io.BytesIO(raw))
        if reader.is_encrypted and not reader.decrypt(""):
            raise BrokenArchiveError(
                "it is encrypted", where=where, remedy="save it without a password"
            )
        return _pages(reader, max_bytes, where), _says(reader)
    except _TRIPS as error:
        raise broken("the PDF is damaged", error, where=where) from error


def _pages(reader: PdfReader, max_bytes: int, where: str) -> list[str]:
    """Return the text of each page; a page that cannot be read makes the whole unreadable."""
    texts = []
    size = 0
    for page in reader.pages:
        text = page.extract_text()
        size += len(text)
        if size > max_bytes:
            raise too_large(max_bytes, where=where)
        texts.append(text)
    return texts


def _says(reader: PdfReader) -> Metadata:
    """Return what a file's properties say; without what is no text."""
    try:
        properties = reader.metadata
    except _TRIPS:
        return Metadata()
    if properties is None:
        return Metadata()
    title = _property(properties, "/Title")
    return Metadata(title=title or None, published=_published(properties))


def _property(properties: DocumentInformation, name: str) -> str:
    try:
        value = properties.get(name)
    except _TRIPS:
        return ""
    return " ".join(str(value).split()) if isinstance(value, str) else ""


def _published(properties: DocumentInformation) -> str | None:
    makers = _property(properties, "/Creator") + _property(properties, "/Producer")
    day = _DAY.match(_property(properties, "/CreationDate"))
    if not day or _PRINTERS.search(makers):
        return None
    return parse_date("-".join(day.groups()))
