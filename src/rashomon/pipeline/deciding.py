"""Decisions as a person types them: a word for what is decided, then what it is about."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from rashomon.compare.comparing import Comparer
from rashomon.model.case import ON_ITEMS, Decision, KeptDecision
from rashomon.model.errors import SettingsError
from rashomon.model.review import Conflict, LeftAlone
from rashomon.pipeline import merging
from rashomon.pipeline.acting import check_reviewer
from rashomon.pipeline.claims import relate_claims
from rashomon.pipeline.comparing import comparison_of
from rashomon.pipeline.copying import NO_COPIES, decide_copies
from rashomon.pipeline.describing import described
from rashomon.pipeline.grading import grade_decision
from rashomon.pipeline.naming import document_named
from rashomon.pipeline.pairing import pair_decision
from rashomon.pipeline.recording import record
from rashomon.pipeline.resources import load_comparer
from rashomon.pipeline.reviewing import put, remark, reviewed
from rashomon.pipeline.typed_items import typed_insert, typed_relation, typed_verdict
from rashomon.pipeline.verdicts import GRADE
from rashomon.render.words import counted
from rashomon.review.describing import DESCRIBE
from rashomon.store.case import Case

UNDO = "undo"
"""What takes a decision back."""

_TWO = 2


@dataclass(frozen=True, slots=True)
class Asked:
    """What a person typed.

    Attributes:
        case: a case, open for writing.
        what: the word for what is decided.
        subjects: what it is about.
        reviewer: who decides.
        note: why; may be empty.
        comparer: loads what compares accounts.
    """

    case: Case
    what: str
    subjects: Sequence[str]
    reviewer: str
    note: str
    comparer: Callable[[], Comparer]

    def few(self, least: int, most: int | None = None) -> Sequence[str]:
        """Return what it is about, where it is so many.

        Raises:
            SettingsError: it is more or less; says how it is written.
        """
        if least <= len(self.subjects) <= (least if most is None else most):
            return self.subjects
        what = f"{counted(len(self.subjects), 'word')} for {self.what}"
        raise SettingsError(what, where=self.what, remedy=f"write: {USAGE[self.what]}")

    def document(self, typed: str) -> str:
        """Return the ``id`` of a document that is named by its beginning, or by its file."""
        return document_named(self.case, typed)


@dataclass(frozen=True, slots=True)
class Decided:
    """What deciding came to.

    Attributes:
        numbers: the numbers of the decisions that were put on record, or taken back.
        conflicts: those that they are in.
        newer: decisions of others on the same thing that were made while it was decided.
        left: the documents that copy its words and on which it was not made.
    """

    numbers: tuple[int, ...]
    conflicts: tuple[Conflict, ...] = ()
    newer: tuple[KeptDecision, ...] = ()
    left: tuple[LeftAlone, ...] = ()


def decide(
    case: Case,
    what: str,
    subjects: Sequence[str],
    *,
    reviewer: str,
    note: str,
    comparer: Callable[[], Comparer] = load_comparer,
    with_copies: bool = False,
) -> Decided:
    """Put a decision on record, or take one back.

    Args:
        case: a case, open for writing, and linked where an incident is named.
        what: what is decided: one of ``USAGE``.
        subjects: what it is about, as ``USAGE`` shows.
        reviewer: who decides.
        note: why; may be empty.
        comparer: loads what compares accounts; only for a grade.
        with_copies: whether it is decided of all documents that copy the words of an item.

    Raises:
        SettingsError: it cannot be told what is meant, or it makes no sense.
        UnknownItemError: there is no such document, item, decision, incident, point or position, or
            the beginning fits several.
        CaseError: it cannot be written.
        ModelError: a file of the package is missing or damaged.
    """
    check_reviewer(reviewer)
    if what not in _WAYS:
        remedy = f"write one of {', '.join(_WAYS)}"
        raise SettingsError(f"{what!r} is nothing to decide", where="decide", remedy=remedy)
    if with_copies and what not in ON_ITEMS:
        remedy = f"leave it out; it goes with {', '.join(one for one in _WAYS if one in ON_ITEMS)}"
        raise SettingsError(f"{what} is on no words to copy", where="copies", remedy=remedy)
    done = _WAYS[what](Asked(case, what, subjects, reviewer.strip(), note, comparer))
    if isinstance(done, Decision):
        seen = case.last_decision()
        copies = decide_copies(case, done) if with_copies else NO_COPIES
        kept = put(case, done, seen=seen, copies=copies)
        return Decided(kept.numbers, kept.conflicts, kept.newer, copies.left)
    if what == UNDO:
        return Decided(done)
    return Decided(done, record(case, done).conflicts)


def _same_or_other(asked: Asked) -> Decision:
    is_one = asked.what == "same"
    first, other = map(asked.document, asked.few(_TWO))
    return pair_decision(
        asked.case, first, other, is_one=is_one, reviewer=asked.reviewer, note=asked.note
    )


def _grade(asked: Asked) -> Decision:
    incident, point, number, grade, *pair = asked.few(4, 5)
    comparison = comparison_of(asked.case, incident, asked.comparer())
    return grade_decision(
        comparison, point, number, grade, "".join(pair), reviewer=asked.reviewer, note=asked.note
    )


def _item(asked: Asked) -> Decision:
    is_correction = asked.what == "correct"
    document, item, *fields = asked.few(3, 99) if is_correction else asked.few(_TWO)
    reading = reviewed(asked.case, asked.document(document)).reading
    return typed_verdict(
        reading, item, asked.what, fields, reviewer=asked.reviewer, note=asked.note
    )


def _insert(asked: Asked) -> Decision:
    document, what, *fields = asked.few(3, 99)
    reading = reviewed(asked.case, asked.document(document)).reading
    return typed_insert(reading, what, fields, reviewer=asked.reviewer, note=asked.note)


def _describe(asked: Asked) -> Decision | tuple[int, ...]:
    words = asked.few(_TWO, 9_999)
    documents = [asked.document(one) for one in words if "=" not in one]
    said: dict[str, str] = {}
    for one in words:
        name, is_field, value = one.partition("=")
        if name in said:
            remedy = "say each of them once"
            raise SettingsError(f"{name} is said twice", where=asked.what, remedy=remedy)
        if is_field:
            said[name] = value
    return described(asked.case, documents, said, reviewer=asked.reviewer, note=asked.note)


def _remark(asked: Asked) -> Decision:
    what: Literal["confirm", "dispute"] = "confirm" if asked.what == "confirm" else "dispute"
    number = _number(asked)
    return remark(asked.case, number, what, reviewer=asked.reviewer, note=asked.note)


def _undo(asked: Asked) -> tuple[int, ...]:
    return merging.take_back(asked.case, _number(asked), reviewer=asked.reviewer)


def _number(asked: Asked) -> int:
    (written,) = asked.few(1)
    if not (written.isascii() and written.isdecimal() and len(written) < 10):
        remedy = f"write: {USAGE[asked.what]}"
        raise SettingsError("no number of a decision", where=asked.what, remedy=remedy)
    return int(written)


def _parties(asked: Asked) -> tuple[int, ...]:
    who = {"reviewer": asked.reviewer, "note": asked.note}
    if asked.what == "merge-parties":
        name, *others = asked.few(_TWO, 99)
        return merging.merge_parties(asked.case, name, others, **who)
    return merging.part_parties(asked.case, *asked.few(_TWO), **who)


def _origins(asked: Asked) -> tuple[int, ...]:
    who = {"reviewer": asked.reviewer, "note": asked.note}
    if asked.what == "merge-origins":
        together = [asked.document(one) for one in asked.few(_TWO, 999)]
        return merging.merge_origins(asked.case, together, **who)
    first, other = map(asked.document, asked.few(_TWO))
    return merging.part_origins(asked.case, first, other, **who)


def _incidents(asked: Asked) -> tuple[int, ...]:
    who = {"reviewer": asked.reviewer, "note": asked.note}
    if asked.what == "merge-incidents":
        return merging.merge_incidents(asked.case, *asked.few(_TWO), **who)
    incident, *documents = asked.few(_TWO, 999)
    apart = [asked.document(one) for one in documents]
    return merging.split_incident(asked.case, incident, apart, **who)


def _relation(asked: Asked) -> tuple[int, ...]:
    first, second, relation = typed_relation(asked.case, asked.few(5))
    return relate_claims(
        asked.case, first, second, relation, reviewer=asked.reviewer, note=asked.note
    )


_WAYS: Mapping[str, Callable[[Asked], Decision | tuple[int, ...]]] = {
    "accept": _item,
    "correct": _item,
    "reject": _item,
    "insert": _insert,
    DESCRIBE: _describe,
    "same": _same_or_other,
    "other": _same_or_other,
    "merge-incidents": _incidents,
    "split-incident": _incidents,
    "merge-parties": _parties,
    "part-parties": _parties,
    "merge-origins": _origins,
    "part-origins": _origins,
    "relate": _relation,
    GRADE: _grade,
    "confirm": _remark,
    "dispute": _remark,
    UNDO: _undo,
}

USAGE: Mapping[str, str] = {
    "accept": "accept DOCUMENT ITEM",
    "correct": "correct DOCUMENT ITEM FIELD=VALUE…",
    "reject": "reject DOCUMENT ITEM",
    "insert": "insert DOCUMENT claim|time|place|count FIELD=VALUE…",
    DESCRIBE: "describe DOCUMENT… publisher|published|title|url=VALUE…",
    "same": "same DOCUMENT DOCUMENT",
    "other": "other DOCUMENT DOCUMENT",
    "merge-incidents": "merge-incidents INCIDENT INCIDENT",
    "split-incident": "split-incident INCIDENT DOCUMENT…",
    "merge-parties": "merge-parties NAME NAME…",
    "part-parties": "part-parties NAME NAME",
    "merge-origins": "merge-origins DOCUMENT DOCUMENT…",
    "part-origins": "part-origins DOCUMENT DOCUMENT",
    "relate": "relate DOCUMENT WORDS DOCUMENT WORDS entails|contradicts|neutral",
    GRADE: "grade INCIDENT POINT POSITION GRADE [PAIR]",
    "confirm": "confirm NUMBER",
    "dispute": "dispute NUMBER",
    UNDO: "undo NUMBER",
}
"""How each decision is written."""
