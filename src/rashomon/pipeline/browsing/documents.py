"""The documents of a case: filtered and sorted."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from rashomon.model.case import DocumentRow
from rashomon.pipeline.browsing.contents import Contents

DocumentSort = Literal["newest", "oldest", "title", "publisher", "longest", "added"]
"""What documents are sorted by: day of publication, names, length, or when they were added."""

_Test: TypeAlias = Callable[[DocumentRow], bool]
_NO_DAY = "9999-99-99"
_MOST_PUBLISHERS = 100


@dataclass(frozen=True, slots=True)
class DocumentFilter:
    """Which documents are listed: all that is given must hold.

    Attributes:
        words: words that its title, publisher, address or path have, each somewhere.
        publisher: the whole name of its publisher.
        since: the first day of publication.
        until: the last.
        incident: the ``id`` of an incident that it speaks of.
        origin: the ``id`` of its origin.
        lacking: whether only those are listed of which the publisher or the day is not known.
        all_versions: whether earlier states of articles are listed too.
    """

    words: str = ""
    publisher: str = ""
    since: str = ""
    until: str = ""
    incident: str = ""
    origin: str = ""
    lacking: bool = False
    all_versions: bool = False


def list_documents(
    contents: Contents, wanted: DocumentFilter, sort: DocumentSort = "newest"
) -> tuple[DocumentRow, ...]:
    """Return the documents of a case that fit a filter, sorted; equal ones as they were added."""
    tests = tuple(_tests(contents, wanted))
    rows = contents.rows.values() if wanted.all_versions else contents.current
    fitting = [row for row in rows if all(test(row) for test in tests)]
    return tuple(sorted(fitting, key=_KEYS[sort], reverse=sort in ("newest", "longest", "added")))


def title_of(row: DocumentRow) -> str:
    """Return what a document is called: its title, else the file or address that it is from."""
    file = (row.path or "").rpartition("/")[2]
    return row.title or file or row.url or row.path or row.external_id or row.id[7:19]


def is_lacking(row: DocumentRow) -> bool:
    """Return whether the publisher of a document, or its day, is not known."""
    return not row.publisher or not row.published


def publishers_of(contents: Contents) -> tuple[tuple[str, int], ...]:
    """Return the publishers with most documents, by name, with how many documents they have."""
    counts = Counter(row.publisher for row in contents.current if row.publisher)
    most = counts.most_common(_MOST_PUBLISHERS)
    return tuple(sorted(most, key=lambda pair: pair[0].casefold()))


def _tests(contents: Contents, wanted: DocumentFilter) -> Iterator[_Test]:
    if words := wanted.words.casefold().split():
        yield lambda row: all(word in _named(row) for word in words)
    if wanted.publisher:
        yield lambda row: row.publisher == wanted.publisher
    if wanted.since:
        yield lambda row: (row.published or "") >= wanted.since
    if wanted.until:
        yield lambda row: (row.published or _NO_DAY) <= wanted.until
    if wanted.incident:
        yield lambda row: any(
            one.id == wanted.incident for one in contents.incidents_of.get(row.id, ())
        )
    if wanted.origin:
        yield lambda row: row.origin == wanted.origin
    if wanted.lacking:
        yield is_lacking


def _named(row: DocumentRow) -> str:
    known = (row.title, row.publisher, row.url, row.path, row.external_id)
    return "\n".join(one for one in known if one).casefold()


_KEYS: dict[DocumentSort, Callable[[DocumentRow], Any]] = {
    "newest": lambda row: row.published or "",
    "oldest": lambda row: row.published or _NO_DAY,
    "title": lambda row: title_of(row).casefold(),
    "publisher": lambda row: (row.publisher or "").casefold(),
    "longest": lambda row: row.words,
    "added": lambda row: row.added_at,
}
