"""Which reader reads which kind of input."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePath

from rashomon.model.document import Document
from rashomon.model.errors import UnsupportedInputError
from rashomon.model.failure import Failure
from rashomon.readers.csv_rows import read_csv
from rashomon.readers.json_rows import read_json, read_jsonl
from rashomon.readers.markdown import read_markdown
from rashomon.readers.page import read_page
from rashomon.readers.plain import read_plain
from rashomon.readers.source import Source
from rashomon.settings import ReaderSettings


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of input.

    Attributes:
        name: what ``--kind`` calls it.
        suffixes: the endings of its files, in lower case.
        read: yields the documents of a source; raises an ``InputError`` where none can be read.
        rows: whether one input may hold many documents.
    """

    name: str
    suffixes: tuple[str, ...]
    read: Callable[[Source, ReaderSettings], Iterator[Document | Failure]]
    rows: bool = False


KINDS: Mapping[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind("text", (".txt", ".text"), read_plain),
        Kind("markdown", (".md", ".markdown"), read_markdown),
        Kind("html", (".html", ".htm", ".xhtml"), read_page),
        Kind("json", (".json",), read_json, rows=True),
        Kind("jsonl", (".jsonl", ".ndjson"), read_jsonl, rows=True),
        Kind("csv", (".csv", ".tsv"), read_csv, rows=True),
    )
}

_BY_SUFFIX = {suffix: kind for kind in KINDS.values() for suffix in kind.suffixes}


def kind_of(path: str) -> Kind | None:
    """Return the kind that the ending of ``path`` names, or ``None``."""
    return _BY_SUFFIX.get(PurePath(path).suffix.lower())


def kind_named(name: str) -> Kind:
    """Return the kind called ``name``.

    Raises:
        UnsupportedInputError: there is none.
    """
    if name not in KINDS:
        raise UnsupportedInputError(
            f"no reader is called {name!r}", remedy=f"choose one of {', '.join(KINDS)}"
        )
    return KINDS[name]
