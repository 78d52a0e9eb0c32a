"""What the commands for cases share: their arguments, and a case that is linked."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rashomon import open_case
from rashomon.cli import options
from rashomon.cli.ends import complain, tell

if TYPE_CHECKING:
    from rich.console import RenderableType

    from rashomon.store.case import Case


class Format(StrEnum):
    """How what a case holds is written."""

    TEXT = "text"
    JSON = "json"


CasePath = Annotated[
    str, typer.Argument(help="The case: a file, or postgresql://…", metavar="CASE")
]
OutputFormat = Annotated[
    Format, typer.Option("--format", "-f", help="text for people, json for programs.")
]


@contextmanager
def opened_linked(location: str, settings_file: Path | None) -> "Iterator[Case]":
    """Give a case to read, with origins and incidents of all its documents.

    Where they are not up to date, since an ``add`` was broken off or an older version of the
    package made the case, they are found first; where that cannot be, since another program is
    adding or the case is not to be written, those of the last linking are given, and it is said.

    Args:
        location: the case.
        settings_file: the settings to link with, where that has to be done.
    """
    from rashomon.model.errors import CaseError

    if not _is_up_to_date(location):
        from rashomon.pipeline.linking import link

        settings = options.chosen_settings(settings_file)
        try:
            with open_case(location) as case:
                link(case, settings, tell)
        except CaseError as error:
            complain(f"{error}; this is how the case was linked last")
    with open_case(location, read_only=True) as case:
        yield case


def _is_up_to_date(location: str) -> bool:
    from rashomon.model.errors import OutdatedCaseError
    from rashomon.pipeline.correcting import is_up_to_date

    try:
        with open_case(location, read_only=True) as case:
            return is_up_to_date(case)
    except OutdatedCaseError:
        return False


def put_as(
    output_format: Format,
    table: "Callable[[], RenderableType]",
    text: Callable[[], str],
) -> None:
    """Print for people or for programs."""
    from rashomon.cli.output import put, show

    if output_format is Format.TEXT:
        show(table())
    else:
        put(text())
