"""Pairs of sentences and headlines of news: what a report says, and what its headline makes of it.

A headline mostly follows from the sentence that it sums up (Burger and Ferro 2005). What is made:
the sentence of an article that shares most with its headline *entails* it; the headline of an
article on something else that shares much with the sentence is *neutral* to it, and so is the
headline to another sentence of its own article that shares little; a headline with another number
*contradicts* the sentence that gives the number.
"""

import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from evaluation.corpora import corpus, rows
from evaluation.related import ClaimPair
from evaluation.splits import incident_parts

NEWS, SHOOTINGS = "news/allsides_conflict", "linking/gun_violence.documents"
_MOST = 1600
"""Articles of a corpus, at most."""
_FIRST = 8
"""Sentences of an article that are looked at."""
_SUMS_UP, _LITTLE = 0.6, 0.35
"""The share of a headline's words in a sentence that it sums up; in one on other things."""
_SHORTEST, _LONGEST = 4, 25
_LONGEST_SENTENCE = 60
_WORD = re.compile(r"[^\W_]+")
_BETWEEN = re.compile(r"(?<=[.!?])[\"”’]?\s+(?=[A-Z“\"])|\n+")
_BEGINNING = 6000
_SITE = re.compile(r"\s+(?:[-|–—:]\s+[^-|–—]{2,60})$")
_NUMBER = re.compile(r"(?<![\w.,$-])([2-9]|[1-9]\d)(?![\w.,%-])")
_NUMBERED = 0.5
_STEM = 5
_COMMON = 40


@dataclass(frozen=True, slots=True)
class _Article:
    headline: str
    sentences: tuple[str, ...]
    about: str


def headline_pairs(dice: random.Random) -> list[ClaimPair]:
    """Return pairs of sentences and headlines; the same for the same dice.

    Raises:
        CorpusMissingError: a corpus is not there.
    """
    return [pair for name in (NEWS, SHOOTINGS) for pair in _pairs(_articles(name), name, dice)]


def _articles(name: str) -> list[_Article]:
    found = []
    for row in _rows(name):
        headline = _SITE.sub("", (row.get("title") or "").strip())
        if not _SHORTEST <= len(_WORD.findall(headline)) <= _LONGEST:
            continue
        sentences = [
            one
            for one in _sentences(row.get("text") or "")
            if headline.casefold()[:40] not in one.casefold()
        ]
        about = str(row.get("incident_id") or (row["date"] or row["id"])[:7])
        found.append(_Article(headline, tuple(sentences[:_FIRST]), about))
    return found


def _rows(name: str) -> Iterator[Mapping[str, Any]]:
    some = list(rows(corpus(f"{name}.jsonl.gz")))
    if name == SHOOTINGS:
        of = incident_parts()
        some = [row for row in some if of[row["incident_id"]] == "train"]
    random.Random(name).shuffle(some)
    yield from some[:_MOST]


def _sentences(text: str) -> Iterator[str]:
    for one in _BETWEEN.split(text[:_BEGINNING]):
        words = " ".join(one.split())
        if _SHORTEST <= len(_WORD.findall(words)) <= _LONGEST_SENTENCE:
            yield words


def _pairs(articles: Sequence[_Article], name: str, dice: random.Random) -> Iterator[ClaimPair]:
    stems = [_stems(one.headline) for one in articles]
    often = Counter(stem for one in stems for stem in one)
    holding: dict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(stems):
        for stem in one:
            holding[stem].append(number)
    for number, article in enumerate(articles):
        shares = [(_share(stems[number], sentence), sentence) for sentence in article.sentences]
        if not shares or max(shares)[0] < _SUMS_UP:
            continue
        _, summed = max(shares)
        yield ClaimPair(name, summed, article.headline, "entails")
        little = [sentence for share, sentence in shares if 0 < share <= _LITTLE]
        if little:
            yield ClaimPair(name, dice.choice(little), article.headline, "neutral")
        other = _other(summed, article, articles, stems, holding, often)
        if other:
            yield ClaimPair(name, summed, other, "neutral")
        if (changed := _other_number(article.headline, summed, dice)) and dice.random() < _NUMBERED:
            yield ClaimPair(name, summed, changed, "contradicts")


def _other(
    sentence: str,
    article: _Article,
    articles: Sequence[_Article],
    stems: Sequence[frozenset[str]],
    holding: Mapping[str, Sequence[int]],
    often: Mapping[str, int],
) -> str | None:
    """Return the headline on something else that shares most with a sentence, but not all."""
    words = _stems(sentence)
    shared = Counter(
        i for stem in sorted(words) if often.get(stem, 0) < _COMMON for i in holding.get(stem, ())
    )
    near = [
        (len(words & stems[i]) / len(stems[i]), articles[i].headline)
        for i, _ in shared.most_common(_COMMON)
        if articles[i].about != article.about
    ]
    fit = [one for one in near if one[0] <= _SUMS_UP]
    return max(fit)[1] if fit else None


def _other_number(headline: str, sentence: str, dice: random.Random) -> str | None:
    found = _NUMBER.search(headline)
    if not found or not re.search(rf"\b{found.group()}\b", sentence):
        return None
    number = int(found.group())
    other = dice.choice([one for one in range(2, 2 * number + 4) if one != number])
    return f"{headline[: found.start()]}{other}{headline[found.end() :]}"


def _share(headline: frozenset[str], sentence: str) -> float:
    return len(headline & _stems(sentence)) / len(headline) if headline else 0.0


def _stems(words: str) -> frozenset[str]:
    return frozenset(one[:_STEM] for one in _WORD.findall(words.casefold()) if len(one) > 2)
