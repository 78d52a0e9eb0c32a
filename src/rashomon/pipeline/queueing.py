"""What a reviewer of a case should look at next."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from rashomon.compare.comparing import Comparer
from rashomon.model.case import KeptDecision
from rashomon.model.comparison import Comparison
from rashomon.model.tasks import Task
from rashomon.pipeline.comparing import Accounts, find_accounts
from rashomon.pipeline.correcting import as_borne
from rashomon.review.queue.tasks import tasks
from rashomon.store.case import Case

Compared = Callable[[str], tuple[Accounts, Comparison]]
"""Returns the accounts of an incident, and these side by side, by the ``id`` of the incident."""


def queue(case: Case, comparer: Comparer) -> Iterator[Task]:
    """Yield what to look at next in a case, incident by incident, each the weightiest first.

    An incident is compared when its first task is asked for.

    Args:
        case: a case that is linked.
        comparer: the words and the model to compare with.
    """
    find = find_accounts(case)
    by_id = {one.id: one for one in case.incidents()}

    def compared(incident: str) -> tuple[Accounts, Comparison]:
        accounts = find(by_id[incident])
        return accounts, accounts.compared(comparer)

    return queue_of(by_id, compared, as_borne(case, case.decisions(), case.documents()))


def queue_of(
    incidents: Iterable[str], compared: Compared, decisions: Sequence[KeptDecision]
) -> Iterator[Task]:
    """Yield what to look at next in some incidents, one incident after the other.

    Args:
        incidents: the ids of incidents, in the order in which they are to be gone through.
        compared: compares an incident, or has kept what comparing it came to.
        decisions: all decisions of the case, as ``as_borne`` gives them.
    """
    for incident in incidents:
        accounts, comparison = compared(incident)
        yield from tasks_of(accounts, comparison, decisions)


def tasks_of(
    accounts: Accounts, comparison: Comparison, decisions: Sequence[KeptDecision]
) -> tuple[Task, ...]:
    """Return what to look at in one incident, the weightiest first.

    What somebody accepted or corrected is done, and left out; what is disputed or in conflict
    comes first.

    Args:
        accounts: what a case holds of the incident.
        comparison: the same, side by side.
        decisions: all decisions of the case, as ``as_borne`` gives them.
    """
    return tasks(comparison, accounts.readings, accounts.origins, decisions)
