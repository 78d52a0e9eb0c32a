"""The commands that compare: compare and relate."""

import os
from typing import Annotated

import typer

from rashomon.cli import options
from rashomon.cli.cases import CasePath, Format, OutputFormat, opened_linked, put_as
from rashomon.cli.ends import FAILED, interruptible


def compare(
    case: CasePath,
    incident: Annotated[str, typer.Argument(help="The incident, as i1.", metavar="INCIDENT")],
    point: Annotated[
        str,
        typer.Option(
            help="One point, as q3 or killed: every answer with the words.", metavar="POINT"
        ),
    ] = "",
    settings_file: options.LinkingSettingsFile = None,
    output_format: OutputFormat = Format.TEXT,
) -> None:
    """Lay the accounts of an incident side by side: who says what on each point, and who denies.

    It shows how accounts differ and how well each is supported, not which of them is true.
    """
    from rashomon.pipeline.comparing import accounts_of, chosen_point
    from rashomon.render.case.comparison_page import comparison_page
    from rashomon.render.case.comparison_point import point_sheet
    from rashomon.render.case.comparison_record import comparison_record
    from rashomon.render.case.records import written
    from rashomon.runner.comparing import load_sharing_comparer

    with opened_linked(case, settings_file) as held:
        accounts = accounts_of(held, incident)
    comparison = accounts.compared(load_sharing_comparer())
    documents = accounts.documents
    chosen = chosen_point(comparison, point) if point else None
    put_as(
        output_format,
        lambda: (
            point_sheet(comparison, chosen, documents)
            if chosen
            else comparison_page(comparison, documents)
        ),
        lambda: written(comparison_record(comparison, documents, (chosen,) if chosen else None)),
    )


def relate(
    claims: Annotated[
        list[str] | None,
        typer.Argument(help="Two claims: how the second relates to the first.", metavar="A B"),
    ] = None,
    pairs: Annotated[
        str | None,
        typer.Option(
            help="A file of pairs: JSONL with a and b in each row; - for standard input.",
            metavar="FILE",
        ),
    ] = None,
    output_format: Annotated[
        options.RowFormat,
        typer.Option(
            "--format",
            "-f",
            help="text for people; json: an object, or an array for --pairs; jsonl: a row a line.",
        ),
    ] = options.RowFormat.TEXT,
) -> None:
    """Tell how two claims relate: the second entails or contradicts the first, or neither."""
    from rashomon.cli.relating import write_pairs
    from rashomon.pipeline.relating import relate_pairs
    from rashomon.pipeline.resources import load_pair_relater
    from rashomon.readers.pairs import ClaimPair, fault_of_claim, read_pairs
    from rashomon.render.words import counted

    given = claims or []
    if pairs and given:
        raise typer.BadParameter("both claims and --pairs were given; write one of them")
    if not pairs and not given:
        raise typer.BadParameter("write two claims, or --pairs FILE")
    if given and len(given) != len(("a", "b")):
        claims_given = counted(len(given), "claim")
        raise typer.BadParameter(f"{claims_given}; write two, each in quotation marks")
    for name, claim in zip(("A", "B"), given, strict=False):
        if fault := fault_of_claim(claim):
            raise typer.BadParameter(f"{name} {fault}")
    relater = load_pair_relater(threads=os.cpu_count() or 1)
    asked = read_pairs(pairs) if pairs else [ClaimPair(*given)]
    with interruptible("what was related until now has been written"):
        results = relate_pairs(asked, relater)
        failed = write_pairs(results, output_format.value, is_one=not pairs)
    if failed:
        raise typer.Exit(FAILED)
