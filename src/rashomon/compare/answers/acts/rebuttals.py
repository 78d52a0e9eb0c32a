"""Who did it by what is denied, by name or by arms: *denied that the jets had hit the mill*."""

import re
from collections.abc import Iterator
from functools import cached_property
from itertools import islice

from rashomon.compare.answers.acts.actors import Named
from rashomon.compare.answers.acts.blames import Blame, bounded
from rashomon.compare.answers.acts.words import ActWords
from rashomon.compare.phrases import in_small_letters
from rashomon.compare.speakers.denying import behind_name
from rashomon.compare.speakers.voices import Voices
from rashomon.model.reading import Attribution, Reading
from rashomon.model.spans import Span

_LEAD = re.compile(r"\W*(?:that\s+)?(?:(?:an?|any|(?:one\s+of\s+)?the)\s+)?", re.I)
"""What stands before who is denied to have done it."""
_DOING = re.compile(
    r"(?:\s+(?:[^\W_]+ly|also|ever|first|had|has|have|himself|itself|then|themselves|twice))*\s+$",
    re.I,
)
"""What stands between him and what he did."""
_BY = re.compile(r"\s+by\b", re.I)
_OWNED = re.compile(r"['’]s?(?=\s)")
_BEHIND = 100
_BEFORE = 60
"""Characters before arms in which stands whose they are."""
_MOST = 50
"""How many words for the same arms are looked at."""


class Rebuttals:
    """Finds of whom it is denied that he did it.

    Args:
        reading: a document.
        voices: who says what in it.
        named: where it names parties.
        words: the words of the table.
    """

    def __init__(self, reading: Reading, voices: Voices, named: Named, words: ActWords) -> None:
        self._text = reading.document.text
        self._voices = voices
        self._named = named
        self._words = words

    @cached_property
    def _low(self) -> str:
        return in_small_letters(self._text)

    def of(self, one: Attribution) -> Iterator[Blame]:
        """Yield who did it by what is denied, denied by who denies that.

        Where a denial says whose claim it is (*denied Halen's claim that*), those hold it.
        """
        is_denial = one.stance == "denies" or self._voices.denial_of(one) is not None
        said = behind_name(bounded(one.content[0]), self._text) if one.content else None
        name = self._doer(said) if is_denial and said else None
        for voice in self._voices.speaking(one) if name else ():
            yield Blame(name or "", voice.stance == "denies", (voice,), one.whole)

    def _doer(self, content: Span) -> str | None:
        """Return who does it by *that Estmark had shelled a port*, *that the cutter rammed it*."""
        lead = _LEAD.match(self._text, *content)
        start = lead.end() if lead else content.start
        end = min(content.end, start + _BEHIND)
        done = self._words.done.search(self._low, start, end)
        before = _DOING.search(self._text, start, done.start()) if done else None
        if done is None or before is None or _BY.match(self._text, done.end()):
            return None
        subject = Span(start, before.start())
        named = self._named.within(subject)
        if not named:
            is_deed = self._words.deeds.fullmatch(self._low, *subject)
            return None if is_deed else self._owner(subject)
        is_whole = named[0].span.start == start and self._are_arms(named[0].span.end, subject.end)
        return named[0].name if is_whole else None

    def _are_arms(self, start: int, end: int) -> bool:
        """Return whether words behind a name, if any, are for what is its own and acts."""
        rest = _OWNED.sub("", self._text[start:end])
        return not rest or bool(self._words.arms.fullmatch(rest))

    def _owner(self, arms: Span) -> str | None:
        """Return whose *the cutter* is, where words before, or else behind, say so."""
        words = arms.of(self._low)
        if not self._words.arms.fullmatch(f" {words}"):
            return None
        found = list(re.compile(rf"\b{re.escape(words)}\b").finditer(self._low))
        before = [one for one in reversed(found) if one.start() < arms.start]
        behind = [one for one in found if one.start() > arms.start]
        for one in islice((*before, *behind), _MOST):
            named = self._named.within(Span(max(0, one.start() - _BEFORE), one.end()))
            if named and self._are_arms(named[-1].span.end, one.end()):
                return named[-1].name
        return None
