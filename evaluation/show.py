"""Figures as tables."""

from collections.abc import Iterable, Mapping, Sequence

from rich.console import Console
from rich.table import Table

from evaluation.attribution import (
    CITRON,
    GENDER_GAP_TRACKER,
    GENDER_GAP_TRACKER_SPEAKERS,
    HUMAN_EXACT,
    HUMAN_HALF,
    Figures,
)
from evaluation.calibration import Bin, error
from evaluation.matching import ROLES, Count
from evaluation.speed import Speed

ELEMENTS = (*ROLES, "all")

console = Console(width=100, highlight=False)


def table(title: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print a table; the first column is text, the others are figures."""
    console.print(f"\n[bold]{title}")
    made = Table()
    for number, column in enumerate(columns):
        made.add_column(column, justify="left" if number == 0 else "right")
    for row in rows:
        made.add_row(*(f"{cell:.1f}" if isinstance(cell, float) else str(cell) for cell in row))
    console.print(made)


def show_copies(title: str, measured: Mapping[str, Figures]) -> None:
    """Print the symmetric figures of every copy, beside those of people."""
    half = {copy: figures.symmetric.half for copy, figures in measured.items()}
    exact = {copy: figures.symmetric.exact for copy, figures in measured.items()}
    for name, human, counts in (
        ("Jaccard 0.5 or more", HUMAN_HALF, half),
        ("exact", HUMAN_EXACT, exact),
    ):
        rows: list[Sequence[object]] = [
            (copy, *(100 * of[element].f1 for element in ELEMENTS)) for copy, of in counts.items()
        ]
        rows.append(("people, clean", *(human[element] for element in ELEMENTS)))
        table(f"{title}, F1, {name}", ("copy", *ELEMENTS), rows)


def show_counts(title: str, counts: Mapping[str, Count]) -> None:
    """Print precision, recall and F1."""
    rows = [
        (name, 100 * one.precision, 100 * one.recall, 100 * one.f1, one.marked, one.found)
        for name, one in counts.items()
    ]
    table(title, ("", "precision", "recall", "F1", "marked", "found"), rows)


def show_published(figures: Figures) -> None:
    """Print the figures in the published definitions, beside those published (other corpora)."""
    rows: list[Sequence[object]] = [
        (f"exact spans: {name}", 100 * figures.exact.counts[name].f1, CITRON[name], "Citron, PARC3")
        for name in ELEMENTS
    ]
    for one in figures.asymmetric:
        quotes, speakers = 100 * one.quotes.f1, 100 * one.speakers.precision
        published = GENDER_GAP_TRACKER[one.threshold]
        rows.append(
            (f"quotes: overlap above {one.threshold}", quotes, published, "Gender Gap Tracker")
        )
        published = GENDER_GAP_TRACKER_SPEAKERS[one.threshold]
        rows.append(("    of these, speaker right", speakers, published, "Gender Gap Tracker"))
    table("In the published definitions", ("", "here", "published", "by"), rows)


def show_calibration(made: Sequence[Bin]) -> None:
    """Print how often attributions of like confidence are right."""
    table(
        f"Calibration: the expected error is {100 * error(made):.1f} points",
        ("attributions", "confidence", "right"),
        [(one.count, 100 * one.confidence, 100 * one.right) for one in made],
    )


def show_speed(measured: Iterable[Speed]) -> None:
    """Print speeds: of the whole reading, of attribution alone, and what it costs more."""
    table(
        "Speed on PolNeAR dev",
        (
            "threads",
            "docs/s",
            "alone",
            "cost",
            "words/s",
            "pieces/s",
            "GOP/s",
            "machine GOP/s",
            "ratio %",
        ),
        [
            (
                one.threads,
                one.documents,
                one.attributed,
                f"{one.cost:.2f}",
                one.words,
                one.pieces,
                one.operations,
                one.machine,
                100 * one.ratio,
            )
            for one in measured
        ],
    )
