"""How a dossier was made: what read, linked and compared, from which state of a case."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from rashomon.model.case import KeptDecision
from rashomon.model.review import Conflict, Standing


@dataclass(frozen=True, slots=True)
class ModelNote:
    """A model, what it does, and how well.

    Attributes:
        name: what it is called.
        does: what it is asked, as a clause.
        scores: how well it does on texts that it did not learn from, a sentence each.
        limits: where it falls short, a sentence each.
    """

    name: str
    does: str
    scores: tuple[str, ...]
    limits: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Method:
    """How a dossier was made.

    Attributes:
        version: of the package.
        case: the name of the case.
        state: the hash of the last entry of its log: it stands for all that was ever done in it.
        entries: how many entries the log has.
        changed_at: the moment of the last one; empty for a case in which nothing was done.
        read_by: what made readings, by name.
        read_otherwise: how many of the documents were read by other versions.
        linked_by: what found origins and incidents, by name; empty where something changed since.
        models: the models, with their scores.
        decisions: what people decided on these documents, or on parties as such, and did not take
            back.
        standings: what second reviewers said of decisions, by their numbers.
        conflicts: of these decisions those that cannot all hold.
    """

    version: str
    case: str
    state: str
    entries: int
    changed_at: str
    read_by: tuple[tuple[str, str], ...]
    read_otherwise: int
    linked_by: tuple[tuple[str, str], ...]
    models: tuple[ModelNote, ...]
    decisions: tuple[KeptDecision, ...]
    standings: Mapping[int, Standing] = field(default_factory=dict)
    conflicts: tuple[Conflict, ...] = ()
