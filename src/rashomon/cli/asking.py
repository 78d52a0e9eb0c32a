"""The commands that ask a case: documents, incidents, origins and search."""

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from rashomon import open_case
from rashomon.cli import options
from rashomon.cli.cases import CasePath, Format, OutputFormat, opened_linked, put_as
from rashomon.cli.ends import FAILED, complain

if TYPE_CHECKING:
    from rashomon.model.case import DocumentRow
    from rashomon.store.case import Case


def documents(
    case: CasePath,
    document: Annotated[
        str,
        typer.Argument(
            help="One document, by 4 characters or more of its id or by its file: what was read "
            "in it.",
            metavar="[DOCUMENT]",
        ),
    ] = "",
    all_versions: Annotated[
        bool, typer.Option("--all-versions", help="Earlier states of articles too.")
    ] = False,
    output_format: OutputFormat = Format.TEXT,
) -> None:
    """Show the documents of a case, or one of them with what was read in it."""
    from rashomon.pipeline.naming import document_named
    from rashomon.render.case.records import documents_record, written
    from rashomon.render.case.tables import documents_table
    from rashomon.render.interchange import to_text
    from rashomon.render.terminal import render_reading

    with open_case(case, read_only=True) as held:
        if document:
            reading = held.reading(document_named(held, document))
            put_as(output_format, lambda: render_reading(reading), lambda: to_text(reading))
            return
        rows = [row for row in held.documents() if row.is_current or all_versions]
    put_as(output_format, lambda: documents_table(rows), lambda: written(documents_record(rows)))


def incidents(
    case: CasePath,
    incident: Annotated[
        str, typer.Argument(help="One incident, as i1: its documents.", metavar="[INCIDENT]")
    ] = "",
    settings_file: options.LinkingSettingsFile = None,
    output_format: OutputFormat = Format.TEXT,
) -> None:
    """Show what happened, according to how many documents and independent origins."""
    from rashomon.pipeline.asking import chosen_incidents
    from rashomon.render.case.records import incidents_record, written
    from rashomon.render.case.tables import incident_sheet, incidents_table

    with opened_linked(case, settings_file) as held:
        found = chosen_incidents(held, incident)
        roots = held.origins()
        rows = _rows(held) if incident else {}
    put_as(
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
    settings_file: options.LinkingSettingsFile = None,
    output_format: OutputFormat = Format.TEXT,
) -> None:
    """Show which documents and passages share an origin, and why."""
    from rashomon.pipeline.asking import chosen_origins, words_of
    from rashomon.render.case.records import origins_record, written
    from rashomon.render.case.tree import origins_tree

    with opened_linked(case, settings_file) as held:
        found = chosen_origins(held, incident)
        is_text = output_format is Format.TEXT
        rows = _rows(held) if is_text else {}
        words = words_of(held, found) if is_text else {}
    put_as(
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
    put_as(
        output_format,
        lambda: results(hits, offset + 1),
        lambda: written(search_record(hits)),
    )


def _rows(case: "Case") -> "dict[str, DocumentRow]":
    return {row.id: row for row in case.documents()}
