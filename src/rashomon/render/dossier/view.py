"""What a dossier is made of, and where its links lead."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from rashomon.model.case import DocumentRow
from rashomon.model.comparison import Comparison
from rashomon.model.document import Document
from rashomon.model.origins import Origins
from rashomon.model.reading import Reading
from rashomon.model.spans import Span
from rashomon.render.dossier.method import Method
from rashomon.render.figures.ground import Ground


@dataclass(frozen=True, slots=True)
class View:
    """All that the sections of a dossier show.

    Attributes:
        comparison: the accounts, side by side.
        readings: what was read in each document, by its ``id``.
        rows: what is known of each document, by its ``id``.
        origins: where the documents come from.
        country: the name of the country in which it happened; empty where it is not known.
        ground: finds what lies around the places; ``None`` where there is no place to show.
        method: how it was made.
    """

    comparison: Comparison
    readings: Mapping[str, Reading]
    rows: Mapping[str, DocumentRow]
    origins: Origins
    country: str
    ground: Callable[[], Ground | None]
    method: Method

    @property
    def documents(self) -> dict[str, Document]:
        """The documents, by their ``id``."""
        return {one: reading.document for one, reading in self.readings.items()}


def _nowhere(*_: object) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class Links:
    """Where a page leads beyond itself: each returns an address, or nothing for nowhere.

    Attributes:
        document: of a document, or of words in it.
        decide: where a person decides on words of a document.
        grade: where a person grades an answer, by the ``id`` of its point and its number from 1.
        party: of a party, by its name.
        relate: where a person decides how two claims relate, each by its document and words.
    """

    document: Callable[[str, Span | None], str] = _nowhere
    decide: Callable[[str, Span], str] = _nowhere
    grade: Callable[[str, int], str] = _nowhere
    party: Callable[[str], str] = _nowhere
    relate: Callable[[str, Span, str, Span], str] = _nowhere
