"""Whose words a stretch of a document is."""

import re
from bisect import bisect_right
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from rashomon.compare.speakers.denying import denied_claims
from rashomon.compare.speakers.names import one_name_each
from rashomon.model.comparison import Voice
from rashomon.model.contents import Contents
from rashomon.model.document import Document
from rashomon.model.reading import Attribution, Party, PartyKind, Reading, Stance
from rashomon.model.rulings import Ruling
from rashomon.model.spans import Span

NO_ASSERTION: tuple[Stance, ...] = ("demands", "asks", "predicts")
"""Stances of who does not say that it is so, nor that it is not."""
UNNAMED: PartyKind = "unnamed"
"""The kind of who is not named, and what one is called of whom nothing is said."""
_KINDS = ("monitor", "international_body", "armed_group", "media")
"""Kinds of which a document that speaks of one in general words mostly means the one it names."""
_HUMAN = frozenset(("he", "i", "she"))
_THING = frozenset(("it",))
_RELATIVE = frozenset(("who", "which", "that"))
_ANY = frozenset(("they", "we", "what", "both"))
_PRONOUNS = _HUMAN | _THING | _ANY | _RELATIVE
_NOBODY = re.compile(r"(?:neither|nobody|none|no\s+(?!\d))\b", re.I)
"""What begins a source that is none: *no group*, *none of the factions*."""
_GAP = 2
"""Characters between a name and the pronoun that stands for it: a comma and a blank."""
_JOINED = re.compile(r"\s*,?\s+(?:and|as\s+well\s+as|along\s+with)\s+|\s*&\s*", re.I)
_JOINING = ("and", "as", "along", "&")
"""Letters of which some stand in whatever that finds: looking for them takes a fifth."""
_DETERMINED = re.compile(
    r"(?:an?|the|its|their|his|her|some|several|other|another|local|many|two|three)\s", re.I
)
_BOTH = re.compile(r"^both\s+", re.I)
_PEOPLE = re.compile(
    r"(?:ants|ees|ents|ers|esses|ials|icians|ics|ists|ysts|ives|ors|media|people|police)$"
)
_ARTICLES = ("a", "an", "another", "one", "the")
_BASED = re.compile(r"\b[^\W_]+-based\b")
_MONITOR = re.compile(r"\b(?:Observatory|Monitor|Rights|Watch)\b")
_NAME = re.compile(r"(?:[Tt]he\s+)?[A-Z][\w.-]+(?:\s+[A-Z][\w.-]+)?")
_WITHIN = re.compile(r"\b(?:by|from|in|including|into|of|on|that|which|who|with)\b")
_SEVERAL = 2
_LONGEST = 120
"""Characters of a name that may be of several who speak together."""


@dataclass(frozen=True, slots=True)
class _Speaker:
    """One who speaks: a name, what he is, whose side he is on."""

    name: str
    kind: PartyKind | None
    side: str | None


class Voices:
    """Who says what in a document.

    Args:
        reading: what was read in it.
        apart: the names that people keep apart.

    Attributes:
        apart: the same.
    """

    def __init__(self, reading: Reading, apart: Sequence[Ruling] = ()) -> None:
        self.apart = tuple(apart)
        self._reading = reading
        self._contents = Contents(reading.attributions)
        numbered = list(enumerate(reading.attributions))
        self._sources = sorted((span, i) for i, one in numbered for span in one.source)
        self._cues = sorted((span, i) for i, one in numbered for span in one.cue)
        self._parties = {one.id: one for one in reading.parties}
        self._called = one_name_each(((one.name, one.kind) for one in reading.parties), apart)
        self._named = {one.id: self._meant(one) for one in reading.parties if _is_taken_up(one)}
        self._by_words = self._words_of_parties()
        text = reading.document.text
        places = (one.span.of(text).casefold() for one in reading.places)
        self._known = frozenset((*self._by_words, *places))
        self._unsaid = frozenset(
            one.id for one in reading.attributions if one.source and _is_nobody(one.source[0], text)
        )
        self._denials = denied_claims(reading)
        self._speakers = self._resolved()

    def of(self, span: Span) -> Voice:
        """Return who says a stretch: the innermost source, or else the publisher.

        Where attributions stand within each other, what the inner source says is the inner
        source's: *officials said that witnesses had seen it* is the witnesses'. Of several who say
        it together the first.
        """
        return self.all_of(span)[0]

    def all_of(self, span: Span) -> tuple[Voice, ...]:
        """Return all who say a stretch together; the publisher where nobody is named."""
        attribution = self.attribution_of(span)
        return self.speaking(attribution) if attribution else (self.publisher,)

    def attribution_of(self, span: Span) -> Attribution | None:
        """Return the innermost attribution that a stretch is the content of."""
        holding = self._contents.holding(span)
        return self._reading.attributions[holding[0][1]] if holding else None

    def speaking(self, attribution: Attribution) -> tuple[Voice, ...]:
        """Return who speaks in an attribution: one, or several together.

        Who denies a claim by its name speaks in it too, behind those whose claim it is; alone where
        nobody's name stands with it: *dismissed reports that*.
        """
        denial = self._denials.get(attribution.id)
        if denial is None:
            return self._own(attribution)
        return (*(self._own(attribution) if attribution.source else ()), *self.speaking(denial))

    def _own(self, attribution: Attribution) -> tuple[Voice, ...]:
        # what nobody says is not said
        stance = "asks" if attribution.id in self._unsaid else attribution.stance
        return tuple(
            Voice(one.name, one.kind, one.side, stance, attribution.id)
            for one in self._speakers[attribution.id]
        )

    def denial_of(self, claim: Attribution) -> Attribution | None:
        """Return the denial that names a claim and says it again, or ``None``."""
        return self._denials.get(claim.id)

    @property
    def said_again(self) -> Mapping[str, Attribution]:
        """By the ``id`` of denials the claims that they name and say again."""
        claims = (one for one in self._reading.attributions if one.id in self._denials)
        return {self._denials[one.id].id: one for one in claims} if self._denials else {}

    def named_around(self, span: Span) -> tuple[Attribution, ...]:
        """Return the attributions whose source holds a stretch or is the last one before it."""
        at = bisect_right(self._sources, span.start, key=lambda one: one[0].start)
        near = self._sources[max(0, at - _SEVERAL) : at]
        return tuple(
            self._reading.attributions[number]
            for source, number in reversed(near)
            if source.holds(span) or source.end <= span.start
        )

    def cued_at(self, span: Span) -> tuple[Attribution, ...]:
        """Return the attributions whose cue stands in a stretch."""
        at = bisect_right(self._cues, span.start - 1, key=lambda one: one[0].start)
        near = self._cues[at : at + _SEVERAL]
        return tuple(self._reading.attributions[number] for cue, number in near if span.holds(cue))

    @property
    def publisher(self) -> Voice:
        """The document's own voice."""
        return publisher_of(self._reading.document)

    def _resolved(self) -> dict[str, tuple[_Speaker, ...]]:
        """Return who speaks in each attribution, those too that pronouns or nothing stand for.

        A pronoun that the reading puts to nobody is who last spoke and may be meant; where the
        words leave the source out, within what another says, it is that other: *officials said
        that the jet was believed to have hit*.
        """
        found: dict[str, tuple[_Speaker, ...]] = {}
        human: tuple[_Speaker, ...] = ()
        thing: tuple[_Speaker, ...] = ()
        last: tuple[_Speaker, ...] = ()
        text = self._reading.document.text
        for one in self._reading.attributions:
            words = " ".join(span.of(text) for span in one.source)
            pronoun = words.casefold()
            party = self._party_of(one, pronoun)
            if party and party.name.casefold() not in _PRONOUNS:
                found[one.id] = self._of_party(party, words)
            elif not words and one.within in found:
                found[one.id] = found[one.within]
            elif pronoun in _HUMAN and human:
                found[one.id] = human[:1]
            elif pronoun in _THING and thing:
                found[one.id] = thing[:1]
            elif pronoun in _ANY and last:
                found[one.id] = last
            else:
                is_named = words and pronoun not in _RELATIVE
                found[one.id] = (_Speaker(words if is_named else UNNAMED, UNNAMED, None),)
                continue
            last = found[one.id]
            if last[0].kind in ("person", UNNAMED):
                human = last
            if last[0].kind != "person":
                thing = last
        return found

    def _party_of(self, one: Attribution, words: str) -> Party | None:
        """Return the party that the source of an attribution is; of a relative pronoun the last.

        Args:
            one: the attribution.
            words: the words of its source, casefolded.
        """
        if one.id in self._unsaid:
            return None
        if words not in _RELATIVE or one.party:
            return self._parties.get(one.party or "")
        at = one.source[0].start
        before = self._reading.document.text[max(0, at - _GAP) : at]
        return self._ending.get(at - len(before) + len(before.rstrip(", ")))

    @cached_property
    def _ending(self) -> dict[int, Party]:
        """Where the names of parties end."""
        return {span.end: one for one in self._reading.parties for span in one.mentions}

    def _of_party(self, party: Party, words: str) -> tuple[_Speaker, ...]:
        pieces = _together(words, self._known) or _together(party.name, self._known)
        if not pieces:
            return (self._speaker(party),)
        return tuple(self._by_piece(one) for one in pieces)

    def _by_piece(self, words: str) -> _Speaker:
        party = self._by_words.get(words.casefold())
        if party is not None and not _JOINED.search(party.name):
            return self._speaker(party)
        return _Speaker(words, None if words[:1].isupper() else UNNAMED, None)

    def _speaker(self, party: Party) -> _Speaker:
        party = self._named.get(party.id, party)
        return _Speaker(self._called[party.name], party.kind, party.side)

    def _words_of_parties(self) -> dict[str, Party]:
        text = self._reading.document.text
        found: dict[str, Party] = {}
        for one in self._reading.parties:
            for words in (one.name, *(span.of(text) for span in one.mentions)):
                found.setdefault(words.casefold(), one)
        return found

    def _meant(self, party: Party) -> Party:
        """Return the party that one called by what it is means: the only one of its kind.

        *A monitoring group said* in a first sentence is who is named in the next ones.
        """
        others = {
            self._called[one.name]: one
            for one in self._reading.parties
            if _kind(one) == party.kind in _KINDS and not _is_unnamed(one)
        }
        return next(iter(others.values())) if len(others) == 1 else party


def publisher_of(document: Document) -> Voice:
    """Return a document's own voice."""
    name = document.publisher or document.path or document.id
    return Voice(name, "publisher", None, "asserts", None)


def _kind(party: Party) -> PartyKind | None:
    return "monitor" if party.kind is None and _MONITOR.search(party.name) else party.kind


def _is_unnamed(party: Party) -> bool:
    """Return whether a party is called by what it is: *a monitoring group*, *rights groups*."""
    name = party.name
    words = (_BASED.sub("", name) if "-based" in name else name).split()
    return all(one.islower() or one.casefold() in _ARTICLES for one in words)


def _is_taken_up(party: Party) -> bool:
    """Return whether a party may be one named elsewhere: *the monitor*, not *state media*."""
    return _is_unnamed(party) and party.name.partition(" ")[0].casefold() in _ARTICLES


def _together(words: str, known: Container[str]) -> tuple[str, ...]:
    """Return the names of several who speak together; nothing where it is one name.

    *And* joins two where what follows it has an article, says what people are or is known for
    itself: *the Observatory and a witness*, not *Ministry of Defence and Aviation*.
    """
    if len(words) > _LONGEST or not any(one in words.casefold() for one in _JOINING):
        return ()
    parts = [one for one in _JOINED.split(_BOTH.sub("", words)) if one]
    if len(parts) < _SEVERAL:
        return ()
    first, *others = parts
    listed = first.split(", ")
    pieces = (*listed, *others)
    if not _is_whole(first, listed, known):
        return ()
    is_known = any(_plain(one) in known for one in pieces)
    if all(_is_one(one, known) or (is_known and _NAME.fullmatch(one)) for one in pieces[1:]):
        # "rights and aid groups": what is joined is what they do
        is_first = listed[0][:1].isupper() or _is_one(listed[0], known)
        return pieces if is_first else ()
    return ()


def _is_whole(first: str, listed: Sequence[str], known: Container[str]) -> bool:
    """Return whether *and* stands behind a whole name: not behind *reports from Norvia*."""
    if len(listed) > 1:
        return all(_plain(one) in known or _NAME.fullmatch(one) for one in listed)
    return _plain(first) in known or not _WITHIN.search(first)


def _plain(words: str) -> str:
    return words.casefold().removeprefix("the ")


def _is_one(words: str, known: Container[str]) -> bool:
    return (
        _plain(words) in known
        or words.casefold() in known
        or bool(_DETERMINED.match(words))
        or bool(words[:1].islower() and _PEOPLE.search(words))
    )


def _is_nobody(source: Span, text: str) -> bool:
    return text[source.start : source.start + 1] in ("N", "n") and bool(
        _NOBODY.match(text, *source)
    )
