"""The commands that fill a case: add and reread."""

from typing import Annotated

import typer

from rashomon import open_case
from rashomon.cli import options
from rashomon.cli.cases import CasePath
from rashomon.cli.ends import FAILED, interruptible


def add(
    case: CasePath,
    paths: Annotated[
        list[str],
        typer.Argument(help="Files, folders, addresses, or - for standard input.", metavar="PATH"),
    ],
    kind: options.Kind = None,
    publisher: options.Publisher = None,
    title: options.Title = None,
    url: options.Url = None,
    date: options.Date = None,
    min_confidence: options.MinConfidence = None,
    encoding: options.Encoding = None,
    max_bytes: options.MaxBytes = None,
    allow_private: options.AllowPrivate = None,
    jobs: options.Jobs = None,
    parties: options.Parties = None,
    gazetteer: options.GazetteerFolder = None,
    settings_file: options.SettingsFile = None,
    quiet: options.Quiet = False,
) -> None:
    """Read reports into a case, which is made if it is not there.

    Safe to repeat and to interrupt: what was read stays, and the same command goes on from there.
    """
    from rashomon.cli.adding import add_all

    settings = options.reading_settings(
        settings_file,
        min_confidence=min_confidence,
        jobs=jobs,
        parties=parties,
        gazetteer=gazetteer,
        encoding=encoding,
        max_bytes=max_bytes,
        allow_private=allow_private,
    )
    sources = options.inputs_behind(
        paths, kind=kind, publisher=publisher, title=title, url=url, date=date
    )
    with (
        open_case(case, create=True) as held,
        interruptible("what was read is in the case, and the same command goes on"),
    ):
        failed = add_all(held, sources, settings, quiet=quiet)
    if failed:
        raise typer.Exit(FAILED)


def reread(
    case: CasePath,
    everything: Annotated[
        bool, typer.Option("--all", help="What was read by the same versions too.")
    ] = False,
    min_confidence: options.MinConfidence = None,
    jobs: options.Jobs = None,
    parties: options.Parties = None,
    gazetteer: options.GazetteerFolder = None,
    settings_file: options.SettingsFile = None,
    quiet: options.Quiet = False,
) -> None:
    """Read again what older versions or other settings read; say what changed, keep decisions."""
    from rashomon.cli.adding import reread_all

    settings = options.reading_settings(
        settings_file,
        min_confidence=min_confidence,
        jobs=jobs,
        parties=parties,
        gazetteer=gazetteer,
    )
    with (
        open_case(case) as held,
        interruptible("what was read again stays, and the same command goes on"),
    ):
        failed = reread_all(held, settings, everything=everything, quiet=quiet)
    if failed:
        raise typer.Exit(FAILED)
