"""Rashomon: who says what in reports of one event, in whose exact words.

::

    import rashomon

    reading = rashomon.read_text("The mayor denied that the bridge had been closed.")
    for attribution in reading.attributions:
        print(attribution.stance, reading.document.quote(attribution.content))

    for result in rashomon.read("reports/", "archive.jsonl"):
        ...  # a Reading, or the Failure of a document that could not be read

    with rashomon.open_case("bridge.case", create=True) as case:
        rashomon.add(case, "reports/")
        for incident in case.incidents():
            print(incident.title, len(incident.documents))
        for point in rashomon.compare_accounts(case, "i1").points:
            print(point.label, [position.label for position in point.positions])
        Path("dossier.html").write_text(rashomon.report(case, "i1"), "utf-8")

Importing the package loads no model; the first reading does.
"""

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rashomon.analysis.analyser import Analyser
    from rashomon.compare.comparing import Comparer
    from rashomon.model.case import Addition
    from rashomon.model.comparison import Comparison, Related
    from rashomon.model.failure import Failure
    from rashomon.model.reading import Reading
    from rashomon.pipeline.numbers import NumberedRelater
    from rashomon.settings import Settings
    from rashomon.store.case import Case

__all__ = [
    "__version__",
    "add",
    "compare_accounts",
    "open_case",
    "read",
    "read_text",
    "relate",
    "report",
]

__version__ = "0.1.0"


def read(*paths: str, settings: "Settings | None" = None) -> "Iterator[Reading | Failure]":
    """Yield the reading of every document behind ``paths``, or its failure, in order.

    Args:
        paths: files, folders, or ``-`` for standard input.
        settings: how they are read; the defaults where left out. Several batches of documents
            are spread over processes, which import the main module anew: a script that calls
            this at its top level must guard it by ``if __name__ == "__main__":``.

    Raises:
        ModelError: the package's model cannot be loaded.
    """
    from rashomon.pipeline.reading import find_inputs
    from rashomon.readers import locate
    from rashomon.runner.local import read_all
    from rashomon.settings import Settings

    settings = settings or Settings()
    return read_all(find_inputs(locate(paths), settings), settings)


def read_text(
    text: str,
    *,
    publisher: str | None = None,
    title: str | None = None,
    url: str | None = None,
    published: str | None = None,
) -> "Reading":
    """Return the reading of a text; its spans count the code points of ``text``.

    Args:
        text: the text, in English.
        publisher: who published it.
        title: its headline.
        url: its address.
        published: the day of publication, as ``2017-06-19``.

    Raises:
        ModelError: the package's model cannot be loaded.
    """
    from rashomon.model.document import Document, identity

    document = Document(
        id=identity(text.encode("utf-8", "surrogatepass")),
        text=text,
        publisher=publisher,
        title=title,
        url=url,
        published=published,
    )
    return _analyser().read(document)


def open_case(location: str, *, create: bool = False, read_only: bool = False) -> "Case":
    """Return a case, open: a context manager that closes it.

    Args:
        location: a file, or ``postgresql://...``.
        create: whether to make it where there is none.
        read_only: whether it is only read.

    Raises:
        CaseError: there is no such case, it is none, or it cannot be opened.
    """
    from rashomon.store import open_case as open_stored

    return open_stored(location, create=create, read_only=read_only)


def add(
    case: "Case", *paths: str, settings: "Settings | None" = None
) -> "list[Addition | Failure]":
    """Read the documents behind ``paths`` into a case, and link it.

    What the case holds already is left out. As with :func:`read`, a script that calls this at its
    top level must guard it by ``if __name__ == "__main__":``.

    Args:
        case: a case, open for writing.
        paths: files, folders, addresses, or ``-`` for standard input.
        settings: how they are read; the defaults where left out.

    Returns:
        What became of each document that was read, in order: a failure where it could not be.

    Raises:
        CaseError: the case cannot be written.
        ModelError: a model of the package cannot be loaded.
    """
    from rashomon.pipeline.adding import Newcomers, fill, load_preparer
    from rashomon.pipeline.linking import link
    from rashomon.pipeline.reading import find_inputs
    from rashomon.readers import locate
    from rashomon.runner.local import work_through
    from rashomon.settings import Settings

    settings = settings or Settings()
    newcomers = Newcomers(find_inputs(locate(paths), settings), case, settings)
    results = list(fill(case, work_through(newcomers, load_preparer, settings)))
    link(case, settings)
    return results


def compare_accounts(case: "Case", incident: str) -> "Comparison":
    """Return the accounts of an incident side by side: who answers what, who denies, who is silent.

    Args:
        case: a case that is linked, as :func:`add` leaves it.
        incident: the ``id`` of the incident, as ``i1``.

    Raises:
        UnknownItemError: there is no such incident.
        ModelError: a file of the relation model cannot be loaded.
    """
    from rashomon.pipeline.comparing import comparison_of

    return comparison_of(case, incident, _comparer())


def report(case: "Case", incident: str = "", *, name: str = "the case") -> str:
    """Return the dossier of an incident: one page of HTML that works by itself.

    Args:
        case: a case that is linked, as :func:`add` leaves it.
        incident: the ``id`` of the incident, as ``i1``; empty for the only one.
        name: what the page calls the case.

    Raises:
        UnknownItemError: there is no such incident, or none is named and there are several.
        ModelError: a file of the package cannot be loaded.
    """
    from rashomon.pipeline.dossier import report as report_of
    from rashomon.settings import Settings

    return report_of(case, name, incident, _comparer(), Settings()).page


def relate(a: str, b: str) -> "Related":
    """Return how the second of two claims relates to the first.

    Args:
        a: a claim: a sentence, or the part of one.
        b: another, which follows from it, cannot be true with it, or neither.

    Raises:
        ModelError: a file of the relation model cannot be loaded.
    """
    from rashomon.pipeline.relating import relate_claims

    return relate_claims(a, b, _relater())


@cache
def _comparer() -> "Comparer":
    from rashomon.pipeline.resources import load_comparer

    return load_comparer()


@cache
def _relater() -> "NumberedRelater":
    from rashomon.pipeline.resources import load_pair_relater

    return load_pair_relater()


@cache
def _analyser() -> "Analyser":
    from rashomon.pipeline.resources import load_analyser
    from rashomon.settings import AnalysisSettings

    return load_analyser(AnalysisSettings())
