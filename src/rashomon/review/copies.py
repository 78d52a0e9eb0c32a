"""A decision on an item, made on the same words where another document copies them.

What words mean, they mean wherever they are printed: *Tuesday* of an agency's report is the day
that the agency meant, whenever an outlet prints it. Only the publisher's own voice is another's in
each document.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from rashomon.model.case import Decision
from rashomon.model.document import Document
from rashomon.model.errors import SettingsError
from rashomon.model.reading import Reading
from rashomon.model.review import Item, ItemKind, ItemVerdict
from rashomon.model.spans import Span, Spans, covering
from rashomon.review.fields import UNITS, parse_spans, write_spans
from rashomon.review.items import items_of
from rashomon.review.making import insert_decision, item_decision
from rashomon.review.matching import (
    ACCEPT,
    CORRECT,
    INSERT,
    REJECT,
    Look,
    is_one,
    likeness,
    look_of,
    looks_of,
    what_of,
)
from rashomon.review.passages import Passage, Worded

_STRETCHES = ("source", "cue", "content", "words")
_OF_THE_DOCUMENT = ("party_kind", "party_side")
"""What a document tells of a party, not these words."""

_PUBLISHER = "publisher"


@dataclass(frozen=True, slots=True)
class Sought:
    """An item whose words are looked for in other documents.

    Attributes:
        what: its kind.
        look: how it looks.
        values: its fields, those that are known, as they are or are to be.
        item: its ``id``.
        reading: what is read in its document.
        is_new: whether a person puts it in.
    """

    what: ItemKind
    look: Look
    values: Mapping[str, str]
    item: str
    reading: Reading
    is_new: bool = False

    @property
    def words(self) -> Spans:
        """All its words."""
        named = (parse_spans(self.values.get(name, "")) or () for name in _STRETCHES)
        return (*self.look.words, *self.look.cue, *(span for spans in named for span in spans))

    @property
    def around(self) -> Span:
        """From the first to the last of its words."""
        return covering(self.words)

    @property
    def is_named(self) -> bool:
        """Whether what its party is follows from the name, as its document knows it."""
        name, kind, side = (self.values.get(one, "") for one in UNITS["claim"]["party"])
        return any(
            (one.name.casefold(), one.kind or "", one.side or "") == (name.casefold(), kind, side)
            for one in self.reading.parties
        )


@dataclass(frozen=True, slots=True)
class Copy:
    """A document that copies the words of an item.

    Attributes:
        what: the kind of the item.
        document: the document.
        words: where the words of the item stand in it.
        values: the fields of the item, with its words as they stand there.
        item: the item there; ``None`` where it is not read there.
        differing: the fields of the item there that are otherwise.
        decided: the numbers of the decisions that people made of it there by itself.
        is_named: whether what the party is follows from its name.
        is_others: whether another published it, as far as is known.
    """

    what: ItemKind
    document: Document
    words: Spans
    values: Mapping[str, str]
    item: Item | None
    differing: tuple[str, ...]
    decided: tuple[int, ...]
    is_named: bool
    is_others: bool


def sought_item(item: Item, reading: Reading) -> Sought:
    """Return an item of a reading as it is looked for in other documents."""
    return Sought(item.what, look_of(item.what, item.values), item.values, item.id, reading)


def sought_of(decision: Decision, reading: Reading) -> Sought | None:
    """Return what a decision is on as it is looked for in other documents; ``None`` for no item.

    Args:
        decision: the decision.
        reading: what is read in its document.
    """
    what = what_of(decision)
    look = next(looks_of(what, decision), None) if what else None
    if what is None or look is None:
        return None
    known = {name for names in UNITS[what].values() for name in names}
    values = {name: one for name, one in decision.value.items() if name in known}
    is_new = decision.kind == INSERT
    return Sought(what, look, values, decision.value.get("item", ""), reading, is_new)


def items_near(reading: Reading, what: ItemKind, around: Span) -> tuple[Item, ...]:
    """Return the items of a kind of a reading that have words in a stretch of its text."""
    claims = [one for one in reading.attributions if one.whole.overlaps(around)]
    bare = replace(reading, attributions=tuple(claims))
    return tuple(one for one in items_of(bare) if one.what == what and one.span.overlaps(around))


def copy_at(
    sought: Sought,
    passage: Passage,
    document: Document,
    items: Iterable[Item],
    together: Collection[int],
) -> Copy:
    """Return how an item stands in a document that copies its words.

    Args:
        sought: the item.
        passage: where its words stand in that document.
        document: the document.
        items: its items, those of this kind that are near at least, with the decisions upon them.
        together: the numbers of decisions there that were made in one act with one on the item.
    """
    values = {**sought.values, **_moved_values(sought.values, passage)}
    look = _moved_look(sought.look, passage)
    item = _same_item(sought, look, values, items)
    publishers = [(one.publisher or "").casefold() for one in (sought.reading.document, document)]
    return Copy(
        what=sought.what,
        document=document,
        words=look.words,
        values=values,
        item=item,
        differing=tuple(_differing(sought, values, item, passage.there)) if item else (),
        decided=tuple(one for one in item.decisions if one not in together) if item else (),
        is_named=sought.is_named,
        is_others=not publishers[0] or publishers[0] != publishers[1],
    )


def _moved_values(values: Mapping[str, str], passage: Passage) -> dict[str, str]:
    return {
        name: write_spans(_moved(parse_spans(values[name]) or (), passage))
        for name in _STRETCHES
        if values.get(name)
    }


def _moved_look(look: Look, passage: Passage) -> Look:
    return Look(_moved(look.words, passage), _moved(look.cue, passage), look.kind, look.who)


def _moved(spans: Spans, passage: Passage) -> Spans:
    return tuple(map(passage.moved, spans))


def _same_item(
    sought: Sought, look: Look, values: Mapping[str, str], items: Iterable[Item]
) -> Item | None:
    """Return the item that looks most like another, as decisions find their items again."""

    def rank(one: Item) -> tuple[float, int, bool]:
        alike = likeness(one.what, look, look_of(one.what, one.values))
        same = sum(one.values.get(name) == value for name, value in values.items())
        return alike, same, one.id == sought.item

    what, is_new = sought.what, sought.is_new
    fitting = [
        one
        for one in items
        if one.what == what and is_one(what, look, [look_of(what, one.values)], is_new=is_new)
    ]
    return max(fitting, key=rank, default=None)


def _differing(
    sought: Sought, wanted: Mapping[str, str], item: Item, there: Worded
) -> Iterator[str]:
    """Yield the fields that are otherwise.

    Whether a stretch begins in a dateline is all one, and what follows from the name of a party.
    """
    follow = _OF_THE_DOCUMENT if sought.is_named else ()
    for name, value in wanted.items():
        pair = value, item.values.get(name, "")
        if name in _STRETCHES:
            pair = _told(pair[0], there), _told(pair[1], there)
        if name not in follow and pair[0] != pair[1]:
            yield name


def _told(written: str, there: Worded) -> str:
    return write_spans(tuple(map(there.told, parse_spans(written) or ())))


def decision_there(decision: Decision, copy: Copy, reading: Reading) -> Decision | str:
    """Return a decision on an item as it is made on its copy, or why it is not made there.

    It is what a reviewer would decide of the same words there by hand: it is accepted where it is
    read the same, rejected, corrected in the same fields, or put in where it is not read. What is
    read there as a correction has it is accepted.

    Args:
        decision: the decision.
        copy: how its item stands in a document that copies it.
        reading: what is read in that, with the decisions upon it.
    """
    if copy.decided:
        return f"decision {copy.decided[-1]} is on it there"
    if _is_the_publishers(decision, copy):
        return "its publisher is who speaks, and another published this"
    try:
        if copy.item is None:
            return _where_it_lacks(decision, copy, reading)
        return _on_item(decision, copy, copy.item, reading)
    except SettingsError as error:
        return error.what


def _is_the_publishers(decision: Decision, copy: Copy) -> bool:
    """Return whether it is on what the publisher says itself, which another's document has too."""
    is_put_in = decision.kind == CORRECT and copy.item is None
    is_of_who = decision.kind in (ACCEPT, INSERT) or is_put_in or "party" in _changed(decision)
    return copy.is_others and is_of_who and copy.values.get("party_kind") == _PUBLISHER


def _where_it_lacks(decision: Decision, copy: Copy, reading: Reading) -> Decision | str:
    if decision.kind not in (CORRECT, INSERT):
        return "it is not read there"
    values = _as_there(copy.values, copy, reading)
    who, note = decision.reviewer, decision.note
    return insert_decision(reading, copy.what, values, reviewer=who, note=note)


def _on_item(decision: Decision, copy: Copy, item: Item, reading: Reading) -> Decision | str:
    """Return the decision on the item of a copy, or why there is none."""
    if decision.kind == INSERT:
        return f"{item.id} is read there already"
    verdict: ItemVerdict = "accept"
    values: dict[str, str] = {}
    otherwise = copy.differing
    if decision.kind == REJECT:
        verdict = "reject"
        otherwise = tuple(one for one in ("kind", "who") if _is_of_others(decision, item, one))
    elif decision.kind == CORRECT:
        units = UNITS[copy.what]
        names = [name for unit in _changed(decision) for name in units.get(unit, ())]
        if not {*names}.isdisjoint(copy.differing):
            verdict, otherwise = "correct", ()
            values = _as_there({name: copy.values.get(name, "") for name in names}, copy, reading)
    if otherwise:
        named = ", ".join(one.replace("_", " ") for one in otherwise)
        return f"it is read otherwise there ({named})"
    who, note = decision.reviewer, decision.note
    return item_decision(reading, copy.what, item.id, verdict, values, reviewer=who, note=note)


def _is_of_others(decision: Decision, item: Item, name: str) -> bool:
    """Return whether a count that is rejected is of other people than one there."""
    before = decision.value.get(f"at_{name}")
    return item.what == "count" and before is not None and before != item.values[name]


def _as_there(values: Mapping[str, str], copy: Copy, reading: Reading) -> dict[str, str]:
    """Return fields; what follows from the name of a party is as the document knows it."""
    party = values.get("party", "").casefold()
    is_known = any(party == one.name.casefold() for one in reading.parties)
    left_out = _OF_THE_DOCUMENT if copy.is_named and is_known else ()
    return {name: value for name, value in values.items() if name not in left_out}


def _changed(decision: Decision) -> list[str]:
    return decision.value.get("changed", "").split() if decision.kind == CORRECT else []
