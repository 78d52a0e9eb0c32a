"""Readers: from files, archives, tables and addresses to documents. A bad one costs only itself."""

from rashomon.readers.dates import parse_date
from rashomon.readers.kinds import KINDS
from rashomon.readers.locate import kind_of_input, locate
from rashomon.readers.opening import holds_many, open_source, read_source, source_identity
from rashomon.readers.source import Metadata, Source

__all__ = [
    "KINDS",
    "Metadata",
    "Source",
    "holds_many",
    "kind_of_input",
    "locate",
    "open_source",
    "parse_date",
    "read_source",
    "source_identity",
]
