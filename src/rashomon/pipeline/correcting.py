"""Readings made anew where the decisions upon them, or what the machine read, have changed."""

from collections.abc import Callable, Iterable, Mapping

from rashomon.model.case import ON_FACTS, ON_ITEMS, Correction, DocumentRow, KeptDecision
from rashomon.model.reading import Reading
from rashomon.pipeline.describing import settle_facts
from rashomon.review.carrying import bearing
from rashomon.review.corrections import VERSION, reviewed
from rashomon.review.describing import facts_of
from rashomon.store.case import Case

Sketch = Callable[[Reading], Mapping[str, bytes]]
"""Returns all that later linking needs of a reading, by the name of the linker."""

_ROUNDS = 5
"""How often a reading is made again that others keep deciding on meanwhile."""


def remake_readings(case: Case, sketch: Sketch) -> tuple[str, ...]:
    """Make anew what is outdated; return the ids of the documents.

    Safe to be killed, and for two at once: each document is one transaction, which stores nothing
    where somebody decided meanwhile. It is made again then; what others keep changing stays
    outdated, and the next call goes on. So does a document that is to be read first with what is
    known of it now (``pipeline.describing.read_anew``).

    Args:
        case: a case, open for writing.
        sketch: makes the sketches of a document.

    Raises:
        CaseError: the case cannot be read or written.
    """
    made: dict[str, None] = {}
    for _ in range(_ROUNDS):
        settle_facts(case)
        unread = frozenset(case.unread())
        outdated = [one for one in case.outdated(VERSION) if one not in unread]
        if not outdated:
            break
        made.update((one, None) for one in outdated if _remake(case, one, sketch))
    return tuple(made)


def decided_versions(case: Case, decisions: Iterable[KeptDecision]) -> dict[str, frozenset[str]]:
    """Return the documents on whose items, or on what is known of them, decisions in force bear.

    Each is given with who decided.

    A decision on a version of an article bears on the later ones too.

    Args:
        case: a case.
        decisions: its decisions.
    """
    by: dict[str, set[str]] = {}
    for one in decisions:
        is_said = one.decision.kind in ON_FACTS and not one.is_undone
        if (is_said or one.is_upon_reading) and one.decision.document:
            by.setdefault(one.decision.document, set()).add(one.decision.reviewer)
    found: dict[str, frozenset[str]] = {}
    for document, reviewers in by.items():
        states = [row.id for row in case.versions(document)]
        for state in states[states.index(document) :]:
            found[state] = found.get(state, frozenset()) | reviewers
    return found


def as_borne(
    case: Case, decisions: Iterable[KeptDecision], rows: Iterable[DocumentRow]
) -> tuple[KeptDecision, ...]:
    """Return decisions, those on items of earlier versions of articles on the last ones.

    They are there at the words on which they bear now; those whose words were changed stay with the
    version that has them.

    Args:
        case: a case.
        decisions: its decisions, in their order.
        rows: what is known of its documents.
    """
    kept = tuple(decisions)
    earlier = {row.id for row in rows if not row.is_current}
    on_earlier = {one.decision.document for one in kept if one.decision.kind in ON_ITEMS} & earlier
    last = {case.versions(one)[-1].id for one in on_earlier if one}
    borne = {one.number: one for document in last for one in bearing(case.grounds(document))}
    return tuple(borne.get(one.number, one) for one in kept)


def is_up_to_date(case: Case) -> bool:
    """Return whether a case is linked, and all decisions are upon its readings."""
    return case.linked_by() is not None and not case.outdated(VERSION)


def _remake(case: Case, document_id: str, sketch: Sketch) -> bool:
    grounds = case.grounds(document_id)
    if not grounds.is_read or facts_of(grounds) != grounds.reading.document.facts:
        return False  # somebody said something of it meanwhile
    decisions = bearing(grounds)
    shown = reviewed(grounds.reading, decisions).reading
    earlier = (kept for one in grounds.earlier for kept in one.decisions)
    is_machines = not any(one.is_upon_reading for one in (*earlier, *grounds.decisions))
    return case.put_corrected(
        Correction(
            document=grounds.reading.document.id,
            made_of=grounds.made_of,
            made_by=VERSION,
            reading=None if is_machines else shown,
            sketches=sketch(shown),
        )
    )
