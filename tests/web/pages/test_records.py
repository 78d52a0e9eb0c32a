"""Decisions, the log, and what a case is made with."""

import pytest

from rashomon.model.case import Decision
from rashomon.model.spans import Span
from rashomon.store import open_case
from tests.store.making import entry
from tests.web.desks import browser, case_at
from tests.web.pages.looking import Look

ONE = entry("Mayor Quill said nine people died.", title="Nine die")
TWO = entry("Nine died, they say.", title="Echo")
FIRST, SECOND = (one.reading.document.id for one in (ONE, TWO))


@pytest.fixture
def location(tmp_path):
    location = case_at(tmp_path, ONE, TWO)
    with open_case(location) as case:
        case.decide(
            Decision("same_incident", FIRST, None, {"with": SECOND}, "Ann", "the same mill")
        )
        case.decide(Decision("grade", FIRST, Span(17, 33), {"airwars": "fair"}, "Bo"))
        case.decide(
            Decision("same_party", None, None, {"name": "Quill", "with": "the mayor"}, "Bo")
        )
        case.undo(1, reviewer="Bo")
    return location


def rows_of(answer):
    look = Look(answer.text)
    return [one["id"] for one in look.all("tr") if "id" in one]


def test_decisions_stand_with_who_decided_and_why_the_last_first(location):
    answer = browser(location).get("/decisions")
    assert rows_of(answer) == ["d3", "d2", "d1"]
    text = Look(answer.text).text
    for words in ("Ann", "Bo", "the same mill", "taken back", "nine people died", "Echo"):
        assert words in text
    assert "Quill is the mayor" in text


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("reviewer=Ann", ["d1"]),
        ("kind=grade", ["d2"]),
        ("in_force=yes", ["d3", "d2"]),
        ("in_force=no", ["d1"]),
        (f"document={SECOND}", ["d1"]),
        (f"document={FIRST}&kind=grade", ["d2"]),
        ("kind=nothing", []),
    ],
)
def test_decisions_are_filtered(location, asked, expected):
    assert rows_of(browser(location).get(f"/decisions?{asked}")) == expected


def test_without_decisions_it_leads_to_the_review(tmp_path):
    look = Look(browser(case_at(tmp_path)).get("/decisions").text)
    assert "Nobody has decided anything" in look.text
    assert "/queue" in look.links


def test_the_log_shows_what_was_done_with_its_hash_the_last_first(location):
    with open_case(location, read_only=True) as case:
        entries = list(case.log())
    page = browser(location).get("/log").text
    assert entries[-1].hash in page
    text = Look(page).text
    assert text.index("undone") < text.index("decided", text.index("undone"))
    assert "Nine die" in text


def test_the_log_is_filtered(location):
    client = browser(location)
    text = Look(client.get("/log?action=undone").text).text
    assert "1 of" in text
    assert f"/documents/{FIRST[7:]}" not in Look(client.get("/log?action=undone").text).links
    links = Look(client.get(f"/log?action=added&subject={FIRST[:20]}").text).links
    assert f"/documents/{FIRST[7:]}" in links
    assert f"/documents/{SECOND[7:]}" not in links


def test_it_says_what_the_case_is_made_with(location):
    with open_case(location, read_only=True) as case:
        state = case.state()
    text = Look(browser(location).get("/about").text).text
    assert state in text
    assert "2 in force" in text
    assert "2 documents were read by another version" in text
    assert "max_bytes" in text
