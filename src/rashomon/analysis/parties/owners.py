"""Whose a ministry, an army, an office is: the names that a phrase says of itself.

*The Interior Ministry of Vasland* and *Vasland's Interior Ministry* are Vasland's, whether a table
knows Vasland or not; *the Interior Ministry of Norvia* is another one.
"""

import re
from collections.abc import Set
from typing import TypeAlias

from rashomon.analysis.parties.phrases import phrase_words
from rashomon.analysis.parties.tables import Words

Owners: TypeAlias = frozenset[str]
"""The words of the names of whose somebody is, in small letters; empty where nothing is said."""

_NAME = r"[A-Z][\w-]*(?: (?:of (?:the )?)?[A-Z][\w-]*){0,4}"
_BEFORE = re.compile(rf"(?:[Tt]he )?({_NAME})(?:['’]s|(?<=s)['’]) ")
_BEHIND = re.compile(rf" (?:of|in|for|from) (?:the )?({_NAME})")
_OF = re.compile(rf" of (?:the )?({_NAME})")
_SMALL_BEFORE, _SMALL_BEHIND = (re.compile(one.pattern, re.I) for one in (_BEFORE, _BEHIND))
_CLAUSE = re.compile(r",|\(| (?:who|whom|whose|which|that|to|on|at|by|with) ")
_LONGEST = 200
"""Characters of a phrase in which names are looked for."""
_SHORTEST = 4
"""Letters of a name of which an adjective is told: *Norvian* of *Norvia*."""


def owners(phrase: str, *, is_small: bool = False) -> Owners:
    """Return the names of whose somebody is, as a phrase has them.

    Args:
        phrase: the words of a mention, as the text has them.
        is_small: whether the text has no capitals: then any word may be a name.
    """
    own = _own(phrase)
    behind, before = (_SMALL_BEHIND, _SMALL_BEFORE) if is_small else (_BEHIND, _BEFORE)
    found = behind.search(own) or before.match(own)
    return frozenset(phrase_words(found[1])) - _SMALL if found else frozenset()


def owner_of(phrase: str, called: Words) -> str:
    """Return the name of whose a body is: *Vasland* of *the Ministry of Defence of Vasland*.

    Args:
        phrase: the words of a mention, as the text has them.
        called: what the body is called, in small letters: no names of others.
    """
    own = _own(phrase)
    of = [name for match in _OF.finditer(own) for name in match[1].split(" of ")]
    before = _BEFORE.match(own)
    names = [*of[-1:], before[1] if before else ""]
    return next((one for one in names if one and not set(phrase_words(one)) <= set(called)), "")


def is_told(owner: str, called: Set[str]) -> bool:
    """Return whether a name stands among words, as it is or as an adjective: *Norvian*."""
    if owner in called:
        return True
    return len(owner) > _SHORTEST and any(word.startswith(owner[:-1]) for word in called)


def _own(phrase: str) -> str:
    """Return a phrase on one line, without the clause that follows it."""
    return _CLAUSE.split(" ".join(phrase[:_LONGEST].split()), maxsplit=1)[0]


_SMALL = frozenset(("of", "the"))
