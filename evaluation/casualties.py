"""How many were killed and injured, against a registry and against marked accounts.

The sentences are those of the shipped encoder, which is what takes the time.

*Registry.* What a report of a shooting gives as its total is held against the number that the Gun
Violence Archive has for the incident. It is *right* where the fewest that it allows is that number
("at least 3" is, for 3), and *allowed* where that number lies in its range. The registry counts a
shooter among the killed and injured, and knows of those who died later than the report was
written, so that no reading reaches 100 %.

*Accounts.* Counts that were marked in reports on contested incidents, by the guidelines beside
them: a found count is right where it has the kind and the range of a marked one that it overlaps,
one for one. Only what overlaps a marked count of its kind is looked at, since the guidelines leave
out repetitions and other events. Where they set no lower bound ("many", "up to 100"), none is
compared.
"""

import time
import tomllib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Annotated, Any, TypeAlias

import numpy as np
import typer

from evaluation.corpora import corpus, rows
from evaluation.matching import Count
from evaluation.show import console, show_counts, table
from evaluation.splits import Split, SplitOption, part
from rashomon.analysis.casualties import (
    CasualtyTable,
    Harm,
    build_casualties,
    find_harms,
    total,
)
from rashomon.analysis.casualties.totals import Range
from rashomon.analysis.heads import find_mentions
from rashomon.analysis.mentions import Mention
from rashomon.analysis.sentences import find_sentences
from rashomon.analysis.windows import sections
from rashomon.analysis.words import find_words
from rashomon.model.reading import Casualties, CasualtyKind
from rashomon.model.spans import Span
from rashomon.pipeline.resources import load_encoder, load_parameters, load_tokenizer

KINDS: tuple[CasualtyKind, ...] = ("killed", "injured")
ACCOUNTS = ("hass_school_2016-10-26", "manbij_city_2016-07-18", "rashidin_bus_2017-04-15")

_ACTOR = "actor"
_LEAD = 2
"""Sentences of the lead, for the floor."""
_ARTICLE = 700
"""Words of an article, for the speed."""


@dataclass(frozen=True, slots=True)
class Report:
    """A text that tells of one incident, with what is found in it and what the registry has.

    Attributes:
        title: its headline, which the text does not hold.
        text: the text.
        sentences: its sentences.
        harms: what it says of people harmed.
        counted: the registry's number of each kind.
    """

    title: str
    text: str
    sentences: Sequence[Span]
    harms: Sequence[Harm]
    counted: Mapping[CasualtyKind, int]


@cache
def casualty_table() -> CasualtyTable:
    """Return the words of casualties."""
    text = files("rashomon.tables").joinpath("casualties.toml").read_text("utf-8")
    return build_casualties(tomllib.loads(text))


@cache
def _reader() -> Callable[[str], tuple[Sequence[Span], Sequence[Mention]]]:
    """Return what gives the sentences of a text, and the actors that the encoder marks in it."""
    encoder, tokenizer, parameters = load_encoder(threads=1), load_tokenizer(), load_parameters()

    def read(text: str) -> tuple[Sequence[Span], Sequence[Mention]]:
        words = find_words(text, tokenizer)
        begins, actors = [np.zeros(0, np.float32)], list[Mention]()
        for start, end in sections(text, words):
            [heads] = encoder.encode(
                text, [(words, start, end)], size=parameters.size, context=parameters.context
            )
            begins.append(heads["sentence"][:, 0])
            if _ACTOR in heads:
                actors += find_mentions(heads[_ACTOR], words, start, _ACTOR)
        return find_sentences(text, np.concatenate(begins), words), actors

    return read


def reports(split: Split) -> list[Report]:
    """Return the reports of the gun violence corpus that belong to a split.

    Raises:
        CorpusMissingError: the corpus is not there.
    """
    incidents = {
        row["incident_id"]: row for row in rows(corpus("linking/gun_violence.incidents.jsonl.gz"))
    }
    return [
        _report(row, incidents[row["incident_id"]])
        for row in _unseen(split)
        if row["text"] and row["incident_id"] in incidents
    ]


def _unseen(split: Split) -> list[dict[str, Any]]:
    """Return the rows of a split, less those of incidents that were looked at for another one.

    The words were written down from the train part, and corrected on dev.
    """
    before: Mapping[Split, tuple[Split, ...]] = {"dev": ("train",), "reserved": ("train", "dev")}
    name = "linking/gun_violence.documents"
    seen = {row["incident_id"] for one in before.get(split, ()) for row in part(name, one)}
    return [row for row in part(name, split) if row["incident_id"] not in seen]


def _report(row: Mapping[str, Any], incident: Mapping[str, Any]) -> Report:
    sentences, actors = _reader()(row["text"])
    harms = find_harms(row["text"], sentences, actors, casualty_table())
    counted = {kind: incident[kind] for kind in KINDS}
    return Report(row["title"] or "", row["text"], sentences, harms, counted)


Guess: TypeAlias = Callable[[Report, CasualtyKind], Range | None]
"""What a report is taken to give as its total of a kind."""


def by_text(report: Report, kind: CasualtyKind) -> Range | None:
    """Return the total of the text."""
    return total(report.harms, kind)


def by_title(report: Report, kind: CasualtyKind) -> Range | None:
    """Return the number in the title, or else the total of the text."""
    whole = (Span(0, len(report.title)),)
    harms = find_harms(report.title, whole, (), casualty_table())
    numbers = [one for one in harms if one.sort == "number" and one.fate == "told"]
    return total(numbers, kind) or by_text(report, kind)


def largest_in_lead(report: Report, _: CasualtyKind) -> Range | None:
    """Return the largest number in the first sentences, whatever it counts: a floor."""
    numerals = casualty_table().people.marks.counts.numerals.small
    lead = " ".join(sentence.of(report.text) for sentence in report.sentences[:_LEAD])
    words = lead.lower().split()
    numbers = [numerals[word] for word in words if word in numerals]
    numbers += [int(word) for word in words if _is_digits(word)]
    return (max(numbers), max(numbers)) if numbers else None


def _is_digits(word: str) -> bool:
    return word.isdecimal() and len(word) < len("1000")


@dataclass(frozen=True, slots=True)
class Registered:
    """How totals compare with the registry's numbers.

    Attributes:
        documents: how many documents there are.
        given: how many give a total.
        right: of how many of these it is right.
        allowed: of how many it allows the registry's number.
        off: how far it is off, added up.
        right_of_all: how many are right where no total stands for nobody.
    """

    documents: int
    given: int
    right: int
    allowed: int
    off: int
    right_of_all: int


def registered(found: Sequence[Report], kind: CasualtyKind, guess: Guess) -> Registered:
    """Return how the totals of some reports compare with the registry's."""
    pairs = [(guess(one, kind), one.counted[kind]) for one in found]
    given = [(total, number) for total, number in pairs if total is not None]
    return Registered(
        documents=len(pairs),
        given=len(given),
        right=sum(total[0] == number for total, number in given),
        allowed=sum(_allows(total, number) for total, number in given),
        off=sum(abs(total[0] - number) for total, number in given),
        right_of_all=sum((total[0] if total else 0) == number for total, number in pairs),
    )


def _allows(range_: Range, number: int) -> bool:
    return range_[0] <= number and (range_[1] is None or number <= range_[1])


def _guesses(found: Sequence[Report], kind: CasualtyKind) -> Mapping[str, Guess]:
    """Return the totals to compare, and their floors, by what they are called."""
    [(frequent, _)] = Counter(one.counted[kind] for one in found).most_common(1)
    return {
        "the text": by_text,
        "the title, else the text": by_title,
        f"always {frequent}, the most frequent": lambda *_: (frequent, frequent),
        "always 1": lambda *_: (1, 1),
        "the largest number in the lead": largest_in_lead,
    }


def show_registry(split: Split, found: Sequence[Report]) -> None:
    """Print the totals of reports beside the floors."""
    measured = [
        (f"{kind}: {name}", registered(found, kind, guess))
        for kind in KINDS
        for name, guess in _guesses(found, kind).items()
    ]
    table(
        f"Totals against the registry, {len(found)} reports, {split}",
        ("", "given %", "right %", "allowed %", "off by", "right of all %"),
        [
            (
                name,
                100 * one.given / one.documents,
                100 * one.right / one.given,
                100 * one.allowed / one.given,
                f"{one.off / one.given:.2f}",
                100 * one.right_of_all / one.documents,
            )
            for name, one in measured
        ],
    )


def accounts() -> dict[str, Count]:
    """Return how many marked counts are found, by their range and by who the people are as well.

    Raises:
        CorpusMissingError: the corpus is not there.
    """
    texts = {row["id"]: row["text"] for row in rows(corpus("accounts/documents.jsonl.gz"))}
    counts = {"range": Count(), "range and who": Count()}
    marked: dict[str, list[dict[str, Any]]] = {}
    for name in ACCOUNTS:
        for row in rows(corpus(f"accounts/gold/{name}.records.jsonl")):
            if row["kind"] in KINDS:
                marked.setdefault(row["doc"], []).append(row)
    for name, records in marked.items():
        sentences, actors = _reader()(texts[name])
        harms = find_harms(texts[name], sentences, actors, casualty_table())
        found = [one.casualties for one in harms if not one.is_hypothetical]
        for measure, is_same in (("range", _same_range), ("range and who", _same)):
            counts[measure].add(*_matched(records, found, is_same))
    return counts


def _matched(
    records: Sequence[Mapping[str, Any]],
    found: Iterable[Casualties],
    is_same: Callable[[Mapping[str, Any], Casualties], bool],
) -> tuple[int, int, int]:
    """Return how many are right, marked, and found at marked ones."""
    near = [one for one in found if any(_overlap(record, one) for record in records)]
    left = list(near)
    right = 0
    for record in records:
        fitting = [one for one in left if _overlap(record, one) and is_same(record, one)]
        if fitting:
            left.remove(fitting[0])
            right += 1
    return right, len(records), len(near)


def _overlap(record: Mapping[str, Any], found: Casualties) -> bool:
    return record["kind"] == found.kind and Span(*record["span"]).overlaps(found.span)


def _same_range(record: Mapping[str, Any], found: Casualties) -> bool:
    fewest, most = record["value"]["min"], record["value"]["max"]
    return fewest in (None, found.min) and bool(most == found.max)


def _same(record: Mapping[str, Any], found: Casualties) -> bool:
    who = record["value"]["who"].partition(" (")[0]
    return _same_range(record, found) and who == (found.who or "total")


def speed(found: Sequence[Report]) -> float:
    """Return the milliseconds of processor time that an article of 700 words takes."""
    start = time.process_time()
    for one in found:
        find_harms(one.text, one.sentences, (), casualty_table())
    used = time.process_time() - start
    words = sum(len(one.text.split()) for one in found)
    return 1000 * used / words * _ARTICLE


def wrong(found: Sequence[Report]) -> Iterator[tuple[CasualtyKind, Report, Range]]:
    """Yield the totals that are not the registry's, to be read."""
    for kind in KINDS:
        for one in found:
            given = by_text(one, kind)
            if given is not None and given[0] != one.counted[kind]:
                yield kind, one, given


def command(
    split: SplitOption = "dev",
    errors: Annotated[int, typer.Option(help="How many wrong totals to print.")] = 0,
) -> None:
    """Casualties against the gun violence registry and the marked accounts."""
    found = reports(split)
    show_registry(split, found)
    show_counts("Counts in accounts of contested incidents", accounts())
    console.print(f"{speed(found):.1f} ms for 700 words of the reports")
    shown = 0 if split == "reserved" else errors
    for kind, one, given in list(wrong(found))[:shown]:
        console.print(f"{kind}: {given} for {one.counted[kind]}: {one.title}")
