"""Event coreference over documents on ECB+, for scale beside the literature.

What the package links is reports, not single mentions: *said* and *shot* of one report belong to
one incident. So chains are made in the plainest way that its groups allow: two event mentions are
one where their documents are about one incident and their words have one stem. The scores are those
of CoNLL-2012 (MUC, B-cubed, CEAF over entities), with chains of one mention, over all documents at
once.

The part that is measured is the corpus' own dev part as we have it, 196 documents, not the test
part of the literature. Documents of a subtopic are taken as one group where *given*.
"""

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from typing import Any

from evaluation.coreference import Scores
from evaluation.corpora import corpus, rows
from evaluation.incidents import linked, subjects
from evaluation.readings import readings
from evaluation.show import table
from rashomon.linking.incidents.terms import term
from rashomon.model.reading import Reading
from rashomon.model.spans import Span

ECB = "linking/ecbplus"

_ENDING = re.compile(r"(?:ing|ed|es|er|ion|ment|e)$")
_LEAST = 3
"""Letters that stay of a word."""

Found = Mapping[tuple[str, Span], str]
"""The words of event mentions, each by its document and where it stands."""


def stem(words: str) -> str:
    """Return what the first long word of a mention has in common with its other forms."""
    longest = next((one for one in words.split() if len(one) > _LEAST), words)
    folded = term(longest)
    cut = _ENDING.sub("", folded)
    return cut if len(cut) >= _LEAST else folded


def chains(mentions: Found, group_of: Mapping[str, Hashable]) -> list[frozenset[Hashable]]:
    """Return chains: mentions of one stem in the documents of one group."""
    found: dict[Hashable, set[Hashable]] = defaultdict(set)
    for (document, span), words in mentions.items():
        found[group_of[document], stem(words)].add((document, span))
    return [frozenset(one) for one in found.values()]


def measure() -> dict[str, Scores]:
    """Return the scores with mentions as marked and as found, with documents given and linked."""
    documents, read = _documents()
    marked: dict[str, set[Hashable]] = defaultdict(set)
    given: dict[tuple[str, Span], str] = {}
    for id_, row in documents.items():
        for one in row["mentions"]:
            if one["kind"] == "event":
                span = Span(one["start"], one["end"])
                marked[one["cluster"]].add((id_, span))
                given[id_, span] = one["text"]
    found = _found(read, given)
    topics = {id_: row["subtopic"] for id_, row in documents.items()}
    groups = subjects(documents, linked(read))
    measured = {}
    for name, mentions in (("marked mentions", given), ("found mentions", found)):
        for how, group_of in (("topics given", topics), ("documents linked", groups)):
            scores = Scores()
            scores.add([frozenset(one) for one in marked.values()], chains(mentions, group_of))
            measured[f"{name}, {how}"] = scores
    return measured


def _documents() -> tuple[dict[str, dict[str, Any]], dict[str, Reading]]:
    given = zip(rows(corpus(f"{ECB}.jsonl.gz")), readings(ECB), strict=True)
    kept = [(row, reading) for row, reading in given if row["split"] == "dev"]
    return (
        {row["id"]: row for row, _ in kept},
        {row["id"]: reading for row, reading in kept if reading},
    )


def _found(read: Mapping[str, Reading], given: Iterable[tuple[str, Span]]) -> Found:
    """Return the triggers of readings; what overlaps a marked mention stands where that does."""
    by_document: dict[str, list[Span]] = defaultdict(list)
    for id_, span in given:
        by_document[id_].append(span)
    found = {}
    for id_, reading in read.items():
        for event in reading.events:
            same = (one for one in by_document[id_] if one.overlaps(event.trigger))
            words = event.trigger.of(reading.document.text)
            found[id_, next(same, event.trigger)] = words
    return found


def command() -> None:
    """Event coreference over documents, ECB+, by the plainest way from groups of reports."""
    table(
        "Event coreference, ECB+ dev, F1 (published on its test part: 81.7; marked mentions 85.7)",
        ("", "MUC", "B-cubed", "CEAF", "CoNLL"),
        [
            (
                name,
                *(100 * one.f1 for one in (scores.muc, scores.b_cubed, scores.ceaf)),
                100 * scores.conll,
            )
            for name, scores in measure().items()
        ],
    )
