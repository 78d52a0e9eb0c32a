"""The desk: one case, opened for each request, with what is costly to find kept while it holds."""

import os
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from functools import cached_property
from pathlib import PurePath
from threading import RLock
from typing import TypeVar, cast

from rashomon.compare.comparing import Comparer
from rashomon.compare.recalling import Recall
from rashomon.model.comparison import Comparison
from rashomon.model.errors import CaseError, RashomonError
from rashomon.model.tasks import Task
from rashomon.pipeline.browsing.contents import Contents, contents_of
from rashomon.pipeline.browsing.grounds import accounts_in, grounds_of, party_grounds
from rashomon.pipeline.browsing.parties import (
    Mentioned,
    PartyRow,
    gather_parties,
    mentioned_in,
)
from rashomon.pipeline.comparing import Accounts
from rashomon.pipeline.correcting import as_borne
from rashomon.pipeline.linking import Linkers, load_linkers
from rashomon.pipeline.queueing import tasks_of
from rashomon.pipeline.resources import load_comparer
from rashomon.settings import Settings
from rashomon.store import open_case
from rashomon.store.case import Case
from rashomon.web.jobs import Jobs
from rashomon.web.keeping import Kept

Made = TypeVar("Made")

_TRIES = 20
_READ_AHEAD = 10_000  # documents; reading what was read in them takes half a millisecond each
_RECALLED = 500  # documents; what they answer is kept with what was read in them
_COMPARED = 24  # incidents; a large one takes a few megabytes


class _ChangedError(Exception):
    """What was read is not all of one state of the case."""


class Desk:
    """A case, and what is shown of it. Any thread may ask.

    Args:
        location: the case: a file, or ``postgresql://...``.
        settings: how it is read and linked.
        reviewer: who decides where a browser has given no other name; may be empty.
    """

    def __init__(self, location: str, settings: Settings, *, reviewer: str = "") -> None:
        self.location = location
        self.settings = settings
        self.reviewer = reviewer
        self.jobs = Jobs()
        self._loading = RLock()
        self._last: Contents | None = None
        self._contents: Kept[Contents] = Kept(1)
        self._parties: Kept[tuple[PartyRow, ...]] = Kept(1)
        self._mentions: dict[tuple[str, str], Sequence[Mentioned]] = {}
        self._accounts: Kept[Accounts] = Kept(_COMPARED)
        self._comparisons: Kept[Comparison] = Kept(_COMPARED)
        self._made: Kept[object] = Kept(_COMPARED)

    @property
    def name(self) -> str:
        """What the case is called: the name of its file or database."""
        return PurePath(self.location.partition("?")[0]).name or "case"

    @contextmanager
    def opened(self, *, writing: bool = False) -> Iterator[Case]:
        """Give the case, open for one request.

        Args:
            writing: whether it is written to.

        Raises:
            CaseError: it cannot be opened.
        """
        with open_case(self.location, read_only=not writing) as case:
            yield case

    def prepare(self) -> None:
        """Find ahead what people are likely to ask for; what cannot be found they are told then."""
        with suppress(RashomonError):
            contents = self.contents()
            _ = self.comparer
            if len(contents.current) <= _READ_AHEAD:
                self.parties()

    def contents(self) -> Contents:
        """Return what the case holds now, without its texts.

        Raises:
            CaseError: it cannot be read.
        """
        with self.opened() as case:
            self._last = self._contents.get(case.state(), lambda: contents_of(case, self._last))
            return self._last

    def parties(self) -> tuple[PartyRow, ...]:
        """Return who speaks in the documents of the case, those with most claims first.

        Raises:
            CaseError: the case cannot be read.
        """

        def gathered(contents: Contents) -> tuple[PartyRow, ...]:
            return self._parties.get(
                party_grounds(contents),
                lambda: gather_parties(self._mentioned(contents), contents.decisions),
            )

        return self._settled(gathered)

    def _mentioned(self, contents: Contents) -> Mapping[str, Sequence[Mentioned]]:
        """Return who is named in each document; what was not read anew since is not looked at.

        Where the case changes meanwhile, what was read before that is kept for the next try.
        """
        known = self._mentions
        keys = [(row.id, contents.hashes.get(row.id, "")) for row in contents.current]
        with self.opened() as case:
            for key in keys:
                if key not in known:
                    found = mentioned_in(case.reading(key[0]))
                    if case.state() != contents.state:
                        raise _ChangedError
                    known[key] = found
        kept = {key: known[key] for key in keys}
        self._mentions = kept
        return {document: found for (document, _), found in kept.items()}

    def accounts(self, incident: str) -> Accounts:
        """Return all that is said of an incident, with the readings of its documents.

        Args:
            incident: its ``id``, as ``i1``.

        Raises:
            UnknownItemError: there is no such incident.
            CaseError: the case cannot be read.
        """
        return self._settled(lambda contents: self._accounts_in(contents, incident))

    def comparison(self, incident: str) -> Comparison:
        """Return the accounts of an incident, side by side.

        Raises:
            UnknownItemError: there is no such incident.
            CaseError: the case cannot be read.
            ModelError: a file of the relation model is missing or damaged.
        """
        return self._settled(lambda contents: self._comparison_in(contents, incident))

    def compared(self, incident: str) -> tuple[Accounts, Comparison]:
        """Return ``accounts`` and ``comparison`` of an incident, both of one state of the case.

        Raises:
            UnknownItemError: there is no such incident.
            CaseError: the case cannot be read.
            ModelError: a file of the relation model is missing or damaged.
        """
        return self._settled(
            lambda contents: (
                self._accounts_in(contents, incident),
                self._comparison_in(contents, incident),
            )
        )

    def _comparison_in(self, contents: Contents, asked: str) -> Comparison:
        key = grounds_of(contents, contents.incident(asked))
        return self._comparisons.get(
            key, lambda: self._accounts_in(contents, asked).compared(self.comparer)
        )

    def _accounts_in(self, contents: Contents, asked: str) -> Accounts:
        incident = contents.incident(asked)

        def read() -> Accounts:
            with self.opened() as case:
                accounts = accounts_in(contents, incident, case.reading)
                if case.state() != contents.state:
                    raise _ChangedError
            return accounts

        return self._accounts.get(grounds_of(contents, incident), read)

    def _settled(self, make: Callable[[Contents], Made]) -> Made:
        """Return what is made of one state of the case, however it changes meanwhile.

        Raises:
            CaseError: it changes faster than it can be read.
        """
        for _ in range(_TRIES):
            try:
                return make(self.contents())
            except _ChangedError:
                continue
        what = "the case is being written to faster than it can be read"
        raise CaseError(what, where=self.name, remedy="try again when that has finished")

    def tasks(self, incident: str) -> tuple[Task, ...]:
        """Return what there is to look at in an incident, kept while the case stays as it is.

        Raises:
            UnknownItemError: there is no such incident.
            CaseError: the case cannot be read.
            ModelError: a file of the relation model is missing or damaged.
        """

        def found(contents: Contents) -> tuple[Task, ...]:
            with self.opened() as case:
                decisions = as_borne(case, contents.decisions, contents.rows.values())
            return tasks_of(*self.compared(incident), decisions)

        return self.made(("tasks", incident), found)

    def made(self, key: Hashable, make: Callable[[Contents], Made]) -> Made:
        """Return what is made of the case as it is now: it is kept until the case changes.

        Args:
            key: what it is.
            make: makes it of what the case holds. Where the case changes meanwhile, what it makes
                is known by the state before, and is made again for whoever asks next.

        Raises:
            CaseError: the case cannot be read.
        """
        contents = self.contents()
        return cast(Made, self._made.get((contents.state, key), lambda: make(contents)))

    @cached_property
    def _linkers(self) -> Linkers:
        return load_linkers(self.settings.linking)

    @property
    def linkers(self) -> Linkers:
        """What links documents, loaded once.

        Raises:
            ModelError: a file of the package is missing or damaged.
            SettingsError: the user's file of publishers is missing, or makes no sense.
        """
        with self._loading:
            return self._linkers

    @cached_property
    def _comparer(self) -> Comparer:
        comparer = load_comparer(threads=os.cpu_count() or 1)
        return replace(comparer, of_each=Recall(_RECALLED))

    @property
    def comparer(self) -> Comparer:
        """The words and the model to compare with, loaded once and when first asked for."""
        with self._loading:
            return self._comparer
