"""Denials with the claim that they deny: *Damascus denies the US claims*."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Any

from rashomon.compare.finding import NameFinder
from rashomon.compare.phrases import any_of
from rashomon.compare.speakers.denying import behind_name
from rashomon.compare.speakers.voices import Voices
from rashomon.model.comparison import Voice
from rashomon.model.reading import Attribution, Reading, Stance
from rashomon.model.spans import Span

_WORD = re.compile(r"[^\W\d_]{3,}")
_ENDING = re.compile(r"(?<=\w{3})(?:(\w)\1(?:ed|ing)|ed|ing|es|s)$")
_STEM = 6
_BACK = 12
"""How many claims back the one that is denied may stand."""
_FURTHEST = 200
"""The same of all claims, those too that are of the side of who denies."""
_NAMED, _ENOUGH = 2, 2
"""What it counts that the denial names who claims; how many words in common count."""
_LONGEST = 80
"""Characters of a denial that only names what it denies."""
_ASSERTED: frozenset[Stance] = frozenset(("asserts", "alleges"))


@dataclass(frozen=True, slots=True)
class DenialWords:
    """The words of ``questions.toml`` that name claims in denials.

    Attributes:
        claim: finds words that name a claim, or stand for all of one.
        charge: finds those that name one that holds somebody responsible.
        toll: finds those that name the number of a claim.
        empty: finds those that say nothing of what a claim is about.
    """

    claim: re.Pattern[str]
    charge: re.Pattern[str]
    toll: re.Pattern[str]
    empty: re.Pattern[str]


def build_denial_words(table: Mapping[str, Any]) -> DenialWords:
    """Return the words of the table ``questions.toml``."""
    words = table["denials"]
    named = any_of((*words["claims"], *words["charges"]), {})
    pronouns = any_of(words["pronouns"], {})
    empty = any_of((*words["empty"], *words["tolls"]), {})
    return DenialWords(
        claim=re.compile(rf"\b{named}s?\b|^{pronouns}$", re.I),
        charge=re.compile(rf"\b{any_of(words['charges'], {})}s?\b", re.I),
        toll=re.compile(rf"\b{any_of(words['tolls'], {})}\b", re.I),
        empty=re.compile(rf"\b{named}s?\b|\b{empty}\b", re.I),
    )


@dataclass(frozen=True, slots=True)
class Refutation:
    """A denial with the claim that it denies.

    Attributes:
        denial: the denial.
        claim: the claim.
        is_named: whether the denial only names the claim (*denied the report*), and does not say
            again what it denies (*denied that its jets had flown*).
    """

    denial: Attribution
    claim: Attribution
    is_named: bool


def refutations(reading: Reading, voices: Voices, words: DenialWords) -> Iterator[Refutation]:
    """Yield each denial that names a claim, or says it again, with the claim.

    Of the last claims before it that others make, it is the one that has most in common with the
    denial: who is named (*the US claims*), and what is (*reports of a gas attack*); or else the
    last. A charge is one that names who denies it. A claim that has nothing in common with a
    denial that says what it denies is not meant. One that is said again is the claim that has most
    words in common with the denial, two at least. Where the denial says whose claim it is and what
    that says (*denied the harbour office's claim that two ferries sank*), it is that claim.

    Args:
        reading: a document.
        voices: who says what in it.
        words: those that name claims.
    """
    claims: _Claims | None = None
    asserted: list[Attribution] = []
    said_again = voices.said_again
    for one in reading.attributions:
        if one.stance == "denies" and one.content:
            again = said_again.get(one.id)
            is_named = again is None and _names_a_claim(one, reading, words)
            claims = claims or _Claims(reading, voices, words)  # most documents have no denial
            claim = again if again and again.source else None
            claim = claim or (claims.denied_by if is_named else claims.repeated_by)(one, asserted)
            if claim:
                yield Refutation(one, claim, is_named)
        elif one.stance in _ASSERTED and one.content and one.source:
            asserted.append(one)


def _names_a_claim(denial: Attribution, reading: Reading, words: DenialWords) -> bool:
    denied, first = words_of(denial, reading), denial.content[0]
    says_again = behind_name(first, reading.document.text) != first
    return 0 < len(denied) <= _LONGEST and not says_again and bool(words.claim.search(denied))


def words_of(one: Attribution, reading: Reading) -> str:
    """Return what somebody says, in one line."""
    return " ".join(span.of(reading.document.text) for span in one.content).strip(" .,")


class _Claims:
    """The claims of a document, with what and whom each one names.

    Args:
        reading: the document.
        voices: who says what in it.
        words: those that name claims.
    """

    def __init__(self, reading: Reading, voices: Voices, words: DenialWords) -> None:
        self._reading = reading
        self._voices = voices
        self._words = words
        self._about: dict[str, frozenset[str]] = {}
        self._parties: dict[str, frozenset[str]] = {}

    def denied_by(self, denial: Attribution, asserted: Sequence[Attribution]) -> Attribution | None:
        """Return which of the claims before it a denial denies."""
        denier = self._voices.of(denial.content[0])
        named = self._named_in(denial)
        about = self._spoken_of(denial) - self._stems(" ".join(named))
        is_charge = bool(self._words.charge.search(words_of(denial, self._reading)))
        best: tuple[int, Attribution] | None = None
        for one, voice in islice(self._of_others(denier, asserted), _BACK):
            score = min(len(about & self._spoken_of(one)), _ENOUGH)
            score += _NAMED * (voice.party in named or voice.side in named)
            if is_charge:
                is_charged = {denier.party, denier.side} & self._named_in(one)
                score += _NAMED * bool(is_charged) + (one.stance == "alleges")
            if (score or not about) and (best is None or score > best[0]):
                best = score, one
        return best[1] if best else None

    def repeated_by(
        self, denial: Attribution, asserted: Sequence[Attribution]
    ) -> Attribution | None:
        """Return which of the claims before it a denial says again."""
        denier = self._voices.of(denial.content[0])
        about = self._spoken_of(denial)
        near = islice(self._of_others(denier, asserted), _BACK)
        shared = [(len(about & self._spoken_of(one)), one) for one, _ in near]
        most, claim = max(shared, key=lambda one: one[0], default=(0, None))
        return claim if most >= _ENOUGH else None

    def _of_others(
        self, denier: Voice, asserted: Sequence[Attribution]
    ) -> Iterator[tuple[Attribution, Voice]]:
        """Yield the claims of others than who denies, the last first."""
        for one in islice(reversed(asserted), _FURTHEST):
            voice = self._voices.of(one.content[0])
            if voice.party != denier.party and not (voice.side and voice.side == denier.side):
                yield one, voice

    def _spoken_of(self, one: Attribution) -> frozenset[str]:
        """Return what is spoken of in an attribution."""
        if one.id not in self._about:
            self._about[one.id] = self._stems(words_of(one, self._reading))
        return self._about[one.id]

    def _named_in(self, one: Attribution) -> frozenset[str]:
        """Return the parties named in an attribution, and sides."""
        if one.id not in self._parties:
            said, (finder, called) = words_of(one, self._reading), self._names
            spans = finder.within(said, Span(0, len(said)))
            named = (name for span in spans for name in called[span.of(said).lower()])
            self._parties[one.id] = frozenset(named)
        return self._parties[one.id]

    @cached_property
    def _names(self) -> tuple[NameFinder, Mapping[str, set[str]]]:
        """What finds parties, and the names and sides of who is called so."""
        called: dict[str, set[str]] = defaultdict(set)
        for party in self._reading.parties:
            meant = {one for one in (party.name, party.side) if one}
            for span in party.mentions:
                called[span.of(self._reading.document.text).lower()] |= meant
            called[party.name.lower()] |= meant
        return NameFinder(called), called

    def _stems(self, said: str) -> frozenset[str]:
        """Return what is spoken of, without the words that only name a claim."""
        found = _WORD.findall(self._words.empty.sub(" ", said).casefold())
        return frozenset(_ENDING.sub("", one)[:_STEM] for one in found)
