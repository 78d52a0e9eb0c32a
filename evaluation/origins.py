"""Origins: copies and passages in pairs of real articles, labelled; in texts made for it; speed.

``copies/pairs.jsonl`` holds the labelled pairs: where the articles stand, the label, and for
passages the offsets in both. The guidelines are in ``docs/origins.md``.
"""

import hashlib
import json
import random
import resource
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import Annotated, Literal

import typer

from evaluation.copies.made import KINDS, Made, made
from evaluation.corpora import corpus, rows
from evaluation.matching import Count
from evaluation.readings import readings
from evaluation.show import show_counts, table
from rashomon.linking.origins import OriginTables, sketch, trace
from rashomon.model.document import Document, identity
from rashomon.model.origins import Derivation, Origins
from rashomon.model.reading import Reading
from rashomon.model.spans import Span
from rashomon.pipeline.resources import load_origin_tables

PAIRS = Path(__file__).parent / "copies" / "pairs.jsonl"

Part = Literal["dev", "reserved"]
Label = Literal["copy", "passage", "quotation", "background", "page", "independent"]
Degree = Literal["wholly", "partially", "not"]

DEGREES: dict[str, Degree] = {"copy": "wholly", "passage": "partially"}
"""METER's three classes; what is not named here is not derived."""

_VOCABULARY = 30_000

_LABELS: tuple[Label, ...] = (
    "copy",
    "passage",
    "quotation",
    "background",
    "page",
    "independent",
)

app = typer.Typer(no_args_is_help=True, help="Copies, passages, and the speed of finding them.")


@dataclass(frozen=True, slots=True)
class Labelled:
    """Two articles, what they share as an annotator sees it, and the passages in both."""

    corpus: str
    first: str
    second: str
    label: Label
    passages: tuple[tuple[Span, Span], ...]


@dataclass(frozen=True, slots=True)
class Found:
    """What the package finds in two articles: a label, and the passages in both."""

    label: Label
    passages: tuple[tuple[Span, Span], ...]


@dataclass(frozen=True, slots=True)
class Judged:
    """A labelled pair and what is found in it."""

    pair: Labelled
    found: Found


def labelled(part: Part) -> tuple[Labelled, ...]:
    """Return the labelled pairs of a part: half of them each, by a hash of the ids."""
    rows = [json.loads(line) for line in PAIRS.read_text("utf-8").splitlines()]
    pairs = [
        Labelled(
            row["corpus"],
            row["a"],
            row["b"],
            row["label"],
            tuple((Span(a, b), Span(c, d)) for a, b, c, d in row.get("passages", ())),
        )
        for row in rows
    ]
    return tuple(one for one in pairs if _is_dev(one) == (part == "dev"))


def _is_dev(pair: Labelled) -> bool:
    return hashlib.sha256(f"{pair.first} {pair.second}".encode()).digest()[-1] % 2 == 0


def judge(part: Part) -> Iterator[Judged]:
    """Yield the pairs of a part with what is found in them, each pair for itself."""
    tables = load_origin_tables()
    pairs = labelled(part)
    for name in sorted({one.corpus for one in pairs}):
        here = [one for one in pairs if one.corpus == name]
        wanted = {each for one in here for each in (one.first, one.second)}
        known = {
            one.document.external_id: one
            for one in readings(name)
            if one and one.document.external_id in wanted
        }
        for pair in here:
            if pair.first in known and pair.second in known:
                yield Judged(pair, find(known[pair.first], known[pair.second], tables))


def judge_in_case(part: Part) -> Iterator[Judged]:
    """Yield the pairs of a part with what is found where the whole corpus is one case."""
    tables = load_origin_tables()
    pairs = labelled(part)
    for name in sorted({one.corpus for one in pairs}):
        known = [one for one in readings(name) if one]
        ids = {one.document.external_id: one.document.id for one in known}
        sketches = [(one.document.id, sketch(one, tables)) for one in known]
        origins = trace(sketches, (), tables).origins
        for pair in pairs:
            if pair.corpus == name and pair.first in ids and pair.second in ids:
                label = _label_in(origins, ids[pair.first], ids[pair.second])
                yield Judged(pair, Found(label, ()))


def _label_in(origins: Origins, first: str, second: str) -> Label:
    """Return whether two documents of a case share an origin, as a whole or for a stretch."""
    wholes = [origins.of(document) for document in (first, second)]
    if wholes[0] == wholes[1]:
        return "copy"
    roots = [
        {one.root for one in origins.among([document]).derivations if one.kind == "passage"}
        for document in (first, second)
    ]
    shared = wholes[1] in roots[0] or wholes[0] in roots[1] or not roots[0].isdisjoint(roots[1])
    return "passage" if shared else "independent"


def find(first: Reading, second: Reading, tables: OriginTables) -> Found:
    """Return what the package finds in two articles."""
    sketches = {one.document.id: sketch(one, tables) for one in (first, second)}
    origins = trace(sketches.items(), (), tables).origins
    kinds = Counter(one.kind for one in origins.derivations)
    passages = tuple(_spans(one, first) for one in origins.derivations if one.kind == "passage")
    if len({origins.of(one) for one in sketches}) == 1:
        return Found("copy", passages)
    if passages:
        return Found("passage", passages)
    return Found("quotation" if kinds["statement"] else "independent", ())


def _spans(one: Derivation, first: Reading) -> tuple[Span, Span]:
    assert one.span
    assert one.parent_span
    both = (one.span, one.parent_span)
    return both if one.document == first.document.id else both[::-1]


def degree(label: Label) -> Degree:
    """Return METER's class of a label."""
    return DEGREES.get(label, "not")


@dataclass(frozen=True, slots=True)
class Figures:
    """How well copies and passages are found.

    Attributes:
        shared: pairs that share an origin, wholly or partially.
        degrees: pairs by METER's classes.
        words: characters of passages, in pairs that are labelled as sharing some.
        passages: passages found with an overlap of half of both together.
        confused: label and finding, and how often.
    """

    shared: Count
    degrees: dict[Degree, Count]
    words: Count
    passages: Count
    confused: Counter[tuple[Label, Label]]


def measure(judged: Sequence[Judged]) -> Figures:
    """Return the figures of some pairs; those that share standing background count for neither."""
    counted = [one for one in judged if one.pair.label != "background"]
    degrees: dict[Degree, Count] = {
        name: _count(
            (degree(one.pair.label) == name, degree(one.found.label) == name) for one in counted
        )
        for name in ("wholly", "partially", "not")
    }
    partial = [one for one in counted if one.pair.label == "passage"]
    return Figures(
        shared=_count(
            (degree(one.pair.label) != "not", degree(one.found.label) != "not") for one in counted
        ),
        degrees=degrees,
        words=_added(_overlap(one) for one in partial),
        passages=_added(_matched(one) for one in partial),
        confused=Counter((one.pair.label, one.found.label) for one in judged),
    )


def _count(pairs: Iterable[tuple[bool, bool]]) -> Count:
    seen = list(pairs)
    return Count(
        marked=sum(marked for marked, _ in seen),
        found=sum(found for _, found in seen),
        right=sum(marked and found for marked, found in seen),
    )


def _added(counts: Iterable[Count]) -> Count:
    seen = list(counts)
    return Count(
        marked=sum(one.marked for one in seen),
        found=sum(one.found for one in seen),
        right=sum(one.right for one in seen),
    )


def _overlap(one: Judged) -> Count:
    """Count the characters of passages in both articles."""
    total = Count(marked=0, found=0, right=0)
    for side in (0, 1):
        marked = {at for spans in one.pair.passages for at in range(*spans[side])}
        found = {at for spans in one.found.passages for at in range(*spans[side])}
        total = _added(
            (total, Count(marked=len(marked), found=len(found), right=len(marked & found)))
        )
    return total


def _matched(one: Judged) -> Count:
    """Count the passages that are found with an intersection of half of the union."""
    right = sum(
        any(_iou(wanted[0], got[0]) >= 0.5 for got in one.found.passages)
        for wanted in one.pair.passages
    )
    return Count(marked=len(one.pair.passages), found=len(one.found.passages), right=right)


def _iou(one: Span, other: Span) -> float:
    both = max(0, min(one.end, other.end) - max(one.start, other.start))
    return both / ((one.end - one.start) + (other.end - other.start) - both)


@app.command(name="copies")
def copies_command(
    part: Annotated[
        Part, typer.Option("--split", help="reserved: pairs that no choice was made on.")
    ] = "dev",
    in_case: Annotated[
        bool, typer.Option(help="With the whole corpus as one case, without passages' offsets.")
    ] = False,
    errors: Annotated[bool, typer.Option(help="List the pairs that are judged otherwise.")] = False,
) -> None:
    """Copies and passages in labelled pairs of articles."""
    judged = list(judge_in_case(part) if in_case else judge(part))
    figures = measure(judged)
    shares = {
        "share an origin": figures.shared,
        **{f"{name} derived": figures.degrees[name] for name in figures.degrees},
    }
    show_counts(f"{len(judged)} labelled pairs, {part}", shares)
    mean = sum(one.f1 for one in figures.degrees.values()) / len(figures.degrees)
    typer.echo(f"mean F1 of the three classes: {100 * mean:.1f}")
    if not in_case:
        spans = {"characters": figures.words, "passages": figures.passages}
        show_counts("Passages in pairs that share some", spans)
    table(
        "Labels",
        ("labelled", *_LABELS[:3], "independent"),
        [
            (label, *(figures.confused[label, found] for found in (*_LABELS[:3], "independent")))
            for label in _LABELS
        ],
    )
    if errors and part == "dev":
        for one in judged:
            if degree(one.pair.label) != degree(one.found.label):
                pair = one.pair
                where = f"{pair.corpus} {pair.first} {pair.second}"
                typer.echo(f"{where}: {pair.label}, found {one.found.label}")


@dataclass(frozen=True, slots=True)
class Traced:
    """How derivations of one kind are found.

    Attributes:
        made: how many there are.
        found: how many are found as what they are: wholes as copies, stretches as passages.
        shared: how many are found to share anything.
        overlap: the mean intersection of the stretches over their union, where one is found.
    """

    made: int
    found: int
    shared: int
    overlap: float


def generated(texts: Sequence[str], seed: int) -> dict[str, Traced]:
    """Return how derivations that are made of some articles are found."""
    tables = load_origin_tables()
    by_kind: dict[str, list[tuple[Found, bool, float]]] = {kind: [] for kind in KINDS}
    for one in made(texts, seed):
        by_kind[one.kind].append(_traced(one, tables))
    return {
        kind: Traced(
            made=len(seen),
            found=sum(is_right for _, is_right, _ in seen),
            shared=sum(degree(found.label) != "not" for found, _, _ in seen),
            overlap=_mean([overlap for _, is_right, overlap in seen if is_right]),
        )
        for kind, seen in by_kind.items()
    }


def _mean(numbers: Sequence[float]) -> float:
    return sum(numbers) / len(numbers) if numbers else 0.0


def _traced(one: Made, tables: OriginTables) -> tuple[Found, bool, float]:
    """Return what is found, whether it is right, and how well the stretch is met."""
    first = _bare(one.original, "The Brinn Herald", "2021-03-05")
    second = _bare(one.derived, "Tarn Courier", "2021-03-06")
    found = find(first, second, tables)
    if one.placed is None:
        return found, degree(found.label) == "not", 0.0
    if one.is_whole:
        return found, found.label == "copy", 1.0
    overlap = max((_iou(one.placed, placed) for _, placed in found.passages), default=0.0)
    return found, degree(found.label) != "not", overlap


def _bare(text: str, publisher: str, day: str) -> Reading:
    document = Document(
        identity(f"{publisher}\n{text}".encode()), text, publisher=publisher, published=day
    )
    return Reading(document, (), (), (), (), (), (), ())


@app.command(name="generated")
def generated_command(
    articles: Annotated[int, typer.Option(help="How many articles are derived from.")] = 300,
) -> None:
    """Derivations made of real articles: edited, cut, one paragraph in another article."""
    texts = [row["text"] for row in rows(corpus("news/allsides_conflict.jsonl.gz"))]
    chosen = sorted(texts, key=lambda text: hashlib.sha256(text.encode()).digest())[:articles]
    table(
        f"Derivations made of {articles} articles",
        ("", "made", "right %", "sharing anything %", "overlap"),
        [
            (
                kind,
                one.made,
                *(100 * count / max(1, one.made) for count in (one.found, one.shared)),
                f"{one.overlap:.3f}",
            )
            for kind, one in generated(chosen, articles).items()
        ],
    )


@app.command(name="speed")
def speed_command(
    documents: Annotated[int, typer.Option(help="How many documents are made.")] = 100_000,
    words: Annotated[int, typer.Option(help="Words of each.")] = 500,
) -> None:
    """Documents a second, bytes of a sketch, and tracing a large case with a tenth of copies."""
    tables = load_origin_tables()
    draw = random.Random(documents)
    weights = list(accumulate(1 / (rank + 2.7) for rank in range(_VOCABULARY)))  # Zipf's law
    texts: list[str] = []
    sketches: list[tuple[str, bytes]] = []
    started = time.process_time()
    for number in range(documents):
        text = _chance_text(texts, weights, words, draw)
        if number % 20 == 0:
            texts.append(text)
        one = _bare(text, f"Paper {number % 997}", f"2021-03-{number % 28 + 1:02}")
        sketches.append((one.document.id, sketch(one, tables)))
    sketched = time.process_time() - started
    started = time.process_time()
    traced = trace(sketches, (), tables)
    first = time.process_time() - started
    started = time.process_time()
    trace(sketches, traced.new_pairs, tables)
    again = time.process_time() - started
    table(
        f"{documents} documents of {words} words",
        ("", ""),
        [
            ("sketches a second", documents / sketched),
            ("bytes of a sketch", sum(len(data) for _, data in sketches) / documents),
            ("processor seconds to trace", first),
            ("pairs compared", len(traced.new_pairs)),
            ("processor seconds to trace again", again),
            ("memory of the process, MB", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3),
            ("origins", sum(bool(one.documents) for one in traced.origins.origins)),
        ],
    )


def _chance_text(
    texts: Sequence[str], weights: Sequence[float], words: int, draw: random.Random
) -> str:
    """Return words drawn by chance, as often as words are; one text in ten has some of another."""
    drawn = draw.choices(range(_VOCABULARY), cum_weights=weights, k=words)
    fresh = " ".join(f"w{rank}" for rank in drawn)
    if not texts or draw.random() >= 0.1:
        return fresh
    copied = draw.choice(texts)
    if draw.random() < 0.5:
        return copied[: len(copied) * 9 // 10]
    middle = len(copied) // 2
    return f"{fresh[: len(fresh) // 2]} {copied[middle : middle + 400]} {fresh[len(fresh) // 2 :]}"
