"""What every page leads to."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A page that all pages lead to.

    Attributes:
        path: its address; pages below it belong to it.
        words: what it is called.
        is_aside: whether it stands with what is needed less often.
        also: where the addresses of other pages begin that belong to it.
    """

    path: str
    words: str
    is_aside: bool = False
    also: tuple[str, ...] = ()

    def holds(self, path: str) -> bool:
        """Return whether a page is this one or belongs to it."""
        return any(path == one or path.startswith(f"{one}/") for one in (self.path, *self.also))


NAVIGATION = (
    Place("/incidents", "Incidents"),
    Place("/documents", "Documents"),
    Place("/parties", "Parties", also=("/party",)),
    Place("/origins", "Origins"),
    Place("/search", "Search"),
    Place("/queue", "Review", also=("/decide", "/conflicts")),
    Place("/add", "Add", also=("/jobs",)),
    Place("/decisions", "Decisions", is_aside=True),
    Place("/log", "Log", is_aside=True),
    Place("/about", "About", is_aside=True),
)
