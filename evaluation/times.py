"""Times against TimeML annotation, in the measures of TempEval-3.

A found expression counts for a marked one if it overlaps it (relaxed) or has the same span
(strict), one for one. Type and value are right where they are those of the marked one that it
overlaps, letter by letter; their F1 takes the right ones among all found and all marked, which is
the relaxed F1 times the accuracy, as the scorer of TempEval-3 has it.
"""

import random
import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.resources import files
from typing import Annotated, Any, Literal, TypeAlias

import typer

from evaluation.attribution import DAMAGE
from evaluation.corpora import Article
from evaluation.damage import damaged
from evaluation.heads import marker
from evaluation.matching import Count, Quotation
from evaluation.show import console, show_counts
from evaluation.splits import Split, SplitOption, part
from rashomon.analysis.mentions import Mention
from rashomon.analysis.times import TimeTable, build_times, find_times
from rashomon.model.document import Document
from rashomon.model.reading import Time
from rashomon.model.spans import Span

Marks: TypeAlias = Literal["none", "heads", "gold"]
"""What marks times beside the rules: nothing, the encoder's head, or the annotation itself; with
the annotation, what overlaps none of its spans does not count as found."""

MEASURES = ("strict", "relaxed", "type", "value")

_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s+(?=[A-Z\"“`(])|\n\s*\n|\n(?=[A-Z])")
_NO_VALUE = "XXXX-XX-XX"


@dataclass(frozen=True, slots=True)
class MarkedTime:
    """An expression as people marked it: its span, its type (in small letters), its value."""

    span: Span
    type: str
    value: str


@dataclass(frozen=True, slots=True)
class TimedText:
    """A document with all times that people marked in it."""

    corpus: str
    document: Document
    times: tuple[MarkedTime, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """A marked expression and the found one that counts for it; either may be missing."""

    text: TimedText
    marked: MarkedTime | None
    found: Time | None

    @property
    def fault(self) -> str | None:
        """What is wrong with it, ``None`` where nothing is."""
        if self.marked is None:
            return "spurious"
        if self.found is None:
            return "missed"
        if self.found.timex_value != self.marked.value:
            return "value"
        if self.found.type != self.marked.type:
            return "type"
        return "span" if self.found.span != self.marked.span else None


@dataclass(slots=True)
class Counts:
    """Counts of each measure."""

    of: dict[str, Count] = field(default_factory=lambda: {name: Count() for name in MEASURES})

    def add(self, pair: Pair) -> None:
        """Count one pair."""
        marked, found = pair.marked, pair.found
        right = dict.fromkeys(MEASURES, False)
        if marked and found:
            right = {
                "strict": marked.span == found.span,
                "relaxed": True,
                "type": marked.type == found.type,
                "value": marked.value == found.timex_value,
            }
        for name in MEASURES:
            self.of[name].add(right[name], marked is not None, found is not None)


def timed_texts(split: Split) -> list[TimedText]:
    """Return the documents of TempEval-3 (TimeBank, AQUAINT) and MEANTIME with their times.

    Raises:
        CorpusMissingError: a corpus is not there.
    """
    return [*_tempeval(split), *_meantime(split)]


def _tempeval(split: Split) -> Iterator[TimedText]:
    for row in part("time/tempeval3.train", split):
        times = (
            MarkedTime(Span(one["start"], one["end"]), one["type"].lower(), one["value"])
            for one in row["timex3"]
        )
        yield _timed(row["corpus"], row, row["dct"], times)


def _meantime(split: Split) -> Iterator[TimedText]:
    for row in part("time/meantime", split):
        times = (
            MarkedTime(
                Span(one["start"], one["end"]),
                one["attrs"]["type"].lower(),
                one["attrs"].get("value", ""),
            )
            for one in row["markables"]
            if one["tag"] == "TIMEX3" and "start" in one
            if one["attrs"].get("value") != _NO_VALUE
        )
        yield _timed("MEANTIME", row, row["date"], times)


def _timed(
    corpus: str, row: dict[str, Any], published: str | None, times: Iterator[MarkedTime]
) -> TimedText:
    document = Document(
        id=row["id"], text=row["text"], published=published[:10] if published else None
    )
    return TimedText(corpus, document, tuple(sorted(times, key=lambda one: one.span)))


def damaged_copy(text: TimedText) -> TimedText:
    """Return a copy in small letters and in words as a tokenizer leaves them."""
    document = text.document
    carried = tuple(Quotation((), (), (one.span,)) for one in text.times)
    article = Article(document.id, document.text, carried)
    copy = damaged(article, DAMAGE["lower-cased and tokenized"], random.Random(document.id))
    times = tuple(
        replace(one, span=quotation.content[0])
        for one, quotation in zip(text.times, copy.quotations, strict=True)
        if quotation.content
    )
    return TimedText(text.corpus, replace(document, text=copy.text), times)


def pairs(text: TimedText, marks: Marks) -> list[Pair]:
    """Return what is found and what should be, paired where they overlap, in text order."""
    found = list(_find(text, marks))
    paired = []
    for marked in text.times:
        match = next((one for one in found if one.span.overlaps(marked.span)), None)
        if match:
            found.remove(match)
        paired.append(Pair(text, marked, match))
    if marks != "gold":
        paired += [Pair(text, None, one) for one in found]
    return sorted(paired, key=_place)


def _place(pair: Pair) -> Span:
    one = pair.marked or pair.found
    return one.span if one else Span(0, 0)


def _find(text: TimedText, marks: Marks) -> tuple[Time, ...]:
    document = text.document
    marked: Sequence[Mention] = ()
    if marks == "heads":
        marked = marker()(document.text).get("time", ())
    elif marks == "gold":
        marked = [Mention(one.type, one.span, 1.0) for one in text.times]
    return find_times(document, _sentences(document.text), marked, (), _table())


@cache
def _table() -> TimeTable:
    return build_times(
        tomllib.loads(files("rashomon.tables").joinpath("times.toml").read_text("utf-8"))
    )


def _sentences(text: str) -> list[Span]:
    """Return the sentences of a text by its marks alone, so that no model is needed."""
    ends = [*(match.end() for match in _SENTENCE_END.finditer(text)), len(text)]
    return [Span(start, end) for start, end in zip([0, *ends[:-1]], ends, strict=True)]


def measure(texts: Iterable[TimedText], marks: Marks = "none") -> dict[str, Counts]:
    """Return the counts for each corpus, and for all."""
    counts = {"all": Counts()}
    for text in texts:
        for pair in pairs(text, marks):
            counts.setdefault(text.corpus, Counts()).add(pair)
            counts["all"].add(pair)
    return counts


def command(
    split: SplitOption = "dev",
    marks: Annotated[Marks, typer.Option(help="What marks times beside the rules.")] = "heads",
    damage: Annotated[bool, typer.Option(help="Lower-cased and tokenized copies.")] = False,
    errors: Annotated[bool, typer.Option(help="List what is wrong; not for reserved.")] = False,
) -> None:
    """Times: strict and relaxed spans, types, values."""
    texts = timed_texts(split)
    if damage:
        texts = [damaged_copy(one) for one in texts]
    for corpus, counts in measure(texts, marks).items():
        show_counts(f"Times, {corpus}, {split}", counts.of)
    if errors and split != "reserved":
        for pair in (pair for text in texts for pair in pairs(text, marks)):
            if pair.fault:
                console.print(_line(pair), markup=False, soft_wrap=True)


def _line(pair: Pair) -> str:
    """Return one fault: what was marked, what was found, and the words around."""
    document = pair.text.document
    at = _place(pair)
    marked, found = pair.marked, pair.found
    sides = (
        f"{marked.span.of(document.text)!r} {marked.type} {marked.value}" if marked else "-",
        f"{found.span.of(document.text)!r} {found.type} {found.timex_value}" if found else "-",
    )
    around = " ".join(document.text[max(0, at.start - 70) : at.end + 40].split())
    return f"{pair.fault}\t{' | '.join(sides)}\t{document.published}\t{around}"
