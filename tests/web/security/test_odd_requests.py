"""Whatever is asked of a page or sent to it, the desk answers, and nothing of it runs."""

import re

import pytest
from starlette.routing import Route
from starlette.testclient import TestClient

from rashomon.web import posting
from rashomon.web.routes import all_routes
from tests.store.making import entry
from tests.web.api.conftest import IdleJobs
from tests.web.desks import BASE, browser, case_at, csrf_of, incident_of

ODD = (
    "",
    "\0",
    "-1",
    "99999999999",
    "1e9",
    "٣",  # a digit to Python
    "sha256:",
    "%",
    "../../../etc/passwd",
    "<script>alert(1)</script>",
    "\"'><img src=x onerror=alert(1)>",
    "javascript:alert(1)",
    "//evil.example/",
    "/\\evil.example/",
    "5-2",
    "0-999999999",
    "\u202egnp.exe",
    "\ud83d",
    "2017-13-45",
    "{{7*7}}",
)
LONG = ("9" * 5_000, "(" * 1_000, "😀 " * 400)
KNOWN = ("i1", "o1", "1", "claim", "0-4", "a1")
_NAMES = """
    action addresses all_versions at back by content content_at country cue date document documents
    done edtf first first_at framing grade in_force incident item kind lat lon lookup max min name
    near next note number of offset origin origins other others page pair part party party_kind
    party_side place point position publisher relation remark reviewer seen second second_at side
    since sort source span speaker stance subject text title type undone until url verdict what who
    with words
"""
NAMES = _NAMES.split()
FEW = ("page", "number", "words", "document", "at", "span", "name", "since")
PAGES = [one for one in all_routes() if isinstance(one, Route) and not one.path.startswith("/api/")]


@pytest.fixture(scope="module")
def client(tmp_path_factory):
    text = "Nine people died at the mill on 9 May, the mayor of Osterby said."
    claim = {"source": "the mayor of Osterby", "content": "Nine people died"}
    tide = entry(text, [claim], publisher="Tide", title="<i onclick=x>Mill")
    gull = entry(f"{text} Nobody knows why.", [claim], publisher="Gull", title="Mill")
    location = case_at(
        tmp_path_factory.mktemp("odd"), tide, gull, incidents=[incident_of(1, "Mill", tide, gull)]
    )
    opened = browser(location, reviewer="Ann")
    opened.app.state.desk.jobs = IdleJobs()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(posting, "_LINKED_AT_ONCE", 0)
        quiet = TestClient(opened.app, base_url=BASE, raise_server_exceptions=False)
        quiet.cookies = opened.cookies
        yield quiet


def addresses(route):
    """Yield the addresses of a route, the first with what there is for the parts with names."""
    if "{" not in route.path:
        yield route.path
        return
    for one in ("i1", "1", "99999999999", "%00", "%ed%a0%80", "..%2f..%2fetc", "%3Cb%3E", "%"):
        yield re.sub(r"\{\w+(:\w+)?\}", one, route.path)


def values(odd, names):
    return dict.fromkeys(names, odd.encode("utf-8", "replace").decode())


def told(answer):
    return f"{answer.request.method} {answer.request.url!s:.200}: {answer.status_code}"


def check(answer):
    """Hold what every answer must be."""
    assert answer.status_code < 500, told(answer)
    assert "default-src 'none'" in answer.headers["content-security-policy"], told(answer)
    assert answer.headers["cache-control"] == "no-store", told(answer)
    for running in (
        "<script>alert",
        "<img src=x",
        "<i onclick",
        'href="javascript:',
        'href="//evil',
    ):
        assert running not in answer.text, told(answer)
    leads_to = answer.headers.get("location", "/")
    assert re.match(r"/(?![/\\])", leads_to), f"{told(answer)} leads to {leads_to}"


def named(route):
    return route.path


@pytest.mark.parametrize("route", [one for one in PAGES if "GET" in one.methods], ids=named)
def test_a_page_that_is_asked_anything_answers(client, route):
    first, *others = addresses(route)
    asked = [values(odd, NAMES) for odd in (*ODD, *KNOWN)] + [values(odd, FEW) for odd in LONG]
    for address in others:
        check(client.get(address, follow_redirects=False))
    for one in asked:
        check(client.get(first, params=one, follow_redirects=False))


@pytest.mark.parametrize("route", [one for one in PAGES if "POST" in one.methods], ids=named)
def test_a_form_that_holds_anything_is_answered(client, route):
    address = next(addresses(route))
    csrf = csrf_of(client)
    for odd in (*ODD, *KNOWN, *LONG):
        fields = {"csrf": csrf, **values(odd, NAMES)}
        sent = [("files", (fields["name"][:200] or "a", b"Ten died."))]
        check(client.post(address, data=fields, follow_redirects=False))
        check(client.post(address, data=fields, files=sent, follow_redirects=False))
