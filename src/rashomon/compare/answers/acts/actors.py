"""Where a document names those who may have done it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rashomon.compare.answers.acts.words import ActWords
from rashomon.compare.finding import ProperNames
from rashomon.model.reading import Party, Reading
from rashomon.model.spans import Span

_PRONOUNS = frozenset(("he", "her", "his", "i", "it", "its", "she", "their", "they", "we", "who"))
_ACTING = ("government", "military", "armed_group", "organisation", "international_body")
"""Kinds of parties that attack, or are said to."""
_ARMED = ("government", "military", "armed_group")
_STATES = frozenset(("government", "military"))
_UNARMED = ("person", "organisation")
_NO_STATE = re.compile(
    r"\b(?:alliance|city|coalition|county|department|led|mayor|nato|police|province|sheriff\w*)\b",
    re.I,
)
"""Words of names of what is joint, or of a town's."""
_KNOWN = {
    word: re.compile(rf"\b{word}s?\b", re.I)
    for word in ("army", "coalition", "government", "police", "regime")
}
"""Words that name the only party whose name holds them."""
_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.I)
_NAME_BEFORE = re.compile(
    r"(?<=[^\W\d_]\s)((?!(?:The|A|An|\w+day)\b)[A-Z][\w-]+(?:\s[A-Z][\w-]+)?)\s$"
)
_BLANK = re.compile(r"\s+")
_STEM = re.compile(r"[A-Z][a-z]{3,}[aeiouy]")
_ENDINGS = ("an", "n", "ian", "ish", "ese", "i", "ean")
_LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class Actor:
    """One who may have done it, where a sentence names him.

    Attributes:
        name: what he is called; of governments and armies the side.
        span: where.
        is_place: whether the words may be those for a place: *Norvia*, not *Norvian*.
        has_arms: whether what it has may be meant to act: not a person's.
    """

    name: str
    span: Span
    is_place: bool = False
    has_arms: bool = True


class Named:
    """Where a document names parties and peoples, by any name that it uses for them.

    Args:
        reading: what was read in it.
        words: the words of the table.
    """

    def __init__(self, reading: Reading, words: ActWords) -> None:
        self._text = reading.document.text
        self._words = words
        # in a document without capital letters names have none
        self._is_small = self._text.islower()
        self._called: dict[str, str] = {}
        self._unarmed: set[str] = set()
        for one in reading.parties:
            self._add(one)
        self._called |= _adjectives(self._called)
        self._known = {
            word: self._whose(_ARTICLE.sub("", name))
            for word, name in _known_by(reading.parties).items()
        }
        people = words.people_small if self._is_small else words.people
        self._names = (ProperNames(self._called), people)
        self._folded = {one.casefold(): name for one, name in self._called.items()}

    def _add(self, party: Party) -> None:
        if party.kind not in (*_ACTING, "person"):
            return
        name = self._whose(_ARTICLE.sub("", name_of(party)))
        for words in (party.name, *(span.of(self._text) for span in party.mentions)):
            form = _ARTICLE.sub("", words)
            if (
                (form[:1].isupper() or self._is_small)
                and 1 < len(form) <= _LONGEST_NAME
                and form.casefold() not in _PRONOUNS
            ):
                self._called.setdefault(form, self._words.peoples.get(form, name))
                if party.kind in _UNARMED:
                    self._unarmed.add(form.casefold())

    def _whose(self, name: str) -> str:
        """Return whose arms or whose army a name is for: of *Norvian air force* the state."""
        people = next(self._words.people.within(name, Span(0, len(name))), None)
        if people and people.start == 0 and self._words.official.fullmatch(name, people.end):
            return self._words.peoples.get(people.of(name), name)
        return self._words.without_arms(name)

    def within(self, stretch: Span) -> list[Actor]:
        """Return those whom a stretch names, in order: by name, or by what they are."""
        found: list[Actor] = []
        others = self._words.others.finditer(self._text, *stretch)
        spans = [Span(*match.span()) for match in others]
        spans += (span for names in self._names for span in names.within(self._text, stretch))
        at = stretch.start
        for span in sorted(spans, key=lambda one: (one.start, -one.end)):
            if span.start >= at:
                found.append(self._actor(span))
                at = found[-1].span.end
        return found

    def _called_so(self, words: str) -> str | None:
        """Return who is called so in the document, or what people is."""
        folded = words.casefold()
        return self._folded.get(folded) or self._words.peoples_folded.get(folded)

    def _actor(self, span: Span) -> Actor:
        """Return who is named: of *Norvian rebels* they, of *the Norvian army* the state."""
        words = span.of(self._text)
        name = self._called_so(words)
        if name is None or words.casefold() in _KNOWN or self._words.others.fullmatch(words):
            return self._by_what_they_are(words, span)
        is_people = words.casefold() in self._words.peoples_folded
        if is_people and words not in self._called:
            blank = _BLANK.match(self._text, span.end)
            other = self._words.others.match(self._text, blank.end()) if blank else None
            if other:
                return Actor(f"{words} {other.group().lower()}", Span(span.start, other.end()))
            official = self._words.official.match(self._text, span.end)
            if official:
                return Actor(name, Span(span.start, official.end()))
        is_place = is_people and words.casefold() not in self._words.adjectives
        return Actor(name, span, is_place, words.casefold() not in self._unarmed)

    def _by_what_they_are(self, words: str, span: Span) -> Actor:
        """Return who is called by what they are, with a name before it: *Arvestan troops*."""
        before = _NAME_BEFORE.search(self._text, max(0, span.start - _LONGEST_NAME), span.start)
        if before is None:
            return Actor(self._meant(words.casefold()), span)
        whole = Span(before.start(1), span.end)
        known = self._called_so(before.group(1))
        return Actor(known or f"{before.group(1)} {words.casefold()}", whole)

    def _meant(self, words: str) -> str:
        """Return the only party that is called so as well: *the coalition*, *the regime*."""
        return self._known.get(words.removesuffix(" forces").removesuffix(" troops"), words)


def _adjectives(called: Mapping[str, str]) -> dict[str, str]:
    """Return for the adjectives of names of one word whom they mean: *Norvian* Norvia."""
    stems = {form[:-1]: name for form, name in called.items() if _STEM.fullmatch(form)}
    found: dict[str, str] = {}
    for form in called:
        cut = (form.removesuffix(one) for one in _ENDINGS if form.endswith(one))
        stem = next((one for one in cut if one in stems), None)
        if stem is not None and not _STEM.fullmatch(form):
            found[form] = stems[stem]
    return found


def _known_by(parties: Sequence[Party]) -> dict[str, str]:
    """Return for words for parties the name of the only one whose name holds them."""
    found: dict[str, str] = {}
    for word, pattern in _KNOWN.items():
        names = {
            name_of(one)
            for one in parties
            if one.kind in _ARMED and one.name.casefold() != word and pattern.search(one.name)
        }
        if len(names) == 1:
            found[word] = names.pop()
    return found


def name_of(party: Party) -> str:
    """Return what a party is called as one that acts: a government by its state."""
    is_state = party.kind in _STATES and not _NO_STATE.search(party.name)
    return party.side if party.side and is_state else party.name


def is_acting(party: Party) -> bool:
    """Return whether a party is of a kind that is taken to act where nothing else says so."""
    return party.kind in _ARMED
