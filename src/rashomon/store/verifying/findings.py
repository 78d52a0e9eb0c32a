"""What a check found so far, and what its later parts need of the ones before."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import NamedTuple

from rashomon.model.case import Break
from rashomon.model.errors import CaseError
from rashomon.model.spans import Span
from rashomon.store.codec import damage, digest


class Spoken(NamedTuple):
    """The hashes of what search knows of a document."""

    claims: bytes
    days: bytes
    places: bytes


@dataclass(frozen=True, slots=True)
class Seen:
    """A document that was checked.

    Attributes:
        length: how many characters its text has.
        is_current: whether it is the last version of its article.
        events: the ids of the events of its reading.
        spoken: what search must know of it.
    """

    length: int
    is_current: bool
    events: frozenset[str]
    spoken: Spoken


@dataclass(slots=True)
class Logged:
    """What the log says last.

    Attributes:
        documents: the hashes of each document, by its ``id``.
        described: the hashes of what is known of each document by decisions, and of what was read
            with it, by its ``id``.
        corrected: the hash of each reading with decisions upon it, by the ``id`` of its document.
        results: the hash of what linking came to; ``None`` where it never did.
        decisions: the hash of each decision, by its number.
        undone: the numbers of those taken back.
    """

    documents: dict[str, dict[str, str]] = field(default_factory=dict)
    described: dict[str, dict[str, str]] = field(default_factory=dict)
    corrected: dict[str, str] = field(default_factory=dict)
    results: str | None = None
    decisions: dict[str, str] = field(default_factory=dict)
    undone: set[str] = field(default_factory=set)


@dataclass(slots=True)
class Findings:
    """What a check found so far.

    Attributes:
        breaks: what does not hold.
        checked: how many of what were looked at.
        contents: the hash of all that the case holds, as far as it was looked at.
        logged: what the log says.
        seen: the documents, by their ``id``.
    """

    breaks: list[Break] = field(default_factory=list)
    checked: dict[str, int] = field(default_factory=dict)
    contents: "hashlib._Hash" = field(default_factory=hashlib.sha256)
    logged: Logged = field(default_factory=Logged)
    seen: dict[str, Seen] = field(default_factory=dict)

    def add(self, where: str, what: str) -> None:
        """Add something that does not hold."""
        self.breaks.append(Break(where, what))

    def add_all(self, where: str, faults: Iterable[str]) -> None:
        """Add all that does not hold of one thing."""
        for what in faults:
            self.add(where, what)

    @contextmanager
    def noting(self, where: str) -> Iterator[None]:
        """Add what turns out to be damaged, instead of breaking off."""
        try:
            with damage():
                yield
        except CaseError as error:
            self.add(where, error.what)

    def whole(self, numbers: Iterable[int], ids: Mapping[int, str]) -> Iterator[tuple[int, str]]:
        """Yield the numbers and ids of documents, without those of which damage is said already.

        Args:
            numbers: the documents, in the order in which they are looked at.
            ids: the ``id`` of each number.
        """
        for number in numbers:
            document = ids.get(number, "")
            if document in self.seen:
                yield number, document

    def hold(self, part: bytes) -> None:
        """Add something that the case holds to the hash of all; the order must hang on nothing."""
        self.contents.update(digest(part))

    def count(self, what: str, many: int = 1) -> None:
        """Count what was looked at."""
        self.checked[what] = self.checked.get(what, 0) + many

    def check_span(self, document: str, span: Span | None, of: str, where: str) -> None:
        """Add what does not hold of a span of a document that something else names."""
        seen = self.seen.get(document)
        if seen is None:
            self.add(where, f"{of} names the document {document}, which is not there whole")
        elif span and not 0 <= span.start < span.end <= seen.length:
            self.add(where, f"the span {list(span)} of {of} is not in the text of {document}")
