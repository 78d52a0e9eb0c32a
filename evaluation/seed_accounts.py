"""The seed article together with other reports of the same shoot-down, compared.

What ``expected.json`` says of its first incident: the two conflicts, the denial with the claim that
it denies, and what the publisher asserts in its own voice. The other reports are written for this
(``evaluation/gold/seed_reports.jsonl``).
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import rashomon
from evaluation.corpora import SHARED, rows
from evaluation.incidents import linked
from evaluation.seed_incidents import PUBLISHED
from evaluation.show import table
from rashomon.compare.comparing import compare
from rashomon.model.comparison import Comparison, Holding, Point
from rashomon.model.origins import Origins
from rashomon.model.reading import Reading
from rashomon.model.spans import Span
from rashomon.pipeline.resources import load_comparer

_REPORTS = Path(__file__).parent / "gold" / "seed_reports.jsonl"
_INCIDENT = "I1"


@dataclass(frozen=True, slots=True)
class Checked:
    """One thing that is expected.

    Attributes:
        what: what it is.
        found: where it was found; empty where it was not.
    """

    what: str
    found: str


def measure() -> list[Checked]:
    """Return what is expected of the comparison, with where it was found.

    Raises:
        CorpusMissingError: the seed article is not there.
    """
    folder = SHARED / "cases" / "seed"
    expected = json.loads((folder / "expected.json").read_text("utf-8"))
    seed = rashomon.read_text(
        (folder / "article.txt").read_text("utf-8"),
        published=PUBLISHED,
        publisher="21st Century Wire",
    )
    readings = {one.document.id: one for one in (seed, *_others())}
    incident = linked(readings).incidents[0]
    comparison = compare(incident, readings, Origins((), ()), load_comparer())
    contents = {
        one["id"]: [Span(*each) for each in one["content"]] for one in expected["attributions"]
    }
    wanted = next(one for one in expected["incidents"] if one["id"] == _INCIDENT)
    return [
        Checked(
            "reports of the shoot-down together", f"{len(incident.documents)} of {len(readings)}"
        ),
        *(_conflict(one, comparison, seed, contents) for one in wanted["conflicts"]),
        *(_denial(one, comparison, seed, contents) for one in wanted["denials"]),
        _own(expected["unattributed"], comparison, seed),
    ]


def _others() -> Iterator[Reading]:
    for row in rows(_REPORTS):
        yield rashomon.read_text(
            row["text"], published=row["date"], publisher=row["publisher"], title=row["title"]
        )


def _conflict(
    wanted: Mapping[str, Any],
    comparison: Comparison,
    seed: Reading,
    contents: Mapping[str, Sequence[Span]],
) -> Checked:
    sides = [[span for one in some for span in contents[one]] for some in wanted["positions"]]
    found = [one for one in comparison.points if one.is_contested and _opposes(one, sides, seed)]
    return Checked(wanted["point"], ", ".join(f"{one.id} {one.label}" for one in found))


def _opposes(point: Point, sides: Sequence[Sequence[Span]], seed: Reading) -> bool:
    """Return whether each side holds a position that the other does not, or denies it."""
    held = [
        [
            frozenset(i for i, side in enumerate(sides) if _is_in(some, side, seed))
            for some in (position.held_by, position.denied_by)
        ]
        for position in point.positions
    ]
    alone = {i for holding, _ in held for i in holding if len(holding) == 1}
    return len(alone) == len(sides) or any(
        holding and denying - holding for holding, denying in held
    )


def _is_in(some: Sequence[Holding], spans: Sequence[Span], seed: Reading) -> bool:
    return any(
        one.document == seed.document.id and any(one.span.overlaps(span) for span in spans)
        for one in some
    )


def _denial(
    wanted: Sequence[str],
    comparison: Comparison,
    seed: Reading,
    contents: Mapping[str, Sequence[Span]],
) -> Checked:
    denial, claim = wanted
    found = [
        one
        for one in comparison.relations
        if one.by == "denial"
        and _is_in((one.second,), contents[denial], seed)
        and _is_in((one.first,), contents[claim], seed)
    ]
    said = ", ".join(f"{one.second.party} denies what {one.first.party} claims" for one in found)
    return Checked(f"the denial of {claim} in {denial}", said)


def _own(wanted: Sequence[Mapping[str, Any]], comparison: Comparison, seed: Reading) -> Checked:
    own = [one.span for one in comparison.own_voice if one.document == seed.document.id]
    found = sum(any(Span(*one["content"][0]).overlaps(span) for span in own) for one in wanted)
    return Checked("what the publisher asserts itself", f"{found} of {len(wanted)}")


def command() -> None:
    """The seed article with other reports of the shoot-down: conflicts, denial, own voice."""
    table(
        "The seed, compared",
        ("expected", "found"),
        [(one.what, one.found or "not found") for one in measure()],
    )
