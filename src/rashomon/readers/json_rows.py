"""JSON and JSONL: an object a document."""

from collections.abc import Iterator

from rashomon.model.document import Document
from rashomon.model.errors import InputError
from rashomon.model.failure import Failure
from rashomon.readers.auto_archiver import item_of_json
from rashomon.readers.encoding import decode
from rashomon.readers.rows import numbered_lines, parse_json, to_document
from rashomon.readers.source import Source, empty, refuse_wide_table, too_large
from rashomon.settings import ReaderSettings


def read_json(source: Source, settings: ReaderSettings) -> Iterator[Document | Failure]:
    """Yield the document of a JSON object, or those of an array of objects.

    The object may be an item of the auto-archiver.

    Raises:
        BrokenRowError: the file is not JSON.
        InputError: it is empty, binary, too large or not decodable.
    """
    raw = source.read(settings.max_bytes, encoding=settings.encoding)
    text = decode(raw, where=source.name, encoding=settings.encoding, declared=source.encoding)
    value = parse_json(text, where=source.name)
    if item := item_of_json(value):
        yield to_document(item.row, where=source.name, source=item.within(source))
        return
    if not isinstance(value, list):
        yield to_document(value, where=source.name, source=source)
        return
    if not value:
        raise empty(source.name)
    for number, row in enumerate(value, start=1):
        yield to_document(row, where=f"{source.name}:{number}", source=source)


def read_jsonl(source: Source, settings: ReaderSettings) -> Iterator[Document | Failure]:
    """Yield a document a line; a line that holds none is a failure, and the rest is read.

    Raises:
        InputError: the file itself cannot be read, or is empty.
    """
    found = False
    with source.open() as stream:
        refuse_wide_table(stream, where=source.name, encoding=settings.encoding)
        for number, line in numbered_lines(stream, settings.max_bytes):
            if line is not None and not line.strip():
                continue
            found = True
            where = f"{source.name}:{number}"
            try:
                if line is None:
                    raise too_large(settings.max_bytes, where=where)
                row = parse_json(decode(line, where=where, encoding=settings.encoding), where=where)
            except InputError as error:
                yield Failure(where, error)
            else:
                yield to_document(row, where=where, source=source)
    if not found:
        raise empty(source.name)
