"""What people decided, as the record that a dossier rests on."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby

from rashomon.model.case import Decision, KeptDecision
from rashomon.model.review import Standing
from rashomon.render.case.decided import conflict_words, what_words
from rashomon.render.dossier.sources import Source
from rashomon.render.dossier.view import View
from rashomon.render.plain import plain

_MOST = 200
_MOST_WORDS = 160
_REMARKS = ("confirm", "dispute")
_ON_PAIRS = ("same_incident", "other_incident", "same_origin", "other_origin")


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision in force, or the first of those that were put on record as one act.

    Attributes:
        number: its number in the case.
        at: when.
        reviewer: who decided.
        kind: what was done.
        what: what it comes to.
        standing: who confirmed and who disputed it, or ``None`` where nobody did.
        source: the document that it is about, or ``None``.
        quote: the words that it is about; empty for none.
        note: why; may be empty.
    """

    number: int
    at: str
    reviewer: str
    kind: str
    what: str
    standing: Standing | None
    source: Source | None
    quote: str
    note: str


@dataclass(frozen=True, slots=True)
class Record:
    """The decisions that a dossier rests on.

    Attributes:
        decided: the decisions, the last first; those of one act as one.
        more: how many of these are left out.
        total: how many decisions there are, each of an act counted.
        conflicts: where people differ, a sentence each.
    """

    decided: tuple[Decided, ...]
    more: int
    total: int
    conflicts: tuple[str, ...]

    @property
    def has_remarks(self) -> bool:
        """Whether a second reviewer confirmed or disputed one of them."""
        return any(one.standing for one in self.decided)


def record_of(view: View, sources: Mapping[str, Source]) -> Record:
    """Return what people decided of what a dossier shows."""
    method = view.method
    kept = [one for one in reversed(method.decisions) if one.decision.kind not in _REMARKS]
    acts = [list(some) for _, some in groupby(kept, _act)]
    return Record(
        tuple(_decided(some[-1], len(some) - 1, view, sources) for some in acts[:_MOST]),
        max(0, len(acts) - _MOST),
        len(kept),
        tuple(map(conflict_words, method.conflicts)),
    )


def _act(one: KeptDecision) -> str | int:
    return one.decision.value.get("act") or one.number


def _decided(kept: KeptDecision, others: int, view: View, sources: Mapping[str, Source]) -> Decided:
    one = kept.decision
    what = _what(one, sources)
    return Decided(
        number=kept.number,
        at=kept.decided_at,
        reviewer=one.reviewer,
        kind=plain(one.kind).replace("_", " "),
        what=f"{what}; {others:,} more decided with it" if others else what,
        standing=view.method.standings.get(kept.number),
        source=sources.get(one.document or ""),
        quote=_quote(kept, view),
        note=one.note,
    )


def _what(one: Decision, sources: Mapping[str, Source]) -> str:
    other = sources.get(one.value.get("with", "")) if one.kind in _ON_PAIRS else None
    if other is None:
        return what_words(one)
    joint = "as" if one.kind.startswith("same") else "than"
    return f"{joint} {plain(other.outlet)} [{other.number}]"


def _quote(kept: KeptDecision, view: View) -> str:
    one = kept.decision
    reading = view.readings.get(one.document or "")
    if reading is None or one.span is None:
        return ""
    words = plain(one.span.of(reading.document.text))
    return words if len(words) <= _MOST_WORDS else f"{words[:_MOST_WORDS].rstrip()}…"
