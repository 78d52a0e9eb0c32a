"""Filling a case from what there is to read to incidents, telling step by step how far it is."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from rashomon.model.case import Addition
from rashomon.model.document import Document
from rashomon.model.failure import Failure
from rashomon.pipeline.adding import Newcomers, fill, load_preparer
from rashomon.pipeline.describing import read_anew, to_be_read
from rashomon.pipeline.linking import link, link_with, load_linkers
from rashomon.pipeline.reading import Result, find_inputs
from rashomon.readers import Source
from rashomon.readers.counting import count_documents
from rashomon.runner.local import read_all, work_through
from rashomon.runner.memory import return_large_blocks
from rashomon.settings import Settings
from rashomon.store import open_case


@dataclass(frozen=True, slots=True)
class Step:
    """That a step begins.

    Attributes:
        name: what is being done, as a clause: ``finding incidents``.
    """

    name: str


@dataclass(frozen=True, slots=True)
class Awaited:
    """How many documents or failures are to come, where that can be told.

    Attributes:
        number: how many, or ``None``.
    """

    number: int | None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """How many inputs were not read until now, since the case holds their bytes.

    Attributes:
        number: how many.
    """

    number: int


@dataclass(frozen=True, slots=True)
class ReadAgain:
    """How many documents were read again until now.

    Attributes:
        number: how many.
    """

    number: int


@dataclass(frozen=True, slots=True)
class Linked:
    """That documents are linked.

    Attributes:
        incidents: how many incidents there are in the case now.
    """

    incidents: int


Event: TypeAlias = Step | Awaited | LeftOut | ReadAgain | Linked | Addition | Failure
"""What is told of filling a case."""

Tell: TypeAlias = Callable[[Event], None]
"""Is told what happens, as it happens."""


def fill_case(
    location: str, sources: Sequence[Source | Failure], settings: Settings, tell: Tell
) -> None:
    """Read all inputs into a case, which is made if it is not there, and link it.

    What was read before an interruption (``KeyboardInterrupt``) is in the case.

    Args:
        location: the case.
        sources: what there is to read.
        settings: how it is read and linked.
        tell: is told of every step, and of every document once it is stored.

    Raises:
        CaseError: the case cannot be opened or written.
        ModelError: a model of the package cannot be loaded.
        SettingsError: a file that the settings name is missing, or makes no sense.
    """
    return_large_blocks()
    with open_case(location, create=True) as case:
        tell(Step("reading"))
        tell(Awaited(count_documents(sources)))
        newcomers = Newcomers(find_inputs(sources, settings), case, settings)
        for one in fill(case, work_through(newcomers, load_preparer, settings)):
            tell(LeftOut(len(newcomers.known)))
            tell(one)
        tell(LeftOut(len(newcomers.known)))
        link(case, settings, tell=lambda step: tell(Step(step)))
        tell(Linked(len(case.incidents())))


def link_case(location: str, settings: Settings, tell: Tell) -> None:
    """Bring the origins and incidents of a case up to date.

    Documents of which people said something are read with that before.

    Args:
        location: the case.
        settings: how it is linked, and how documents are read.
        tell: is told of every step, and of documents that could not be read.

    Raises:
        CaseError: the case cannot be opened or written.
        ModelError: a file of the package is missing or damaged.
        SettingsError: a file that the settings name is missing, or makes no sense.
    """

    def read(documents: Iterable[Document], settings: Settings) -> Iterator[Result]:
        done = 0
        for one in read_all(documents, settings):
            yield one
            done += not isinstance(one, Failure)
            tell(ReadAgain(done))

    linkers = load_linkers(settings.linking)
    with open_case(location) as case:
        tell(Awaited(len(to_be_read(case))))
        for failure in read_anew(case, settings, lambda step: tell(Step(step)), read):
            tell(failure)
        link_with(case, linkers, tell=lambda step: tell(Step(step)))
        tell(Linked(len(case.incidents())))
