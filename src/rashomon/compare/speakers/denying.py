"""Claims that are named only to be denied: *dismissed reports that the dam had burst*."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from rashomon.model.reading import Attribution, Reading, Stance
from rashomon.model.spans import Span

_NOT_SO: frozenset[Stance] = frozenset(("denies", "doubts"))
_NOUN = (
    r"(?:accounts?|accusations?|allegations?|assertions?|assumptions?|charges?|claims?"
    r"|contentions?|hints?|ideas?|insinuations?|narratives?|notions?|reports?|rumou?rs?|speculation"
    r"|stor(?:y|ies)|suggestions?|suspicions?|talk|theor(?:y|ies)|versions?)"
)
"""Words that name a claim."""
_WORDS = (
    r"(?:[\"“‘']?(?!(?:and|but|if|or|that|when|where|which|who|why)\b)"
    r"[^\W_][\w'’-]*[\"”’]?\s+){0,8}[\"“‘']?"
)
"""What stands before them in a denial: whose claim it is, and of what sort."""
_NAMES = re.compile(rf"{_NOUN}(?:\s+of)?", re.I)
_BEFORE = re.compile(_WORDS, re.I)
_NAMED = re.compile(rf"{_WORDS}{_NOUN}[\"”’]?\s+(?=that\s+\S|of\s+[^\W_]+ing\b)", re.I)
_MOST = 120
_NONE: Mapping[str, Attribution] = MappingProxyType({})


def denied_claims(reading: Reading) -> Mapping[str, Attribution]:
    """Return the claims that a denial names and says again, by ``id``, with the denial.

    What *reports* say that somebody *dismissed* is what he denies. It is also the claim of whose it
    is, where that is said: *denied the harbour office's claim that two ferries sank*. Doubts as
    denials; not *denied that reports were kept*, which is of no claim.

    Args:
        reading: a document.
    """
    against = {one.id: one for one in reading.attributions if one.stance in _NOT_SO}
    if not against:
        return _NONE
    return {
        one.id: against[one.within]
        for one in reading.attributions
        if one.within in against and _is_named(one, against[one.within], reading.document.text)
    }


def behind_name(content: Span, text: str) -> Span:
    """Return what is denied without the name of a claim: of *reports that X* what X says."""
    named = _NAMED.match(text, content.start, min(content.end, content.start + _MOST))
    return Span(named.end(), content.end) if named else content


def _is_named(claim: Attribution, denial: Attribution, text: str) -> bool:
    """Return whether what is denied begins with the name of a claim, that goes on as the claim."""
    if len(claim.cue) != 1 or not claim.content or not _NAMES.fullmatch(claim.cue[0].of(text)):
        return False
    cue = claim.cue[0]
    start = next((one.start for one in denial.content if one.holds(cue)), None)
    if start is None or cue.start - start > _MOST or claim.content[0].start < cue.end:
        return False
    return bool(_BEFORE.fullmatch(text, start, cue.start))
