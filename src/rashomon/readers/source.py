"""Where bytes come from: a file, standard input, or bytes already at hand."""

import codecs
import os
import stat
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
    UnsupportedInputError,
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
    def name(self) -> str:
        """The path as it is shown: bytes of it that are no UTF-8 are replaced."""
        return shown(self.path)

    @property
    def is_stream(self) -> bool:
        """Whether the bytes come once and to this process only: standard input, a pipe."""
        if self.path == STANDARD_INPUT:
            return True
        try:
            return not stat.S_ISREG(Path(self.path).stat().st_mode)
        except (OSError, ValueError):
            return False

    @contextmanager
    def open(self) -> Iterator[BufferedReader]:
        """Open the bytes for reading.

        Raises:
            MissingInputError: there is no such file.
            UnreadableInputError: the system refuses to open it, or breaks off reading.
        """
        try:
            if self.path == STANDARD_INPUT:
                yield cast(BufferedReader, sys.stdin.buffer)
            elif "\0" in self.path:
                raise FileNotFoundError
            else:
                with Path(self.path).open("rb") as stream:
                    yield stream
        except FileNotFoundError as error:
            raise MissingInputError(
                "no such file or folder", where=self.name, remedy="check the path"
            ) from error
        except OSError as error:
            raise unreadable(error, where=self.name) from error

    def read(self, max_bytes: int, *, encoding: str = "") -> bytes:
        """Return all bytes.

        Args:
            max_bytes: the most that are read.
            encoding: the encoding, where the user names it: text in UTF-16 and UTF-32 holds NULs.

        Raises:
            InputTooLargeError: there are more than ``max_bytes``.
            EmptyInputError: there are none.
            BinaryInputError: they are not a text.
            MissingInputError, UnreadableInputError: as :meth:`open`.
        """
        with self.open() as stream:
            raw = stream.read(max_bytes + 1)
        if len(raw) > max_bytes:
            raise too_large(max_bytes, where=self.name)
        if not raw.strip():
            raise empty(self.name)
        refuse_binary(raw, where=self.name, encoding=encoding)
        return raw


def shown(path: str) -> str:
    """Return a path as it is shown and written: bytes of it that are no UTF-8 are replaced."""
    return os.fsencode(path).decode("utf-8", "replace")


def unreadable(error: OSError, *, where: str) -> UnreadableInputError:
    """Return the error for bytes or names that the system does not hand over."""
    reason = error.strerror or str(error)
    return UnreadableInputError(
        f"cannot be read ({reason})", where=where, remedy="check its permissions"
    )


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


def is_wide(encoding: str) -> bool:
    """Return whether an encoding, named by the user or empty, has NULs in its text."""
    return bool(encoding) and codecs.lookup(encoding).name.startswith(("utf-16", "utf-32"))


def refuse_wide_table(stream: BufferedReader, *, where: str, encoding: str) -> None:
    """Refuse a table in UTF-16 or UTF-32: its rows are found by their bytes.

    Raises:
        UnsupportedInputError: it is one.
    """
    if is_wide(encoding) or stream.peek(len(codecs.BOM_UTF32_LE)).startswith(_WIDE_MARKS):
        raise UnsupportedInputError(
            "tables in UTF-16 and UTF-32 are not read", where=where, remedy="convert it to UTF-8"
        )


def refuse_binary(raw: bytes, *, where: str, encoding: str = "") -> None:
    """Refuse bytes that are no text: known binary formats, and anything with a NUL byte.

    Raises:
        BinaryInputError: names the format, or the place of the NUL byte.
    """
    remedy = "extract the text first"
    for start, name in _BINARY_STARTS.items():
        if raw.startswith(start):
            raise BinaryInputError(f"it is {name}, not a text", where=where, remedy=remedy)
    nul = raw.find(b"\0", 0, _PEEK)
    if nul >= 0 and not raw.startswith(_WIDE_MARKS) and not is_wide(encoding):
        raise BinaryInputError(
            f"not a text: byte {nul} is NUL",
            where=where,
            remedy=f"{remedy}, or name its encoding with --encoding if it is UTF-16 or UTF-32",
        )
