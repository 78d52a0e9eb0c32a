"""What a case holds, without its texts: read once for every state of it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from rashomon.model.case import DocumentRow, KeptDecision
from rashomon.model.errors import UnknownItemError
from rashomon.model.incidents import Incident
from rashomon.model.origins import Derivation, Origin, Origins
from rashomon.pipeline.comparing import origins_among
from rashomon.store.case import Case
from rashomon.store.contents import LEAST

_DECIDING = frozenset(("corrected", "decided", "undone"))
"""What the log calls deeds that leave documents, incidents and origins as they are."""


@dataclass(frozen=True)
class Contents:
    """What a case holds in one state, without its texts.

    Attributes:
        state: the state of the case, as ``Case.state`` gives it.
        rows: what is known of each document, by its ``id``, in the order of adding.
        incidents: what happened, as the case was linked last.
        origins: which documents share a root.
        decisions: all that people decided, those taken back too.
        hashes: the hash of the reading of each document, by its ``id``.
        log_size: how many entries its log has at least.
        is_linked: whether incidents and origins are up to date, and documents were read with what
            is known of them now.
    """

    state: str
    rows: Mapping[str, DocumentRow]
    incidents: tuple[Incident, ...]
    origins: Origins
    decisions: tuple[KeptDecision, ...]
    hashes: Mapping[str, str]
    log_size: int
    is_linked: bool

    @cached_property
    def incident_by_id(self) -> dict[str, Incident]:
        """The incidents by their ``id``."""
        return {one.id: one for one in self.incidents}

    @cached_property
    def origin_by_id(self) -> dict[str, Origin]:
        """The origins by their ``id``."""
        return {one.id: one for one in self.origins.origins}

    @cached_property
    def incidents_of(self) -> dict[str, tuple[Incident, ...]]:
        """The incidents that each document speaks of, by its ``id``: what it is about first."""
        found: dict[str, list[tuple[bool, Incident]]] = {}
        for incident in self.incidents:
            for one in incident.documents:
                found.setdefault(one.document, []).append((one.role != "main", incident))
        return {
            document: tuple(one for _, one in sorted(each, key=lambda pair: pair[0]))
            for document, each in found.items()
        }

    @cached_property
    def derivations_of(self) -> dict[str, tuple[Derivation, ...]]:
        """By the ``id`` of a document, why it or stretches of it come from where they do."""
        return _grouped(self.origins.derivations, lambda one: one.document)

    @cached_property
    def derivations_from(self) -> dict[str, tuple[Derivation, ...]]:
        """By the ``id`` of an origin, what comes from it, and why."""
        return _grouped(self.origins.derivations, lambda one: one.root)

    @cached_property
    def among(self) -> Callable[[Iterable[str]], Origins]:
        """Return what gives the origins of some documents, each with those alone."""
        return origins_among(self.origins)

    @cached_property
    def current(self) -> tuple[DocumentRow, ...]:
        """The documents that are the last state of their article."""
        return tuple(row for row in self.rows.values() if row.is_current)

    def origins_behind(self, incident: Incident) -> int:
        """Return how many independent origins the documents of an incident have."""
        roots = {self.rows[one.document].origin for one in incident.documents}
        return len(roots - {None})

    def incident(self, asked: str) -> Incident:
        """Return the incident of an ``id`` (``i2``, ``I2`` or ``2``).

        Raises:
            UnknownItemError: there is none.
        """
        found = self.incident_by_id.get(f"i{asked.lower().removeprefix('i')}")
        if found is None:
            what = f"there is no incident {asked!r}"
            raise UnknownItemError(what, remedy="look for it in the list of incidents")
        return found

    def row(self, asked: str) -> DocumentRow:
        """Return what is known of a document, of its ``id`` or the beginning of its digest.

        Raises:
            UnknownItemError: there is none, or more than one.
        """
        if asked in self.rows:
            return self.rows[asked]
        if len(asked.removeprefix("sha256:")) < LEAST:
            what = f"{asked!r} is too little to name a document"
            raise UnknownItemError(what, remedy=f"give {LEAST} characters of its id or more")
        whole = asked if asked.startswith("sha256:") else f"sha256:{asked}"
        fitting = [row for one, row in self.rows.items() if one.startswith(whole)]
        if len(fitting) != 1:
            how_many = "more than one document" if fitting else "no document"
            what = f"there is {how_many} whose id begins with {asked!r}"
            raise UnknownItemError(what, remedy="look for it in the list of documents")
        return fitting[0]


def _grouped(
    derivations: Iterable[Derivation], key: Callable[[Derivation], str]
) -> dict[str, tuple[Derivation, ...]]:
    found: dict[str, list[Derivation]] = {}
    for one in derivations:
        found.setdefault(key(one), []).append(one)
    return {name: tuple(each) for name, each in found.items()}


def contents_of(case: Case, before: Contents | None = None) -> Contents:
    """Return what a case holds now.

    The state is read first: of a case that changes meanwhile, what is returned is labelled with
    the state before, and so is read again by whoever asks next.

    Args:
        case: the case.
        before: what it held before; where only decisions were made since, the rest is taken of it.
    """
    state, log_size = case.state(), case.log_size()
    same = before if before and _is_decided_alone(case, before) else None
    return Contents(
        state=state,
        rows=same.rows if same else {row.id: row for row in case.documents()},
        incidents=same.incidents if same else case.incidents(),
        origins=same.origins if same else case.origins(),
        decisions=tuple(case.decisions()),
        hashes=dict(case.reading_hashes()),
        log_size=log_size,
        is_linked=case.linked_by() is not None and not case.unread(),
    )


def _is_decided_alone(case: Case, before: Contents) -> bool:
    """Return whether nothing happened since that changes documents, incidents or origins."""
    return all(one.action in _DECIDING for one in case.log(after=before.log_size))
