"""WARC: the pages of a web archive, each as an input of its own; the archive is streamed."""

import logging
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from typing import BinaryIO, TypeAlias
from urllib.parse import urljoin

from rashomon.model.errors import InputError
from rashomon.model.failure import Failure
from rashomon.readers.payload import decoded_payload
from rashomon.readers.recognise import PEEK, kind_of_bytes
from rashomon.readers.records import Damage, Record, records
from rashomon.readers.source import Metadata, Source, broken, empty, shown, too_large
from rashomon.settings import ReaderSettings

log = logging.getLogger(__name__)

Found: TypeAlias = Source | Failure

_KINDS = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/plain": "text",
    "application/pdf": "pdf",
}
_SURE = ("html", "pdf")  # kinds that the first bytes tell from what is no page
_BESIDE = ("warcinfo", "request", "metadata")
_OK = 200


def read_warc(source: Source, settings: ReaderSettings) -> Iterator[Found]:
    """Yield the pages of a WARC file, compressed or not, as inputs with their bytes at hand.

    Taken are answers with status 200 that are HTML, plain text or PDF. Their bytes are those that
    the server meant, without the codings of the transfer, so that a page and its archived copy are
    one document. Everything else (images, scripts, redirects, ``revisit`` records) is left out and
    counted in a warning. Where a file is damaged, reading goes on at the next record that can be
    found; each such place is a failure.

    Raises:
        BrokenArchiveError: it is no WARC.
        InputError: it cannot be read, or holds no page.
    """
    pages = Pages(source, settings)
    with source.open() as stream:
        yield from pages.within(stream)
    pages.tell()
    if not pages.found:
        raise empty(source.name)


class Pages:
    """The pages of WARC files, taken out one by one.

    Args:
        source: the archive.
        settings: how it is read.
        listed: the addresses of the pages that are asked for, without fragments, with their
            titles; ``None`` for every page. Where one redirects, the page that it leads to is
            asked for too.

    Attributes:
        found: how many pages and failures there were until now.
        left_out: how many records were left out, by the reason.
    """

    def __init__(
        self,
        source: Source,
        settings: ReaderSettings,
        listed: Mapping[str, str | None] | None = None,
    ) -> None:
        self.found = 0
        self.left_out: Counter[str] = Counter()
        self._source = source
        self._settings = settings
        self._titles = dict(listed or {})
        self._takes_all = listed is None

    def tell(self) -> None:
        """Warn of what was left out."""
        if self.left_out:
            counts = ", ".join(f"{number} {what}" for what, number in self.left_out.most_common())
            log.warning("%s: left out: %s", self._source.name, counts)

    def within(self, stream: BinaryIO) -> Iterator[Found]:
        """Yield the pages of one WARC file, and a failure for each place where it is damaged.

        Raises:
            BrokenArchiveError: there is no record in it.
        """
        where = self._source.name
        is_empty = True
        for record in records(stream, self._is_wanted, self._settings.max_bytes + 1):
            if isinstance(record, Record):
                is_empty = False
                if record.body is not None and (page := self._page(record)):
                    self.found += 1
                    yield page
            elif not record.after:
                raise broken("no WARC", record.error, where=where)
            else:
                self.found += 1
                yield _damaged(record, where)
        if is_empty:
            raise broken("no WARC", EOFError("there is no record in it"), where=where)

    def _is_wanted(self, record: Record) -> bool:
        if record.type in _BESIDE:
            return False
        reason = self._reason(record)
        if reason:
            self.left_out[reason] += 1
        return not reason

    def _reason(self, record: Record) -> str:
        """Return why a record is left out; empty for one that is taken."""
        if record.type == "revisit":
            return "revisits"
        if record.status is None:
            return "of other types"
        if record.status != _OK:
            self._follow(record)
            return "with another status than 200"
        if record.media_type and record.media_type not in _KINDS:
            return "of other kinds"
        if self._takes_all or _without_fragment(record.url) in self._titles:
            return ""
        return "not listed as pages"

    def _follow(self, record: Record) -> None:
        url = _without_fragment(record.url)
        if record.location and url in self._titles:
            with suppress(ValueError):
                target = urljoin(url, record.location)
                self._titles.setdefault(_without_fragment(target), self._titles[url])

    def _page(self, record: Record) -> Found | None:
        name = f"{self._source.path}:{record.url}"
        try:
            return self._opened(record, replace(self._source, path=name))
        except InputError as error:
            return Failure(shown(name), error)

    def _opened(self, record: Record, source: Source) -> Source | None:
        """Return the page of a record as an input; ``None`` if it proves to be none.

        Raises:
            InputError: it cannot be decompressed, or is too large.
        """
        most = self._settings.max_bytes
        body = record.body or b""
        if len(body) > most:
            raise too_large(most, where=source.name)
        raw = decoded_payload(
            body,
            transfer=record.transfer,
            content=record.coding,
            max_bytes=most,
            where=source.name,
        )
        kind = _KINDS.get(record.media_type) or kind_of_bytes(raw[:PEEK])
        if not raw.strip() or (not record.media_type and kind not in _SURE):
            self.left_out["of other kinds" if raw.strip() else "empty"] += 1
            return None
        title = self._titles.get(_without_fragment(record.url))
        return replace(
            source,
            kind=kind,
            given=source.given.over(Metadata(url=record.url or None)),
            raw=raw,
            hints=Metadata(title=title),
            encoding=record.charset,
            obtained_from=record.url or None,
            obtained_at=record.date,
        )


def _without_fragment(url: str) -> str:
    return url.partition("#")[0]


def _damaged(place: Damage, where: str) -> Failure:
    return Failure(where, broken(f"damaged after record {place.after}", place.error, where=where))
