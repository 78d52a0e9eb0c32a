"""PNG files made small: 256 colours at most, which is what pages of words need."""

import struct
import zlib

import numpy as np

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_COLOURS = 256
_CHANNELS = {2: 3, 6: 4}  # by the type of colour: without and with a share of opacity


def reduced(png):
    """Return a PNG file of the same picture with the colours that most of its points have.

    Other colours become the nearest of these.

    Args:
        png: a PNG file of 8 bits a channel, not interlaced, as browsers write them.
    """
    points = _points(png)
    high, wide, _ = points.shape
    colours, numbers, counts = np.unique(
        points.reshape(-1, 3), axis=0, return_inverse=True, return_counts=True
    )
    kept = colours[np.argsort(-counts, kind="stable")[:_COLOURS]].astype(np.int32)
    nearest = np.array(
        [np.argmin(((kept - one) ** 2).sum(axis=1)) for one in colours.astype(np.int32)]
    )
    rows = nearest[numbers.reshape(-1)].astype(np.uint8).reshape(high, wide)
    lines = np.hstack([np.zeros((high, 1), np.uint8), rows])
    return (
        _SIGNATURE
        + _chunk(b"IHDR", struct.pack(">IIBBBBB", wide, high, 8, 3, 0, 0, 0))
        + _chunk(b"PLTE", kept.astype(np.uint8).tobytes())
        + _chunk(b"IDAT", zlib.compress(lines.tobytes(), 9))
        + _chunk(b"IEND", b"")
    )


def _points(png):
    """Return red, green and blue of every point, row by row."""
    chunks = list(_chunks(png))
    wide, high, _, kind = struct.unpack(">IIBB", dict(chunks)[b"IHDR"][:10])
    channels = _CHANNELS[kind]
    packed = zlib.decompress(b"".join(body for name, body in chunks if name == b"IDAT"))
    lines = np.frombuffer(packed, np.uint8).reshape(high, 1 + wide * channels)
    rows = np.zeros((high + 1, wide, channels), np.uint8)
    for at, line in enumerate(lines, start=1):
        rows[at] = _unfiltered(line[0], line[1:].reshape(wide, channels), rows[at - 1])
    return rows[1:, :, :3]


def _unfiltered(kind, line, above):
    """Return a row of points as it was before its filter (PNG, 9.2)."""
    if kind == 0:
        return line
    if kind == 1:
        return np.cumsum(line, axis=0, dtype=np.uint8)
    if kind == 2:
        return line + above
    row = np.zeros_like(line)
    left, corner = np.zeros(line.shape[1], int), np.zeros(line.shape[1], int)
    for at, (each, up) in enumerate(zip(line.astype(int), above.astype(int), strict=True)):
        guess = (left + up) // 2 if kind == 3 else _paeth(left, up, corner)
        left, corner = (each + guess) % 256, up
        row[at] = left
    return row


def _paeth(left, up, corner):
    far = [np.abs(left + up - corner - one) for one in (left, up, corner)]
    is_left = (far[0] <= far[1]) & (far[0] <= far[2])
    return np.where(is_left, left, np.where(far[1] <= far[2], up, corner))


def _chunks(png):
    at = len(_SIGNATURE)
    while at < len(png):
        size, name = struct.unpack(">I4s", png[at : at + 8])
        yield name, png[at + 8 : at + 8 + size]
        at += size + 12


def _chunk(name, body):
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
