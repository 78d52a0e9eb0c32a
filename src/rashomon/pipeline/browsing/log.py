"""The log of a case a page at a time, the last entry first."""

from itertools import islice

from rashomon.model.case import LogEntry
from rashomon.pipeline.browsing.pages import Page, page_of
from rashomon.store.case import Case


def log_page(
    case: Case, number: int, size: int, *, action: str = "", subject: str = ""
) -> Page[LogEntry]:
    """Return a page of the log; of the whole log no more is read than the page and what follows.

    Args:
        case: the case.
        number: which page, from 1.
        size: how many entries a page has.
        action: what was done; empty for anything.
        subject: a part of what it was done to; empty for anything.
    """
    if action or subject:
        fitting = [one for one in case.log() if _fits(one, action, subject)]
        return page_of(fitting[::-1], number, size)
    asked = page_of(range(case.log_size()), number, size)
    after = max(0, asked.total - asked.last)
    entries = tuple(islice(case.log(after), len(asked.items)))
    return Page(entries[::-1], asked.number, asked.pages, asked.total, asked.first)


def _fits(entry: LogEntry, action: str, subject: str) -> bool:
    is_subject = not subject or subject in (entry.subject or "")
    return is_subject and (not action or entry.action == action)
