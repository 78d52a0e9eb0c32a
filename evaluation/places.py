"""Places against the toponyms of LGL and TR-News, in the measures of the literature.

*Recognition*: a found place counts for a marked toponym where it has the same span (strict) or
overlaps it, one for one. *Resolution* is measured on toponyms with marked coordinates, the spans
given: accuracy@161km (what is not placed is wrong), the median error of those that are placed, and
the area under the curve of the logarithms of errors (Gritta et al. 2020; 0 is best, what is not
placed is as far off as can be). *End to end*, a marked toponym is right where a found place
overlaps it and lies within 161 km, and a placed one where such a toponym is there.
"""

import math
import re
import statistics
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import Annotated, Any, Literal, TypeAlias

import typer

from evaluation.heads import marker
from evaluation.matching import Count
from evaluation.show import console, show_counts, table
from evaluation.splits import Split, SplitOption, part
from rashomon.analysis.mentions import Mention
from rashomon.analysis.places.find import find_places
from rashomon.analysis.places.table import PlaceTable, build_places
from rashomon.gazetteer.centres import Point, distance_km
from rashomon.gazetteer.lookup import SqliteGazetteer
from rashomon.model.document import Document
from rashomon.model.reading import Place
from rashomon.model.spans import Span

CORPORA = ("lgl", "trnews")
FAR_KM = 161.0
_FARTHEST_KM = 20_039.0
"""Half of the way around the world."""

Marks: TypeAlias = Literal["none", "heads", "gold"]
"""What marks toponyms and names: nothing, the encoder's heads, or the annotation."""

_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s+(?=[A-Z\"“])|\n+")
_TABLES = files("rashomon.tables")


@dataclass(frozen=True, slots=True)
class MarkedPlace:
    """A toponym as people marked it; where it is, if they could say."""

    span: Span
    point: Point | None
    geonames_id: int | None


@dataclass(frozen=True, slots=True)
class PlacedText:
    """A document with all toponyms that people marked in it."""

    corpus: str
    document: Document
    places: tuple[MarkedPlace, ...]


@dataclass(slots=True)
class Resolution:
    """Errors of marked toponyms that have coordinates.

    Attributes:
        errors: in km; ``None`` for what is not placed.
        unplaceable: how many toponyms have no coordinates, and how many of them are placed.
    """

    errors: list[float | None] = field(default_factory=list)
    unplaceable: Count = field(default_factory=Count)

    @property
    def placed(self) -> list[float]:
        """The errors of what is placed."""
        return [error for error in self.errors if error is not None]

    @property
    def right(self) -> int:
        """How many are within 161 km."""
        return sum(error < FAR_KM for error in self.placed)

    @property
    def area(self) -> float:
        """The area under the curve of the logarithms of errors, 0 to 1."""
        scale = math.log(_FARTHEST_KM + 1)
        logs = sorted(
            math.log(1 + (_FARTHEST_KM if error is None else error)) / scale
            for error in self.errors
        )
        steps = [(a + b) / 2 for a, b in pairwise(logs)]
        return statistics.fmean(steps) if steps else 0.0


@dataclass(slots=True)
class Figures:
    """What is measured on one corpus."""

    strict: Count = field(default_factory=Count)
    overlap: Count = field(default_factory=Count)
    end_to_end: Count = field(default_factory=Count)
    resolution: Resolution = field(default_factory=Resolution)


def texts(corpus: str, split: Split, *, publishers: bool = True) -> Iterator[PlacedText]:
    """Yield the documents of a corpus with their toponyms, none overlapping.

    Args:
        corpus: its name.
        split: which of them.
        publishers: whether it is told who published them, and at which address.

    Raises:
        CorpusMissingError: the corpus is not there.
    """
    for row in part(f"place/{corpus}", split):
        document = Document(
            id=row["id"],
            text=row["text"],
            publisher=row["publisher"] if publishers else None,
            title=row["title"],
            url=row["url"] if publishers else None,
            published=row["date"],
        )
        places: list[MarkedPlace] = []
        for one in sorted(row["toponyms"], key=lambda one: (one["start"], -one["end"])):
            if not places or one["start"] >= places[-1].span.end:
                places.append(_marked(one))
        yield PlacedText(corpus, document, tuple(places))


def _marked(one: dict[str, Any]) -> MarkedPlace:
    number = one["geonameid"]
    return MarkedPlace(
        Span(one["start"], one["end"]),
        None if one["lat"] is None else (one["lat"], one["lon"]),
        int(number) if number and number.isdigit() else None,
    )


def sentences(text: str) -> list[Span]:
    """Return the sentences of a clean text, by punctuation."""
    ends = [match.end() for match in _SENTENCE_END.finditer(text)]
    return [Span(a, b) for a, b in zip([0, *ends], [*ends, len(text)], strict=True) if a < b]


@cache
def place_table() -> PlaceTable:
    """Return the words by which texts name places."""
    return build_places(*(_toml(name) for name in ("places", "countries", "outlets")))


def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads(_TABLES.joinpath(f"{name}.toml").read_text("utf-8"))


@cache
def gazetteer() -> SqliteGazetteer:
    """Return the gazetteer that ships with the package."""
    return SqliteGazetteer()


def find(one: PlacedText, marks: Marks) -> tuple[Place, ...]:
    """Return the places that are found in a document."""
    toponyms: Sequence[Mention] = ()
    entities: Sequence[Mention] = ()
    if marks == "gold":
        toponyms = [Mention("place", place.span, 1.0) for place in one.places]
    elif marks == "heads":
        marked = marker()(one.document.text)
        toponyms, entities = marked["toponym"], marked["entity"]
    split = sentences(one.document.text)
    return find_places(one.document, split, toponyms, entities, gazetteer(), place_table())


def measure(split: Split, marks: Marks, *, publishers: bool = True) -> dict[str, Figures]:
    """Return the figures of each corpus.

    Args:
        split: which documents.
        marks: what marks the toponyms for recognition and end to end; resolution is always
            measured on the annotated spans.
        publishers: whether it is told who published a document.
    """
    figures = {corpus: Figures() for corpus in CORPORA}
    for corpus, measured in figures.items():
        for one in texts(corpus, split, publishers=publishers):
            _count(one, find(one, marks), measured)
            _resolve(one, measured.resolution)
    return figures


def _count(one: PlacedText, found: Sequence[Place], figures: Figures) -> None:
    wanted = {place.span for place in one.places}
    same = sum(place.span in wanted for place in found)
    figures.strict.add(same, len(wanted), len(found))
    pairs = _overlapping(one.places, found)
    figures.overlap.add(len(pairs), len(wanted), len(found))
    figures.end_to_end.add(
        sum((error := error_km(*pair)) is not None and error < FAR_KM for pair in pairs),
        sum(place.point is not None for place in one.places),
        sum(place.lat is not None for place in found),
    )


def _overlapping(
    marked: Sequence[MarkedPlace], found: Sequence[Place]
) -> list[tuple[MarkedPlace, Place]]:
    pairs: list[tuple[MarkedPlace, Place]] = []
    at = 0
    for place in found:
        while at < len(marked) and marked[at].span.end <= place.span.start:
            at += 1
        if at < len(marked) and marked[at].span.overlaps(place.span):
            pairs.append((marked[at], place))
            at += 1
    return pairs


def _resolve(one: PlacedText, resolution: Resolution) -> None:
    by_span = {place.span: place for place in find(one, "gold")}
    for marked in one.places:
        place = by_span.get(marked.span)
        if marked.point is None:
            resolution.unplaceable.add(0, 1, int(place is not None and place.lat is not None))
        else:
            resolution.errors.append(error_km(marked, place) if place else None)


def error_km(marked: MarkedPlace, place: Place) -> float | None:
    """Return how far off a place is; ``None`` where either is not placed."""
    if marked.point is None or place.lat is None or place.lon is None:
        return None
    return distance_km(marked.point, (place.lat, place.lon))


def _show_errors(split: Split) -> None:
    """List the toponyms that are wrong with the annotated spans, with what they were taken for."""
    for corpus in CORPORA:
        for one in texts(corpus, split):
            by_span = {place.span: place for place in find(one, "gold")}
            for marked in one.places:
                place = by_span.get(marked.span)
                error = error_km(marked, place) if place else None
                if place and marked.point and (error is None or error >= FAR_KM):
                    words = one.document.text[max(0, marked.span.start - 30) : marked.span.end + 30]
                    taken = f"{place.name}, {place.admin1}, {place.country}, {place.precision}"
                    far = "not placed" if error is None else f"{error:.0f} km"
                    console.print(
                        f"{one.document.id} | {' '.join(words.split())} | {taken} | {far}"
                    )


def command(
    split: SplitOption = "dev",
    marks: Annotated[Marks, typer.Option(help="What marks toponyms.")] = "heads",
    publishers: Annotated[
        bool, typer.Option(help="Tell who published a document: many are local papers.")
    ] = True,
    errors: Annotated[bool, typer.Option(help="List what is placed wrongly.")] = False,
) -> None:
    """Places on LGL and TR-News: recognition, resolution, and both."""
    if errors and split != "reserved":
        _show_errors(split)
        return
    figures = measure(split, marks, publishers=publishers)
    counts: dict[str, Count] = {}
    for corpus, one in figures.items():
        counts |= {
            f"{corpus}, strict": one.strict,
            f"{corpus}, overlap": one.overlap,
            f"{corpus}, end to end": one.end_to_end,
        }
    show_counts(f"Recognition, {split}, toponyms marked by: {marks}", counts)
    rows = []
    for corpus, one in figures.items():
        found = one.resolution
        placed, total = len(found.placed), len(found.errors)
        rows.append(
            (
                *(corpus, total, 100 * found.right / total, statistics.median(found.placed)),
                *(f"{found.area:.3f}", 100 * placed / total, 100 * (1 - found.right / placed)),
                f"{found.unplaceable.found} of {found.unplaceable.marked}",
            )
        )
    table(
        f"Resolution of annotated spans, {split}",
        (
            "",
            "toponyms",
            "acc@161",
            "median km",
            "AUC",
            "placed %",
            "of these wrong %",
            "unplaceable",
        ),
        rows,
    )
