"""Where bytes come from: a file, standard input, or bytes already at hand."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import BufferedReader
from pathlib import Path
from typing import cast

from rashomon.model.errors import (
    BinaryInputError,
    EmptyInputError,
    InputTooLargeError,
    MissingInputError,
    UnreadableInputError,
)

STANDARD_INPUT = "-"

_BINARY_STARTS = {
    b"%PDF-": "a PDF",
    b"PK\x03\x04": "a ZIP archive (or an office document)",
    b"\x1f\x8b": "compressed with gzip",
    b"\xd0\xcf\x11\xe0": "an office document",
    b"\x89PNG": "an image",
    b"\xff\xd8\xff": "an image",
    b"PAR1": "a Parquet table",
}
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_PEEK = 65_536


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the user says of a document, over what the input says of itself."""

    publisher: str | None = None
    title: str | None = None
    url: str | None = None
    published: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """One input that is still to be read.

    Attributes:
        path: a file, or ``-`` for standard input, as the user wrote it.
        kind: the name of the reader, or ``None`` to find it out.
        given: what the user says of the document.
    """

    path: str
    kind: str | None = None
    given: Metadata = field(default_factory=Metadata)

    @property
    def is_standard_input(self) -> bool:
        """Whether the bytes come from standard input, which only this process can read."""
        return self.path == STANDARD_INPUT

    @contextmanager
    def open(self) -> Iterator[BufferedReader]:
        """Open the bytes for reading.

        Raises:
            MissingInputError: there is no such file.
            UnreadableInputError: the system refuses to open it, or breaks off reading.
        """
        try:
            if self.is_standard_input:
                yield cast(BufferedReader, sys.stdin.buffer)
            else:
                with Path(self.path).open("rb") as stream:
                    yield stream
        except FileNotFoundError as error:
            raise MissingInputError(
                "no such file or folder", where=self.path, remedy="check the path"
            ) from error
        except OSError as error:
            reason = error.strerror or str(error)
            raise UnreadableInputError(
                f"cannot be read ({reason})", where=self.path, remedy="check its permissions"
            ) from error

    def read(self, max_bytes: int) -> bytes:
        """Return all bytes.

        Raises:
            InputTooLargeError: there are more than ``max_bytes``.
            EmptyInputError: there are none.
            BinaryInputError: they are not a text.
            MissingInputError, UnreadableInputError: as :meth:`open`.
        """
        with self.open() as stream:
            raw = stream.read(max_bytes + 1)
        if len(raw) > max_bytes:
            raise too_large(max_bytes, where=self.path)
        if not raw.strip():
            raise empty(self.path)
        refuse_binary(raw, where=self.path)
        return raw


def too_large(max_bytes: int, *, where: str) -> InputTooLargeError:
    """Return the error for more bytes than the limit."""
    return InputTooLargeError(
        f"larger than the limit of {max_bytes:,} bytes",
        where=where,
        remedy="raise it with --max-bytes, or split the file",
    )


def empty(where: str) -> EmptyInputError:
    """Return the error for an input without text."""
    return EmptyInputError("there is no text in it", where=where, remedy="leave it out")


def refuse_binary(raw: bytes, *, where: str) -> None:
    """Refuse bytes that are no text: known binary formats, and anything with a NUL byte.

    Raises:
        BinaryInputError: names the format, or the place of the NUL byte.
    """
    remedy = "extract the text first"
    for start, name in _BINARY_STARTS.items():
        if raw.startswith(start):
            raise BinaryInputError(f"it is {name}, not a text", where=where, remedy=remedy)
    nul = raw.find(b"\0", 0, _PEEK)
    if nul >= 0 and not raw.startswith(_WIDE_MARKS):
        raise BinaryInputError(
            f"not a text: byte {nul} is NUL",
            where=where,
            remedy=f"{remedy}, or name its encoding with --encoding if it is UTF-16 or UTF-32",
        )
