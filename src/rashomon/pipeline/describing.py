"""What people say of documents: put on record, and heeded by what is known of them and read.

::

    describe(case, [document], {"published": "2017-06-20"}, reviewer="Mira")
    read_anew(case, settings)                   # what Tuesday is hangs on the day of publication
    link_with(case, linkers)
"""

import logging
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from rashomon.model.case import Decision, Description
from rashomon.model.document import Document
from rashomon.model.errors import SettingsError
from rashomon.model.failure import Failure
from rashomon.model.tasks import Words
from rashomon.pipeline.acting import Made, check_reviewer, put_act
from rashomon.render.words import counted
from rashomon.review.corrections import VERSION
from rashomon.review.describing import DESCRIBE, FACTS, facts_of, fault_in, tidy
from rashomon.settings import Settings
from rashomon.store.case import Case

if TYPE_CHECKING:
    from rashomon.pipeline.reading import Result

log = logging.getLogger(__name__)

_REMEDIES = {
    "publisher": "name who published it, in a few words",
    "published": "write it as 2017-06-19",
    "title": "write its headline, on one line",
    "url": "write one as https://news.example/bridge",
}


def description_of(
    case: Case, document: str, said: Mapping[str, str], *, reviewer: str, note: str = ""
) -> Decision:
    """Return the decision that says what a document is.

    Args:
        case: the case.
        document: the document, by its ``id`` or the beginning of it.
        said: what is said, by field (``publisher``, ``published``, ``title``, ``url``); an empty
            text: it is not known. What is not said stays as it is.
        reviewer: who decides.
        note: why; may be empty.

    Raises:
        SettingsError: nobody decides, nothing is said, or it makes no sense; lists all of it.
        UnknownItemError: there is no such document.
    """
    check_reviewer(reviewer)
    value = checked(said)
    return Decision(DESCRIBE, case.document(document).id, None, value, reviewer.strip(), note)


def describe(
    case: Case, documents: Sequence[str], said: Mapping[str, str], *, reviewer: str, note: str = ""
) -> tuple[int, ...]:
    """Put on record what documents are, as one act; see :func:`description_of`.

    Returns:
        The numbers of the decisions, one for each document.

    Raises:
        SettingsError: nobody decides, no document is named, nothing is said, or it makes no sense.
        UnknownItemError: there is no such document.
    """
    value = checked(said)
    ids = dict.fromkeys(case.document(one).id for one in documents)
    if not ids:
        raise SettingsError("no document is named", where=DESCRIBE, remedy="name one")
    made: list[Made] = [(DESCRIBE, Words(one), value) for one in ids]
    return put_act(case, made, reviewer.strip(), note)


def described(
    case: Case, documents: Sequence[str], said: Mapping[str, str], *, reviewer: str, note: str = ""
) -> Decision | tuple[int, ...]:
    """Return the decision on one document, or put on record what several are.

    Raises:
        SettingsError: as :func:`description_of` and :func:`describe` do.
        UnknownItemError: there is no such document.
    """
    if len(documents) == 1:
        return description_of(case, documents[0], said, reviewer=reviewer, note=note)
    return describe(case, documents, said, reviewer=reviewer, note=note)


def checked(said: Mapping[str, str]) -> dict[str, str]:
    """Return what is said of documents as decisions hold it.

    Raises:
        SettingsError: nothing is said, or it makes no sense; lists all of it.
    """
    value = {
        name: _day(tidy(one)) if name == "published" else tidy(one) for name, one in said.items()
    }
    faults = [(name, fault) for name, one in value.items() if (fault := fault_in(name, one))]
    if faults:
        names = ", ".join(dict.fromkeys(name[:40] for name, _ in faults))
        remedy = "; ".join(
            dict.fromkeys(_REMEDIES.get(name, f"say {', '.join(FACTS)}") for name, _ in faults)
        )
        what = "; ".join(fault for _, fault in faults)
        raise SettingsError(what, where=names, remedy=remedy)
    if not value:
        remedy = f"say one of {', '.join(FACTS)}"
        raise SettingsError("nothing is said of it", where=DESCRIBE, remedy=remedy)
    return value


def settle_facts(case: Case) -> None:
    """Bring what is known of documents up to date with the decisions on them.

    Safe to be killed, and for two at once: each document is one transaction, which stores nothing
    where somebody decided meanwhile.

    Args:
        case: a case, open for writing.

    Raises:
        CaseError: the case cannot be read or written.
    """
    for document in case.outdated(VERSION):
        grounds = case.grounds(document)
        facts = facts_of(grounds)
        if facts != grounds.reading.document.facts:
            known = None if facts == grounds.added else facts
            case.put_described(Description(document, grounds.made_of, known))


def to_be_read(case: Case) -> Sequence[str]:
    """Return the ids of the documents that are to be read with what is known of them now.

    Args:
        case: a case, open for writing.

    Raises:
        CaseError: the case cannot be read or written.
    """
    settle_facts(case)
    return case.unread()


def documents_in(case: Case, ids: Iterable[str]) -> Iterator[Document]:
    """Yield documents with what is known of them now."""
    return (case.document(one) for one in ids)


def put_readings(
    case: Case, read: Iterable["Result"], settings: Settings
) -> Iterator[str | Failure]:
    """Store what was read with what is known of documents now; yield the ``id`` of each.

    Where something else was said of a document meanwhile nothing is stored: it stays to be read.

    Args:
        case: a case, open for writing.
        read: what was read in documents of :func:`to_be_read`, or what went wrong.
        settings: how they were read.

    Raises:
        CaseError: the case cannot be written.
    """
    from rashomon.pipeline.versions import reading_versions  # who only decides reads nothing

    versions = reading_versions(settings.analysis)
    for one in read:
        if isinstance(one, Failure):
            yield one
            continue
        document = one.document
        grounds = case.grounds(document.id)
        is_so = document.facts == facts_of(grounds) == grounds.reading.document.facts
        if is_so and not grounds.is_read:
            case.put_described(
                Description(document.id, grounds.made_of, document.facts, one, versions)
            )
        yield document.id


def read_one_by_one(documents: Iterable[Document], settings: Settings) -> Iterator["Result"]:
    """Yield what is read in documents, or what went wrong, in this process.

    Raises:
        ModelError: a model of the package cannot be loaded.
        SettingsError: the user's file of parties is missing, or makes no sense.
    """
    from rashomon.pipeline.reading import broken_off, load_reader, name_of

    read = load_reader(settings, threads=1)
    for document in documents:
        try:
            yield from read(document)
        except Exception as error:
            log.exception("%s: the reading broke off", document.id)
            yield broken_off(name_of(document), error)


def read_anew(
    case: Case,
    settings: Settings,
    tell: Callable[[str], None] = lambda _: None,
    read_all: Callable[[Iterable[Document], Settings], Iterable["Result"]] = read_one_by_one,
) -> tuple[Failure, ...]:
    """Read the documents of which people said something, with what is known of them now.

    Safe to be killed, and for two at once: what was read stays, and the next call goes on.

    Args:
        case: a case, open for writing.
        settings: how they are read.
        tell: is told which step begins.
        read_all: reads documents, in order.

    Returns:
        The documents that could not be read; what is read in them stays as it was.

    Raises:
        CaseError: the case cannot be read or written.
        ModelError: a model of the package cannot be loaded.
        SettingsError: the user's file of parties is missing, or makes no sense.
    """
    ids = to_be_read(case)
    if not ids:
        return ()
    tell(f"reading {counted(len(ids), 'document')} again")
    done = put_readings(case, read_all(documents_in(case, ids), settings), settings)
    return tuple(one for one in done if isinstance(one, Failure))


def _day(written: str) -> str:
    """Return the day that a person wrote, as ISO 8601; what names none as it is written."""
    from rashomon.readers import parse_date  # the other fields need not wait for it

    return (parse_date(written) or written) if written else ""
