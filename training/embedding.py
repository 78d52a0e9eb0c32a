"""Attributions put inside others, to learn what sits inside what.

The corpus marks no attribution within the content of another. Here sentences that hold whole
attributions are put into somebody else's mouth: *Ann denied it.* becomes *“Ann denied it,” the
minister said.* The outer attribution is what the text then attributes; the marked ones are nested.
"""

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from evaluation.corpora import Article
from evaluation.matching import ROLES, Quotation
from rashomon.model.spans import Span, Spans

_SENTENCE = re.compile(r"[^\s].*?(?:[.!?][”\"’')]*(?=\s|$)|$)", re.MULTILINE)
_MOST_WORDS = 60
_MOST_SENTENCES = 4

_SOURCES = (
    "a former aide",
    "a lawyer for the family",
    "a report by the committee",
    "a resident",
    "a second official",
    "a spokesman for the ministry",
    "a witness",
    "an army statement",
    "critics",
    "he",
    "her brother",
    "Ms. Karel",
    "officials",
    "one analyst",
    "people close to the talks",
    "Prof. Anders Lind",
    "several diplomats",
    "she",
    "state television",
    "the agency",
    "the company",
    "the foreign ministry",
    "the governor",
    "the minister",
    "the newspaper",
    "the president",
    "the rebels",
    "they",
    "two officers",
)
_CUES = (
    *("said", "said", "said", "said", "says", "added", "claimed", "insisted", "wrote", "argued"),
    *("suggested", "noted", "explained", "complained", "declared", "has said", "had said"),
    *("also said", "believes", "acknowledged", "told reporters", "alleged", "warned", "recalled"),
)
_TIMES = ("", "", "", "", " on Monday", " late on Friday", " in an interview", " in a statement")
_LOWERED = frozenset(
    (
        "A",
        "After",
        "All",
        "Although",
        "An",
        "And",
        "As",
        "At",
        "Before",
        "But",
        "By",
        "Even",
        "For",
        "From",
        "Having",
        "He",
        "Her",
        "Here",
        "His",
        "If",
        "In",
        "It",
        "Its",
        "Most",
        "Not",
        "On",
        "One",
        "Our",
        "She",
        "Since",
        "So",
        "Some",
        "Still",
        "Such",
        "That",
        "The",
        "Their",
        "Then",
        "There",
        "These",
        "They",
        "This",
        "Those",
        "To",
        "We",
        "What",
        "When",
        "While",
        "With",
        "You",
        "Your",
    )
)
_ENDED = re.compile(r"[.?!,][’']?$")
_INNER_MARKS = str.maketrans('“”"', "‘’'")


@dataclass(frozen=True, slots=True)
class Embedded:
    """An article with sentences put into other mouths.

    Attributes:
        article: it, with the attributions that now stand by themselves.
        nested: those that now stand within the content of one of these.
    """

    article: Article
    nested: tuple[Quotation, ...]


def embed(article: Article, dice: random.Random) -> Embedded:
    """Return ``article`` with up to four of its sentences put into somebody else's mouth."""
    nested: list[Quotation] = []
    sentences = list(_candidates(article))
    chosen = dice.sample(sentences, min(len(sentences), dice.randint(1, _MOST_SENTENCES)))
    # from the last to the first, so that the places of those still to come hold
    for sentence in sorted(chosen, reverse=True):
        article, inner, shift = _put(article, sentence, dice)
        nested = [*inner, *(_shifted(one, shift) for one in nested)]
    return Embedded(article, tuple(nested))


def _candidates(article: Article) -> Iterator[Span]:
    """Yield the sentences that hold attributions, and none that reaches beyond them."""
    for match in _SENTENCE.finditer(article.text):
        sentence = Span(*match.span())
        if len(match[0].split()) > _MOST_WORDS or match[0].count("“") != match[0].count("”"):
            continue
        touching = [one for one in article.quotations if _touches(one, sentence)]
        if touching and all(_inside(one, sentence) for one in touching):
            yield sentence


def _put(
    article: Article, sentence: Span, dice: random.Random
) -> tuple[Article, list[Quotation], int]:
    """Return the article with a sentence in somebody's mouth, what is nested now, and the shift."""
    before, inner, after, outer = _wrapped(sentence.of(article.text), dice)
    start, end = sentence
    text = article.text[:start] + before + inner + after + article.text[end:]
    shift = len(before) + len(inner) + len(after) - (end - start)
    kept: list[Quotation] = []
    nested: list[Quotation] = []
    for one in article.quotations:
        if _touches(one, sentence):
            nested.append(_shifted(one, len(before)))
        else:
            kept.append(_shifted_from(one, end, shift))
    kept.append(_shifted(outer, start))
    kept.sort(key=lambda one: one.cue or one.content)
    return replace(article, text=text, quotations=tuple(kept)), nested, shift


def _wrapped(sentence: str, dice: random.Random) -> tuple[str, str, str, Quotation]:
    """Return what stands before a sentence, the sentence, what stands after, and who says it.

    The sentence keeps its length but for a final full stop.
    """
    source, cue, time = dice.choice(_SOURCES), dice.choice(_CUES), dice.choice(_TIMES)
    verb = cue.removesuffix(" reporters")
    inner = sentence.removesuffix(".")
    is_quoted = inner[:1] in '“"' or inner[-1:] in '”"'
    form = dice.choice(
        ("before", "after", "that", "plain") if not is_quoted else ("before", "after")
    )
    first, _, rest = inner.partition(" ")
    low = f"{first.lower()} {rest}" if first in _LOWERED else inner
    if form == "that":
        lead = f"{_capital(source)} {cue}{time} "
        return (
            lead + "that ",
            low,
            ".",
            _quotation(lead + f"that {low}", source, verb, 0, len(lead)),
        )
    if form == "plain":
        tail = f", {source} {cue}{time}."
        return "", inner, tail, _tail_quotation(inner, tail, source, verb, 0)
    words = inner.translate(_INNER_MARKS)
    stop = "" if _ENDED.search(words) else "."
    if form == "before":
        lead = f"{_capital(source)} {cue}{time}: "
        whole = f"{lead}“{words}{stop}”"
        return lead + "“", words, f"{stop}”", _quotation(whole, source, verb, 0, len(lead))
    mark = f"{stop}”".replace(".", ",")
    tail = f"{mark} {source} {cue}{time}."
    return "“", words, tail, _tail_quotation(f"“{words}", tail, source, verb, len(mark))


def _quotation(whole: str, source: str, cue: str, at: int, content: int) -> Quotation:
    """Return the attribution of a lead ("The minister said ...") whose content runs to the end."""
    cue_at = at + len(source) + 1
    return Quotation(
        source=(Span(at, at + len(source)),),
        cue=(Span(cue_at, cue_at + len(cue)),),
        content=(Span(content, len(whole)),),
    )


def _tail_quotation(inner: str, tail: str, source: str, cue: str, marks: int) -> Quotation:
    """Return the attribution of a tail (", the minister said."); ``marks`` of it are content."""
    source_at = len(inner) + tail.index(source)
    cue_at = source_at + len(source) + 1
    return Quotation(
        source=(Span(source_at, source_at + len(source)),),
        cue=(Span(cue_at, cue_at + len(cue)),),
        content=(Span(0, len(inner) + marks),),
    )


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _spans(one: Quotation) -> Sequence[Span]:
    return [span for role in ROLES for span in one.of(role)]


def _touches(one: Quotation, sentence: Span) -> bool:
    return any(span.overlaps(sentence) for span in _spans(one))


def _inside(one: Quotation, sentence: Span) -> bool:
    return bool(one.cue and one.content) and all(sentence.holds(span) for span in _spans(one))


def _shifted(one: Quotation, by: int) -> Quotation:
    return _shifted_from(one, 0, by)


def _shifted_from(one: Quotation, place: int, by: int) -> Quotation:
    """Return an attribution with its spans from ``place`` on moved by ``by`` characters."""

    def moved(spans: Spans) -> Spans:
        return tuple(
            Span(span.start + by, span.end + by) if span.start >= place else span for span in spans
        )

    return Quotation(moved(one.source), moved(one.cue), moved(one.content))
