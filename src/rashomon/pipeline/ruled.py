"""What people decided of pairs of documents, as it bears on the documents that are current."""

from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from rashomon.model.case import KeptDecision
from rashomon.model.errors import UnknownItemError
from rashomon.model.rulings import Ruling
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
