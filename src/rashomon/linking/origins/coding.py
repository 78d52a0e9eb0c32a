"""Numbers as bytes, and no pickle: what sketches and compared pairs are written in."""

import zlib
from collections.abc import Iterable, Iterator

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


def unpack(packed: bytes) -> Iterator[int]:
    """Yield the numbers that :func:`pack` was given."""
    number = shift = 0
    for byte in packed:
        number |= (byte & 0x7F) << shift
        shift += 7
        if byte < 0x80:
            yield number
            number = shift = 0


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
        [length] = unpack(joined[at:end])
        yield joined[end : end + length]
        at = end + length


def check(data: bytes) -> int:
    """Return a number that tells one sketch from another."""
    return zlib.crc32(data)
