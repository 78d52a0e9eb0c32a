"""Texts with the spans that one head is taught and measured by, from every corpus that has such."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from evaluation.splits import Split, part
from rashomon.model.spans import Span
from rashomon.pipeline.resources import load_tables

Mark: TypeAlias = tuple[str, Span]
"""A label and where it stands."""


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A text with all spans that some heads should mark in it.

    Attributes:
        id: the corpus and the text's id there.
        text: the text.
        marks: for each head that the corpus marks completely, the spans, none overlapping.
    """

    id: str
    text: str
    marks: Mapping[str, tuple[Mark, ...]]


CONNECTORS = frozenset(
    (
        *("of", "for", "and", "the", "de", "la", "al", "el", "bin", "ibn", "von", "van", "du"),
        *("der", "den", "da", "di", "y", "&", "-", "s"),
    )
)
_PRONOUNS = frozenset(
    (
        *("i", "he", "she", "it", "we", "they", "you", "me", "him", "her", "us", "them", "my"),
        *("his", "its", "our", "their", "your", "who", "this", "that", "these", "those", "mine"),
        *("yours", "ours", "theirs", "there", "here", "what", "which", "one"),
    )
)
_LOWER_LEADS = re.compile(
    r"^(?:(?:the|a|an|this|that|these|those|his|her|its|our|their|former|then|late|mr|mrs|ms)\s+)+",
    re.IGNORECASE,
)
_LOWER_WORDS = re.compile(r"^(?:[a-z][\w-]*\s+)+(?=[A-Z])")
_WORD = re.compile(r"[^\W_]+(?:[-.][^\W_]+)*\.?|&")
_MOST_WORDS = 8
_ENDING = re.compile(r"\s*['’]s?$")
# what follows a head noun: "officials in ...", "forces loyal to ...", "the man , who ..."; names go
# on: "Ministry of Health", "Chamber of the People"
_AFTER_HEAD = re.compile(
    r"\s*(?:[,;:(\[]|\s-+\s|\b(?:who|whom|whose|which|that|and|or|in|at|on|from|by|with|to|for|near|"
    r"under|against|behind|among|including|such|as|of(?!\s+(?:the\s+)?[A-Z]))\b).*",
    re.DOTALL,
)
_MOST_WORDS_OF_ACTOR = 9
_OF = re.compile(r"\s+of\s")
_PARTING = re.compile(r"['’,;:()\"“”]")
_TABLES = load_tables().parties
_ADJECTIVES = _TABLES.nations.adjectives
_ROLES = _TABLES.sources.titles | _TABLES.actors.persons | _TABLES.sources.generic


def named(text: str) -> Span | None:
    """Return the part of a mention that is a name, or ``None`` where it is no name.

    A name is words with a capital, or numbers, joined by connectors (*of*, *for*, *al*); what
    stands before it (a determiner, a title in small letters) is not of it.
    """
    start = 0
    for lead in (_LOWER_LEADS, _LOWER_WORDS):
        match = lead.match(text, 0) if start == 0 else lead.match(text[start:])
        start += match.end() if match else 0
    ending = _ENDING.search(text)
    end = ending.start() if ending else len(text)
    words = _WORD.findall(text[start:end])
    if not words or len(words) > _MOST_WORDS or "," in text[start:end] or "(" in text[start:end]:
        return None
    if len(words) == 1 and words[0].lower() in _PRONOUNS:
        return None
    if not words[0][0].isupper() or not (words[-1][0].isupper() or words[-1][0].isdigit()):
        return None
    if any(word.islower() and word not in CONNECTORS for word in words):
        return None
    return Span(start, end)


def person(text: str) -> Span | None:
    """Return the part of a mention of a person that is the name, or ``None`` where there is none.

    It is the run of words with a capital in which the mention, up to its head, ends, after the last
    word for a role: "Ana Lund" of "the mayor Ana Lund", "Calder Police Chief Ana Lund".
    """
    head = actor(text)
    if head is None:
        return None
    office = _OF.search(text, 0, head.end)
    end = office.start() if office else head.end
    run: list[tuple[int, str]] = []
    for match in reversed(list(_WORD.finditer(text, 0, end))):
        word = match[0].rstrip(".")
        is_joined = not run or not _PARTING.search(text[match.end() : run[-1][0]])
        if not is_joined or not (word[0].isupper() or (run and word in CONNECTORS)):
            break
        if word.lower() in _ROLES:
            break
        run.append((match.start(), word))
    while run and run[-1][1].islower():
        run.pop()
    if not run or len(run) > _MOST_WORDS or run[0][1].lower() in _PRONOUNS:
        return None
    return Span(run[-1][0], end)


def actor(text: str) -> Span | None:
    """Return the part of a mention up to its head noun, or ``None`` for pronouns."""
    end = len(text)
    words = _WORD.search(text)
    after = _AFTER_HEAD.search(text, words.end()) if words else None
    if after:
        end = after.start()
    ending = _ENDING.search(text, 0, end)
    end = ending.start() if ending else end
    phrase = text[:end]
    count = len(phrase.split())
    if not count or count > _MOST_WORDS_OF_ACTOR or phrase.lower() in _PRONOUNS:
        return None
    return Span(0, len(phrase.rstrip()))


def texts(head: str, split: Split) -> list[MarkedText]:
    """Return the marked texts of all corpora that teach a head.

    Raises:
        CorpusMissingError: a corpus is not there.
    """
    return [one for source in _SOURCES[head] for one in source(split)]


def all_texts(split: Split) -> list[MarkedText]:
    """Return the marked texts of all heads; a corpus that teaches several stands there once.

    Raises:
        CorpusMissingError: a corpus is not there.
    """
    sources = dict.fromkeys(source for found in _SOURCES.values() for source in found)
    return [one for source in sources for one in source(split)]


def _without_overlaps(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """Return the marks in text order; of overlapping ones the longest."""
    kept: list[Mark] = []
    longest_first = sorted(set(marks), key=lambda mark: (mark[1].start - mark[1].end, mark))
    for label, span in longest_first:
        if not any(span.overlaps(other) for _, other in kept):
            kept.append((label, span))
    return tuple(sorted(kept, key=lambda mark: mark[1]))


def _actors(text: str, mentions: Iterable[tuple[str, int, int]]) -> tuple[Mark, ...]:
    """Return the phrases for people and organisations among mentions."""
    marks = []
    for label, start, end in mentions:
        phrase = actor(text[start:end])
        if phrase and label != "place":
            marks.append((label, Span(start + phrase.start, start + phrase.end)))
    return _without_overlaps(marks)


def _names(text: str, mentions: Iterable[tuple[str, int, int]]) -> tuple[Mark, ...]:
    """Return the names among mentions; a word that the text also writes small is none.

    Adjectives of countries are no names here, and governments no places.
    """
    small = frozenset(word for word in text.split() if word.islower())
    marks = []
    for label, start, end in mentions:
        name = person(text[start:end]) if label == "person" else named(text[start:end])
        if name is None:
            continue
        span = Span(start + name.start, start + name.end)
        words = tuple(span.of(text).lower().split())
        if span.of(text).lower() in small or words in _ADJECTIVES:
            continue
        marks.append(("organisation" if label == "place" and _is_body(words) else label, span))
    return _without_overlaps(marks)


def _is_body(words: tuple[str, ...]) -> bool:
    """Return whether the name of a place is rather that of a government or organisation."""
    kind = _TABLES.actors.kinds.get(words[-1])
    return kind in ("government", "international_body") or words in _TABLES.known


def _marked(name: str, row: Mapping[str, Any], **marks: tuple[Mark, ...]) -> MarkedText:
    return MarkedText(f"{name}:{row['id']}", row["text"], marks)


def _tempeval(split: Split) -> list[MarkedText]:
    return [
        _marked(
            "tempeval3",
            row,
            time=_without_overlaps(
                (one["type"].lower(), Span(one["start"], one["end"])) for one in row["timex3"]
            ),
            event=_without_overlaps(
                ("event", Span(one["start"], one["end"])) for one in row["events"]
            ),
        )
        for row in part("time/tempeval3.train", split)
    ]


_MEANTIME_LABELS = {"ORG": "organisation", "PER": "person", "LOC": "place"}


def _meantime(split: Split) -> list[MarkedText]:
    found = []
    for row in part("time/meantime", split):
        at: dict[str, list[dict[str, Any]]] = {}
        for one in row["markables"]:
            if "start" in one:
                at.setdefault(one["tag"], []).append(one)
        entities = [
            (_MEANTIME_LABELS[one["cluster"][:3]], one["start"], one["end"])
            for one in at.get("ENTITY_MENTION", ())
            if (one.get("cluster") or "")[:3] in _MEANTIME_LABELS
        ]
        text = row["text"]
        found.append(
            _marked(
                "meantime",
                row,
                entity=_names(text, entities),
                actor=_actors(text, entities),
                time=_without_overlaps(
                    (one["attrs"]["type"].lower(), Span(one["start"], one["end"]))
                    for one in at.get("TIMEX3", ())
                    if one["attrs"].get("value") != "XXXX-XX-XX"
                ),
                event=_without_overlaps(
                    ("event", Span(one["start"], one["end"])) for one in at.get("EVENT_MENTION", ())
                ),
            )
        )
    return found


def _toponyms(name: str) -> "Source":
    def read(split: Split) -> list[MarkedText]:
        return [
            _marked(
                name,
                row,
                toponym=_without_overlaps(
                    ("place", Span(one["start"], one["end"])) for one in row["toponyms"]
                ),
            )
            for row in part(f"place/{name}", split)
        ]

    return read


_GUM_LABELS = {"person": "person", "organization": "organisation", "place": "place"}
_RE3D_LABELS = {"Organisation": "organisation", "Person": "person", "Location": "place"}


def _entities(
    name: str, row: Mapping[str, Any], mentions: list[tuple[str, int, int]]
) -> MarkedText:
    text = row["text"]
    return _marked(name, row, entity=_names(text, mentions), actor=_actors(text, mentions))


def _gum(split: Split) -> list[MarkedText]:
    return [
        _entities(
            "gum",
            row,
            [
                (_GUM_LABELS[one["type"]], one["start"], one["end"])
                for one in row["mentions"]
                if one["type"] in _GUM_LABELS
            ],
        )
        for row in part("entity/gum", split)
    ]


def _re3d(split: Split) -> list[MarkedText]:
    return [
        _entities(
            "re3d",
            row,
            [
                (_RE3D_LABELS[one["type"]], one["start"], one["end"])
                for one in row["entities"]
                if one["type"] in _RE3D_LABELS and one["confidence"]
            ],
        )
        for row in part("entity/re3d.train", split)
    ]


def _ecbplus(split: Split) -> list[MarkedText]:
    return [
        _marked(
            "ecbplus",
            row,
            event=_without_overlaps(
                ("event", Span(one["start"], one["end"]))
                for one in row["mentions"]
                if one["kind"] == "event" and one["continuous"] in (True, None)
            ),
        )
        for row in part("linking/ecbplus", split)
    ]


Source: TypeAlias = Callable[[Split], list[MarkedText]]

_lgl = _toponyms("lgl")
_trnews = _toponyms("trnews")

_SOURCES: Mapping[str, tuple[Source, ...]] = {
    "entity": (_gum, _re3d, _meantime),
    "actor": (_gum, _re3d, _meantime),
    "toponym": (_lgl, _trnews),
    "time": (_tempeval, _meantime),
    "event": (_tempeval, _meantime, _ecbplus),
}
