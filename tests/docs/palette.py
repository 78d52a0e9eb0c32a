"""PNG files made small: 256 colours at most, which is what pages of words need."""

import struct
import zlib

import numpy as np

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_COLOURS = 256


def small_png(points):
    """Return a PNG file of a picture with the colours that most of its points have.

    Other colours become the nearest of these.

    Args:
        points: red, green and blue of every point, row by row.
    """
    high, wide, _ = points.shape
    packed = points.astype(np.uint32) @ np.array([1 << 16, 1 << 8, 1], np.uint32)
    colours, numbers, counts = np.unique(packed, return_inverse=True, return_counts=True)
    parts = np.stack([colours >> 16, colours >> 8 & 255, colours & 255], axis=1).astype(np.int32)
    kept = parts[np.argsort(-counts, kind="stable")[:_COLOURS]]
    nearest = np.array([np.argmin(((kept - one) ** 2).sum(axis=1)) for one in parts])
    rows = nearest[numbers.reshape(-1)].astype(np.uint8).reshape(high, wide)
    lines = np.hstack([np.zeros((high, 1), np.uint8), rows])
    return (
        _SIGNATURE
        + _chunk(b"IHDR", struct.pack(">IIBBBBB", wide, high, 8, 3, 0, 0, 0))
        + _chunk(b"PLTE", kept.astype(np.uint8).tobytes())
        + _chunk(b"IDAT", zlib.compress(lines.tobytes(), 9))
        + _chunk(b"IEND", b"")
    )


def _chunk(name, body):
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
