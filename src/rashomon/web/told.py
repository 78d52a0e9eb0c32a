"""What was just put on record or taken back, as a page is told it by its address."""

from starlette.requests import Request
from starlette.responses import RedirectResponse

from rashomon.web.asked import number_asked
from rashomon.web.links import with_values

TOLD = ("done", "undone", "differs", "copied", "left", "unchosen")
"""The number of a decision that is on record, of one that is taken back; 1 where people differ; in
how many documents that copy its words the same was decided, and how many were left alone; 1 where
nothing was chosen that something was to be done with."""


def told(request: Request) -> tuple[int, ...]:
    """Return what a page is told, in the order of :data:`TOLD`; what it is not told is 0."""
    return tuple(number_asked(request, name) for name in TOLD)


def led_on(request: Request, path: str) -> RedirectResponse:
    """Return what leads to another page, which says what this one was to say."""
    said = dict(zip(TOLD, told(request), strict=True))
    return RedirectResponse(with_values(path, {}, **said), 303)
