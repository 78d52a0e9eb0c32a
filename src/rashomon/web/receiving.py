"""Forms with files, written to disk as they come: none is held in memory or kept open."""

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as made_by
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from python_multipart import MultipartParser
from python_multipart.exceptions import FormParserError
from python_multipart.multipart import parse_options_header
from starlette.requests import Request

from rashomon.model.errors import InputError, InputTooLargeError
from rashomon.web.handed import new_folder

if TYPE_CHECKING:
    from python_multipart.multipart import MultipartCallbacks

MOST_BYTES = 2_000_000_000
"""The most that one form may bring."""

MOST_FILES = 5_000
"""The most files that one form may bring."""

_MOST_FIELDS = 50
_LONGEST_FIELD = 100_000


@dataclass(frozen=True, slots=True)
class Form:
    """A form as it was sent.

    Attributes:
        fields: the values of its fields, by name; of several of one name the last.
        files: the name that the browser gave to each file, and where it is kept.
        folder: the private folder that holds all of them.
    """

    fields: Mapping[str, str]
    files: tuple[tuple[str, Path], ...]
    folder: Path

    def discard(self) -> None:
        """Remove the files."""
        shutil.rmtree(self.folder, ignore_errors=True)


async def receive_form(request: Request) -> Form:
    """Return a form with files (``multipart/form-data``), its files kept under numbers.

    Names are never used as paths. Files that are empty and without a name, as browsers send where
    none was chosen, are left out.

    Raises:
        InputError: it is no such form, or breaks off.
        InputTooLargeError: there are too many files or fields, or they are too long.
    """
    _, options = parse_options_header(request.headers.get("content-type", ""))
    if b"boundary" not in options:
        raise InputError("this is no form with files", remedy="send multipart/form-data")
    folder = new_folder()
    parts = _Parts(folder)
    try:
        parser = MultipartParser(options[b"boundary"], parts.callbacks())
        async for chunk in request.stream():
            parser.write(chunk)
        parser.finalize()
        if not parts.is_whole:
            raise FormParserError
    except FormParserError as error:
        parts.discard()
        raise InputError("the form is broken, or breaks off", remedy="send it again") from error
    except BaseException:
        parts.discard()
        raise
    parts.close()
    return Form(parts.fields, tuple(parts.files), folder)


@dataclass(slots=True)
class _Part:
    """A part of a form: a field, or a file.

    Attributes:
        header: the name of the header that is read.
        value: its value.
        disposition: the header that names the part.
        field: the name of the field.
        data: what a field holds.
        name: the name of a file; ``None`` for a field.
        path: where a file is kept.
        file: the same, open.
    """

    header: bytes = b""
    value: bytes = b""
    disposition: bytes = b""
    field: str = ""
    data: bytearray = made_by(default_factory=bytearray)
    name: str | None = None
    path: Path | None = None
    file: BinaryIO | None = None


class _Parts:
    """The parts of a form, one after another.

    Attributes:
        fields: the values of fields, by name.
        files: the names of files, and where they are kept.
        is_whole: whether the end of the form was reached.
    """

    def __init__(self, folder: Path) -> None:
        self.fields: dict[str, str] = {}
        self.files: list[tuple[str, Path]] = []
        self.is_whole = False
        self._folder = folder
        self._part = _Part()

    def callbacks(self) -> "MultipartCallbacks":
        """Return what the parser tells."""
        return {
            "on_part_begin": self._begin,
            "on_header_field": self._header,
            "on_header_value": self._value,
            "on_header_end": self._end_header,
            "on_headers_finished": self._name,
            "on_part_data": self._data,
            "on_part_end": self._end,
            "on_end": self._end_all,
        }

    def close(self) -> None:
        """Close what is still open."""
        if self._part.file:
            self._part.file.close()

    def discard(self) -> None:
        """Remove all files."""
        self.close()
        shutil.rmtree(self._folder, ignore_errors=True)

    def _end_all(self) -> None:
        self.is_whole = True

    def _begin(self) -> None:
        self._part = _Part()

    def _header(self, data: bytes, start: int, end: int) -> None:
        self._part.header += data[start:end]

    def _value(self, data: bytes, start: int, end: int) -> None:
        self._part.value += data[start:end]

    def _end_header(self) -> None:
        if self._part.header.lower() == b"content-disposition":
            self._part.disposition = self._part.value
        self._part.header = self._part.value = b""

    def _name(self) -> None:
        part = self._part
        _, options = parse_options_header(part.disposition)
        part.field = options.get(b"name", b"").decode("utf-8", "replace")
        if b"filename" not in options:
            if len(self.fields) >= _MOST_FIELDS:
                raise InputTooLargeError("too many fields", remedy="send a form of the desk")
            return
        if len(self.files) >= MOST_FILES:
            raise InputTooLargeError(
                f"more than {MOST_FILES:,} files",
                remedy="add them in portions, or by 'rashomon add', which takes any number",
            )
        part.name = options[b"filename"].decode("utf-8", "replace")
        part.path = self._folder / str(len(self.files) + 1)
        part.file = part.path.open("wb")

    def _data(self, data: bytes, start: int, end: int) -> None:
        part = self._part
        if part.file:
            part.file.write(data[start:end])
            return
        part.data += data[start:end]
        if len(part.data) > _LONGEST_FIELD:
            raise InputTooLargeError("a field is too long", remedy="add a long text as a file")

    def _end(self) -> None:
        part = self._part
        if part.file and part.path is not None:
            size = part.file.tell()
            part.file.close()
            if part.name or size:
                self.files.append((part.name or "", part.path))
        else:
            self.fields[part.field] = part.data.decode("utf-8", "replace")
