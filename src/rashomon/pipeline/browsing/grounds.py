"""What a comparison rests on, told without reading a document: it is kept while that holds."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import astuple, replace

from rashomon.model.case import KeptDecision
from rashomon.model.incidents import Incident, IncidentDocument
from rashomon.model.reading import Reading
from rashomon.pipeline.browsing.contents import Contents
from rashomon.pipeline.comparing import Accounts
from rashomon.pipeline.verdicts import decided_by

_ON_PARTIES = frozenset(("same_party", "other_party"))
_ON_ACCOUNTS = frozenset(("grade", "relation"))


def grounds_of(contents: Contents, incident: Incident) -> str:
    """Return what tells the accounts of an incident from those of others, and of other states.

    Where it is equal, so is their comparison: it holds what is known of the incident, the hashes
    of the readings, their origins, and what people decided that comparing heeds.
    """
    documents = [one.document for one in _current(contents, incident)]
    named = frozenset(documents)
    decisions = [astuple(one.decision) for one in contents.decisions if _is_heeded(one, named)]
    known = (
        astuple(incident),
        [contents.hashes.get(one) for one in documents],
        astuple(contents.among(documents)),
        decisions,
    )
    return _digest(known)


def party_grounds(contents: Contents) -> str:
    """Return what tells the parties of a case from those of other states of it."""
    decisions = [
        astuple(one.decision)
        for one in contents.decisions
        if one.decision.kind in _ON_PARTIES and not one.is_undone
    ]
    readings = [(row.id, contents.hashes.get(row.id)) for row in contents.current]
    return _digest((readings, decisions))


def accounts_in(
    contents: Contents, incident: Incident, reading: Callable[[str], Reading]
) -> Accounts:
    """Return all that is said of an incident, as ``rashomon.pipeline.comparing`` does.

    Args:
        contents: what the case holds.
        incident: one of its incidents.
        reading: returns the reading of a document of an ``id``.
    """
    documents = _current(contents, incident)
    ids = [one.document for one in documents]
    return Accounts(
        replace(incident, documents=documents),
        {one: reading(one) for one in ids},
        contents.among(ids),
        decided_by(contents.decisions),
    )


def _digest(known: object) -> str:
    written = json.dumps(known, sort_keys=True, default=dict)
    return hashlib.sha256(written.encode()).hexdigest()


def _current(contents: Contents, incident: Incident) -> tuple[IncidentDocument, ...]:
    return tuple(one for one in incident.documents if contents.rows[one.document].is_current)


def _is_heeded(one: KeptDecision, documents: frozenset[str]) -> bool:
    decision = one.decision
    if one.is_undone:
        return False
    is_here = decision.document in documents
    return decision.kind in _ON_PARTIES or (decision.kind in _ON_ACCOUNTS and is_here)
