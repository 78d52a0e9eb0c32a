"""The first page: incidents filtered, sorted, a page at a time."""

import re

import pytest

from rashomon.model.case import Decision
from rashomon.store import open_case
from tests.store.making import entry
from tests.web.desks import browser, case_at, csrf_of, incident_of

TIDE = entry("Nine people died at the mill.", publisher="Tide", published="2023-05-11")
GULL = entry("The mill fell.", publisher="Gull", published="2023-05-12")
WREN = entry("A dam broke.", publisher="Wren", published="2023-06-01")


@pytest.fixture
def client(tmp_path):
    incidents = (
        incident_of(
            1, "The mill falls", TIDE, GULL, day="2023-05-10", place="Osterby", country="ZZ"
        ),
        incident_of(2, "A dam breaks", WREN, day="2023-06-01", type_="man_made_disaster"),
    )
    return browser(case_at(tmp_path, TIDE, GULL, WREN, incidents=incidents))


def titles(page):
    return re.findall(r'class="title"[^>]*><bdi[^>]*>(.*?)</bdi>', page)


def test_it_shows_what_happened_when_where_and_how_many_tell_of_it(client):
    page = client.get("/").text
    assert titles(page) == ["The mill falls", "A dam breaks"]
    assert "2 incidents · 3 documents in the case" in page
    assert "Osterby" in page
    assert "2023-05-10" in page
    assert 'href="/incidents/i1"' in page


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ("words=MILL", ["The mill falls"]),
        ("words=osterby+mill", ["The mill falls"]),
        ("words=nothing", []),
        ("type=man_made_disaster", ["A dam breaks"]),
        ("country=ZZ", ["The mill falls"]),
        ("since=2023-05-11", ["A dam breaks"]),
        ("until=2023-05-31", ["The mill falls"]),
        ("documents=2", ["The mill falls"]),
        ("origins=3", []),
        ("since=yesterday&documents=-1&page=x&sort=cost", ["The mill falls", "A dam breaks"]),
        ("sort=newest", ["A dam breaks", "The mill falls"]),
        ("sort=title", ["A dam breaks", "The mill falls"]),
    ],
)
def test_it_is_filtered_and_sorted_by_its_address(client, asked, shown):
    answer = client.get(f"/incidents?{asked}")
    assert answer.status_code == 200
    assert titles(answer.text) == shown


def test_a_filter_that_fits_nothing_says_so_and_leads_back(client):
    page = client.get("/incidents?words=nothing").text
    assert "No incident is like that" in page
    assert 'href="/incidents">Show all' in page


def test_an_empty_case_says_how_to_fill_it(tmp_path):
    page = browser(case_at(tmp_path)).get("/").text
    assert "This case is empty" in page
    assert "Something changed" not in page
    assert 'href="/add"' in page


def test_a_long_list_comes_a_page_at_a_time(tmp_path):
    entries = [entry(f"Mill number {n} fell.") for n in range(120)]
    incidents = [incident_of(n, f"Mill {n:03d}", one) for n, one in enumerate(entries, 1)]
    client = browser(case_at(tmp_path, *entries, incidents=incidents))
    first = client.get("/incidents?sort=title&words=mill").text
    assert titles(first) == [f"Mill {n:03d}" for n in range(1, 51)]
    assert "page 1 of 3" in first
    following = re.search(r'rel="next"[^>]*href="([^"]*)"', first)[1].replace("&amp;", "&")
    assert titles(client.get(following).text)[0] == "Mill 051"
    assert titles(client.get("/incidents?page=99&sort=title").text)[-1] == "Mill 120"


HOSTILE = '</title><script>alert(1)</script>\u202ereversed\x00 "onload=x \ud800'


def test_a_hostile_title_is_words_and_nothing_else(tmp_path):
    one = entry("Text.", publisher=HOSTILE.replace("\x00", ""), title=HOSTILE.replace("\x00", ""))
    incident = incident_of(1, HOSTILE, one, place=HOSTILE, country="ZZ", type_="<b>x")
    page = browser(case_at(tmp_path, one, incidents=[incident])).get("/incidents").text
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page
    assert "\u202e" not in page
    assert "<b>x" not in page


def test_what_is_out_of_date_is_said_and_mended_by_a_button(own_bridge):
    with open_case(own_bridge) as case:
        (first, second), kept = [row.id for row in case.documents()][:2], case.incidents()
        case.decide(Decision("other_incident", first, None, {"with": second}, "Ann"))
        assert case.linked_by() is None
    client = browser(str(own_bridge))
    for address in ("/incidents", "/incidents/i1", "/origins"):
        assert 'action="/incidents/link"' in client.get(address).text
    answer = client.post("/incidents/link", data={"csrf": csrf_of(client)})
    assert answer.status_code == 200
    assert 'action="/incidents/link"' not in answer.text
    with open_case(own_bridge, read_only=True) as case:
        assert case.linked_by() is not None
        assert case.incidents() != kept


def test_nobody_finds_incidents_anew_from_elsewhere(client):
    assert client.post("/incidents/link").status_code == 403
    assert client.get("/incidents/link").status_code in (404, 405)
