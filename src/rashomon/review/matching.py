"""Which item a decision is about, also in another reading: the one whose words are most alike.

Readings number their items anew, so decisions hold on to words. A decision finds an item by the
words that it had when it was decided on, whether the machine read them so or an earlier decision
made them so: a correction of a correction is about the same item, even where the first one was
taken back.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from rashomon.model.case import ON_ITEMS, Decision, KeptDecision
from rashomon.model.review import Item, ItemKind
from rashomon.model.spans import Span, Spans, merge
from rashomon.review.fields import parse_spans

ACCEPT, REJECT, CORRECT, INSERT = "accept", "reject", "correct", "insert"
_WHATS: Mapping[str, ItemKind] = {
    "claim": "claim",
    "time": "time",
    "place": "place",
    "count": "count",
}
_LEAST: Mapping[ItemKind, float] = {"claim": 0.5, "time": 0.3, "place": 0.3, "count": 0.3}
"""How alike words must be, 0 to 1. A claim is the same where its cue stands at the same words and
the contents share any, or where the contents are the same; claims within claims are kept apart."""
_OTHER_KIND, _OTHER_PEOPLE = 0.2, 0.1
_STRETCH, _MOST_STRETCHES = 512, 10_000  # characters of a stretch; no text has more of them


@dataclass(frozen=True, slots=True)
class Look:
    """By what an item is known in a text.

    Attributes:
        words: its words; of a claim its content.
        cue: of a claim its cue.
        kind: of a count what happened to people.
        who: of a count whom it counts.
    """

    words: Spans
    cue: Spans = ()
    kind: str = ""
    who: str = ""


@dataclass(slots=True)
class Thread:
    """An item with all decisions on it.

    Attributes:
        what: what it is.
        item: the item as the machine reads it; ``None`` where it reads none.
        looks: how it looked, as the machine reads it and as decisions made it.
        decisions: the decisions on it, the first first, those taken back too.
    """

    what: ItemKind
    item: Item | None
    looks: list[Look]
    decisions: list[KeptDecision] = field(default_factory=list)


def what_of(decision: Decision) -> ItemKind | None:
    """Return on what kind of item a decision is; ``None`` where it is on none."""
    if decision.kind not in ON_ITEMS or not decision.document:
        return None
    return _WHATS.get(decision.value.get("what", ""))


def threads(items: Iterable[Item], decisions: Iterable[KeptDecision]) -> list[Thread]:
    """Return the items of a reading, each with the decisions on it, and those that it lacks.

    Args:
        items: the items of the machine reading.
        decisions: decisions on items of its document in their order, those taken back too. What is
            on no item is passed over.
    """
    found = _Threads()
    for one in items:
        found.begin(one.what, one, [look_of(one.what, one.values)])
    for kept in decisions:
        what = what_of(kept.decision)
        looks = tuple(looks_of(what, kept.decision)) if what else ()
        if not what or not looks:
            continue
        at = found.best(what, kept.decision, looks[0])
        if at is None:
            at = found.begin(what, None, [])
        found.all[at].decisions.append(kept)
        found.learn(at, looks)
    return found.all


class _Threads:
    """Threads, to be found by the stretches of the text that their looks share.

    Attributes:
        all: the threads, in the order in which they began.
    """

    def __init__(self) -> None:
        self.all: list[Thread] = []
        self._at: dict[int, list[int]] = {}

    def begin(self, what: ItemKind, item: Item | None, looks: Iterable[Look]) -> int:
        """Begin a thread and return its number."""
        self.all.append(Thread(what, item, []))
        self.learn(len(self.all) - 1, looks)
        return len(self.all) - 1

    def learn(self, at: int, looks: Iterable[Look]) -> None:
        """Add to a thread how its item looks too."""
        thread = self.all[at]
        for look in looks:
            if look not in thread.looks:
                thread.looks.append(look)
                for place in _places(look):
                    self._at.setdefault(place, []).append(at)

    def best(self, what: ItemKind, decision: Decision, look: Look) -> int | None:
        """Return the number of the item that looks most like what is sought, if any is enough."""
        best, most = None, (0.0, False, False)
        for at in sorted({at for place in _places(look) for at in self._at.get(place, ())}):
            thread = self.all[at]
            if thread.what != what:
                continue
            # of items that look alike it is the one that bears the name, or that the machine reads
            is_named = thread.item is not None and thread.item.id == decision.value.get("item")
            alike = max(likeness(what, one, look) for one in thread.looks)
            rank = alike, is_named, thread.item is not None
            if rank > most and is_one(what, look, thread.looks, is_new=decision.kind == INSERT):
                best, most = at, rank
        return best


def _places(look: Look) -> Iterator[int]:
    """Yield the stretches of a text, one after the other of equal length, that hold words."""
    for span in look.words:
        first, last = span.start // _STRETCH, (span.end - 1) // _STRETCH
        yield from range(first, min(last, first + _MOST_STRETCHES) + 1)


def is_one(what: ItemKind, look: Look, others: Iterable[Look], *, is_new: bool) -> bool:
    """Return whether two looks are of one item.

    Args:
        what: its kind.
        look: what is sought.
        others: how the other one looks, or looked.
        is_new: whether a person puts it in: two counts of other people at the same words are two.
    """
    return any(
        likeness(what, one, look) >= _LEAST[what]
        and not (is_new and (one.kind, one.who) != (look.kind, look.who))
        for one in others
    )


def looks_of(what: ItemKind, decision: Decision) -> Iterator[Look]:
    """Yield by what the item of a decision is known: what it looked like, and what it is made."""
    before = _look_before(decision)
    after = look_of(what, decision.value)
    if decision.kind == INSERT:
        before = after if after.words else before
    if before.words:
        yield before
    if decision.kind in (CORRECT, INSERT) and after.words and after != before:
        yield after


def _look_before(decision: Decision) -> Look:
    value = decision.value
    words = parse_spans(value.get("at_content", "")) or ((decision.span,) if decision.span else ())
    cue = parse_spans(value.get("at_cue", "")) or ()
    kind = value.get("at_kind", value.get("kind", ""))
    return Look(words, cue, kind, value.get("at_who", value.get("who", "")))


def look_of(what: ItemKind, values: Mapping[str, str]) -> Look:
    """Return by what an item with some fields is known."""
    words = parse_spans(values.get("content" if what == "claim" else "words", "")) or ()
    cue = parse_spans(values.get("cue", "")) or ()
    return Look(words, cue, values.get("kind", ""), values.get("who", ""))


def likeness(what: ItemKind, one: Look, other: Look) -> float:
    """Return how much alike two items of a kind look, 0 to 1; 0 where they share no words."""
    words = _shared(one.words, other.words)
    if what == "claim" and words:
        return (words + (_shared(one.cue, other.cue) if one.cue and other.cue else words)) / 2
    if what == "count" and words:
        words -= _OTHER_KIND * (one.kind != other.kind) + _OTHER_PEOPLE * (one.who != other.who)
    return words


def _shared(some: Spans, others: Spans) -> float:
    """Return the share of the characters of two stretches that both have."""
    ones, rest = merge(some), merge(others)
    both = at = beside = 0
    while at < len(ones) and beside < len(rest):
        one, other = ones[at], rest[beside]
        both += max(0, min(one.end, other.end) - max(one.start, other.start))
        if one.end <= other.end:
            at += 1
        else:
            beside += 1
    return both / (_length(ones) + _length(rest) - both) if both else 0.0


def _length(spans: Iterable[Span]) -> int:
    return sum(one.end - one.start for one in spans)
