"""Whether a case holds what was stored, readings follow from decisions, cells rest on words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from rashomon.compare.comparing import Comparer
from rashomon.model.case import Break, Grounds, Verified
from rashomon.model.comparison import Comparison, Holding, OwnStatement
from rashomon.model.errors import CaseError
from rashomon.model.reading import Reading
from rashomon.model.spans import Span
from rashomon.pipeline.comparing import Accounts, find_accounts
from rashomon.pipeline.correcting import decided_versions
from rashomon.review.carrying import bearing
from rashomon.review.corrections import VERSION, reviewed
from rashomon.review.describing import facts_of
from rashomon.store.case import Case

CELLS = "cells"
"""Under what name cells are counted among all that was checked."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What the check of one comparison came to.

    Attributes:
        cells: how many words were looked at that stand behind what it shows.
        breaks: what does not hold.
    """

    cells: int
    breaks: tuple[Break, ...]


def verified_with(verified: Verified, checks: Iterable[Checked]) -> Verified:
    """Return what the check of a case came to, with that of its comparisons."""
    found = list(checks)
    cells = sum(one.cells for one in found)
    breaks = (broken for one in found for broken in one.breaks)
    return replace(
        verified,
        checked={**verified.checked, CELLS: cells},
        breaks=(*verified.breaks, *breaks),
    )


def check_corrections(case: Case) -> Iterator[Checked]:
    """Yield for each document on which people decided whether all that is shown follows from that.

    That is what is known of it, and its reading.

    What another version laid upon readings, or is to be made anew, is passed over.

    Args:
        case: a case.
    """
    try:
        decided = decided_versions(case, case.decisions())
        outdated = frozenset(case.outdated(VERSION))
    except CaseError as error:
        yield Checked(0, (Break("decisions", f"the check broke off: {error.what}"),))
        return
    for document in decided:
        if document in outdated:
            continue
        try:
            grounds, shown = case.grounds(document), case.reading(document)
        except CaseError as error:
            yield Checked(0, (Break(document, f"it cannot be made anew: {error.what}"),))
            continue
        yield Checked(0, tuple(Break(document, what) for what in _unfounded(grounds, shown)))


def _unfounded(grounds: Grounds, shown: Reading) -> Iterator[str]:
    """Yield what is shown of a document that the decisions on it do not come to, as clauses."""
    if facts_of(grounds) != shown.document.facts:
        yield "what is known of it is not what the decisions on it come to"
    if not grounds.is_read:
        yield "it was not read with what is known of it"
    if shown != reviewed(grounds.reading, bearing(grounds)).reading:
        yield "its corrected reading is not what the decisions on it come to"


def check_comparisons(case: Case, comparer: Comparer) -> Iterator[Checked]:
    """Yield what the check of the comparison of each incident came to.

    Comparisons are not stored: what is checked is what would be shown. What cannot be had of a
    damaged case is a break, and the rest is checked.

    Args:
        case: a case.
        comparer: the words to compare with; the relation model may be left out.
    """
    try:
        incidents = case.incidents()
        find = find_accounts(case)
    except CaseError as error:
        yield Checked(0, (Break("comparisons", f"the check broke off: {error.what}"),))
        return
    for incident in incidents:
        try:
            accounts = find(incident)
        except CaseError as error:
            yield Checked(0, (Break(incident.id, f"it cannot be compared: {error.what}"),))
        else:
            yield check_cells(accounts.compared(comparer), accounts)


def check_cells(comparison: Comparison, accounts: Accounts) -> Checked:
    """Check that all that a comparison shows rests on words of the documents of its incident.

    Args:
        comparison: what is shown.
        accounts: what it was made of.
    """
    words = Words(accounts)
    breaks: list[Break] = []
    cells = 0
    for where, one in _cells(comparison):
        cells += 1
        breaks += (Break(f"{comparison.incident.id} {where}", what) for what in words.faults(one))
    return Checked(cells, tuple(breaks))


class Words:
    """What there is to rest on: texts, attributions and origins.

    Args:
        accounts: the accounts of an incident.
    """

    def __init__(self, accounts: Accounts) -> None:
        self._texts = {one.id: one.text for one in accounts.documents.values()}
        self._attributions = {
            document: {one.id for one in reading.attributions}
            for document, reading in accounts.readings.items()
        }
        self._origins = {one.id for one in accounts.origins.origins}

    def faults(self, one: Holding | OwnStatement) -> Iterator[str]:
        """Yield what does not hold of a cell, as clauses."""
        if one.document not in self._texts:
            yield f"it names {one.document}, which is no document of the incident"
            return
        spans = (one.span, *(one.loaded if isinstance(one, OwnStatement) else ()))
        for span in spans:
            if not self._resolves(one.document, span):
                yield f"its span {list(span)} holds no words of {one.document}"
        if one.origin not in self._origins:
            yield f"it names the origin {one.origin}, which is not there"
        attribution = one.voice.attribution if isinstance(one, Holding) else None
        if attribution is not None and attribution not in self._attributions[one.document]:
            yield f"it names {attribution}, which is no claim of {one.document}"

    def _resolves(self, document: str, span: Span) -> bool:
        text = self._texts[document]
        return 0 <= span.start < span.end <= len(text) and bool(span.of(text).strip())


def _cells(comparison: Comparison) -> Iterator[tuple[str, Holding | OwnStatement]]:
    """Yield all that rests on words, with where it is shown."""
    for point in comparison.points:
        for position in point.positions:
            for one in (*position.held_by, *position.denied_by):
                yield point.id, one
    for relation in comparison.relations:
        for one in (relation.first, relation.second):
            yield "relations", one
    for toll in comparison.tolls:
        for one in (*toll.lowest_by, *toll.highest_by):
            yield "tolls", one
    for statement in comparison.own_voice:
        yield "own voice", statement
