"""What people decided of pairs of documents, as it bears on the documents that are current."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from functools import cache

from rashomon.model.case import KeptDecision
from rashomon.model.errors import UnknownItemError
from rashomon.model.rulings import Ruling, last_words
from rashomon.review.rulings import Subject, rulings
from rashomon.store.case import Case


def current_rulings(
    case: Case, decisions: Iterable[KeptDecision], subject: Subject
) -> tuple[Ruling, ...]:
    """Return what people decided of pairs of documents and did not take back, in their order.

    What is decided of an article holds for its later versions.

    Args:
        case: a case.
        decisions: its decisions, in their order.
        subject: ``incident`` or ``origin``.
    """

    @cache
    def current(document: str) -> str:
        try:
            return case.versions(document)[-1].id
        except UnknownItemError:
            return document

    found = (
        replace(one, first=current(one.first), second=current(one.second))
        for one in rulings(decisions, subject)
    )
    return tuple(one for one in found if one.first != one.second)


def ruled_pairs(case: Case, documents: Collection[str], *, is_one: bool) -> list[tuple[str, str]]:
    """Return the pairs among documents of which the last word is that they are of one incident.

    Args:
        case: a case.
        documents: the ids of documents.
        is_one: whether such pairs are asked for; else those said to be of two.
    """
    within = frozenset(documents)
    return [
        one.pair
        for one in last_words(current_rulings(case, case.decisions(), "incident"))
        if one.is_one == is_one and {one.first, one.second} <= within
    ]


def bound_to_others(case: Case, documents: Collection[str]) -> list[str]:
    """Return those of some documents that people put into one incident with others."""
    within = frozenset(documents)
    return [
        mine
        for one in last_words(current_rulings(case, case.decisions(), "incident"))
        for mine, other in ((one.first, one.second), (one.second, one.first))
        if one.is_one and mine in within and other not in within
    ]
