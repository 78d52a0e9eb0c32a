"""What is said on every page: that work goes on, that something needs a look."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeAlias

from starlette.requests import Request


@dataclass(frozen=True, slots=True)
class Notice:
    """Something that is said above a page.

    Attributes:
        words: what.
        link: where more of it stands; may be empty.
        link_words: what that is called.
        is_warning: whether something is wrong.
        again: where the page asks what is to be said in its place; nothing where that stays.
        undo: the number of a decision that can be taken back from here; 0 for none.
    """

    words: str
    link: str = ""
    link_words: str = ""
    is_warning: bool = False
    again: str = ""
    undo: int = 0


Noticing: TypeAlias = Callable[[Request], Iterable[Notice]]
"""What finds notices for a page; it must take no time."""


def notices_for(request: Request) -> tuple[Notice, ...]:
    """Return what is said above a page."""
    return tuple(one for noticing in request.app.state.noticing for one in noticing(request))
