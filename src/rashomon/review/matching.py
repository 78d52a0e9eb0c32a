"""Which item a decision is about, also in another reading: the one whose words are most alike.

Readings number their items anew, so decisions hold on to words. A decision finds an item by the
words that it had when it was decided on, whether the machine read them so or an earlier decision
made them so: a correction of a correction is about the same item, even where the first one was
taken back.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
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
    found = [Thread(one.what, one, [look_of(one.what, one.values)]) for one in items]
    for kept in decisions:
        what = what_of(kept.decision)
        if what is None:
            continue
        looks = tuple(looks_of(what, kept.decision))
        if not looks:
            continue
        thread = _best(what, kept.decision, looks[0], found)
        if thread is None:
            thread = Thread(what, None, [])
            found.append(thread)
        thread.decisions.append(kept)
        thread.looks += [one for one in looks if one not in thread.looks]
    return found


def _best(what: ItemKind, decision: Decision, look: Look, among: Sequence[Thread]) -> Thread | None:
    """Return the item that looks most like what is sought, if any is like enough."""
    best, most = None, (0.0, False, False)
    for thread in among:
        if thread.what != what:
            continue
        # of items that look alike it is the one that bears the name, or that the machine reads
        is_named = thread.item is not None and thread.item.id == decision.value.get("item")
        alike = max(likeness(what, one, look) for one in thread.looks)
        rank = alike, is_named, thread.item is not None
        if rank > most and is_one(what, look, thread.looks, is_new=decision.kind == INSERT):
            best, most = thread, rank
    return best


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
