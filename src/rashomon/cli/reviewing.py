"""The commands of reviewing a case: decide, items and decisions, verify and log."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from rashomon import open_case
from rashomon.cli import options
from rashomon.cli.cases import CasePath, Format, OutputFormat, put_as
from rashomon.cli.ends import FAILED, complain, tell

if TYPE_CHECKING:
    from rashomon.model.case import KeptDecision
    from rashomon.model.document import Document
    from rashomon.pipeline.linking import Linkers
    from rashomon.pipeline.reading import Result
    from rashomon.settings import Settings
    from rashomon.store.case import Case

_OF_INCIDENTS = ("grade", "merge-incidents", "split-incident")
"""Decisions that name an incident."""


def decide(
    case: CasePath,
    what: Annotated[
        str,
        typer.Argument(
            help="accept, correct or reject what was read, insert what was not; describe: what "
            "documents are: their publisher, day, title, address; same or other: "
            "whether two documents are about one incident; merge-incidents, split-incident, "
            "merge-parties, part-parties, merge-origins, part-origins; relate two claims; grade: "
            "how well a position is supported; confirm or dispute the decision of another; undo.",
            metavar="DECISION",
        ),
    ],
    subjects: Annotated[
        list[str],
        typer.Argument(
            help="What it is about: documents by 4 characters or more of their ids, as "
            "rashomon documents lists them, or by their files; items by their ids, as "
            "rashomon items shows them, with fields as stance=denies; an incident, a point, the "
            "number of a position, its grade and an Admiralty pair, as i1 q3 2 fair B2; the number "
            "of a decision. docs/review.md shows each.",
            metavar="SUBJECT",
        ),
    ],
    reviewer: Annotated[str, typer.Option(help="Who decides.", metavar="NAME")],
    note: Annotated[str, typer.Option(help="Why.", metavar="WORDS")] = "",
    copies: Annotated[
        bool,
        typer.Option(
            "--copies", help="Decide the same in all documents that copy the words of the item."
        ),
    ] = False,
    settings_file: options.LinkingSettingsFile = None,
) -> None:
    """Put on record what a person decides; readings, linking and comparing heed it."""
    from rashomon.cli.output import put
    from rashomon.pipeline.deciding import decide as put_on_record
    from rashomon.pipeline.linking import link_with, load_linkers
    from rashomon.render.case.copied import copies_words
    from rashomon.render.case.decided import conflict_words
    from rashomon.render.plain import plain

    # what is wrong with the settings is said before anything is on record
    settings = options.chosen_settings(settings_file)
    linkers = load_linkers(settings.linking)
    with open_case(case) as held:
        if copies or what in _OF_INCIDENTS:
            link_with(held, linkers, tell)  # incidents and copies are those that there are now
        done = put_on_record(held, what, subjects, reviewer=reviewer, note=note, with_copies=copies)
        for line in _said_of(held, done.numbers[:1] if copies else done.numbers, subjects):
            put(line)
        rows = {row.id: row for row in held.documents()} if copies else {}
        for line in copies_words(done.numbers[1:], done.left, rows) if copies else ():
            put(line)
        for line in _follow(held, settings, linkers):
            put(line)
    for other in done.newer:
        put(f"{plain(other.decision.reviewer)} decided on the same meanwhile: {other.number}")
    for conflict in done.conflicts:
        put(f"in conflict: {conflict_words(conflict)}")


def _follow(held: "Case", settings: "Settings", linkers: "Linkers") -> Iterator[str]:
    """Bring a case up to date with its decisions; yield what was done for it."""
    from rashomon.pipeline.correcting import remake_readings
    from rashomon.pipeline.describing import read_anew, to_be_read
    from rashomon.pipeline.linking import link_with
    from rashomon.render.case.decided import linked_words
    from rashomon.render.words import counted

    waiting = len(to_be_read(held))
    failures = read_anew(held, settings, tell, _read_all)
    for failure in failures:
        complain(str(failure.error))
    if waiting > len(failures):
        yield f"read {counted(waiting - len(failures), 'document')} again"
    remake_readings(held, linkers.sketch)
    if held.linked_by() != linkers.versions:
        before = held.incidents(), held.origins()
        link_with(held, linkers, tell)
        yield linked_words(before, (held.incidents(), held.origins()))


def _read_all(documents: "Iterable[Document]", settings: "Settings") -> "Iterator[Result]":
    """Read documents with all processes; most decisions need none."""
    from rashomon.runner.local import read_all

    return read_all(documents, settings)


def _said_of(held: "Case", numbers: Sequence[int], subjects: Sequence[str]) -> Iterator[str]:
    """Yield what decisions did: which answer has which grade, and what holds where one is undone.

    Args:
        held: the case.
        numbers: those that were put on record, or taken back, as one act.
        subjects: what they are about, as it was typed.
    """
    from rashomon.render.case.decided import graded_words, numbers_words, subject_words
    from rashomon.render.plain import plain

    kept = {one.number: one for one in held.decisions()}
    done = [kept[number] for number in numbers]
    if done[0].is_undone:
        named = numbers_words(numbers)
        if numbers[1:]:
            yield f"decisions {named} are taken back: they were one act"
        else:
            yield f"decision {named} is taken back"
        for other in [one for one in kept.values() if _is_on_the_same(one, done[0])][-1:]:
            yield f"decision {other.number} holds: {graded_words(other.decision)}"
        return
    named_in = ((one.decision.document, one.decision.value.get("with", "")) for one in done)
    ids = held.known({one for pair in named_in for one in pair if one})
    documents = {one: held.document(one) for one in ids}
    for one in done:
        about = subject_words(one.decision, documents)
        if one.decision.kind == "grade":
            asked = subjects[1]
            point = f"q{asked}" if asked.isdecimal() else plain(asked)
            yield f"graded {point} {graded_words(one.decision)}"
            about = ""  # the answer is of the incident
        yield f"decision {one.number} is on record" + (f": {about}" if about else "")


def _is_on_the_same(one: "KeptDecision", undone: "KeptDecision") -> bool:
    """Return whether a decision is in force, and grades the answer that an undone one graded."""
    from rashomon.review.conflicts import subject_of

    is_grade = one.decision.kind == undone.decision.kind == "grade"
    is_same = is_grade and subject_of(one.decision) == subject_of(undone.decision)
    return is_same and not one.is_undone


def items(
    case: CasePath,
    document: Annotated[
        str,
        typer.Argument(
            help="A document, by 4 characters or more of its id, as rashomon documents lists them, "
            "or by its file.",
            metavar="DOCUMENT",
        ),
    ],
    output_format: OutputFormat = Format.TEXT,
) -> None:
    """Show what was read in a document, item by item, with what people decided on each."""
    from rashomon.pipeline.naming import document_named
    from rashomon.pipeline.reviewing import reviewed
    from rashomon.render.case.items import items_record, items_table
    from rashomon.render.case.records import written

    with open_case(case, read_only=True) as held:
        seen = reviewed(held, document_named(held, document))
        last = held.last_decision()
    put_as(output_format, lambda: items_table(seen), lambda: written(items_record(seen, last)))


def decisions(case: CasePath, output_format: OutputFormat = Format.TEXT) -> None:
    """Show what people decided, what was taken back, and where they differ."""
    from rashomon.pipeline.reviewing import conflicts, standings
    from rashomon.render.case.decided import decisions_table
    from rashomon.render.case.records import review_record, written

    with open_case(case, read_only=True) as held:
        kept = list(held.decisions())
        differ = conflicts(held)
    stand = standings(kept)
    put_as(
        output_format,
        lambda: decisions_table(kept, stand, differ),
        lambda: written(review_record(kept, stand, differ)),
    )


def verify(
    case: CasePath,
    output_format: OutputFormat = Format.TEXT,
    quiet: options.Quiet = False,
) -> None:
    """Check every hash, span and reference of a case, the chain of its log, and its comparisons."""
    from rashomon.cli.progress import followed
    from rashomon.pipeline.resources import load_comparer
    from rashomon.pipeline.verifying import check_comparisons, check_corrections, verified_with
    from rashomon.render.case.checks import checks
    from rashomon.render.case.records import verified_record, written

    with open_case(case, read_only=True) as held:
        verified = held.verify()
        compared = check_comparisons(held, load_comparer(is_relating=False))
        if not quiet:
            compared = followed(
                compared, "comparing", verified.checked.get("incidents"), things="incidents"
            )
        verified = verified_with(verified, (*check_corrections(held), *compared))
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
