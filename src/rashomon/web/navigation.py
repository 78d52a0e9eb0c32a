"""What every page leads to."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A page that all pages lead to.

    Attributes:
        path: its address; pages below it belong to it.
        words: what it is called.
        is_aside: whether it stands with what is needed less often.
    """

    path: str
    words: str
    is_aside: bool = False

    def holds(self, path: str) -> bool:
        """Return whether a page is this one or belongs to it."""
        return path == self.path or path.startswith(f"{self.path}/")


NAVIGATION = (
    Place("/incidents", "Incidents"),
    Place("/documents", "Documents"),
    Place("/parties", "Parties"),
    Place("/origins", "Origins"),
    Place("/search", "Search"),
    Place("/queue", "Review"),
    Place("/add", "Add"),
    Place("/decisions", "Decisions", is_aside=True),
    Place("/log", "Log", is_aside=True),
    Place("/about", "About", is_aside=True),
)
