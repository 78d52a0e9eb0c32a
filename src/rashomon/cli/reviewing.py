"""The commands of reviewing a case: decide and decisions, verify and log."""

from typing import Annotated

import typer

from rashomon import open_case
from rashomon.cli import options
from rashomon.cli.cases import CasePath, Format, OutputFormat, put_as
from rashomon.cli.ends import FAILED, tell


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
    settings_file: options.LinkingSettingsFile = None,
) -> None:
    """Put on record that two documents are about one incident, or are not; linking heeds it."""
    from rashomon.pipeline.deciding import decide as put_on_record
    from rashomon.pipeline.linking import link_with, load_linkers

    # what is wrong with the settings is said before anything is on record
    linkers = load_linkers(options.chosen_settings(settings_file).linking)
    with open_case(case) as held:
        number = put_on_record(held, what, subjects, reviewer=reviewer, note=note)
        link_with(held, linkers, tell)
    typer.echo(f"decision {number} is {'taken back' if what == 'undo' else 'on record'}")


def decisions(case: CasePath, output_format: OutputFormat = Format.TEXT) -> None:
    """Show what people decided, and what was taken back."""
    from rashomon.render.case.records import decisions_record, written
    from rashomon.render.case.tables import decisions_table

    with open_case(case, read_only=True) as held:
        kept = list(held.decisions())
    put_as(output_format, lambda: decisions_table(kept), lambda: written(decisions_record(kept)))


def verify(case: CasePath, output_format: OutputFormat = Format.TEXT) -> None:
    """Check every hash, span and reference of a case, and the chain of its log."""
    from rashomon.render.case.checks import checks
    from rashomon.render.case.records import verified_record, written

    with open_case(case, read_only=True) as held:
        verified = held.verify()
    put_as(output_format, lambda: checks(verified), lambda: written(verified_record(verified)))
    if verified.breaks:
        raise typer.Exit(FAILED)


def log(case: CasePath, output_format: OutputFormat = Format.TEXT) -> None:
    """Show the audit log of a case: what was done to it, and when."""
    from rashomon.render.case.records import log_record, written
    from rashomon.render.case.tables import log_table

    with open_case(case, read_only=True) as held:
        entries = list(held.log())
    put_as(output_format, lambda: log_table(entries), lambda: written(log_record(entries)))
