"""The pages of a desk, as links lead to them from the first."""

import re
from collections import Counter, deque
from html import unescape
from urllib.parse import urldefrag, urlsplit

from starlette.routing import Match, Route

from rashomon.web.routes import all_routes

_LINK = re.compile(r'<a\s[^>]*?href="(/[^"]*)"')
_NO_PAGES = frozenset(
    (
        *("/", "/jobs/{number:int}/progress", "/jobs/{number:int}/bar", "/decide/places"),
        "/incidents/{incident}/dossier",
    )
)
"""What has no page of its own: parts of pages, a file."""

_OF_PROGRAMS = "/api/v1/"
_OF_A_KIND = 4  # pages; a second one may lead to others than the first


def page_routes():
    """Return the paths of all pages that a desk has, as its routes have them."""
    paths = {
        one.path for one in all_routes() if isinstance(one, Route) and "GET" in (one.methods or ())
    }
    of_people = {one for one in paths if not one.startswith(_OF_PROGRAMS)}
    return frozenset(of_people | {_OF_PROGRAMS}) - _NO_PAGES


def find_pages(fetch):
    """Return an address for each kind of page, by its path among the routes.

    Args:
        fetch: returns the page at an address.
    """
    wanted, found = page_routes(), {}
    waiting = deque(["/incidents", "/reviewer", _OF_PROGRAMS])
    seen, fetched = set(), Counter()
    while waiting and wanted - found.keys():
        address = waiting.popleft()
        path = _route_of(address)
        if address in seen or fetched[path] >= _OF_A_KIND:
            continue
        seen.add(address)
        fetched[path] += 1
        if path in wanted:
            found.setdefault(path, address)
        for link in _LINK.findall(fetch(address)):
            waiting.append(urldefrag(unescape(link)).url)
    return found


def _route_of(address):
    scope = {"type": "http", "method": "GET", "path": urlsplit(address).path}
    for route in all_routes():
        if isinstance(route, Route) and route.matches(scope)[0] is Match.FULL:
            return route.path
    return None
