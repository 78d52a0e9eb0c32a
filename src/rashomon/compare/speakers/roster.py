"""Who speaks and acts in all documents of an incident: one name and one side each."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from rashomon.compare.speakers.names import DecidedNames, named
from rashomon.compare.speakers.ruled import Called
from rashomon.model.comparison import Answer, Voice
from rashomon.model.reading import PartyKind, Reading
from rashomon.model.rulings import Ruling

_WORD = re.compile(r"[^\W_]+(?:['’.][^\W_]+)*\.?")
_WORDS = 4
"""Words of a name, at most, that is looked for in an answer."""
_POWERS: frozenset[PartyKind | None] = frozenset(
    ("government", "military", "armed_group", "person", "international_body", None)
)
"""Kinds of parties that act for their side."""


class Roster:
    """The parties of an incident.

    Args:
        readings: what was read in its documents.
        answers: what they answer to its points.
        speakers: the named parties that speak on it.
        peoples: the names of countries by names and adjectives.
        powers: words for the government of a country and its forces, in small letters.
        country: the name of the country in which it happened, or ``None``: whose *government
            forces* are where no country is named with them.
        rulings: what people decided of the names of two parties each.

    Attributes:
        speaking: the names of the named parties that speak on it, in the order of documents.
    """

    def __init__(
        self,
        readings: Iterable[Reading],
        answers: Sequence[Answer],
        speakers: Sequence[Voice],
        peoples: Mapping[str, str],
        powers: frozenset[str],
        country: str | None,
        rulings: Sequence[Ruling] = (),
    ) -> None:
        voices = [*(one.voice for one in answers), *speakers]
        self._decided = DecidedNames(rulings)
        self._names = named(((one.party, one.kind) for one in voices), rulings)
        self.speaking = tuple(dict.fromkeys(self._names[one.party].name for one in speakers))
        self._sides = _sides(readings)
        self._peoples = {words.casefold(): country for words, country in peoples.items()}
        self._powers = powers
        # a country in which nobody acts is a town of that name somewhere else
        self._country = country if country in self._sides.values() else None
        self._actors = named(
            (
                (self._side(one.value), None)
                for one in answers
                if one.kind == "responsibility" and isinstance(one.value, str)
            ),
            rulings,
        )

    def party(self, name: str) -> Called:
        """Return by which name a party that speaks goes in all documents, and who decided so."""
        return self._names.get(name) or self._decided.called(name) or Called(name)

    def voice(self, voice: Voice) -> Voice:
        """Return who says something, with its side as people call it."""
        decided = self._decided.called(voice.side) if voice.side else None
        return replace(voice, side=decided.name) if decided else voice

    def actor(self, value: str) -> str:
        """Return who is meant where somebody is said to have done it: the side, where there is one.

        *US warplanes*, *American forces* and *the US-led coalition* are of one side, but for those
        that people keep apart.
        """
        side = self._side(value)
        found = self._actors.get(side) or Called(side)
        if self._decided.are_apart(value, found.name):
            found = self._decided.called(value) or Called(value)
        return found.name

    def named_in(self, words: str) -> frozenset[str]:
        """Return the sides that words name: *an Islamic State position*."""
        found = _WORD.findall(words.casefold())
        several = {
            " ".join(found[start:end])
            for start in range(len(found))
            for end in range(start + 1, min(start + _WORDS, len(found)) + 1)
        }
        sides = {self._sides[one] for one in several if one in self._sides}
        decided = {one: self._decided.called(one) or Called(one) for one in sides}
        return frozenset(one.name for one in decided.values())

    def _side(self, value: str) -> str:
        return self._sides.get(value.casefold()) or self._power_of(value) or value

    def _power_of(self, value: str) -> str | None:
        """Return whose government or forces a name in general words is.

        *The Norvian army* and *President Marn's forces* are those of a country or of a side.
        """
        words = [one.casefold() for one in _WORD.findall(value)]
        others = [one for one in words if one not in self._powers]
        if not others:
            return self._country if words and any(one in _ITS_OWN for one in words) else None
        if len(others) == len(words):
            return self._peoples.get(" ".join(others))
        owner = " ".join(
            one.removesuffix("s").removesuffix("'").removesuffix("’") for one in others
        )
        sides = self.named_in(owner)
        return self._peoples.get(owner) or (next(iter(sides)) if len(sides) == 1 else None)


_ITS_OWN = frozenset(("government", "regime", "army", "state", "authorities", "police", "troops"))
"""Words that mean the power of the country in which something happens where none is named."""


def _sides(readings: Iterable[Reading]) -> dict[str, str]:
    """Return for each name of a party that acts for a side which one: that of most documents."""
    counted: dict[str, Counter[str]] = defaultdict(Counter)
    for reading in readings:
        for one in reading.parties:
            if one.kind in _POWERS:
                text = reading.document.text
                for name in {one.name, *(span.of(text) for span in one.mentions)}:
                    counted[name.casefold()][one.side or ""] += 1
    return {
        name: side
        for name, sides in counted.items()
        for side in (max(sorted(sides), key=lambda one: (bool(one), sides[one])),)
        if side
    }
