"""Sentences of two outlets on one incident, each with a number: which are held to conflict.

The corpus calls numbers the same or different; about 70 % of those that differ count parts of the
whole, or other events, so that most of what differs is no conflict. Both sentences are read as
reports, and the counts of what each is about are held against each other as those of accounts are.
"""

import random
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Annotated, Any, Literal, get_args

import typer

import rashomon
from evaluation.corpora import corpus, rows
from evaluation.incidents import linked
from evaluation.show import table
from rashomon.compare.comparing import Comparer, compare
from rashomon.model.incidents import Incident, IncidentTime
from rashomon.model.origins import Origins
from rashomon.model.reading import Reading
from rashomon.pipeline.resources import load_comparer

Verdict = Literal["contested", "update", "agreed", "of others", "not counted"]
"""What two counts come to: a conflict; a later toll; both may be true; they count other people;
at least one sentence has no count."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A pair with what was found.

    Attributes:
        row: the pair as the corpus has it.
        verdict: what its counts come to.
    """

    row: Mapping[str, Any]
    verdict: Verdict


def judge() -> Iterator[Judged]:
    """Yield the pairs with what was found of each.

    Raises:
        CorpusMissingError: the corpus is not there.
    """
    comparer = load_comparer(is_relating=False)
    read = cache(rashomon.read_text)
    for row in rows(corpus("relation/casualty_candidates.jsonl.gz")):
        told = [
            _told(read(row[one], publisher=row[f"{one}_outlet"], published=row[f"{one}_date"]), one)
            for one in ("a", "b")
        ]
        yield Judged(row, _verdict(told, row["kind"], comparer))


def _told(reading: Reading, name: str) -> Reading:
    return replace(reading, document=replace(reading.document, id=name))


def _verdict(told: Sequence[Reading], kind: str, comparer: Comparer) -> Verdict:
    readings = {one.document.id: one for one in told}
    documents = tuple(
        one for each in linked(readings).incidents for one in each.documents if one.role == "main"
    )
    incident = Incident("i1", "", None, IncidentTime(None, None, None), None, (), documents, ())
    points = [
        one
        for one in compare(incident, readings, Origins((), ()), comparer).points
        if one.kind == kind
    ]
    if any(one.is_contested for one in points):
        return "contested"
    if any(one.is_update for one in points):
        return "update"
    counting = [
        {held.document for position in one.positions for held in position.held_by} for one in points
    ]
    if any(len(one) == len(told) for one in counting):
        return "agreed"
    return "of others" if len(set().union(*counting)) == len(told) else "not counted"


def command(
    show: Annotated[int, typer.Option(help="How many that are held to conflict are shown.")] = 0,
) -> None:
    """Numbers of two outlets on one incident: how many are held to conflict."""
    judged = list(judge())
    counted = Counter((one.row["label"], one.verdict) for one in judged)
    table(
        "Pairs of sentences with numbers",
        ("the corpus says", "pairs", *get_args(Verdict)),
        [
            (
                label.replace("_", " "),
                sum(counted[label, one] for one in get_args(Verdict)),
                *(counted[label, one] for one in get_args(Verdict)),
            )
            for label in ("same_number", "different_number")
        ],
    )
    flagged = [one for one in judged if one.verdict == "contested"]
    for one in random.Random(0).sample(flagged, min(show, len(flagged))):
        row = one.row
        typer.echo(f"{row['label']}, {row['kind']}: {row['a_number']} and {row['b_number']}")
        for name in ("a", "b"):
            typer.echo(f"  {row[f'{name}_date']} {row[f'{name}_outlet']}: {row[name]}")
