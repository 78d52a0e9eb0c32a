"""How values of the model are written down in a case, and read back exactly as they were.

A dataclass becomes the list of its fields' values, in their order; so a format has a number, and
one that is out keeps its meaning. Texts may hold what UTF-8 does not allow (half of a surrogate
pair); ``surrogatepass`` keeps it.
"""

import hashlib
import json
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import fields, is_dataclass
from functools import cache
from itertools import chain
from operator import attrgetter
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from rashomon.model.case import Decision
from rashomon.model.document import Document
from rashomon.model.errors import DamagedCaseError
from rashomon.model.reading import Reading
from rashomon.model.spans import Span

FORMAT = 1
"""The number of the format in which readings are stored."""

T = TypeVar("T")

_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True)
_WINDOW = 32_768  # as far back as DEFLATE looks
_MOST_BYTES = 2**31  # what is larger was not stored by us
_SECTIONS = tuple(one.name for one in fields(Reading) if one.name != "document")


@contextmanager
def damage() -> Iterator[None]:
    """Turn whatever goes wrong with stored values into the error that says so."""
    try:
        yield
    except (ValueError, TypeError, LookupError, RecursionError) as error:
        raise DamagedCaseError(f"stored values make no sense ({error})") from error


def to_bytes(text: str) -> bytes:
    """Return a text as bytes; any text has some."""
    return text.encode("utf-8", "surrogatepass")


def to_text(raw: bytes) -> str:
    """Return the text of what :func:`to_bytes` gave."""
    return raw.decode("utf-8", "surrogatepass")


def digest(raw: bytes) -> bytes:
    """Return the SHA-256 of some bytes."""
    return hashlib.sha256(raw).digest()


def to_json(value: object) -> bytes:
    """Return a value as JSON, the same for equal values."""
    return to_bytes(_JSON.encode(value))


def pack(raw: bytes, like: bytes = b"") -> bytes:
    """Return some bytes compressed.

    Args:
        raw: the bytes.
        like: bytes that they share much with; used where they are few, and needed to unpack.
    """
    known = like if len(like) <= _WINDOW else b""
    packer = zlib.compressobj(6, zdict=known) if known else zlib.compressobj(6)
    return packer.compress(raw) + packer.flush()


def unpack(packed: bytes, like: bytes = b"") -> bytes:
    """Return what :func:`pack` was given.

    Raises:
        DamagedCaseError: these are no such bytes.
    """
    known = like if len(like) <= _WINDOW else b""
    unpacker = zlib.decompressobj(zdict=known) if known else zlib.decompressobj()
    try:
        raw = unpacker.decompress(packed, _MOST_BYTES)
    except zlib.error as error:
        raise DamagedCaseError(f"stored bytes cannot be unpacked ({error})") from error
    if not unpacker.eof:
        raise DamagedCaseError("stored bytes are cut off")
    return raw


def encode(value: Any) -> bytes:
    """Return a dataclass of the model as JSON."""
    return to_json(_plain(type(value), value))


def decode(kind: type[T], raw: bytes) -> T:
    """Return the dataclass that :func:`encode` was given.

    Raises:
        DamagedCaseError: the bytes are not what was written.
    """
    with damage():
        value: T = _made(kind, json.loads(to_text(raw)))
        return value


def encode_reading(reading: Reading) -> bytes:
    """Return all of a reading but its document as JSON."""
    sections = [_plain(_hints(Reading)[name], getattr(reading, name)) for name in _SECTIONS]
    return to_json([FORMAT, *sections])


def decode_reading(raw: bytes, document: Document) -> Reading:
    """Return the reading of a document from what :func:`encode_reading` gave.

    Raises:
        DamagedCaseError: the bytes are not what was written.
    """
    with damage():
        number, *sections = json.loads(to_text(raw))
        if number != FORMAT:
            raise ValueError(f"the format {number!r} of a reading is not known")
        pairs = zip(_SECTIONS, sections, strict=True)
        values = {name: _made(_hints(Reading)[name], section) for name, section in pairs}
        return Reading(document, **values)


def encode_decision(decision: Decision) -> bytes:
    """Return a decision as JSON."""
    span = list(decision.span) if decision.span else None
    values = [decision.kind, decision.document, span, dict(decision.value)]
    return to_json([*values, decision.reviewer, decision.note])


def decode_decision(raw: bytes) -> Decision:
    """Return the decision that :func:`encode_decision` was given.

    Raises:
        DamagedCaseError: the bytes are not what was written.
    """
    with damage():
        kind, document, span, value, reviewer, note = json.loads(to_text(raw))
        return Decision(kind, document, Span(*span) if span else None, value, reviewer, note)


def spans_of(reading: Reading) -> Iterator[Span]:
    """Yield all spans that a reading holds, however deep."""
    for name in _SECTIONS:
        if find := _span_finder(_hints(Reading)[name]):
            yield from find(getattr(reading, name))


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _plain(hint: Any, value: Any) -> Any:
    change = _to_plain(hint)
    return change(value) if change else value


def _made(hint: Any, value: Any) -> Any:
    change = _from_plain(hint)
    return change(value) if change else value


@cache
def _to_plain(hint: Any) -> Callable[[Any], Any] | None:
    """Return what makes JSON of a value of some type; ``None`` where it is JSON already."""
    if is_dataclass(hint):
        return _row_writer(hint)
    inner, is_optional, is_many = _parts(hint)
    change = _to_plain(inner) if inner is not hint else None
    return _lifted(change, list, is_optional, is_many) if change else None


def _row_writer(kind: Any) -> Callable[[Any], Any]:
    names = [one.name for one in fields(kind)]
    get = attrgetter(*names)
    changes = [(at, _to_plain(_hints(kind)[name])) for at, name in enumerate(names)]
    deep = [(at, change) for at, change in changes if change]

    def write(value: Any) -> list[Any]:
        row = list(get(value)) if len(names) > 1 else [get(value)]
        for at, change in deep:
            row[at] = change(row[at])
        return row

    return write


@cache
def _from_plain(hint: Any) -> Callable[[Any], Any] | None:
    """Return what makes a value of some type of its JSON; ``None`` where that is the same."""
    if is_dataclass(hint):
        return _row_reader(hint)
    if hint is Span:
        return _span
    inner, is_optional, is_many = _parts(hint)
    change = _from_plain(inner) if inner is not hint else None
    if is_many or change:
        return _lifted(change, tuple, is_optional, is_many)
    return None


def _row_reader(kind: Any) -> Callable[[Any], Any]:
    changes = [_from_plain(_hints(kind)[one.name]) for one in fields(kind)]
    deep = [(at, change) for at, change in enumerate(changes) if change]

    def read(row: list[Any]) -> Any:
        if len(row) != len(changes):
            raise ValueError(f"{len(row)} values for the {len(changes)} of a {kind.__name__}")
        for at, change in deep:
            row[at] = change(row[at])
        return kind(*row)

    return read


@cache
def _span_finder(hint: Any) -> Callable[[Any], Iterable[Span]] | None:
    """Return what finds all spans in a value of some type; ``None`` where there are none."""
    if hint is Span:
        return lambda value: (value,)
    if is_dataclass(hint):
        return _row_finder(hint)
    inner, is_optional, is_many = _parts(hint)
    find = _span_finder(inner) if inner is not hint else None
    if find is None or not (is_optional or is_many):
        return find
    if is_many:
        return lambda many: chain.from_iterable(map(find, many or ()))
    return lambda value: () if value is None else find(value)


def _row_finder(kind: Any) -> Callable[[Any], Iterable[Span]] | None:
    finders = [(one.name, _span_finder(_hints(kind)[one.name])) for one in fields(kind)]
    deep = [(attrgetter(name), find) for name, find in finders if find]
    if not deep:
        return None
    return lambda value: chain.from_iterable(find(get(value)) for get, find in deep)


def _span(value: Any) -> Span:
    start, end = value
    return Span(start, end)


def _parts(hint: Any) -> tuple[Any, bool, bool]:
    """Return what a type holds, whether it may be ``None``, and whether it is a tuple of many."""
    arguments = get_args(hint)
    if get_origin(hint) in (Union, UnionType) and NoneType in arguments:
        [inner] = [one for one in arguments if one is not NoneType]
        within, _, is_many = _parts(inner)
        return within, True, is_many
    if get_origin(hint) is tuple and arguments[1:] == (...,):
        return arguments[0], False, True
    return hint, False, False


def _lifted(
    change: Callable[[Any], Any] | None,
    gather: Callable[[Any], Any],
    is_optional: bool,
    is_many: bool,
) -> Callable[[Any], Any]:
    """Return a change of one value as one of many values, or of none."""

    def changed(value: Any) -> Any:
        if value is None and is_optional:
            return None
        if not is_many:
            return change(value) if change else value
        return gather(map(change, value)) if change else gather(value)

    return changed
