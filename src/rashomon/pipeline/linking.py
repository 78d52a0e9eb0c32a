"""Linking a case: what comes from the same root, and what speaks of the same incident."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from rashomon import __version__
from rashomon.linking import incidents, origins
from rashomon.model.case import Linking
from rashomon.model.incidents import Incident
from rashomon.model.reading import Reading
from rashomon.pipeline.resources import load_incident_model, load_origin_tables
from rashomon.settings import Settings
from rashomon.store.case import Case

ORIGINS, INCIDENTS = "origins", "incidents"

SAME, OTHER = "same_incident", "other_incident"
"""Kinds of decisions that linking heeds: that two documents are, or are not, of one incident."""


def load_sketcher(settings: Settings) -> Callable[[Reading], Mapping[str, bytes]]:
    """Return what makes of a reading all that later linking needs of it."""
    tables = load_origin_tables(settings.linking)
    model = load_incident_model()
    return lambda reading: {
        ORIGINS: origins.sketch(reading, tables),
        INCIDENTS: incidents.sketch(reading, model),
    }


def linking_versions() -> dict[str, str]:
    """Return what linking depends on beside the documents, by name."""
    return {"rashomon": __version__}


def is_up_to_date(case: Case) -> bool:
    """Return whether origins and incidents are those of all documents and decisions of a case."""
    return case.is_linked(linking_versions())


def link(case: Case, settings: Settings, tell: Callable[[str], None] = lambda _: None) -> bool:
    """Bring origins and incidents up to date; return whether there was anything to do.

    The answer depends on the documents and decisions of the case alone, not on their order.

    Args:
        case: a case, open for writing.
        settings: how it is linked.
        tell: is told which step begins.

    Raises:
        CaseError: the case cannot be read or written.
    """
    if is_up_to_date(case):
        return False
    tell("finding incidents")
    linked = incidents.link(
        case.sketches(INCIDENTS),
        case.pairs(INCIDENTS),
        load_incident_model(),
        decisions=tuple(_verdicts(case)),
    )
    tell("finding origins")
    traced = origins.trace(
        case.sketches(ORIGINS),
        case.pairs(ORIGINS),
        load_origin_tables(settings.linking),
        stories=_stories(linked.incidents),
    )
    tell("writing")
    case.put_linking(
        Linking(
            origins=traced.origins,
            incidents=linked.incidents,
            new_pairs={ORIGINS: traced.new_pairs, INCIDENTS: linked.new_pairs},
            gone_pairs={ORIGINS: traced.gone_pairs, INCIDENTS: linked.gone_pairs},
            versions=linking_versions(),
        )
    )
    return True


def _stories(found: Iterable[Incident]) -> dict[str, str]:
    """Return what each document is about: the ``id`` of its main incident."""
    return {
        one.document: incident.id
        for incident in found
        for one in incident.documents
        if one.role == "main"
    }


def _verdicts(case: Case) -> Iterator[tuple[str, str, bool]]:
    """Yield what people decided of pairs of documents: whether they are of one incident."""
    for kept in case.decisions():
        decision = kept.decision
        if kept.is_undone or decision.kind not in (SAME, OTHER) or not decision.document:
            continue
        yield decision.document, decision.value["with"], decision.kind == SAME
