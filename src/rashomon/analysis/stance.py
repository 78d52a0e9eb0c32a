"""What a source does with what it says, and how the writer presents it.

The cue's words decide, by the classes of ``reporting.toml``; then what stands around them:
negation ("did not confirm"), refusal ("declined to say"), an infinitive ("asked them to leave"),
a question, a performative in the content ("we call on all sides ..."), and the writer's adverbs
("falsely claimed").
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.analysis.lexicon import Lexicon, ReportingClass
from rashomon.model.reading import Framing, Stance
from rashomon.model.spans import Spans

_TOKEN = re.compile(r"n['’]t\b|\w+(?=n['’]t\b)|\w+(?:-\w+)*|[^\w\s]")
_CONTEXT_CHARACTERS = 60
_OPENING_CHARACTERS = 120
_OPENING_TOKENS = 8
_VERB_TOKENS = 3
_SENTENCE_END = re.compile(r"[.!?](?=[\s\"'”’)]|$)")


@dataclass(frozen=True, slots=True)
class Manner:
    """How something is said: the stance of the source and the framing of the writer."""

    stance: Stance
    framing: Framing


@dataclass(frozen=True, slots=True)
class _Match:
    kind: ReportingClass
    start: int
    end: int


def manner(text: str, cue: Spans, content: Spans, source: Spans, lexicon: Lexicon) -> Manner:
    """Return how the content of an attribution is said.

    Args:
        text: the document's text.
        cue: the words that attribute.
        content: what is said.
        source: who says it; words before the cue that belong to it are not read as part of it.
        lexicon: the reporting words.
    """
    before = _auxiliaries_before(text, cue, (*content, *source), lexicon)
    tokens = before + [token for span in cue for token in _tokens(span.of(text))]
    opening = _tokens(content[0].of(text)[:_OPENING_CHARACTERS])[:_OPENING_TOKENS]
    match = _find(tokens, lexicon)
    kind = match.kind if match else lexicon.default
    lead = tokens[: match.start] if match else tokens
    negated = _negates(text, source, lexicon) != _is_negated(lead, lexicon)
    if negated:
        stance = kind.negated
    elif cue[0].start < content[0].start:
        after = [*tokens[match.end :], *opening] if match else opening
        stance = kind.directive if _is_infinitive(after, opening, lexicon) else kind.stance
    else:
        stance = kind.stance
    if kind.stance == "asserts" and stance == "asserts":
        stance = _performed(opening, lexicon) or _asked(text, content) or stance
    return Manner(stance, _framing(kind, tokens, negated, lexicon))


def _tokens(words: str) -> list[str]:
    return [token.lower().replace("’", "'") for token in _TOKEN.findall(words)]


def _auxiliaries_before(text: str, cue: Spans, taken: Spans, lexicon: Lexicon) -> list[str]:
    """Return the negators and auxiliaries straight before the cue that no other span holds."""
    start = cue[0].start
    floor = max((span.end for span in taken if span.end <= start), default=0)
    near = _tokens(text[max(floor, start - _CONTEXT_CHARACTERS) : start])
    modifiers = lexicon.modifiers
    kept: list[str] = []
    for token in reversed(near):
        if token not in modifiers.auxiliaries and token not in modifiers.negators:
            break
        kept.append(token)
    return kept[::-1]


def _find(tokens: Sequence[str], lexicon: Lexicon) -> _Match | None:
    """Return the first reporting word or phrase; a phrase beats the word that it begins with."""
    for start, token in enumerate(tokens):
        for phrase in lexicon.phrases:
            end = _phrase_end(tokens, start, phrase.words, phrase.slack)
            if end is not None:
                return _Match(phrase.kind, start, end)
        if token in lexicon.words and not _is_passed_over(tokens, start, lexicon):
            said = _Match(lexicon.words[token], start, start + 1)
            return _object(tokens, said, lexicon) or said
    return None


def _object(tokens: Sequence[str], said: _Match, lexicon: Lexicon) -> _Match | None:
    """Return the noun that says more than its verb does: "issued a denial", "voiced doubts"."""
    if said.kind is not lexicon.default:
        return None
    for at in range(said.end, len(tokens)):
        if tokens[at] in (*lexicon.modifiers.clausal, "to") or not tokens[at].isalpha():
            return None
        kind = lexicon.words.get(tokens[at])
        if kind and kind.stance != said.kind.stance:
            return _Match(kind, at, at + 1)
    return None


def _is_passed_over(tokens: Sequence[str], at: int, lexicon: Lexicon) -> bool:
    """Return whether a later word says it: "declined to confirm", "without elaborating, said"."""
    if tokens[at] not in lexicon.modifiers.refusals and tokens[at - 1 : at] != ["without"]:
        return False
    return any(token in lexicon.words for token in tokens[at + 1 :])


def _phrase_end(
    tokens: Sequence[str], start: int, words: tuple[frozenset[str], ...], slack: int
) -> int | None:
    if tokens[start] not in words[0]:
        return None
    at = start + 1
    for word in words[1:]:
        reach = range(at, min(at + slack + 1, len(tokens)))
        found = next((i for i in reach if tokens[i] in word), None)
        if found is None:
            return None
        at = found + 1
    return at


def _negates(text: str, source: Spans, lexicon: Lexicon) -> bool:
    """Return whether a source negates what it is said to say: "few experts", not "No 10"."""
    named = _tokens(source[0].of(text)[:_OPENING_CHARACTERS]) if source else []
    if not named or named[0] not in lexicon.modifiers.negating_sources:
        return False
    return len(named) == 1 or named[1].isalpha()


def _is_negated(lead: Sequence[str], lexicon: Lexicon) -> bool:
    """Return whether the words before the verb negate it; "did not hesitate to" does not."""
    modifiers = lexicon.modifiers
    if any(_holds(lead, phrase) for phrase in modifiers.not_negating):
        return False
    # "without elaborating, said" negates the other verb
    negators = [
        token
        for at, token in enumerate(lead)
        if token in modifiers.negators and (token != "without" or at == len(lead) - 1)
    ]
    refuses = any(token in modifiers.refusals for token in lead)
    return bool(negators) != refuses


def _is_infinitive(after: Sequence[str], opening: Sequence[str], lexicon: Lexicon) -> bool:
    """Return whether what follows the verb is "(someone) to do", not a clause or a quotation."""
    modifiers = lexicon.modifiers
    for at, token in enumerate(after):
        if token == "to":
            following = after[at + 1] if at + 1 < len(after) else ""
            return following.isalpha() and following not in modifiers.nominal
        if token in modifiers.clausal or token in modifiers.question_words:
            return False
        if token == "of" and not at:  # "warned of plans to close"
            return False
        if not token.replace("-", "").isalnum() and token in opening:
            return False
    return False


def _performed(opening: Sequence[str], lexicon: Lexicon) -> Stance | None:
    """Return what a content does by being said: "we call on all sides", "it should be closed"."""
    modifiers = lexicon.modifiers
    for start, token in enumerate(opening):
        rest = opening[start + 1 :]
        if token in modifiers.obliging:
            excused = any(tuple(rest[: len(words)]) == words for words in modifiers.not_obliging)
            return None if excused else "demands"
        if token in modifiers.performers:
            while rest and rest[0] in modifiers.performing:
                rest = rest[1:]
            match = _find(rest[:_VERB_TOKENS], lexicon)
            if match and match.start == 0 and match.kind.stance != "asserts":
                return match.kind.stance
    return None


def _asked(text: str, content: Spans) -> Stance | None:
    """Return ``asks`` where the first sentence of the content is a question."""
    mark = _SENTENCE_END.search(content[0].of(text))
    return "asks" if mark and mark[0] == "?" else None


def _framing(
    kind: ReportingClass, tokens: Sequence[str], negated: bool, lexicon: Lexicon
) -> Framing:
    if any(_holds(tokens, words) for words in lexicon.modifiers.distancing):
        return "distancing"
    if any(_holds(tokens, words) for words in lexicon.modifiers.endorsing):
        return "endorsing"
    # "did not confirm" puts nobody behind it, "never claimed" nobody at a distance
    return "neutral" if negated else kind.framing


def _holds(tokens: Sequence[str], words: Sequence[str]) -> bool:
    width = len(words)
    return any(tuple(tokens[i : i + width]) == tuple(words) for i in range(len(tokens)))
