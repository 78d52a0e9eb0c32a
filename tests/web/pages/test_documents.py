"""The list of documents."""

import pytest

from tests.store.making import entry
from tests.web.desks import browser, case_at, incident_of
from tests.web.pages.looking import Look

FIRST = entry(
    "The mill fell.",
    publisher="Tide",
    title="Mill falls",
    published="2023-05-11",
    url="https://t.example/1",
)
LATER = entry(
    "The mill fell again.",
    publisher="Tide",
    title="Mill falls again",
    published="2023-05-12",
    url="https://t.example/1",
)
OTHER = entry("A dam broke, they said.", publisher="Wren", path="reports/dam.txt")


@pytest.fixture
def client(tmp_path):
    incidents = [incident_of(1, "The mill", LATER), incident_of(2, "The dam", OTHER)]
    return browser(case_at(tmp_path, FIRST, LATER, OTHER, incidents=incidents))


def shown(answer):
    text = Look(answer.text).text
    return [one for one in ("Mill falls again", "Mill falls version", "dam.txt") if one in text]


def test_it_lists_the_last_version_of_each_article(client):
    page = Look(client.get("/documents").text)
    assert shown(client.get("/documents")) == ["Mill falls again", "dam.txt"]
    assert "version 2 of 2" in page.text
    assert "2 documents" in page.text
    assert "reports/" not in page.text


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("all_versions=yes", ["Mill falls again", "Mill falls version", "dam.txt"]),
        ("words=wren", ["dam.txt"]),
        ("words=MILL+again", ["Mill falls again"]),
        ("publisher=Tide", ["Mill falls again"]),
        ("publisher=tide", []),
        ("since=2023-05-12", ["Mill falls again"]),
        ("incident=i2", ["dam.txt"]),
        ("origin=o2", ["Mill falls again"]),
        ("origin=nothing", []),
        ("lacking=yes", ["dam.txt"]),
    ],
)
def test_it_is_filtered_by_its_address(client, asked, expected):
    assert shown(client.get(f"/documents?{asked}")) == expected


@pytest.mark.parametrize("sort", ["newest", "oldest", "title", "publisher", "longest", "added"])
def test_it_is_sorted_by_its_heads(client, sort):
    page = client.get(f"/documents?sort={sort}")
    assert page.status_code == 200
    rows = [one for one in Look(page.text).links if one.startswith("/documents/")]
    assert len(rows) == 2


def test_titles_are_sorted_in_the_order_of_the_alphabet(client):
    text = client.get("/documents?sort=title").text
    assert text.index("dam.txt") < text.index("Mill falls again")


def test_where_no_document_is_like_that_it_leads_to_the_search_of_texts(client):
    page = Look(client.get("/documents?words=flood").text)
    assert "/search?what=documents&words=flood" in page.links
