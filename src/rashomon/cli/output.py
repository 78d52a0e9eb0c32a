"""Results to standard output, failures to standard error as well where people read."""

import io
import os
import sys
from collections.abc import Iterable, Iterator

import typer
from rich.console import Console, RenderableType

from rashomon.model.failure import Failure
from rashomon.pipeline.reading import Result
from rashomon.render.interchange import to_line, to_text
from rashomon.render.plain import plain
from rashomon.render.terminal import render_reading

PAPER_WIDTH = 80
_WIDTHS = {str(width): width for width in range(20, 1_001)}
"""The widths that ``COLUMNS`` may ask for, in characters."""


def write(results: Iterable[Result], output_format: str) -> int:
    """Write the results and return how many of them are failures.

    Args:
        results: readings and failures, in order.
        output_format: ``text``, ``json`` or ``jsonl``.
    """
    counted = _Counted(results)
    if output_format == "text":
        _write_text(counted)
    else:
        write_texts(map(to_text if output_format == "json" else to_line, counted), output_format)
    return counted.failures


class _Counted:
    """Results on their way out, the failures among them counted."""

    def __init__(self, results: Iterable[Result]) -> None:
        self._results = results
        self.failures = 0

    def __iter__(self) -> Iterator[Result]:
        for result in self._results:
            self.failures += isinstance(result, Failure)
            yield result


def _write_text(results: Iterable[Result]) -> None:
    """Write for people."""
    for result in results:
        if isinstance(result, Failure):
            typer.echo(f"rashomon: {plain(str(result.error))}", err=True)
        else:
            show(render_reading(result))


def show(renderable: RenderableType) -> None:
    """Print for people: as wide as the terminal, else as ``COLUMNS`` says, else 80 columns."""
    (_show if sys.stdout.isatty() else _print)(renderable)


def put(text: str) -> None:
    """Print for programs: in UTF-8, whatever the locale says."""
    _in_utf8(sys.stdout)
    sys.stdout.write(text + "\n")


def _show(reading: RenderableType) -> None:
    Console(highlight=False, emoji=False, markup=False).print(reading)


def _print(reading: RenderableType) -> None:
    """Write to a file or a pipe, in UTF-8, without the spaces that fill lines up."""
    _in_utf8(sys.stdout)
    console = Console(width=_paper_width(), highlight=False, emoji=False, markup=False)
    with console.capture() as captured:
        console.print(reading)
    for line in captured.get().splitlines():
        sys.stdout.write(line.rstrip() + "\n")
    sys.stdout.flush()


def _paper_width() -> int:
    """Return how wide a page is where there is no terminal: what the environment asks for."""
    return _WIDTHS.get(os.environ.get("COLUMNS", ""), PAPER_WIDTH)


def write_texts(texts: Iterable[str], output_format: str, *, is_array: bool = False) -> None:
    """Write for programs.

    Args:
        texts: the results as JSON; each in one line for ``jsonl``.
        output_format: ``json`` or ``jsonl``.
        is_array: whether one result is written as an array too.
    """
    _in_utf8(sys.stdout)
    if output_format == "json":
        _write_json(iter(texts), is_array=is_array)
    else:
        _write_lines(texts)


def _write_lines(texts: Iterable[str]) -> None:
    for text in texts:
        sys.stdout.write(text + "\n")
        sys.stdout.flush()


def _write_json(texts: Iterator[str], *, is_array: bool) -> None:
    """Write one result as an object, several as an array, which an interruption closes too."""
    first = next(texts, None)
    if first is None:
        sys.stdout.write("[]\n")
        return
    if is_array:
        sys.stdout.write(f"[{first}")
    try:
        for text in texts:
            sys.stdout.write((",\n" if is_array else f"[{first},\n") + text)
            is_array = True
    finally:
        sys.stdout.write("]\n" if is_array else first + "\n")


def _in_utf8(stream: object) -> None:
    """Make a text stream write UTF-8, whatever the locale says."""
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding="utf-8")
