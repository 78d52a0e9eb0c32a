"""One name for one party, whatever each document calls it.

Within a document the reading has put the names of a party together. Between documents names are
one where they are spelt alike, where one is the initials of the other, or where one is a shorter
form that only one longer name fits: *Observatory* and *Syrian Observatory for Human Rights*.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from rashomon.compare.speakers.ruled import Called, RuledNames
from rashomon.model.reading import PartyKind
from rashomon.model.rulings import Ruling

_WORD = re.compile(r"[^\W_]+")
_BASED = re.compile(r"\b[^\W_]+[\s-]based\b|\bso-called\b", re.I)
_ARTICLES = frozenset(("a", "an", "the", "its", "their", "this", "that"))
_SMALL = frozenset(("and", "for", "in", "of", "on", "the", "to"))
_PARTING = frozenset(("against", "by", "from", "of", "to", "with"))
"""Words behind which a name is that of another: *opponents of the Halen Rights Monitor*."""
_INITIALS = 3
_WHOLE, _LONGEST = 3, 8
"""Words of a name that is one even where others stand around it."""
_MANY = 200
_REMEMBERED = 20_000
"""Names whose words are kept: the accounts of an incident name the same parties."""
_IN_USE = 3
"""A name is in common use where it is used at least a third as often as the most used one."""
_WITHOUT_NAME: frozenset[PartyKind | None] = frozenset(("unnamed", "group", "publisher"))
"""Kinds of parties whose words name nobody: *officials* of two documents may be others."""

_OF_STATES: frozenset[PartyKind | None] = frozenset(("government", "military", None))
Name = tuple[str, PartyKind | None]
Words = tuple[str, ...]


def one_name_each(names: Iterable[Name], rulings: Sequence[Ruling] = ()) -> dict[str, str]:
    """Return for every name the one that its party goes by: the fullest that is in common use.

    Args:
        names: the names in all documents with the kinds of their parties, as often as they are
            used.
        rulings: what people decided of two names each; they go before all else.
    """
    return {name: one.name for name, one in named(names, rulings).items()}


def named(names: Iterable[Name], rulings: Sequence[Ruling] = ()) -> dict[str, Called]:
    """Return what :func:`one_name_each` returns, with who decided so."""
    used = Counter(names)
    parted = frozenset(
        _normal(one) for each in rulings if not each.is_one for one in (each.first, each.second)
    )
    groups = _bare({one: _normal(one[0]) for one in sorted(used, key=_order)}, used, parted)
    ends, called = _ends(groups, rulings)
    belonging: dict[str, list[tuple[Words, Name]]] = defaultdict(list)
    for words, some in groups.items():
        belonging[ends[words]] += [(words, one) for one in some]
    best = {end: called.get(end) or Called(_best(some, used)) for end, some in belonging.items()}
    return {name: best[ends[words]] for words, some in groups.items() for name, _ in some}


class DecidedNames:
    """What people decided of names alone, whatever names there are.

    Args:
        rulings: what people decided of two names each.
    """

    def __init__(self, rulings: Sequence[Ruling]) -> None:
        self._ruled = RuledNames(rulings, _key)
        self._called = self._ruled.called()

    def called(self, name: str) -> Called | None:
        """Return what a party of a name is called by decision; ``None`` where there is none."""
        return self._called.get(self._ruled.groups.of(_key(name)))

    def are_apart(self, name: str, other: str) -> bool:
        """Return whether two names are of two parties by decision."""
        return self._ruled.groups.are_apart(_key(name), _key(other))


def _key(name: str) -> str:
    return " ".join(_normal(name))


def are_alike(name: str, other: str) -> bool:
    """Return whether two names are one by their words, however they are spelt.

    Articles and capitals tell no parties apart, so that no decision does either.
    """
    return _key(name) == _key(other)


def _ends(
    groups: Mapping[Words, Sequence[Name]], rulings: Sequence[Ruling]
) -> tuple[dict[Words, str], dict[str, Called]]:
    """Return for each name what its party is known by, and what parties are called by decision."""
    longer = _Longer(groups)
    if not rulings:
        return {words: " ".join(longer.end(words)) for words in groups}, {}
    stands = {_normal(name): words for words, some in groups.items() for name, _ in some}

    def key(name: str) -> str:
        words = _normal(name)
        return " ".join(stands.get(words, words))

    ruled = RuledNames(rulings, key)
    for words in sorted(groups, key=lambda one: (-len(one), one)):
        if (other := longer.next(words)) is not None:
            ruled.groups.join(" ".join(words), " ".join(other))
    return {words: ruled.groups.of(" ".join(words)) for words in groups}, ruled.called()


def _order(one: Name) -> tuple[str, str]:
    return one[0], one[1] or ""


def _bare(
    normal: Mapping[Name, Words], used: Mapping[Name, int], parted: frozenset[Words]
) -> dict[Words, list[Name]]:
    """Return the names by their words, without what is set around a longer name now and then.

    *Another activist group, the Halen Rights Monitor* is the Halen Rights Monitor. Of people this
    does not hold: *Halen Rights Monitor director Oro Brinn* is another party, and so are *opponents
    of Oro al-Brinn*.
    """
    often: Counter[Words] = Counter()
    for one, words in normal.items():
        if one[1] != "person":
            often[words] += used[one]
    groups: dict[Words, list[Name]] = defaultdict(list)
    for one, words in normal.items():
        is_whole = one[1] == "person" or words in parted
        groups[words if is_whole else _core(words, often)].append(one)
    return groups


def _core(words: Words, often: Mapping[Words, int]) -> Words:
    """Return the name that stands in a name and is in use more often than it."""
    for length in range(_WHOLE, min(len(words), _LONGEST)):
        for start in range(len(words) - length + 1):
            within = words[start : start + length]
            is_of_another = start > 0 and words[start - 1] in _PARTING
            if often.get(within, 0) > often[words] and not is_of_another:
                return within
    return words


def _best(some: Sequence[tuple[Words, Name]], used: Mapping[Name, int]) -> str:
    """Return the longest of the names that are in common use; of those, the one used most."""
    most = max(used[one] for _, one in some)
    common = [(words, one) for words, one in some if _IN_USE * used[one] >= most]
    return min(common, key=lambda each: (-len(each[0]), -used[each[1]], each[1][0]))[1][0]


@lru_cache(_REMEMBERED)
def _normal(name: str) -> Words:
    found = _WORD.findall(_BASED.sub(" ", name.casefold()))
    words = [one for one in found if one not in _ARTICLES and one != "s"]
    return tuple(words) or (name.casefold(),)


class _Longer:
    """Which longer name a name is short for.

    Names are found by their rarest word, so that many names cost no more than each its own words.
    """

    def __init__(self, groups: Mapping[Words, Sequence[Name]]) -> None:
        self._kinds = {words: {kind for _, kind in some} for words, some in groups.items()}
        self._holding: dict[str, list[Words]] = defaultdict(list)
        self._initials: dict[str, list[Words]] = defaultdict(list)
        for words in groups:
            for one in dict.fromkeys(words):
                self._holding[one].append(words)
            for letters in {
                "".join(one[0] for one in words),
                "".join(one[0] for one in words if one not in _SMALL),
            }:
                self._initials[letters].append(words)

    def end(self, words: Words) -> Words:
        """Return the name that a name is short for in the end; itself where it is for none."""
        while (longer := self.next(words)) is not None:
            words = longer  # each is longer than the one before
        return words

    def next(self, words: Words) -> Words | None:
        """Return the one longer name that a name is short for; ``None`` for none, or several."""
        if self._kinds[words] <= _WITHOUT_NAME:
            return None
        found = [
            other
            for other in self._candidates(words)
            if other != words and self._may_be(words, other)
        ]
        longest = max(found, key=lambda one: (len(one), one), default=None)
        if longest is None or not all(one == longest or _is_short(one, longest) for one in found):
            return None
        return longest

    def _may_be(self, words: Words, other: Words) -> bool:
        """Return whether both are of a kind; *Norvia* is not *Norvia's ministry*.

        Of a state, and where the kind is not known, a short name has the last word of the long one:
        *the army* and *the Norvian army*.
        """
        kinds = self._kinds[words] & self._kinds[other]
        return bool(kinds - _OF_STATES) or (bool(kinds) and other[-1] in words)

    def _candidates(self, words: Words) -> list[Words]:
        rarest = min((self._holding[one] for one in words), key=len)
        if len(rarest) > _MANY:
            return []  # what so many names hold is short for none of them
        longer = [other for other in rarest if _is_short(words, other)]
        if len(words) == 1 and len(words[0]) >= _INITIALS:
            longer += [one for one in self._initials[words[0]] if len(one) > 1][:_MANY]
        return longer


def _is_short(words: Words, other: Words) -> bool:
    return len(words) < len(other) and set(words) < set(other)
