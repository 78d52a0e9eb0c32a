"""Linking a case: what comes from the same root, and what speaks of the same incident."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import islice

from rashomon.linking import incidents, origins
from rashomon.linking.incidents import Model
from rashomon.linking.origins import OriginTables
from rashomon.model.case import Linking
from rashomon.model.incidents import Incident
from rashomon.model.reading import Reading
from rashomon.pipeline.correcting import remake_readings
from rashomon.pipeline.describing import read_anew
from rashomon.pipeline.resources import load_incident_model, load_origin_tables
from rashomon.pipeline.ruled import current_rulings
from rashomon.pipeline.versions import package_version, sketch_names
from rashomon.settings import LinkingSettings, Settings
from rashomon.store.case import Case

SAME, OTHER = "same_incident", "other_incident"
"""Kinds of decisions that linking heeds: that two documents are, or are not, of one incident."""

_SKETCHED_AT_ONCE = 200


@dataclass(frozen=True, slots=True)
class Linkers:
    """What links documents, and the names under which a case keeps what it needs of each.

    Attributes:
        tables: what is known of agencies and publishers.
        model: what finds incidents.
        origins: the name of sketches and pairs for origins.
        incidents: the name of sketches and pairs for incidents.
    """

    tables: OriginTables
    model: Model
    origins: str
    incidents: str

    @property
    def versions(self) -> dict[str, str]:
        """What a linking depends on beside the documents, by name."""
        return {"rashomon": package_version(), "origins": self.origins, "incidents": self.incidents}

    def sketch(self, reading: Reading) -> Mapping[str, bytes]:
        """Return all that later linking needs of a document."""
        return {
            self.origins: origins.sketch(reading, self.tables),
            self.incidents: incidents.sketch(reading, self.model),
        }


def load_linkers(settings: LinkingSettings) -> Linkers:
    """Return what links documents.

    Raises:
        ModelError: a file of the package is missing or damaged.
        SettingsError: the user's file of publishers is missing, or makes no sense.
    """
    tables, model = load_origin_tables(settings), load_incident_model()
    return Linkers(tables, model, *sketch_names(settings))


def link(case: Case, settings: Settings, tell: Callable[[str], None] = lambda _: None) -> bool:
    """Bring origins and incidents up to date; return whether there was anything to do.

    Documents of which people said something are read with that before.

    The answer depends on the documents and decisions of the case alone, not on their order.

    Args:
        case: a case, open for writing.
        settings: how it is linked, and how documents are read.
        tell: is told which step begins, and which document cannot be read.

    Raises:
        CaseError: the case cannot be read or written.
        ModelError: a file of the package is missing or damaged.
        SettingsError: the user's file of publishers is missing, or makes no sense.
    """
    linkers = load_linkers(settings.linking)
    for failure in read_anew(case, settings, tell):
        tell(str(failure.error))
    return link_with(case, linkers, tell)


def link_with(case: Case, linkers: Linkers, tell: Callable[[str], None] = lambda _: None) -> bool:
    """Do what :func:`link` does, but for reading, with linkers that are loaded already.

    Raises:
        CaseError: the case cannot be read or written.
    """
    remake_readings(case, linkers.sketch)
    if case.linked_by() == linkers.versions:
        return False
    _sketch_again(case, linkers, tell)
    unlinked = case.unlinked()
    kept = tuple(case.decisions())
    tell("finding incidents")
    linked = incidents.link(
        case.sketches(linkers.incidents),
        case.pairs(linkers.incidents),
        linkers.model,
        decisions=[
            (one.first, one.second, one.is_one) for one in current_rulings(case, kept, "incident")
        ],
    )
    tell("finding origins")
    traced = origins.trace(
        case.sketches(linkers.origins),
        case.pairs(linkers.origins),
        linkers.tables,
        stories=_stories(linked.incidents),
        rulings=current_rulings(case, kept, "origin"),
    )
    tell("writing")
    names = linkers.origins, linkers.incidents
    case.put_linking(
        Linking(
            origins=traced.origins,
            incidents=linked.incidents,
            new_pairs=dict(zip(names, (traced.new_pairs, linked.new_pairs), strict=True)),
            gone_pairs=dict(zip(names, (traced.gone_pairs, linked.gone_pairs), strict=True)),
            versions=linkers.versions,
            unlinked=unlinked,
        )
    )
    return True


def _sketch_again(case: Case, linkers: Linkers, tell: Callable[[str], None]) -> None:
    """Make the sketches that a case lacks: those that it has were made by an older version."""
    lacking = {*case.unsketched(linkers.origins), *case.unsketched(linkers.incidents)}
    if lacking:
        tell(f"sketching {len(lacking):,} documents again")
    waiting = iter(sorted(lacking))
    while portion := list(islice(waiting, _SKETCHED_AT_ONCE)):
        case.put_sketches({one: linkers.sketch(case.reading(one)) for one in portion})


def _stories(found: Iterable[Incident]) -> dict[str, str]:
    """Return what each document is about: the ``id`` of its main incident."""
    return {
        one.document: incident.id
        for incident in found
        for one in incident.documents
        if one.role == "main"
    }
