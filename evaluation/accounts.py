"""Answers to points, against records that were marked by reading (``accounts/gold``).

A record of a document is found where an answer of the same kind has words in common with it; its
value is right where the numbers are the same, of the same people; with the holder, where the
publisher is told from others, and others share a word of their names.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import typer

from evaluation.corpora import SHARED, rows
from evaluation.incidents import ACCOUNTS, Marked, linked, marked
from evaluation.readings import KEPT
from evaluation.show import table
from rashomon.compare.comparing import Comparer, compare, said_in
from rashomon.compare.speakers.told import Told
from rashomon.model.comparison import Answer, Comparison, Count
from rashomon.model.incidents import Incident, IncidentDocument
from rashomon.model.origins import Origins
from rashomon.model.reading import Reading
from rashomon.pipeline.resources import load_comparer

_GOLD = SHARED / "corpora" / "accounts" / "gold"
_KINDS = ("killed", "injured", "responsibility", "means", "target", "purpose", "occurrence")
_PUBLISHER = "publisher"
RIGHT = 3
"""The agreement of an answer with a record that has its words, its value and its holder."""
_CALLED = {
    "SOHR": "Syrian Observatory for Human Rights",
    "White Helmets": "White Helmets Syrian Civil Defence",
}
"""Short names in the records."""
_EVERYWHERE = frozenset(("the", "and", "led", "of"))
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Scored:
    """How many records were found.

    Attributes:
        marked: how many were marked.
        found: how many answers were given.
        span: records that an answer has words in common with.
        value: those whose value is right as well.
        holder: those whose holder is right as well.
    """

    marked: int
    found: int
    span: int
    value: int
    holder: int

    def f1(self, right: int) -> float:
        """Return F1 in percent for so many that are right."""
        both = self.marked + self.found
        return 200 * right / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Account:
    """A marked report with what it answers.

    Attributes:
        name: the ``id`` of the report in the corpus.
        incident: the ``id`` of its incident.
        reading: what was read in it.
        answers: what it answers, each answer of each holder once.
    """

    name: str
    incident: str
    reading: Reading
    answers: Sequence[Answer]


def accounts(kept: Path = KEPT) -> list[Account]:
    """Return the reports of contested incidents with their answers.

    Args:
        kept: the folder in which readings are kept.

    Raises:
        CorpusMissingError: the corpus is not there.
    """
    told = marked(ACCOUNTS, kept=kept)
    comparer = load_comparer(is_relating=False)
    about = subjects(told)
    made = []
    for id_, reading in told.readings.items():
        incident, mentions = about.get(id_, (None, None))
        events = frozenset(mentions.events if mentions else ())
        one = Told(reading, events, (), incident.type if incident else None)
        found = said_in(one, comparer).answers
        made.append(Account(id_.rpartition(":")[0], told.incidents[id_], reading, _first(found)))
    return made


def subjects(told: Marked) -> Mapping[str, tuple[Incident, IncidentDocument]]:
    """Return for each report the incident that it is found to be about."""
    return {
        one.document: (incident, one)
        for incident in linked(told.readings).incidents
        for one in incident.documents
        if one.role == "main"
    }


def compared(
    told: Marked, name: str, comparer: Comparer, only: Collection[str] | None = None
) -> Comparison:
    """Return the comparison of the reports that are marked as of one incident; of some of them."""
    about = subjects(told)
    of = {
        id_: told.readings[id_]
        for id_, one in told.incidents.items()
        if one == name and (only is None or id_.rpartition(":")[0] in only)
    }
    found = Counter(about[id_][0].id for id_ in of if id_ in about)
    incident = next(one for one, _ in about.values() if one.id == found.most_common(1)[0][0])
    documents = tuple(
        about[id_][1] if id_ in about else IncidentDocument(id_, "main", ()) for id_ in of
    )
    return compare(replace(incident, documents=documents), of, Origins((), ()), comparer)


def measure(given: Sequence[Account]) -> Mapping[str, Scored]:
    """Return by kind how the answers of reports agree with the records."""
    records = gold_records()
    totals: dict[str, Counter[str]] = defaultdict(Counter)
    for account in given:
        for kind in _KINDS if account.name in records else ():
            wanted = [one for one in records[account.name] if one["kind"] == kind]
            totals[kind].update(
                _score(wanted, [one for one in account.answers if one.kind == kind])
            )
    return {kind: Scored(**values) for kind, values in totals.items()}


def gold_records() -> Mapping[str, Sequence[Mapping[str, Any]]]:
    """Return the records of each report that was marked, by its ``id`` in the corpus."""
    records: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for path in sorted(_GOLD.glob("*.records.jsonl")):
        for row in rows(path):
            records[row["doc"]].append(row)
    return records


def contested() -> list[tuple[str, str, str | None, bool, bool | None]]:
    """Return the points of kinds that are marked: incident, kind, of whom, contested, found so.

    Those of the marked reports alone. Whether it is found contested is ``None`` where no such point
    was found; one that is found and not marked counts as agreed.
    """
    comparer, told = load_comparer(is_relating=False), marked(ACCOUNTS)
    marked_points = list(rows(_GOLD / "points.jsonl"))
    annotated = {row["doc"] for path in _GOLD.glob("*.records.jsonl") for row in rows(path)}
    found = {
        (name, point.kind, point.who): point.is_contested
        for name in {one["incident"] for one in marked_points}
        for point in compared(told, name, comparer, annotated).points
    }
    wanted = {
        (one["incident"], one["kind"], one.get("who")): one["contested"] for one in marked_points
    }
    kinds = {kind for _, kind, _ in wanted}
    keys = dict.fromkeys((*wanted, *(key for key in found if key[1] in kinds)))
    return [(*key, wanted.get(key, False), found.get(key)) for key in keys]


def _first(answers: Iterable[Answer]) -> list[Answer]:
    """Return the answers, of the same answer by the same holder the first."""
    found: dict[object, Answer] = {}
    for one in answers:
        found.setdefault((one.kind, one.who, one.value, one.voice.party, one.is_denied), one)
    return list(found.values())


def _score(wanted: Sequence[Mapping[str, Any]], given: Sequence[Answer]) -> dict[str, int]:
    """Match records and answers one to one, those that agree in most first."""
    agreeing = sorted(
        (
            (-agreement(record, answer), i, j)
            for i, record in enumerate(wanted)
            for j, answer in enumerate(given)
        )
    )
    matched: dict[int, int] = {}
    taken: set[int] = set()
    levels = []
    for level, i, j in agreeing:
        if level < 0 and i not in matched and j not in taken:
            matched[i] = j
            taken.add(j)
            levels.append(-level)
    return {
        "marked": len(wanted),
        "found": len(given),
        "span": len(levels),
        "value": sum(level >= 2 for level in levels),
        "holder": sum(level >= RIGHT for level in levels),
    }


def agreement(record: Mapping[str, Any], answer: Answer) -> int:
    """Return 0 for other words, 1 for the same, 2 with the value, 3 with the holder."""
    start, end = record["span"]
    if answer.span.end <= start or end <= answer.span.start:
        return 0
    if not _is_value(record, answer):
        return 1
    return 3 if _is_holder(record, answer) else 2


def _is_value(record: Mapping[str, Any], answer: Answer) -> bool:
    value = record["value"]
    if not isinstance(answer.value, Count):
        return isinstance(answer.value, str) and bool(_stems(str(value)) & _stems(answer.value))
    same = (value["min"], value["max"]) == (answer.value.min, answer.value.max)
    return same and value["who"].split(" (")[0] == answer.who


def _is_holder(record: Mapping[str, Any], answer: Answer) -> bool:
    is_own = answer.voice.attribution is None
    if (record["holder"] == _PUBLISHER) or is_own:
        return is_own and record["holder"] == _PUBLISHER
    holder = _CALLED.get(record["holder"], record["holder"])
    return bool(_words(holder) & _words(answer.voice.party)) or _short(holder, answer.voice.party)


def _stems(name: str) -> set[str]:
    return {one[:5] for one in _WORD.findall(name.casefold()) if len(one) > 2} - _EVERYWHERE


def _words(name: str) -> set[str]:
    return {one for one in _WORD.findall(name.casefold()) if len(one) > 3}


def _short(name: str, other: str) -> bool:
    """Return whether one name is the initials of the other."""
    for short, long in ((name, other), (other, name)):
        initials = "".join(one[0] for one in _WORD.findall(long) if one[0].isupper())
        if short.isupper() and short in initials:
            return True
    return False


def command() -> None:
    """Answers to points, and which are contested, against marked accounts."""
    given = accounts()
    table(
        "Answers to points",
        ("", "marked", "found", "span F1", "with value", "with holder"),
        [
            (
                kind,
                one.marked,
                one.found,
                *(one.f1(right) for right in (one.span, one.value, one.holder)),
            )
            for kind, one in measure(given).items()
        ],
    )
    points = contested()
    table(
        "Contested points",
        ("incident", "kind", "who", "marked", "found"),
        [
            (incident, kind, who or "", _said(is_marked), _said(is_found))
            for incident, kind, who, is_marked, is_found in points
            if is_marked or is_found
        ],
    )
    typer.echo(_right(points))


def _right(points: Iterable[tuple[str, str, str | None, bool, bool | None]]) -> str:
    counted = Counter((is_marked, bool(is_found)) for *_, is_marked, is_found in points)
    both, marked_ones = counted[True, True], counted[True, True] + counted[True, False]
    found = both + counted[False, True]
    total = sum(counted.values())
    return f"{both} of {marked_ones} contested points found; {found} of {total} called contested"


def _said(is_contested: bool | None) -> str:
    return "no such point" if is_contested is None else "contested" if is_contested else "agreed"
