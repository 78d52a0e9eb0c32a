"""Comparing the accounts of an incident of a case."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from rashomon.compare.comparing import Comparer, compare
from rashomon.compare.decided import NOTHING, Decided
from rashomon.model.comparison import Comparison, Point
from rashomon.model.document import Document
from rashomon.model.errors import UnknownItemError
from rashomon.model.incidents import Incident
from rashomon.model.origins import Derivation, Origins
from rashomon.model.reading import Reading
from rashomon.pipeline.asking import chosen_incidents
from rashomon.pipeline.verdicts import decided
from rashomon.store.case import Case

_MOST_NAMED = 4


@dataclass(frozen=True, slots=True)
class Accounts:
    """All that is said of an incident, as a case holds it.

    Attributes:
        incident: what they are of, with those of its documents alone that are current.
        readings: what was read in each of these, by the ``id`` of the document.
        origins: where they come from.
        decided: what people decided of accounts.
    """

    incident: Incident
    readings: Mapping[str, Reading]
    origins: Origins
    decided: Decided = NOTHING

    @property
    def documents(self) -> dict[str, Document]:
        """The documents, by their ``id``."""
        return {one: reading.document for one, reading in self.readings.items()}

    def compared(self, comparer: Comparer) -> Comparison:
        """Return the accounts, side by side.

        Raises:
            ModelError: the relation model is to be asked, and a file of it is missing or damaged.
        """
        return compare(self.incident, self.readings, self.origins, comparer, self.decided)


def comparison_of(case: Case, incident: str, comparer: Comparer) -> Comparison:
    """Return the accounts of an incident of a case, side by side.

    Args:
        case: a case that is linked.
        incident: the ``id`` of the incident (``i2``, ``I2`` or ``2``).
        comparer: the words and the model to compare with.

    Raises:
        UnknownItemError: there is no such incident.
        ModelError: the relation model is to be asked, and a file of it is missing or damaged.
    """
    return accounts_of(case, incident).compared(comparer)


def accounts_of(case: Case, incident: str) -> Accounts:
    """Return what a case holds of an incident.

    Raises:
        UnknownItemError: there is no such incident.
    """
    if not incident:
        raise UnknownItemError("no incident is named", remedy="write one, as i1")
    (chosen,) = chosen_incidents(case, incident)
    return find_accounts(case)(chosen)


def find_accounts(case: Case) -> Callable[[Incident], Accounts]:
    """Return what finds the accounts of one incident after another, at no cost of the others."""
    current = {row.id for row in case.documents() if row.is_current}
    among = origins_among(case.origins())
    decisions = decided(case)

    def find(incident: Incident) -> Accounts:
        documents = tuple(one for one in incident.documents if one.document in current)
        ids = [one.document for one in documents]
        readings = {one: case.reading(one) for one in ids}
        return Accounts(replace(incident, documents=documents), readings, among(ids), decisions)

    return find


def origins_among(origins: Origins) -> Callable[[Iterable[str]], Origins]:
    """Return what ``Origins.among`` returns, at no cost of the documents that are not asked for."""
    root_of = origins.by_document()
    by_id = {one.id: one for one in origins.origins}
    edges: dict[str, list[Derivation]] = {}
    for one in origins.derivations:
        edges.setdefault(one.document, []).append(one)

    def among(documents: Iterable[str]) -> Origins:
        kept = sorted(set(documents))
        derivations = tuple(edge for one in kept for edge in edges.get(one, ()))
        held: dict[str, list[str]] = {edge.root: [] for edge in derivations}
        for one in kept:
            if one in root_of:
                held.setdefault(root_of[one], []).append(one)
        roots = tuple(
            replace(by_id[root], documents=tuple(held[root])) for root in held if root in by_id
        )
        return Origins(roots, derivations)

    return among


def chosen_point(comparison: Comparison, point: str) -> Point:
    """Return the point of an ``id`` (``q3``, ``Q3`` or ``3``), or the only one called so.

    Args:
        comparison: the accounts of an incident.
        point: an ``id``, a label (*children killed*), or a kind (``responsibility``).

    Raises:
        UnknownItemError: there is none, or a kind fits several; the message names those that there
            are.
    """
    asked = point.strip().casefold()
    fitting: list[Point] = []
    for fits in (_is_of_id, _is_labelled, _is_of_kind):
        fitting = [one for one in comparison.points if fits(one, asked)]
        if len(fitting) == 1:
            return fitting[0]
        if fitting:
            break
    what = f"there is no point {point!r} in {comparison.incident.id}"
    if fitting:
        what = f"{point!r} is more than one point of {comparison.incident.id}"
    known = listed_some(f"{one.id} ({one.label})" for one in fitting or comparison.points)
    raise UnknownItemError(
        what, remedy=f"there are {known}" if known else "its accounts answer to none"
    )


def _is_of_id(point: Point, asked: str) -> bool:
    return point.id in (asked, f"q{asked}")


def _is_labelled(point: Point, asked: str) -> bool:
    return point.label.casefold() == asked


def _is_of_kind(point: Point, asked: str) -> bool:
    return point.kind == asked


def listed_some(names: Iterable[str]) -> str:
    """Return the first few of what there is, and how many more there are."""
    some = list(names)
    kept = ", ".join(some[:_MOST_NAMED])
    return f"{kept} and {len(some) - _MOST_NAMED} more" if len(some) > _MOST_NAMED else kept
