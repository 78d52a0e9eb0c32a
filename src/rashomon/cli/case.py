"""The commands for cases: add, documents, incidents, origins, search, verify and their like."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from rashomon import open_case
from rashomon.cli import options
from rashomon.cli.ends import FAILED, complain, interruptible

if TYPE_CHECKING:
    from rich.console import RenderableType

    from rashomon.model.case import DocumentRow
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


def register(app: typer.Typer) -> None:
    """Make the commands known to the command line."""
    for command in (
        add,
        documents,
        incidents,
        origins,
        search,
        decide,
        decisions,
        reread,
        verify,
        log,
    ):
        app.command()(command)


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


def documents(
    case: CasePath,
    document: Annotated[
        str,
        typer.Argument(
            help="One document, by the beginning of its id: what was read in it.",
            metavar="[DOCUMENT]",
        ),
    ] = "",
    all_versions: Annotated[
        bool, typer.Option("--all-versions", help="Earlier states of articles too.")
    ] = False,
    output_format: OutputFormat = Format.TEXT,
) -> None:
    """Show the documents of a case, or one of them with what was read in it."""
    from rashomon.render.case.records import documents_record, written
    from rashomon.render.case.tables import documents_table
    from rashomon.render.interchange import to_text
    from rashomon.render.terminal import render_reading

    with open_case(case, read_only=True) as held:
        if document:
            reading = held.reading(held.document(document).id)
            _put(output_format, lambda: render_reading(reading), lambda: to_text(reading))
            return
        rows = [row for row in held.documents() if row.is_current or all_versions]
    _put(output_format, lambda: documents_table(rows), lambda: written(documents_record(rows)))


def incidents(
    case: CasePath,
    incident: Annotated[
        str, typer.Argument(help="One incident, as i1: its documents.", metavar="[INCIDENT]")
    ] = "",
    output_format: OutputFormat = Format.TEXT,
) -> None:
    """Show what happened, according to how many documents and independent origins."""
    from rashomon.pipeline.asking import chosen_incidents
    from rashomon.render.case.records import incidents_record, written
    from rashomon.render.case.tables import incident_sheet, incidents_table

    with opened_linked(case) as held:
        found = chosen_incidents(held, incident)
        roots = held.origins()
        rows = _rows(held) if incident else {}
    _put(
        output_format,
        lambda: (
            incident_sheet(found[0], rows, roots) if incident else incidents_table(found, roots)
        ),
        lambda: written(incidents_record(found, roots)),
    )


def origins(
    case: CasePath,
    incident: Annotated[
        str, typer.Argument(help="Only the documents of one incident, as i1.", metavar="[INCIDENT]")
    ] = "",
    output_format: OutputFormat = Format.TEXT,
) -> None:
    """Show which documents and passages share an origin, and why."""
    from rashomon.pipeline.asking import chosen_origins, words_of
    from rashomon.render.case.records import origins_record, written
    from rashomon.render.case.tree import origins_tree

    with opened_linked(case) as held:
        found = chosen_origins(held, incident)
        is_text = output_format is Format.TEXT
        rows = _rows(held) if is_text else {}
        words = words_of(held, found) if is_text else {}
    _put(
        output_format,
        lambda: origins_tree(found, rows, words),
        lambda: written(origins_record(found.origins, found.derivations, incident or None)),
    )


def search(
    case: CasePath,
    words: Annotated[
        str, typer.Argument(help='Words, "phrases", or beginnings of words*.', metavar="[WORDS]")
    ] = "",
    what: Annotated[str, typer.Option(help="claims or documents.", metavar="WHAT")] = "claims",
    speaker: Annotated[
        str, typer.Option(help="Words of the name of who speaks.", metavar="WORDS")
    ] = "",
    side: Annotated[str, typer.Option(help="The side of who speaks.", metavar="NAME")] = "",
    stance: Annotated[
        str | None,
        typer.Option(
            help="asserts, denies, doubts, alleges, demands, asks or predicts.", metavar="STANCE"
        ),
    ] = None,
    publisher: Annotated[
        str, typer.Option(help="Words of the publisher's name.", metavar="WORDS")
    ] = "",
    since: Annotated[
        str | None, typer.Option(help="The first day that it speaks of.", metavar="DAY")
    ] = None,
    until: Annotated[
        str | None, typer.Option(help="The last day that it speaks of.", metavar="DAY")
    ] = None,
    place: Annotated[
        str, typer.Option(help="The name of a place that it speaks of.", metavar="NAME")
    ] = "",
    near: Annotated[
        str,
        typer.Option(
            help="A circle with a place that it speaks of: latitude, longitude, kilometres.",
            metavar="LAT,LON,KM",
        ),
    ] = "",
    incident: Annotated[
        str, typer.Option(help="An incident that its document speaks of, as i1.", metavar="ID")
    ] = "",
    limit: Annotated[int, typer.Option(min=1, help="How many at most.", metavar="N")] = 20,
    offset: Annotated[int, typer.Option(min=0, help="How many to leave out.", metavar="N")] = 0,
    output_format: OutputFormat = Format.TEXT,
) -> None:
    """Search claims, or documents: by words, who speaks, how, when and where; best first."""
    from rashomon.pipeline.asking import chosen_incidents, parse_query
    from rashomon.render.case.records import search_record, written
    from rashomon.render.case.results import results

    query = parse_query(
        words=words,
        what=what,
        speaker=speaker,
        side=side,
        stance=stance,
        publisher=publisher,
        since=since,
        until=until,
        place=place,
        near=near,
        incident=incident,
        limit=limit,
        offset=offset,
    )
    with open_case(case, read_only=True) as held:
        if incident:
            (known,) = chosen_incidents(held, incident)
            query = replace(query, incident=known.id)
        hits = held.search(query)
    if not hits and output_format is Format.TEXT:
        complain("nothing found; all words must stand there, and OR and NOT are words like others")
        raise typer.Exit(FAILED)
    _put(
        output_format,
        lambda: results(hits, offset + 1),
        lambda: written(search_record(hits)),
    )


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


def decide(
    case: CasePath,
    what: Annotated[
        str,
        typer.Argument(
            help="same or other: whether two documents are about one incident; undo: take it back.",
            metavar="same|other|undo",
        ),
    ],
    subjects: Annotated[
        list[str],
        typer.Argument(
            help="Two documents, by the beginnings of their ids; or the number of a decision.",
            metavar="DOCUMENT DOCUMENT | NUMBER",
        ),
    ],
    reviewer: Annotated[str, typer.Option(help="Who decides.", metavar="NAME")],
    note: Annotated[str, typer.Option(help="Why.", metavar="WORDS")] = "",
) -> None:
    """Put on record that two documents are about one incident, or are not; linking heeds it."""
    from rashomon.pipeline.deciding import decide as put_on_record
    from rashomon.pipeline.linking import link

    with open_case(case) as held:
        number = put_on_record(held, what, subjects, reviewer=reviewer, note=note)
        link(held, options.chosen_settings(None))
    typer.echo(f"decision {number} is {'taken back' if what == 'undo' else 'on record'}")


def decisions(case: CasePath, output_format: OutputFormat = Format.TEXT) -> None:
    """Show what people decided, and what was taken back."""
    from rashomon.render.case.records import decisions_record, written
    from rashomon.render.case.tables import decisions_table

    with open_case(case, read_only=True) as held:
        kept = list(held.decisions())
    _put(output_format, lambda: decisions_table(kept), lambda: written(decisions_record(kept)))


def verify(case: CasePath, output_format: OutputFormat = Format.TEXT) -> None:
    """Check every hash, span and reference of a case, and the chain of its log."""
    from rashomon.render.case.checks import checks
    from rashomon.render.case.records import verified_record, written

    with open_case(case, read_only=True) as held:
        verified = held.verify()
    _put(output_format, lambda: checks(verified), lambda: written(verified_record(verified)))
    if verified.breaks:
        raise typer.Exit(FAILED)


def log(case: CasePath, output_format: OutputFormat = Format.TEXT) -> None:
    """Show the audit log of a case: what was done to it, and when."""
    from rashomon.render.case.records import log_record, written
    from rashomon.render.case.tables import log_table

    with open_case(case, read_only=True) as held:
        entries = list(held.log())
    _put(output_format, lambda: log_table(entries), lambda: written(log_record(entries)))


@contextmanager
def opened_linked(location: str) -> "Iterator[Case]":
    """Give a case to read, with origins and incidents of all its documents.

    Where they are not up to date, since an ``add`` was broken off, they are found first; where that
    cannot be, since another program is adding or the case is not to be written, those of the last
    linking are given, and it is said.
    """
    from rashomon.model.errors import CaseError
    from rashomon.pipeline.linking import link

    with open_case(location, read_only=True) as case:
        if case.linked_by() is not None:
            yield case
            return
    try:
        with open_case(location) as case:
            link(case, options.chosen_settings(None))
    except CaseError as error:
        complain(f"{error}; this is how the case was linked last")
    with open_case(location, read_only=True) as case:
        yield case


def _rows(case: "Case") -> "dict[str, DocumentRow]":
    return {row.id: row for row in case.documents()}


def _put(
    output_format: Format,
    table: Callable[[], "RenderableType"],
    text: Callable[[], str],
) -> None:
    """Print for people or for programs."""
    from rashomon.cli.output import put, show

    if output_format is Format.TEXT:
        show(table())
    else:
        put(text())
