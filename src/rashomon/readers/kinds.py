"""Which reader reads which kind of input."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePath

from rashomon.model.document import Document
from rashomon.model.errors import UnsupportedInputError
from rashomon.model.failure import Failure
from rashomon.readers.csv_rows import read_csv
from rashomon.readers.feed import read_feed
from rashomon.readers.json_rows import read_json, read_jsonl
from rashomon.readers.markdown import read_markdown
from rashomon.readers.page import read_page
from rashomon.readers.parquet import read_parquet
from rashomon.readers.pdf import read_pdf
from rashomon.readers.plain import read_plain
from rashomon.readers.source import Source
from rashomon.readers.wacz import read_wacz
from rashomon.readers.warc import read_warc
from rashomon.settings import ReaderSettings


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of input.

    Attributes:
        name: what ``--kind`` calls it.
        suffixes: the endings of its files, in lower case.
        read: yields the documents of a source, or inputs that it holds and that are still to be
            read; raises an ``InputError`` where there are none.
        rows: whether one input may hold many documents.
    """

    name: str
    suffixes: tuple[str, ...]
    read: Callable[[Source, ReaderSettings], Iterator[Source | Document | Failure]]
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
        Kind("parquet", (".parquet",), read_parquet, rows=True),
        Kind("feed", (".xml", ".rss", ".atom"), read_feed, rows=True),
        Kind("warc", (".warc",), read_warc, rows=True),
        Kind("wacz", (".wacz",), read_wacz, rows=True),
        Kind("pdf", (".pdf",), read_pdf),
    )
}

_BY_SUFFIX = {suffix: kind for kind in KINDS.values() for suffix in kind.suffixes}
_PACKED = ".gz"
# these have a compression of their own
_NOT_PACKED = ("parquet", "pdf", "wacz")


def kind_of(path: str) -> Kind | None:
    """Return the kind that the ending of ``path`` names, or ``None``; ``.gz`` may follow it."""
    name = path.lower()
    is_packed = name.endswith(_PACKED)
    kind = _BY_SUFFIX.get(PurePath(name.removesuffix(_PACKED)).suffix)
    return None if is_packed and kind and kind.name in _NOT_PACKED else kind


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
