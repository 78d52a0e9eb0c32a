"""The commands.

Imports that cost time stand inside them, so that ``--help`` answers at once.
"""

import json
import logging
import os
import sys
from typing import Annotated

import typer

from rashomon import __version__
from rashomon.cli import asking, comparing, filling, options, reporting, reviewing, serving
from rashomon.cli.ends import FAILED, MISUSED, complain, interruptible
from rashomon.cli.gazetteer import gazetteer_app
from rashomon.model.errors import RashomonError
from rashomon.runner.cycles import look_for_cycles_seldom

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Reads reports of one event and lays out who says what, in whose exact words.",
)


class _Safe(logging.Formatter):
    """Warnings without characters that steer a terminal: names in them come from outside."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the message of a record, a line of its own for each line of a traceback."""
        from rashomon.render.plain import plain

        return "\n".join(map(plain, super().format(record).split("\n")))


def main() -> None:
    """Run the command line; errors go to standard error, with what to do about them."""
    look_for_cycles_seldom()
    handler = logging.StreamHandler()
    handler.setFormatter(_Safe())
    logging.basicConfig(level=logging.WARNING, handlers=[handler])
    try:
        app()
    except RashomonError as error:
        complain(str(error))
        sys.exit(MISUSED)
    except OSError as error:
        # readers and cases say what is wrong with theirs: what is left is the output
        complain(f"the output cannot be written ({error.strerror or error}); make room for it")
        os._exit(
            FAILED
        )  # what is in its buffer cannot go out: a second error at the end says no more


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
        typer.Argument(help="Files, folders, addresses, or - for standard input.", metavar="PATH"),
    ],
    output_format: Annotated[
        options.RowFormat,
        typer.Option(
            "--format",
            "-f",
            help="text for people; json: one document, or an array; jsonl: one document a line.",
        ),
    ] = options.RowFormat.TEXT,
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
    """Read reports: who says what in each, and what each asserts in its own voice."""
    from rashomon.cli.output import write
    from rashomon.cli.progress import shown
    from rashomon.pipeline.reading import find_inputs
    from rashomon.readers.counting import count_documents
    from rashomon.runner.local import read_all
    from rashomon.runner.memory import return_large_blocks

    return_large_blocks()
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
    results = read_all(find_inputs(sources, settings), settings)
    if not quiet:
        results = shown(results, lambda: count_documents(sources))
    with interruptible("what was read until now has been written"):
        failed = write(results, output_format.value)
    if failed:
        raise typer.Exit(FAILED)


for command in (
    filling.add,
    asking.documents,
    asking.incidents,
    asking.origins,
    comparing.compare,
    asking.search,
    comparing.relate,
    reviewing.items,
    reviewing.decide,
    reviewing.decisions,
    filling.reread,
    reviewing.verify,
    reviewing.log,
    reporting.report,
    serving.serve,
):
    app.command()(command)
app.add_typer(gazetteer_app)


@app.command()
def schema(
    name: Annotated[
        str,
        typer.Argument(
            help="reading, documents, incidents, origins, search, comparison, relation, "
            "decisions or log.",
            metavar="[FORMAT]",
        ),
    ] = "reading",
) -> None:
    """Print the JSON Schema of a format."""
    from rashomon.render.schemas import NAMES
    from rashomon.render.schemas import schema as schema_of

    if name not in NAMES:
        raise typer.BadParameter(f"{name!r} is none of {', '.join(NAMES)}")
    typer.echo(json.dumps(schema_of(name), indent=1, ensure_ascii=False))
