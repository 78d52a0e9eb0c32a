"""Whether two documents are about one incident, as a person decides it."""

from rashomon.model.case import Decision
from rashomon.model.errors import SettingsError
from rashomon.pipeline.acting import check_reviewer
from rashomon.pipeline.linking import OTHER, SAME
from rashomon.store.case import Case


def pair_decision(
    case: Case, first: str, other: str, *, is_one: bool, reviewer: str, note: str = ""
) -> Decision:
    """Return the decision that two documents are about one incident, or about two.

    Args:
        case: the case.
        first: the ``id`` of a document, or enough of its beginning.
        other: that of the other one.
        is_one: whether they are about one.
        reviewer: who decides.
        note: why; may be empty.

    Raises:
        SettingsError: nobody decides, or both are one document.
        UnknownItemError: there is no such document.
    """
    check_reviewer(reviewer)
    one, another = (case.document(each).id for each in (first, other))
    if one == another:
        raise SettingsError("both are one document", where="incident", remedy="name another one")
    kind = SAME if is_one else OTHER
    return Decision(kind, one, None, {"with": another}, reviewer.strip(), note)
