"""Answers that say the same, put together.

*US warplanes* and *American forces*; *the school* and *a complex of three schools*.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rashomon.compare.speakers.roster import Roster
from rashomon.model.comparison import Holding, PointKind, Value, Where

_WORD = re.compile(r"[^\W_]+")
_SMALL = frozenset(("a", "an", "and", "at", "in", "its", "of", "on", "or", "the", "their"))
_PLURAL = re.compile(r"(?<=s)es$|(?<![su])s$")
_STEM = 6
_MANY = 50
"""How many groups with a word in common a new answer is held against."""


@dataclass(frozen=True, slots=True)
class TargetWords:
    """Words in answers to what was hit, of ``exclusive.toml``.

    Attributes:
        ends: finds those behind which nothing more says what it was.
        weak: stems of those that say too little to tell by: *area*, *building*.
    """

    ends: re.Pattern[str]
    weak: frozenset[str]


def build_target_words(table: Mapping[str, Any]) -> TargetWords:
    """Return the words of the table ``exclusive.toml``."""
    ends = "|".join(map(re.escape, table["words"]["ends"]))
    weak = frozenset(_stem(one) for one in table["words"]["weak"])
    return TargetWords(re.compile(rf"\b(?:{ends})\b", re.I), weak)


@dataclass(frozen=True, slots=True)
class Given:
    """An answer with who gives it.

    Attributes:
        value: the answer.
        is_denied: whether it is denied or doubted.
        holding: who gives it, with the words.
    """

    value: Value
    is_denied: bool
    holding: Holding


@dataclass(frozen=True, slots=True)
class Same:
    """Answers that say the same.

    Attributes:
        value: the one that is given most often, names before common words; of those, the shortest.
        given: all of them.
    """

    value: Value
    given: tuple[Given, ...]


def same_answers(
    kind: PointKind, given: Sequence[Given], roster: Roster, words: TargetWords
) -> list[Same]:
    """Return the answers to a point, those that say the same together.

    Args:
        kind: what the point asks.
        given: the answers.
        roster: who speaks and acts in the incident.
        words: what makes targets the same.
    """
    if kind == "target":
        return [_same(some) for some in _by_words(given, words)]
    if kind == "responsibility":
        return [_same(some) for some in _by_key(given, lambda one: roster.actor(str(one)))]
    return [_same(some) for some in _by_key(given, _key)]


def _key(value: Value) -> Hashable:
    if isinstance(value, Where):
        return value.name.casefold(), value.country
    return value.casefold() if isinstance(value, str) else value


def _by_key(given: Sequence[Given], key: Callable[[Value], Hashable]) -> list[list[Given]]:
    groups: dict[Hashable, list[Given]] = defaultdict(list)
    for one in given:
        groups[key(one.value)].append(one)
    return list(groups.values())


def _by_words(given: Sequence[Given], told: TargetWords) -> list[list[Given]]:
    """Group answers by their words: one whose words all stand in another says the same.

    Answers are gone through from those with the fewest words; each joins the first group all of
    whose words it has, and opens one where there is none.
    """
    stems = {one: _stems(one, told) for one in {str(each.value) for each in given}}
    groups: list[frozenset[str]] = []
    holding: dict[str, list[int]] = defaultdict(list)
    group_of: dict[str, int] = {}
    for value in sorted(stems, key=lambda one: (len(stems[one]), one)):
        words = stems[value]
        near = dict.fromkeys(i for word in sorted(words) for i in holding[word][:_MANY])
        found = next((i for i in near if groups[i] <= words), None)
        if found is None:
            found = len(groups)
            groups.append(words)
            for word in words:
                holding[word].append(found)
        group_of[value] = found
    members: dict[int, list[Given]] = defaultdict(list)
    for one in given:
        members[group_of[str(one.value)]].append(one)
    return list(members.values())


def _stems(value: str, told: TargetWords) -> frozenset[str]:
    """Return the words that say what was hit, without their endings."""
    end = told.ends.search(value)
    core = value[: end.start()] if end and value[: end.start()].strip() else value
    words = [one.casefold() for one in _WORD.findall(core)]
    named = [one for one in words if one not in _SMALL and not one.isdecimal()]
    stems = frozenset(map(_stem, named or words))
    return stems - told.weak or stems


def _stem(word: str) -> str:
    return _PLURAL.sub("", word).removesuffix("e")[:_STEM]


def _same(given: Sequence[Given]) -> Same:
    used = Counter(one.value for one in given)

    def rank(one: Value) -> tuple[bool, int, int, str]:
        names_nobody = isinstance(one, str) and one.islower()
        return names_nobody, -used[one], len(str(one)), str(one)

    return Same(min(used, key=rank), tuple(given))
