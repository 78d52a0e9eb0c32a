"""Pairs of claims: rows of JSONL with ``a`` and ``b``; a broken row costs only itself."""

from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.model.errors import (
    BrokenRowError,
    InputError,
    InputTooLargeError,
    UndecodableInputError,
)
from rashomon.model.failure import Failure
from rashomon.readers.rows import numbered_lines, parse_json
from rashomon.readers.source import Source, empty, refuse_wide_table

MOST_BYTES = 1_000_000
"""The largest row that is read, in bytes."""
_GIVE = 'give it {"a": "one claim", "b": "another"}'


@dataclass(frozen=True, slots=True)
class ClaimPair:
    """Two claims whose relation is asked for.

    Attributes:
        a: the first claim.
        b: the second; asked for is how it relates to the first.
    """

    a: str
    b: str


def read_pairs(path: str) -> Iterator[ClaimPair | Failure]:
    """Yield the pairs of a JSONL file, in order; a row that holds none is a failure in its place.

    Args:
        path: a file, which is decompressed where it ends in ``.gz``, or ``-`` for standard input.
    """
    source = Source(path)
    try:
        found = False
        with source.open() as stream:
            refuse_wide_table(stream, where=source.name, encoding="")
            for number, line in numbered_lines(stream, MOST_BYTES):
                if line is None or line.strip():
                    found = True
                    yield _pair(line, f"{source.name}:{number}")
        if not found:
            raise empty(source.name)
    except InputError as error:
        yield Failure(source.name, error)


def _pair(line: bytes | None, where: str) -> ClaimPair | Failure:
    try:
        row = parse_json(_decoded(line, where), where=where)
        if not isinstance(row, dict):
            raise BrokenRowError("the row is no object", where=where, remedy=_GIVE)
        return ClaimPair(*(_claim(row.get(name), name, where) for name in ("a", "b")))
    except InputError as error:
        return Failure(where, error)


def _decoded(line: bytes | None, where: str) -> str:
    if line is None:
        raise InputTooLargeError(
            f"larger than the limit of {MOST_BYTES:,} bytes", where=where, remedy="shorten the row"
        )
    try:
        return line.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UndecodableInputError(
            f"byte {error.start} is not utf-8", where=where, remedy="save the file as UTF-8"
        ) from error


def _claim(value: object, name: str, where: str) -> str:
    if value is None:
        raise BrokenRowError(f"the row has no {name!r}", where=where, remedy=_GIVE)
    if not isinstance(value, str):
        raise BrokenRowError(
            f"{name!r} is no text", where=where, remedy="put it in quotation marks"
        )
    if fault := fault_of_claim(value):
        raise BrokenRowError(f"{name!r} {fault}", where=where, remedy="mend the row")
    return value


def fault_of_claim(claim: str) -> str | None:
    """Return what is wrong with a claim, as a clause without its subject; ``None`` for nothing."""
    if not claim.strip():
        return "holds no words"
    try:
        claim.encode()
    except UnicodeEncodeError as error:
        return f"holds half of a surrogate pair, character {error.start}"
    return None
