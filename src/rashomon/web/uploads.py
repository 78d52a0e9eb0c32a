"""What people hand over in the browser, on its way to a reader: files, pasted text, addresses."""

import shutil
from dataclasses import dataclass, replace
from pathlib import Path

from rashomon.model.errors import EmptyInputError, InputError, InputTooLargeError, SettingsError
from rashomon.model.failure import Failure
from rashomon.readers import Metadata, Source, kind_of_input, parse_date
from rashomon.readers.addresses import parse_address
from rashomon.runner.filling import Tell, fill_case
from rashomon.settings import Settings
from rashomon.web.receiving import Form

MOST_PASTED = 5_000_000
"""The most characters of a text that is pasted."""

_PASTED = "pasted text"
_MOST_ADDRESSES = 200
_LONGEST_NAME = 300


@dataclass(frozen=True, slots=True)
class Received:
    """What was handed over.

    Attributes:
        sources: what there is to read, and files that cannot be.
        about: what it is, for people: ``3 files``.
        folder: the private folder that holds its files; ``None`` where there are none.
    """

    sources: tuple[Source | Failure, ...]
    about: str
    folder: Path | None = None

    def discard(self) -> None:
        """Remove what was kept of it, once it is read."""
        if self.folder:
            shutil.rmtree(self.folder, ignore_errors=True)


def fill_and_discard(location: str, received: Received, settings: Settings, tell: Tell) -> None:
    """Read what was handed over into a case, and remove its files, whoever else is still there.

    Args:
        location: the case.
        received: what was handed over.
        settings: how it is read and linked.
        tell: is told of every step and every document.

    Raises:
        RashomonError: as ``rashomon.runner.filling.fill_case``.
    """
    try:
        fill_case(location, received.sources, settings, tell)
    finally:
        received.discard()


def described(publisher: str, title: str, url: str, date: str) -> Metadata:
    """Return what a person says of what is handed over; empty words say nothing.

    Raises:
        SettingsError: the date names no day, or the address is none of the web.
    """
    published = parse_date(date) if date.strip() else None
    if date.strip() and not published:
        raise SettingsError(
            f"{date.strip()[:40]!r} names no day for certain",
            where="the day of publication",
            remedy="write it as 2017-06-19",
        )
    if url.strip():
        parse_address(url)
    return Metadata(
        publisher.strip() or None, title.strip() or None, url.strip() or None, published
    )


def of_files(form: Form, given: Metadata, kind: str = "") -> Received:
    """Return the files of a form.

    Args:
        form: the form. Names are shown, and their endings tell what files are; nothing is ever
            opened or written under them.
        given: what is said of all of them.
        kind: the name of the reader for all of them; empty to go by ending and content.

    Raises:
        EmptyInputError: there is none.
    """
    if not form.files:
        raise EmptyInputError("no file was chosen", remedy="choose one, or drop it on the page")
    sources = [
        _recognised(Source(_tidy(name), kind or None, given, file=str(path)))
        for name, path in form.files
    ]
    names = [one.name if isinstance(one, Source) else one.path for one in sources]
    about = names[0] if len(names) == 1 else f"{len(names):,} files"
    return Received(tuple(sources), about, form.folder)


def _recognised(source: Source) -> Source | Failure:
    if source.kind:
        return source
    try:
        return replace(source, kind=kind_of_input(source))
    except InputError as error:
        return Failure(source.name, error)


def of_text(text: str, given: Metadata) -> Received:
    """Return a text that was pasted.

    Raises:
        EmptyInputError: there is nothing in it.
        InputTooLargeError: it is longer than :data:`MOST_PASTED`.
    """
    text = text.replace("\r\n", "\n").strip()
    if not text:
        raise EmptyInputError("there is no text in it", where=_PASTED, remedy="paste the report")
    if len(text) > MOST_PASTED:
        what = f"longer than {MOST_PASTED:,} characters"
        raise InputTooLargeError(what, where=_PASTED, remedy="save it as a file, and add the file")
    raw = text.encode("utf-8", "replace")
    return Received((Source(_PASTED, "text", given, raw),), given.title or _PASTED)


def of_addresses(text: str, given: Metadata) -> Received:
    """Return the addresses in a text, a line each.

    Raises:
        EmptyInputError: there is none.
        InputTooLargeError: there are too many.
        RefusedAddressError: one of them is none of the web.
    """
    addresses = list(dict.fromkeys(text.split()))
    if not addresses:
        raise EmptyInputError("no address is given", remedy="write one, as https://…")
    if len(addresses) > _MOST_ADDRESSES:
        what = f"more than {_MOST_ADDRESSES} addresses"
        raise InputTooLargeError(what, remedy="add them in portions")
    for one in addresses:
        parse_address(one)
    sources = tuple(Source(one, given=given) for one in addresses)
    return Received(sources, addresses[0] if len(addresses) == 1 else f"{len(addresses)} addresses")


def _tidy(name: str) -> str:
    """Return the name of a file as it is shown: folders kept, what steers a terminal left out."""
    shown = "".join(one for one in name.replace("\\", "/") if one.isprintable()).strip()
    return shown[-_LONGEST_NAME:] or "a file without a name"
