"""Where a document's publisher is at home: what it does not place lies there."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from rashomon.analysis.places.field import FIRST, level, lies_in
from rashomon.model.document import Document
from rashomon.model.gazetteer import Gazetteer, GazetteerEntry

_HOST = re.compile(r"(?:[a-z0-9-]+\.)+([a-z]{2,})", re.IGNORECASE)
_COUNTRY_OF = {"uk": "GB", **dict.fromkeys(("ac", "ai", "co", "fm", "io", "me", "tv"), "")}
"""Ends of addresses that are not their country's code, or that all the world uses."""


@dataclass(frozen=True, slots=True)
class Home:
    """What a publisher's name and address show.

    Attributes:
        country: ISO 3166-1 alpha-2; empty where they show none.
        town: the town that it writes of first, where the table names it.
    """

    country: str
    town: GazetteerEntry | None


def home_of(document: Document, outlets: Mapping[str, str], gazetteer: Gazetteer) -> Home:
    """Return where a document's publisher is at home.

    Args:
        document: its publisher may be a name or an address.
        outlets: names and addresses in small letters, with the town and its region.
        gazetteer: the places.
    """
    publisher = (document.publisher or "").lower().removeprefix("the ")
    hosts = [_host(document.url or ""), publisher]
    names = [name for host in hosts for name in (host, *_shorter(host))] + [f"the {publisher}"]
    home = next((outlets[name] for name in names if name in outlets), None)
    town = _town(home, gazetteer) if home else None
    if town:
        return Home(town.country, town)
    endings = (match.group(1) for match in map(_HOST.fullmatch, hosts) if match)
    codes = (_COUNTRY_OF.get(one, one.upper() if len(one) == 2 else "") for one in endings)
    return Home(next(filter(None, codes), ""), None)


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").lower()
    except ValueError:  # an address with broken brackets
        return ""


def _shorter(host: str) -> list[str]:
    """Return an address without its first parts: ``news.example.com``, ``example.com``."""
    parts = host.split(".")
    return [".".join(parts[start:]) for start in range(1, len(parts) - 1)]


def _town(home: str, gazetteer: Gazetteer) -> GazetteerEntry | None:
    name, _, region = home.rpartition(", ")
    regions = [one.entry for one in gazetteer.find(region) if level(one.entry) <= FIRST]
    towns = (one.entry for one in gazetteer.find(name) if one.entry.feature.startswith("P."))
    return next((one for one in towns if any(lies_in(one, outer) for outer in regions)), None)
