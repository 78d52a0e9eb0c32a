"""Where a document's publisher is at home: it writes of the places around it first."""

from collections.abc import Mapping
from urllib.parse import urlsplit

from rashomon.analysis.places.geometry import FIRST, level, lies_in
from rashomon.model.document import Document
from rashomon.model.gazetteer import Gazetteer, GazetteerEntry


def home_of(
    document: Document, outlets: Mapping[str, str], gazetteer: Gazetteer
) -> GazetteerEntry | None:
    """Return the town that a document's publisher is at home in, if it is in the table.

    Args:
        document: its publisher may be a name or an address.
        outlets: names and addresses in small letters, with the town and its region.
        gazetteer: the places.
    """
    publisher = (document.publisher or "").lower().removeprefix("the ")
    hosts = (_host(document.url or ""), publisher)
    names = (*(name for host in hosts for name in _with_shorter(host)), f"the {publisher}")
    home = next((outlets[name] for name in names if name in outlets), None)
    return _town(home, gazetteer) if home else None


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").lower()
    except ValueError:  # an address with broken brackets
        return ""


def _with_shorter(host: str) -> list[str]:
    """Return an address, and it without its first parts: ``news.orle.com``, ``orle.com``."""
    parts = host.split(".")
    return [".".join(parts[start:]) for start in range(max(1, len(parts) - 1))]


def _town(home: str, gazetteer: Gazetteer) -> GazetteerEntry | None:
    name, _, region = home.rpartition(", ")
    regions = [one.entry for one in gazetteer.find(region) if level(one.entry) <= FIRST]
    towns = (one.entry for one in gazetteer.find(name) if one.entry.feature.startswith("P."))
    return next((one for one in towns if any(lies_in(one, outer) for outer in regions)), None)
