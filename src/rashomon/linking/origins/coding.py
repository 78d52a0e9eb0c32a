"""Numbers as bytes, and no pickle: what sketches and compared pairs are written in."""

import zlib
from collections.abc import Iterable, Iterator

import numpy as np
import numpy.typing as npt

VERSION = "1"
"""Of sketches and pairs: those of another version are not understood."""


def pack(numbers: Iterable[int]) -> bytes:
    """Return whole numbers from 0 as bytes, seven bits each (LEB128)."""
    packed = bytearray()
    for number in numbers:
        left = number
        while left > 0x7F:
            packed.append(left & 0x7F | 0x80)
            left >>= 7
        packed.append(left)
    return bytes(packed)


def unpack(packed: bytes) -> npt.NDArray[np.int64]:
    """Return the numbers that :func:`pack` was given."""
    if packed.isascii():  # none is over 127
        return np.frombuffer(packed, np.uint8).astype(np.int64)
    sevens = np.frombuffer(packed, np.uint8)
    ends = np.flatnonzero(sevens < 0x80)
    starts = np.append(0, ends[:-1] + 1)
    numbers = np.zeros(len(ends), np.int64)
    for place in range(int((ends - starts).max()) + 1):
        has = np.flatnonzero(starts + place <= ends)
        digits = sevens[starts[has] + place].astype(np.int64) & 0x7F
        numbers[has] |= digits << (7 * place)
    return numbers


def join(parts: Iterable[bytes]) -> bytes:
    """Return parts one behind the other, each with its length before it."""
    return b"".join(pack([len(part)]) + part for part in parts)


def split(joined: bytes) -> Iterator[bytes]:
    """Yield the parts that :func:`join` was given."""
    at = 0
    while at < len(joined):
        end = at + 1
        while joined[end - 1] > 0x7F:
            end += 1
        length = sum((byte & 0x7F) << (7 * place) for place, byte in enumerate(joined[at:end]))
        yield joined[end : end + length]
        at = end + length


def check(data: bytes) -> int:
    """Return a number that tells one sketch from another."""
    return zlib.crc32(data)
