"""The commands.

Imports that cost time stand inside them, so that ``--help`` answers at once.
"""

import json
import logging
import os
import sys
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from rashomon import __version__
from rashomon.cli.gazetteer import GazetteerFolder, gazetteer_app, own_folder
from rashomon.model.errors import RashomonError, SettingsError

if TYPE_CHECKING:
    from rashomon.settings import Settings

SETTINGS_VARIABLE = "RASHOMON_SETTINGS"

FAILED, MISUSED, INTERRUPTED = 1, 2, 130

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Reads reports of one event and lays out who says what, in whose exact words.",
)


class Format(StrEnum):
    """How readings are written."""

    TEXT = "text"
    JSON = "json"
    JSONL = "jsonl"


class _Safe(logging.Formatter):
    """Warnings without characters that steer a terminal: names in them come from outside."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the message of a record, a line of its own for each line of a traceback."""
        from rashomon.render.plain import plain

        return "\n".join(map(plain, super().format(record).split("\n")))


def main() -> None:
    """Run the command line; errors go to standard error, with what to do about them."""
    handler = logging.StreamHandler()
    handler.setFormatter(_Safe())
    logging.basicConfig(level=logging.WARNING, handlers=[handler])
    try:
        app()
    except RashomonError as error:
        _complain(str(error))
        sys.exit(MISUSED)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"rashomon {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None: ...


@app.command()
def read(
    paths: Annotated[
        list[str],
        typer.Argument(help="Files, folders, or - for standard input.", metavar="PATH"),
    ],
    output_format: Annotated[
        Format,
        typer.Option(
            "--format",
            "-f",
            help="text for people; json: one document, or an array; jsonl: one document a line.",
        ),
    ] = Format.TEXT,
    kind: Annotated[
        str | None,
        typer.Option(
            help="What the inputs are: text, markdown, html, json, jsonl or csv. "
            "Else their endings tell, or their first bytes.",
            metavar="KIND",
        ),
    ] = None,
    publisher: Annotated[
        str | None, typer.Option(help="Who published the documents.", metavar="NAME")
    ] = None,
    title: Annotated[str | None, typer.Option(help="Their headline.", metavar="WORDS")] = None,
    url: Annotated[str | None, typer.Option(help="Their address.", metavar="URL")] = None,
    date: Annotated[
        str | None,
        typer.Option(help="The day of publication, as in 2017-06-19.", metavar="DAY"),
    ] = None,
    min_confidence: Annotated[
        float | None,
        typer.Option(help="Leave out attributions less sure than this, 0 to 1.", metavar="P"),
    ] = None,
    encoding: Annotated[
        str | None,
        typer.Option(help="The encoding of the inputs; else it is detected.", metavar="NAME"),
    ] = None,
    max_bytes: Annotated[
        int | None, typer.Option(help="The largest document that is read.", metavar="N")
    ] = None,
    jobs: Annotated[
        int | None,
        typer.Option(help="Processes that read at the same time; 0: one a core.", metavar="N"),
    ] = None,
    parties: Annotated[
        Path | None,
        typer.Option(
            exists=True,
            dir_okay=False,
            help="A file of parties of your own (TOML); it goes before the table that ships.",
            metavar="FILE",
        ),
    ] = None,
    gazetteer: GazetteerFolder = None,
    settings_file: Annotated[
        Path | None,
        typer.Option(
            "--settings",
            envvar=SETTINGS_VARIABLE,
            exists=True,
            dir_okay=False,
            help="A file of settings (TOML).",
            metavar="FILE",
        ),
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Show no progress.")] = False,
) -> None:
    """Read reports: who says what in each, and what each asserts in its own voice."""
    from rashomon.cli.output import write
    from rashomon.cli.progress import shown
    from rashomon.pipeline.reading import find_inputs, is_read_here
    from rashomon.readers import Metadata, Source, locate, parse_date
    from rashomon.runner.local import read_all
    from rashomon.runner.memory import return_large_blocks

    return_large_blocks()
    settings = _settings(
        settings_file,
        readers={"encoding": encoding, "max_bytes": max_bytes},
        analysis={
            "min_confidence": min_confidence,
            "parties": str(parties) if parties else None,
            "gazetteer": str(gazetteer) if gazetteer else None,
        },
        runner={"jobs": jobs},
    )
    if not settings.analysis.gazetteer:
        analysis = replace(settings.analysis, gazetteer=str(own_folder(None)))
        settings = replace(settings, analysis=analysis)
    published = parse_date(date) if date else None
    if date and not published:
        raise typer.BadParameter(f"{date!r} names no day for certain; write it as 2017-06-19")
    for words in (publisher, title, url):
        if (
            words
            and not words.isascii()
            and "\ufffd" in os.fsencode(words).decode("utf-8", "replace")
        ):
            raise typer.BadParameter(f"{words!a} is not UTF-8")
    given = Metadata(publisher=publisher, title=title, url=url, published=published)
    sources = list(locate(paths, kind=kind, given=given))
    results = read_all(find_inputs(sources, settings), settings)
    if not quiet:
        is_known = not any(isinstance(one, Source) and is_read_here(one) for one in sources)
        results = shown(results, len(sources) if is_known else None)
    try:
        failed = write(results, output_format.value)
    except KeyboardInterrupt:
        _complain("interrupted; what was read until now has been written")
        raise typer.Exit(INTERRUPTED) from None
    if failed:
        raise typer.Exit(FAILED)


app.add_typer(gazetteer_app)


@app.command()
def schema() -> None:
    """Print the JSON Schema of a reading."""
    from rashomon.render.interchange import schema as reading_schema

    typer.echo(json.dumps(reading_schema(), indent=1, ensure_ascii=False))


def _settings(file: Path | None, **options: dict[str, Any]) -> "Settings":
    """Return the settings of a file, with the options that were given over them."""
    from rashomon.settings import Settings, check, from_toml

    settings = from_toml(_written(file), where=str(file)) if file else Settings()
    sections = {
        name: replace(getattr(settings, name), **_given(values)) for name, values in options.items()
    }
    return check(replace(settings, **sections), where="options")


def _written(file: Path) -> str:
    try:
        return file.read_text("utf-8")
    except UnicodeDecodeError as error:
        what = f"byte {error.start} is not utf-8"
        raise SettingsError(what, where=str(file), remedy="save the file as UTF-8") from error


def _given(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not None}


def _complain(message: str) -> None:
    from rashomon.render.plain import plain

    typer.echo(f"rashomon: {plain(message)}", err=True)
