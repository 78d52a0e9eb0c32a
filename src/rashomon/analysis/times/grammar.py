"""Rules that say what words in a row mean, and the parser that tries them all.

A rule makes a *class* out of a row of classes and words. The parser works from the last word to the
first and keeps, for every stretch of words, one meaning of each class: that of the earliest rule.
"""

import heapq
import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple, TypeAlias

Builder: TypeAlias = Callable[..., Any]
"""Makes the meaning of a rule from those of its parts, by name; ``None`` where there is none."""

MOST_WORDS = 16
"""Words of the longest stretch that has a meaning; it keeps the work linear in the text."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of classes and words, and what it makes.

    Attributes:
        makes: the class.
        build: makes its meaning.
        names: for each part the name under which ``build`` takes it; ``None`` for words.
        given: what ``build`` takes beside the parts.
        rank: its place among all rules; the lower goes first.
        group: which group of rules it belongs to.
    """

    makes: str
    build: Builder
    names: tuple[str | None, ...]
    given: Mapping[str, Any]
    rank: int
    group: int


class Item(NamedTuple):
    """A stretch of words that is of a class.

    Attributes:
        rank: the rank of the rule that made it; 0 for words.
        start: its first word.
        end: the word after its last.
        symbol: the class, or the word itself.
        meaning: what it means.
        group: the group of the rule that made it, -1 for words.
    """

    rank: int
    start: int
    end: int
    symbol: str
    meaning: Any
    group: int


Chart: TypeAlias = Sequence[Mapping[str, Mapping[int, Item]]]
"""For each word what begins there: by class, then by the word after the last."""

_NOTHING: Mapping[int, Item] = {}


@dataclass(slots=True)
class Node:
    """What may follow after the first parts of some rules; ``rules`` are those that end here."""

    next: dict[str, "Node"] = field(default_factory=dict)
    rules: list[Rule] = field(default_factory=list)


def rows(form: str) -> Iterator[tuple[tuple[str, str | None], ...]]:
    """Yield the rows of a form such as ``the? SHADE -? DATE:whole``: (class or word, name) each."""
    choices = []
    for part in form.split():
        optional = part.endswith("?")
        alternatives, _, name = part.removesuffix("?").partition(":")
        found: list[tuple[str, str | None] | None] = [
            (one, name or (one.lower() if one.isupper() else None))
            for one in alternatives.split("|")
        ]
        choices.append([*found, None] if optional else found)
    for row in itertools.product(*choices):
        if kept := tuple(part for part in row if part):
            yield kept


def build_grammar(rules: Iterable[tuple[Rule, Sequence[str]]]) -> Node:
    """Return all rules, joined where they begin alike."""
    root = Node()
    for rule, symbols in rules:
        node = root
        for symbol in symbols:
            node = node.next.setdefault(symbol, Node())
        node.rules.append(rule)
    return root


def parse(words: Sequence[Sequence[Item]], grammar: Node) -> Chart:
    """Return for each word what begins there: by class, then by the word after the last.

    Args:
        words: for each word what it may be by itself, or together with those after it.
        grammar: the rules.
    """
    chart: list[dict[str, dict[int, Item]]] = [{} for _ in range(len(words) + 1)]
    for start in range(len(words) - 1, -1, -1):
        here = chart[start]
        count = itertools.count()
        agenda = [(item.rank, next(count), item) for item in words[start]]
        heapq.heapify(agenda)
        while agenda:
            _, _, item = heapq.heappop(agenda)
            ends = here.setdefault(item.symbol, {})
            if item.end in ends:
                continue
            ends[item.end] = item
            if node := grammar.next.get(item.symbol):
                for made in _complete(node, (item,), chart):
                    heapq.heappush(agenda, (made.rank, next(count), made))
    return chart


def _complete(node: Node, parts: tuple[Item, ...], chart: Chart) -> Iterator[Item]:
    """Yield what the rules make that begin with some parts and go on with what follows them."""
    start, end = parts[0].start, parts[-1].end
    for rule in node.rules:
        named = zip(rule.names, parts, strict=True)
        taken = {name: part.meaning for name, part in named if name}
        meaning = rule.build(**rule.given, **taken)
        if meaning is not None:
            yield Item(rule.rank, start, end, rule.makes, meaning, rule.group)
    following = chart[end]
    for symbol, longer in node.next.items():
        for item in following.get(symbol, _NOTHING).values():
            if item.end - start <= MOST_WORDS:
                yield from _complete(longer, (*parts, item), chart)
