"""Patterns for any of many phrases, and texts in which they are found fast."""

import re
from collections.abc import Iterable, Mapping
from string import ascii_uppercase
from typing import TypeAlias

_Node: TypeAlias = dict[str, "_Node"]
_END = ""


def any_of(phrases: Iterable[str], instead: Mapping[str, str]) -> str:
    """Return a pattern for any of some phrases: where one begins with another, for the longer.

    Phrases that begin alike share that part of the pattern: at each place of a text it costs what
    the letters there cost, however many phrases there are.

    Args:
        phrases: what is looked for, as it stands there. Of none the pattern finds nothing.
        instead: patterns for parts of phrases: what a blank in them stands for.
    """
    root = _tree(phrases, instead)
    return rf"(?:{_pattern(root)})" if root else "(?!)"


def any_begun(phrases: Iterable[str], instead: Mapping[str, str]) -> str:
    """Return the same where no letter stands before: *raid*, but not of *afraid*.

    Looking back stands behind the first letter of each phrase. A pattern that begins with letters
    passes over all places that have none of them; one that begins with looking back tries each.

    Args:
        phrases: what is looked for.
        instead: patterns for parts of phrases.
    """
    root = _tree(phrases, instead)
    begun = {
        rf"{one}(?<!\w{one})" if one not in instead.values() else rf"(?<!\w){one}": others
        for one, others in root.items()
    }
    return rf"(?:{_pattern(begun)})" if begun else "(?!)"


def _tree(phrases: Iterable[str], instead: Mapping[str, str]) -> _Node:
    part = re.compile("|".join((*map(re.escape, instead), ".")), re.S)
    root: _Node = {}
    for phrase in phrases:
        node = root
        for one in part.findall(phrase):
            node = node.setdefault(instead.get(one) or re.escape(one), {})
        node[_END] = {}
    return root


def _pattern(node: _Node) -> str:
    behind = [f"{one}{_pattern(others)}" for one, others in node.items() if one != _END]
    if _END not in node:
        return behind[0] if len(behind) == 1 else f"(?:{'|'.join(behind)})"
    return f"(?:{'|'.join(behind)})?" if behind else ""


_TO_SMALL = {ord(one): one.lower() for one in ascii_uppercase}


def in_small_letters(text: str) -> str:
    """Return a text in small letters, each where it was.

    Patterns that need not ignore case find words several times as fast.
    """
    low = text.lower()
    # of few letters the small form is longer: a dotted capital I
    return low if len(low) == len(text) else text.translate(_TO_SMALL)
