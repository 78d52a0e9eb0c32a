"""Decisions on what is one: parties, origins, incidents; and on how two claims relate.

Each function puts what a person decided on record, as one act, and returns the numbers of the
decisions; :func:`take_back` undoes them together. Comparing heeds parties and relations at once;
origins and incidents are heeded by the next linking (``pipeline.linking.link``).
"""

from collections.abc import Collection, Sequence

from rashomon.model.comparison import Comparison, Relation
from rashomon.model.tasks import Words
from rashomon.store.case import Case


def merge_parties(
    case: Case, name: str, others: Sequence[str], *, reviewer: str, note: str = ""
) -> tuple[int, ...]:
    """Put on record that parties are one, in all comparisons.

    Args:
        case: a case, open for writing.
        name: what the party is to be called.
        others: the other names that it goes by, in comparisons or in documents.
        reviewer: who decides.
        note: why; may be empty.

    Returns:
        The numbers of the decisions, one for each other name.

    Raises:
        SettingsError: nobody decides, or there are no two names.
    """
    raise NotImplementedError


def part_parties(
    case: Case, name: str, other: str, *, reviewer: str, note: str = ""
) -> tuple[int, ...]:
    """Put on record that two names are of two parties, in all comparisons.

    Where both are names that documents use for one party of a comparison
    (:func:`names_of_party`), they are taken apart.

    Raises:
        SettingsError: nobody decides, or both names are one.
    """
    raise NotImplementedError


def names_of_party(comparison: Comparison, party: str) -> tuple[str, ...]:
    """Return the names that documents use for a party of a comparison, the most used first."""
    raise NotImplementedError


def merge_origins(
    case: Case, documents: Sequence[str], *, reviewer: str, note: str = ""
) -> tuple[int, ...]:
    """Put on record that documents come from one root.

    Args:
        case: a case, open for writing.
        documents: two or more, by their ids or the beginnings of these.
        reviewer: who decides.
        note: why; may be empty.

    Raises:
        SettingsError: nobody decides, or there are no two documents.
        UnknownItemError: there is no such document.
    """
    raise NotImplementedError


def part_origins(
    case: Case, document: str, other: str, *, reviewer: str, note: str = ""
) -> tuple[int, ...]:
    """Put on record that two documents do not share a root: that they are independent.

    Raises:
        SettingsError: nobody decides, or both are one document.
        UnknownItemError: there is no such document.
    """
    raise NotImplementedError


def merge_incidents(
    case: Case, incident: str, other: str, *, reviewer: str, note: str = ""
) -> tuple[int, ...]:
    """Put on record that two incidents are one: all documents that are about either.

    Args:
        case: a case that is linked, open for writing.
        incident: the ``id`` of one (``i1``).
        other: the ``id`` of the other.
        reviewer: who decides.
        note: why; may be empty.

    Raises:
        SettingsError: nobody decides, both are one, or no document is about one of them.
        UnknownItemError: there is no such incident.
    """
    raise NotImplementedError


def split_incident(
    case: Case, incident: str, documents: Collection[str], *, reviewer: str, note: str = ""
) -> tuple[int, ...]:
    """Put on record that some documents are about an incident of their own.

    Args:
        case: a case that is linked, open for writing.
        incident: the ``id`` of the incident that they are linked to (``i1``).
        documents: those that are about another one, by their ids or the beginnings of these.
        reviewer: who decides.
        note: why; may be empty.

    Raises:
        SettingsError: nobody decides, no document is named, all are, or one is not about it.
        UnknownItemError: there is no such incident or document.
    """
    raise NotImplementedError


def relate_claims(
    case: Case, first: Words, second: Words, relation: Relation, *, reviewer: str, note: str = ""
) -> tuple[int, ...]:
    """Put on record how a second claim relates to a first.

    Args:
        case: a case, open for writing.
        first: the words of one claim.
        second: the words of the other.
        relation: whether the second follows from the first, contradicts it, or neither.
        reviewer: who decides.
        note: why; may be empty.

    Raises:
        SettingsError: nobody decides, or words are missing or the same.
        UnknownItemError: there is no such document.
        CaseError: a span does not resolve.
    """
    raise NotImplementedError


def one_act(case: Case, number: int) -> tuple[int, ...]:
    """Return the numbers of the decisions in force that were put on record in one act with one.

    Merging two incidents is as many decisions as they have documents, and undone as one.
    """
    raise NotImplementedError


def take_back(case: Case, number: int, *, reviewer: str) -> tuple[int, ...]:
    """Take back a decision, with all that were put on record in one act with it.

    Returns:
        The numbers of what was taken back.

    Raises:
        SettingsError: nobody decides.
        UnknownItemError: there is no such decision.
        CaseError: it was taken back already.
    """
    raise NotImplementedError
