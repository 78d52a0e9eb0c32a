"""What comparing costs: incidents with more and more documents (``evaluation.large``)."""

import resource
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

import typer

from evaluation.large import enlarged, told_accounts
from evaluation.show import table
from rashomon.compare.comparing import Comparer, compare
from rashomon.pipeline.resources import load_comparer

_SIZES = (200, 500, 1000, 2000, 5000)


@dataclass(frozen=True, slots=True)
class Cost:
    """What one comparison cost.

    Attributes:
        documents: of the incident.
        seconds: of one processor.
        answers: how many words of documents stand behind its positions.
        parties: how many speak.
    """

    documents: int
    seconds: float
    answers: int
    parties: int


def measure(sizes: Sequence[int], comparer: Comparer) -> list[Cost]:
    """Return what incidents of these numbers of documents cost.

    Raises:
        CorpusMissingError: the corpus is not there.
    """
    told = told_accounts()
    costs = []
    for size in sizes:
        large = enlarged(told, size)
        started = time.process_time()
        found = compare(large.incident, large.readings, large.origins, comparer)
        seconds = time.process_time() - started
        answers = sum(len(one.held_by) for each in found.points for one in each.positions)
        costs.append(Cost(size, seconds, answers, len(found.parties)))
    return costs


def command(
    documents: Annotated[int, typer.Option(help="The most documents of an incident.")] = _SIZES[-1],
) -> None:
    """What comparing an incident costs, by its documents."""
    sizes = [one for one in _SIZES if one <= documents]
    costs = measure(sizes, load_comparer(is_relating=True))
    table(
        "Comparing an incident",
        ("documents", "seconds", "milliseconds a document", "answers", "parties"),
        [
            (
                one.documents,
                one.seconds,
                1000 * one.seconds / one.documents,
                one.answers,
                one.parties,
            )
            for one in costs
        ],
    )
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
    typer.echo(f"memory of the process: {peak:,.0f} MB")
