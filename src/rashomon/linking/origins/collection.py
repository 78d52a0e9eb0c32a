"""The documents of a case, put in the order in which one can come from another."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from rashomon.linking.origins.sketches import Sketch, SketchedMark
from rashomon.linking.origins.tables import House, OriginTables, site_of

_LAST = date.max.toordinal()


@dataclass(frozen=True, slots=True)
class Traced:
    """A document of the case.

    Attributes:
        sketch: what is kept of it.
        house: who published it, or ``None``.
        mark: the mark by which the whole of it comes from another house, or ``None``.
        source: the house that it comes from by its mark, else its own.
        story: what it is about: documents of one story are about one incident; may be empty.
        day: the day of publication as a number; ``None`` where it is not known.
    """

    sketch: Sketch
    house: House | None
    mark: SketchedMark | None
    source: House | None
    story: str
    day: int | None

    @property
    def id(self) -> str:
        """The document's ``id``."""
        return self.sketch.id

    @property
    def length(self) -> int:
        """How many words it has."""
        return len(self.sketch.words)

    @property
    def is_agency(self) -> bool:
        """Whether an agency published it."""
        return self.house is not None and self.house.kind == "agency"

    @property
    def called(self) -> str:
        """What it is called: its publisher as the document has it, else its title or ``id``."""
        publisher = self.sketch.publisher or ""
        if publisher.strip() and not site_of(publisher):
            return publisher.strip()
        return self.house.name if self.house else self.sketch.title or self.id

    @property
    def is_of_agency(self) -> bool:
        """Whether an agency wrote it, whoever printed it."""
        return self.source is not None and self.source.kind == "agency"

    @property
    def named(self) -> str:
        """What it is called in reasons: the same, with its day."""
        return f"{self.called}, {self.sketch.published}" if self.day else self.called


def order(
    sketches: Iterable[Sketch], stories: Mapping[str, str], tables: OriginTables
) -> tuple[Traced, ...]:
    """Return the documents in the order in which one can come from another.

    The earlier published comes first; of one day an agency's text, then one that carries an
    agency's mark, then the longer one. The day of an agency's text counts one earlier, whoever
    printed it: it was there before, and outlets print by their own calendar. Those without a day
    come last.

    Args:
        sketches: of all documents.
        stories: what each document is about, where that is known.
        tables: what is known of publishers.
    """
    publisher = cache(tables.publisher)
    documents = [
        _traced(one, publisher(one.publisher, one.host), stories.get(one.id, ""), tables)
        for one in sketches
    ]
    return tuple(sorted(documents, key=_rank))


def _traced(sketch: Sketch, house: House | None, story: str, tables: OriginTables) -> Traced:
    marks = [
        (tables.house(one.house), one)
        for one in sketch.marks
        if one.is_whole and not (house and one.house == house.name)
    ]
    marks.sort(key=lambda one: (one[0].kind != "agency", one[1].span))
    source, mark = marks[0] if marks else (house, None)
    return Traced(sketch, house, mark, source, story, _day(sketch.published))


def _rank(one: Traced) -> tuple[int, bool, bool, int, str]:
    day = _LAST if one.day is None else one.day - one.is_of_agency
    return day, not one.is_agency, one.mark is None, -one.length, one.id


def _day(published: str) -> int | None:
    try:
        return date.fromisoformat(published).toordinal()
    except ValueError:
        return None
