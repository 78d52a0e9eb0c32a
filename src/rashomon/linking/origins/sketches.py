"""Sketches, decoded."""

import json
import zlib
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
import numpy.typing as npt

from rashomon.linking.origins.coding import VERSION, check, split, unpack
from rashomon.linking.origins.fingerprints import Marks, Signature
from rashomon.linking.origins.words import Places
from rashomon.model.spans import Span, Spans

_PARTS = 10


@dataclass(frozen=True, slots=True)
class SketchedMark:
    """A mark: whose (empty for agencies that are not named), of how much, where, its words."""

    house: str
    is_whole: bool
    span: Span
    words: str


@dataclass(frozen=True, slots=True)
class SketchedCitation:
    """A citation: of whom, whether an outlet for certain, its words, what is repeated."""

    name: str
    is_outlet: bool
    words: str
    contents: Spans


@dataclass(frozen=True, slots=True)
class SketchedQuote:
    """A quotation: its first word, the one behind its last, who speaks, its fingerprints."""

    first: int
    last: int
    speaker: str
    marks: tuple[int, ...]


@dataclass(frozen=True)
class Sketch:
    """What is kept of a document.

    Attributes:
        id: the document's.
        check: tells one sketch from another.
        digest: SHA-256 of its words.
        publisher: who published it, or ``None``.
        title: its headline; may be empty.
        host: the host of its address; may be empty.
        published: the day (``2017-06-19``); may be empty.
        marks: marks of agencies.
        citations: the outlets that it cites.
        signature: its MinHash; empty for a few words.
        prints: ``[f]``, its fingerprints.
        places: ``[f]``, the number of the word at which each begins.
        words: a byte for each word, which tells four bits of its hash.
    """

    id: str
    check: int
    digest: bytes
    publisher: str | None
    title: str
    host: str
    published: str
    marks: tuple[SketchedMark, ...]
    citations: tuple[SketchedCitation, ...]
    signature: Signature
    prints: Marks
    places: npt.NDArray[np.int32]
    words: bytes
    _names: bytes = field(repr=False)
    _speakers: tuple[str, ...] = field(repr=False)
    _offsets: bytes = field(repr=False)
    _quoted: bytes = field(repr=False)

    def span(self, first: int, last: int) -> Span:
        """Return where the words from ``first`` to before ``last`` stand in the text."""
        starts, ends = self._bounds
        return Span(int(starts[first]), int(ends[last - 1]))

    def between(self, span: Span) -> tuple[int, int]:
        """Return the first word and the one behind the last that lie wholly in a stretch."""
        starts, ends = self._bounds
        first = int(np.searchsorted(starts, span.start))
        return first, max(first, int(np.searchsorted(ends, span.end, side="right")))

    def names(self, first: int, last: int) -> npt.NDArray[np.bool_]:
        """Return which words from ``first`` to before ``last`` are written like names."""
        bits = np.unpackbits(np.frombuffer(self._names, np.uint8), count=last)
        return bits[first:].astype(bool)

    @cached_property
    def quotes(self) -> tuple[SketchedQuote, ...]:
        """What it quotes, in the order of the text."""
        numbers, prints = split(self._quoted)
        marks = np.frombuffer(prints, np.uint32).tolist()
        found = []
        at = 0
        rows = unpack(numbers).reshape(-1, 3).tolist()
        for (first, length, count), speaker in zip(rows, self._speakers, strict=True):
            own = tuple(marks[at : at + count])
            found.append(SketchedQuote(first, first + length, speaker, own))
            at += count
        return tuple(found)

    @cached_property
    def _bounds(self) -> tuple[Places, Places]:
        behind, lengths = (unpack(part) for part in split(zlib.decompress(self._offsets)))
        ends = np.cumsum(behind + lengths)
        return ends - lengths, ends


def read_sketch(document: str, data: bytes) -> Sketch:
    """Return a decoded sketch.

    Args:
        document: the document's ``id``.
        data: what :func:`rashomon.linking.origins.sketch` returned.

    Raises:
        ValueError: it is the sketch of another version.
    """
    version, digest, told, signature, prints, places, nibbles, names, offsets, quoted = _parts(data)
    if version != f"rashomon.origins/{VERSION}".encode():
        raise ValueError(f"{document} has a sketch of another version: {version[:40]!r}")
    head, marks, citations, speakers = json.loads(zlib.decompress(told))
    return Sketch(
        id=document,
        check=check(data),
        digest=digest,
        publisher=head[0],
        title=head[1],
        host=head[2],
        published=head[3],
        marks=tuple(
            SketchedMark(house, bool(is_whole), Span(start, end), words)
            for house, is_whole, start, end, words in marks
        ),
        citations=tuple(
            SketchedCitation(name, bool(is_outlet), words, _spans(bounds))
            for name, is_outlet, words, bounds in citations
        ),
        signature=np.frombuffer(signature, np.uint16),
        prints=np.frombuffer(prints, np.uint32),
        places=np.cumsum(unpack(places), dtype=np.int32),
        words=_words(nibbles),
        _names=names,
        _speakers=tuple(speakers),
        _offsets=offsets,
        _quoted=quoted,
    )


def _parts(data: bytes) -> tuple[bytes, ...]:
    parts = tuple(split(data))
    return parts if len(parts) == _PARTS else (data[:40], *([b""] * (_PARTS - 1)))


def _words(nibbles: bytes) -> bytes:
    at = 1
    while nibbles[at - 1] > 0x7F:
        at += 1
    [count] = unpack(nibbles[:at]).tolist()
    return nibbles[at:].hex().encode()[:count]  # a character for each four bits


def _spans(bounds: list[int]) -> Spans:
    return tuple(Span(start, end) for start, end in zip(bounds[0::2], bounds[1::2], strict=True))
