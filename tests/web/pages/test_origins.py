"""Which documents share a root, and why."""

import pytest

from rashomon.model.origins import Derivation, Origin, Origins
from rashomon.model.spans import Span
from tests.store.making import entry
from tests.web.desks import browser, case_at
from tests.web.pages.looking import Look

WIRE, TIDE, GULL, WREN = (
    entry(f"Nine died at the mill of {name}.", title=f"{name} tells", publisher=name)
    for name in ("Wire", "Tide", "Gull", "Wren")
)
WIRE_ID, TIDE_ID, GULL_ID, WREN_ID = (one.reading.document.id for one in (WIRE, TIDE, GULL, WREN))


def whole(document, parent, reason, kind="copy"):
    return Derivation(document, None, parent, None, "o1", kind, 0.9, reason)


def case_with(folder, *derivations):
    origins = Origins(
        (
            Origin("o1", "agency", "The Wire", None, (WIRE_ID, TIDE_ID, GULL_ID)),
            Origin("o2", "document", "Wren", WREN_ID, (WREN_ID,)),
        ),
        derivations,
    )
    return browser(case_at(folder, WIRE, TIDE, GULL, WREN, origins=origins))


@pytest.fixture
def client(tmp_path):
    return case_with(
        tmp_path,
        whole(WIRE_ID, None, "it is signed by The Wire", "byline"),
        whole(TIDE_ID, WIRE_ID, "all its words are there"),
        whole(GULL_ID, TIDE_ID, "it names Tide"),
        Derivation(WREN_ID, Span(0, 9), WIRE_ID, Span(0, 9), "o1", "passage", 0.7, "two words"),
    )


def test_they_are_listed_those_of_most_documents_first(client):
    look = Look(client.get("/origins").text)
    assert look.links.index("/origins/o1") < look.links.index("/origins/o2")
    assert "2 origins of 4 documents" in look.text


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("documents=2", {"/origins/o1"}),
        ("kind=document", {"/origins/o2"}),
        ("words=wire", {"/origins/o1"}),
        ("words=nobody", set()),
    ],
)
def test_they_are_filtered(client, asked, expected):
    links = Look(client.get(f"/origins?{asked}").text).links
    assert {one for one in links if one.startswith("/origins/")} == expected


def test_one_is_a_tree_with_the_reason_of_each_branch(client):
    page = client.get("/origins/o1").text
    look = Look(page)
    order = [look.text.index(one) for one in ("Wire tells", "Tide tells", "Gull tells")]
    assert order == sorted(order)
    assert 'class="depth-0"' in page
    assert 'class="depth-1"' in page
    assert 'class="depth-2"' in page
    for reason in ("it is signed by The Wire", "all its words are there", "two words"):
        assert reason in look.text
    assert "Nine died" in look.text
    assert f"/documents/{WREN_ID[7:]}?at=0-9#at" in look.links


def test_documents_that_come_from_each_other_in_a_circle_all_stand_there_once(tmp_path):
    client = case_with(
        tmp_path,
        whole(WIRE_ID, GULL_ID, "a"),
        whole(TIDE_ID, WIRE_ID, "b"),
        whole(GULL_ID, TIDE_ID, "c"),
    )
    titles = [one for one in Look(client.get("/origins/o1").text).all("a") if "title" in str(one)]
    assert len(titles) == 3
