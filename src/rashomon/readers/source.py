"""Where bytes come from: a file, standard input, an address, or bytes already at hand."""

import codecs
import gzip
import os
import re
import stat
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from io import BufferedReader, BytesIO
from pathlib import Path
from typing import cast

from rashomon.model.errors import (
    BinaryInputError,
    BrokenArchiveError,
    EmptyInputError,
    InputTooLargeError,
    MissingInputError,
    UnreadableInputError,
    UnsupportedInputError,
)

STANDARD_INPUT = "-"

_ADDRESS = re.compile(r"https?://", re.I)
_GZIP_SUFFIX = ".gz"

_BINARY_STARTS = {
    b"%PDF-": "a PDF",
    b"PK\x03\x04": "a ZIP archive (or an office document)",
    b"\x1f\x8b": "compressed with gzip",
    b"\xd0\xcf\x11\xe0": "an office document",
    b"\x89PNG": "an image",
    b"\xff\xd8\xff": "an image",
    b"PAR1": "a Parquet table",
    b"SQLite format 3\0": "a database, perhaps a case",
}
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_PEEK = 65_536


@dataclass(frozen=True, slots=True)
class Metadata:
    """What somebody says of a document: the user, the input itself, or what holds it."""

    publisher: str | None = None
    title: str | None = None
    url: str | None = None
    published: str | None = None

    def over(self, other: "Metadata") -> "Metadata":
        """Return what is said here, and where nothing is, what ``other`` says."""
        return Metadata(
            publisher=self.publisher or other.publisher,
            title=self.title or other.title,
            url=self.url or other.url,
            published=self.published or other.published,
        )


@dataclass(frozen=True, slots=True)
class Source:
    """One input that is still to be read.

    Attributes:
        path: a file, an address, or ``-`` for standard input, as the user wrote it; what a
            container holds is named by the container's path, a colon, and its own name.
        kind: the name of the reader, or ``None`` to find it out.
        given: what the user says of the document; goes over what it says of itself.
        raw: the bytes, where they are at hand: fetched, or taken out of a container.
        hints: what a container says of the document; goes under what it says of itself.
        encoding: the encoding that came along with the bytes (of an HTTP answer), or empty.
        obtained_from: where the bytes were got; ``None`` for ``path``.
        obtained_at: when they were got there, ISO 8601 in UTC, where that is known.
        file: the file that holds the bytes, where ``path`` is a mere name.
    """

    path: str
    kind: str | None = None
    given: Metadata = field(default_factory=Metadata)
    raw: bytes | None = field(default=None, repr=False)
    hints: Metadata = field(default_factory=Metadata)
    encoding: str = ""
    obtained_from: str | None = None
    obtained_at: str | None = None
    file: str | None = None

    @property
    def name(self) -> str:
        """The path as it is shown: bytes of it that are no UTF-8 are replaced."""
        return shown(self.path)

    @property
    def is_address(self) -> bool:
        """Whether the bytes are still to be fetched from the web."""
        is_still_elsewhere = self.raw is None and self.file is None
        return is_still_elsewhere and bool(_ADDRESS.match(self.path))

    @property
    def is_stream(self) -> bool:
        """Whether the bytes come once and to this process only: standard input, a pipe."""
        if self.raw is not None or self.file is not None or self.is_address:
            return False
        if self.path == STANDARD_INPUT:
            return True
        try:
            return not stat.S_ISREG(Path(self.path).stat().st_mode)
        except (OSError, ValueError):
            return False

    @contextmanager
    def open(self) -> Iterator[BufferedReader]:
        """Open the bytes for reading; a file that ends in ``.gz`` (no WARC) is decompressed.

        Raises:
            MissingInputError: there is no such file.
            UnreadableInputError: the system refuses to open it, or breaks off reading.
            BrokenArchiveError: it is not what gzip writes, or breaks off.
        """
        try:
            with self._opened() as stream:
                packed = self.kind != "warc" and self.path.lower().endswith(_GZIP_SUFFIX)
                yield cast(BufferedReader, gzip.GzipFile(fileobj=stream)) if packed else stream
        except FileNotFoundError as error:
            raise MissingInputError(
                "no such file or folder", where=self.name, remedy="check the path"
            ) from error
        except (gzip.BadGzipFile, EOFError, zlib.error) as error:
            raise broken("not what gzip writes", error, where=self.name) from error
        except OSError as error:
            raise unreadable(error, where=self.name) from error

    @contextmanager
    def _opened(self) -> Iterator[BufferedReader]:
        if self.raw is not None:
            yield BufferedReader(BytesIO(self.raw))
        elif self.file is not None:
            with Path(self.file).open("rb") as stream:
                yield stream
        elif self.path == STANDARD_INPUT:
            yield cast(BufferedReader, sys.stdin.buffer)
        elif "\0" in self.path:
            raise FileNotFoundError
        else:
            with Path(self.path).open("rb") as stream:
                yield stream

    def read_bytes(self, max_bytes: int) -> bytes:
        """Return all bytes, whatever they are.

        Args:
            max_bytes: the most that are read.

        Raises:
            InputTooLargeError: there are more than ``max_bytes``.
            EmptyInputError: there are none, or only white space.
            InputError: as :meth:`open`.
        """
        with self.open() as stream:
            raw = stream.read(max_bytes + 1)
        if len(raw) > max_bytes:
            raise too_large(max_bytes, where=self.name)
        if not raw.strip():
            raise empty(self.name)
        return raw

    def at_hand(self, max_bytes: int) -> "Source":
        """Return the same input with its bytes at hand, read to their end.

        Raises:
            InputError: as :meth:`read_bytes`.
        """
        return replace(self, raw=self.read_bytes(max_bytes))

    def read(self, max_bytes: int, *, encoding: str = "") -> bytes:
        """Return all bytes of a text.

        Args:
            max_bytes: the most that are read.
            encoding: the encoding, where the user names it: text in UTF-16 and UTF-32 holds NULs.

        Raises:
            BinaryInputError: they are not a text.
            InputError: as :meth:`read_bytes`.
        """
        raw = self.read_bytes(max_bytes)
        refuse_binary(raw, where=self.name, encoding=encoding or self.encoding)
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


def broken(what: str, error: Exception, *, where: str) -> BrokenArchiveError:
    """Return the error for an archive, feed or PDF that cannot be read.

    Args:
        what: what it is, as a clause: ``not a PDF``.
        error: what its reader tripped over.
        where: its name.
    """
    reason = " ".join(str(error).split())[:200] or type(error).__name__
    return BrokenArchiveError(
        f"{what} ({reason})", where=where, remedy="get it anew, it may be damaged or cut short"
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
