"""Decisions on what is one: parties, origins, incidents.

Each function puts what a person decided on record, as one act, and returns the numbers of the
decisions; :func:`take_back` undoes them together. Comparing heeds parties at once;
origins and incidents are heeded by the next linking (``pipeline.linking.link``).
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import pairwise

from rashomon.compare.speakers.names import are_alike
from rashomon.compare.speakers.voices import UNNAMED
from rashomon.model.comparison import Comparison, Holding
from rashomon.model.errors import SettingsError, UnknownItemError
from rashomon.model.incidents import Incident
from rashomon.model.tasks import Words
from rashomon.pipeline.acting import ACT, Made, check_reviewer, put_act
from rashomon.pipeline.asking import chosen_incidents
from rashomon.pipeline.ruled import bound_to_others, ruled_pairs
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
    called = _named(name)
    names = [one for one in map(_named, others) if not are_alike(one, called)]
    if not names:
        raise SettingsError(
            "no two names", where="party", remedy="name a party, and one of other words"
        )
    values = [{"name": called, "with": one} for one in dict.fromkeys(names)]
    return put_act(case, [("same_party", None, one) for one in values], reviewer, note)


def part_parties(
    case: Case, name: str, *others: str, reviewer: str, note: str = ""
) -> tuple[int, ...]:
    """Put on record that a name is of another party than each of others, in all comparisons.

    Where these are names that documents use for one party of a comparison
    (:func:`names_of_party`), they are taken apart.

    Raises:
        SettingsError: nobody decides, or two names are one.
    """
    called = _named(name)
    names = list(dict.fromkeys(map(_named, others)))
    if not names or any(are_alike(called, one) for one in names):
        raise SettingsError(
            "both names are one by their words" if names else "no two names",
            where="party",
            remedy="correct the source of a claim where it is another",
        )
    values = [{"name": called, "with": one} for one in names]
    return put_act(case, [("other_party", None, one) for one in values], reviewer, note)


def _named(name: str) -> str:
    """Return the name of a party as decisions have it."""
    if not name.strip():
        raise SettingsError("a name is empty", where="party", remedy="name a party")
    if name.strip() == UNNAMED:
        raise SettingsError(
            f"{UNNAMED!r} stands for all whom the documents do not name",
            where="party",
            remedy="correct the source of a claim where it is known who speaks",
        )
    return name.strip()


def names_of_party(comparison: Comparison, party: str) -> tuple[str, ...]:
    """Return the names that documents use for a party of a comparison, the most used first."""
    found = Counter(one.voice.party for one in _holdings(comparison) if one.party == party)
    return tuple(sorted(found, key=lambda one: (-found[one], one)))


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
    ids = list(dict.fromkeys(case.document(one).id for one in documents))
    if len(ids) < len(("one", "other")):
        raise SettingsError("no two documents", where="origin", remedy="name one and another one")
    return put_act(case, _on_pairs("same_origin", pairwise(ids)), reviewer, note)


def part_origins(
    case: Case, document: str, *others: str, reviewer: str, note: str = ""
) -> tuple[int, ...]:
    """Put on record that a document shares no root with each of others: it is independent of them.

    Raises:
        SettingsError: nobody decides, or two are one document.
        UnknownItemError: there is no such document.
    """
    first, *ids = dict.fromkeys(case.document(one).id for one in (document, *others))
    if len(ids) < len(others) or not ids:
        raise SettingsError("both are one document", where="origin", remedy="name another one")
    return put_act(case, _on_pairs("other_origin", [(first, one) for one in ids]), reviewer, note)


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
    found = [_about(case, one) for one in (incident, other)]
    (one, of_one), (another, of_other) = found
    if one.id == another.id:
        raise SettingsError("both are one incident", where=one.id, remedy="name another one")
    documents = [*of_one, *of_other]
    pairs = dict.fromkeys((*pairwise(documents), *ruled_pairs(case, documents, is_one=False)))
    return put_act(case, _on_pairs("same_incident", pairs), reviewer, note)


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
    found, about = _about(case, incident)
    ids = {case.document(one).id for one in documents}
    leaving = [one for one in about if one in ids]
    staying = [one for one in about if one not in ids]
    if not leaving or not staying or len(leaving) < len(ids):
        what = "no document of it is named" if not leaving else "none of its documents is left"
        if len(leaving) < len(ids):
            what = "a document that is named is not about it"
        raise SettingsError(what, where=found.id, remedy="name some documents that are about it")
    together = (*pairwise(leaving), *ruled_pairs(case, leaving, is_one=False))
    # the others need not belong together: each is kept apart from those that leave
    bound = dict.fromkeys((leaving[0], *bound_to_others(case, leaving)))
    apart = [(one, other) for one in bound for other in staying]
    decisions = (
        *_on_pairs("same_incident", dict.fromkeys(together)),
        *_on_pairs("other_incident", apart),
    )
    return put_act(case, decisions, reviewer, note)


def one_act(case: Case, number: int) -> tuple[int, ...]:
    """Return the numbers of the decisions in force that were put on record in one act with one.

    Merging two incidents is as many decisions as they have documents, and undone as one.
    """
    kept = {one.number: one for one in case.decisions() if not one.is_undone}
    asked = kept.get(number)
    act = asked.decision.value.get(ACT) if asked else None
    if not asked or not act:
        return (number,) if asked else ()
    return tuple(at for at, one in kept.items() if one.decision.value.get(ACT) == act)


def take_back(case: Case, number: int, *, reviewer: str) -> tuple[int, ...]:
    """Take back a decision, with all that were put on record in one act with it.

    Returns:
        The numbers of what was taken back.

    Raises:
        SettingsError: nobody decides.
        UnknownItemError: there is no such decision.
        UnfitDecisionError: it was taken back already.
    """
    check_reviewer(reviewer)
    numbers = one_act(case, number) or (number,)
    case.undo_all(numbers, reviewer=reviewer)
    return numbers


def _on_pairs(kind: str, pairs: Iterable[tuple[str, str]]) -> Iterator[Made]:
    return ((kind, Words(first), {"with": second}) for first, second in pairs)


def _holdings(comparison: Comparison) -> Iterator[Holding]:
    """Yield all who hold or deny an answer of a comparison."""
    for point in comparison.points:
        for position in point.positions:
            yield from (*position.held_by, *position.denied_by)


def _about(case: Case, incident: str) -> tuple[Incident, list[str]]:
    """Return an incident with the documents that are about it.

    Raises:
        UnknownItemError: there is no such incident.
        SettingsError: no document is about it.
    """
    if not incident.strip():
        raise UnknownItemError("no incident is named", remedy="write one, as i1")
    (found,) = chosen_incidents(case, incident)
    about = [one.document for one in found.documents if one.role == "main"]
    if not about:
        raise SettingsError(
            "no document is about it: it is told of in passing alone",
            where=found.id,
            remedy="correct what is told of it in the documents",
        )
    return found, about
