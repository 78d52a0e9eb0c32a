"""A document as what is needed to compare it with others."""

import hashlib
import json
import zlib
from collections.abc import Sequence
from itertools import islice
from typing import Any

import numpy as np

from rashomon.linking.origins.citations import Citation, find_citations
from rashomon.linking.origins.coding import VERSION, join, pack
from rashomon.linking.origins.fingerprints import RUN, WINDOW, runs, short, signature, winnow
from rashomon.linking.origins.marks import Mark, find_marks
from rashomon.linking.origins.names import find_names
from rashomon.linking.origins.page import find_page
from rashomon.linking.origins.quotes import Quote, find_quotes
from rashomon.linking.origins.tables import OriginTables, site_of
from rashomon.linking.origins.words import Words, numbered, words_of
from rashomon.model.document import Document
from rashomon.model.reading import Reading
from rashomon.model.spans import merge

QUOTED_RUN = 5
"""Words of a run within quotation marks that has a fingerprint."""

QUOTED_WINDOW = 4
_LONGEST_TITLE = 120
_MOST = 24
"""Citations that are kept of one document, and marks."""

_MOST_QUOTED = 1000
_ENDS = 500
"""Names of houses in which marks are looked for: half of them from the head of the text."""


def sketch(reading: Reading, tables: OriginTables) -> bytes:
    """Return what later linking needs of a document.

    Args:
        reading: the document, and what was read in it.
        tables: what is known of agencies, publishers and citing.

    Returns:
        Bytes that :func:`rashomon.linking.origins.trace` understands: some two kilobytes for an
        article of 600 words. Equal readings give equal bytes.
    """
    document = reading.document
    every = words_of(document.text)
    mentions = list(find_names(document.text, every, tables))
    page = merge((*reading.boilerplate, *find_page(document.text, every, tables)))
    words = numbered(every, page)
    ends = mentions if len(mentions) <= _ENDS else mentions[: _ENDS // 2] + mentions[-_ENDS // 2 :]
    marks = islice(find_marks(document.text, every, ends, tables), _MOST)
    citations = islice(find_citations(reading, every, mentions, tables, page), _MOST)
    quotes = list(islice(find_quotes(reading), _MOST_QUOTED))
    told = json.dumps(
        [
            _head(document),
            [_mark(one, document.text) for one in marks],
            [_citation(one, document.text) for one in citations],
            [one.speaker[:_LONGEST_TITLE] for one in quotes],
        ],
        ensure_ascii=False,
        separators=(",", ":"),
    )
    return join(
        (
            f"rashomon.origins/{VERSION}".encode(),
            hashlib.sha256(words.number.tobytes()).digest(),
            zlib.compress(told.encode("utf-8", "replace"), 9),
            signature(words.number).tobytes(),
            *_fingerprints(words),
            _nibbles(words),
            np.packbits(words.is_name).tobytes(),
            zlib.compress(_offsets(words), 9),
            _quoted(words, quotes),
        )
    )


def _head(document: Document) -> list[Any]:
    return [
        document.publisher,
        (document.title or "")[:_LONGEST_TITLE],
        site_of(document.url or ""),
        (document.published or "")[:10],
    ]


def _mark(one: Mark, text: str) -> list[Any]:
    name = one.house.name if one.house else ""
    return [name, int(one.is_whole), *one.span, one.span.of(text)[:_LONGEST_TITLE]]


def _citation(one: Citation, text: str) -> list[Any]:
    spans = [end for span in one.contents for end in span]
    return [one.name[:_LONGEST_TITLE], int(one.is_outlet), one.cue.of(text)[:_LONGEST_TITLE], spans]


def _fingerprints(words: Words) -> tuple[bytes, bytes]:
    """Return the fingerprints, each where it stands first, and the words at which they begin."""
    hashes = runs(words.number, RUN)
    kept = winnow(hashes, WINDOW)
    _, first = np.unique(short(hashes[kept]), return_index=True)
    kept = kept[np.sort(first)]
    return short(hashes[kept]).tobytes(), pack(np.diff(kept, prepend=0).tolist())


def _nibbles(words: Words) -> bytes:
    """Return four bits of every word: enough to extend a run that is known to be shared."""
    four = (words.number >> np.uint64(60)).astype(np.uint8)
    padded = np.append(four, np.zeros(len(four) % 2, np.uint8))
    return pack([len(four)]) + ((padded[0::2] << 4) | padded[1::2]).tobytes()


def _offsets(words: Words) -> bytes:
    """Return how far each word begins behind the one before, and how long each is."""
    behind = words.start - np.append(0, words.end)[: len(words)]
    return join((pack(behind.tolist()), pack((words.end - words.start).tolist())))


def _quoted(words: Words, quotes: Sequence[Quote]) -> bytes:
    """Return for each quotation where it stands, in words, and its fingerprints."""
    bounds = [words.between(one.span) for one in quotes]
    hashes = [runs(words.number[first:last], QUOTED_RUN) for first, last in bounds]
    kept = [short(some[winnow(some, QUOTED_WINDOW)]) for some in hashes]
    numbers = [
        number
        for (first, last), some in zip(bounds, kept, strict=True)
        for number in (first, last - first, len(some))
    ]
    return join((pack(numbers), b"".join(some.tobytes() for some in kept)))
