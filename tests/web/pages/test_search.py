"""The search, by all that it can be asked."""

import re

import pytest

from tests.store.making import entry
from tests.web.desks import browser, case_at, incident_of
from tests.web.pages.looking import Look

TIDE = entry(
    "Mayor Quill denied that nine people died in Osterby on Tuesday.",
    [
        {
            "source": "Mayor Quill",
            "content": "nine people died in Osterby",
            "side": "Norvia",
            "stance": "denies",
            "event": {"time": "t1", "place": "l1"},
        }
    ],
    times=[("Tuesday", "2023-05-09")],
    places=[("Osterby", 54.5, 9.5)],
    publisher="Tide",
)
WREN = entry(
    "The fire service said that two people died.",
    [{"source": "The fire service", "content": "two people died"}],
    publisher="Wren",
)


@pytest.fixture
def client(tmp_path):
    return browser(case_at(tmp_path, TIDE, WREN, incidents=[incident_of(1, "The mill", TIDE)]))


def found(answer):
    text = Look(answer.text).text
    return [one for one in ("nine people died", "two people died") if one in text]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("words=died", ["nine people died", "two people died"]),
        ("words=nine", ["nine people died"]),
        ("words=%22two+people%22", ["two people died"]),
        ("words=osterby*", ["nine people died"]),
        ("speaker=fire", ["two people died"]),
        ("side=Norvia", ["nine people died"]),
        ("stance=denies", ["nine people died"]),
        ("publisher=wren", ["two people died"]),
        ("since=2023-05-09&until=2023-05-09", ["nine people died"]),
        ("place=Osterby", ["nine people died"]),
        ("near=54.5,9.5,10", ["nine people died"]),
        ("incident=i1", ["nine people died"]),
        ("incident=I1", ["nine people died"]),
        ("what=documents&words=fire", ["two people died"]),
        ("words=died&stance=asserts", ["two people died"]),
    ],
)
def test_what_is_asked_must_all_hold(client, asked, expected):
    answer = client.get(f"/search?{asked}")
    assert answer.status_code == 200
    assert found(answer) == expected


def test_a_result_leads_to_its_words_and_sets_off_what_was_searched_for(client):
    page = client.get("/search?words=nine").text
    assert re.search(r'<mark class="[^"]*words[^"]*"[^>]*>nine</mark>', page)
    start = TIDE.reading.document.text.index("nine")
    assert any(f"?at={start}-" in link for link in Look(page).links)


def test_without_anything_asked_it_says_what_can_be(client):
    look = Look(client.get("/search").text)
    assert "all that is given must hold" in look.text
    assert found(client.get("/search")) == []


def test_nothing_found_says_what_to_try(client):
    look = Look(client.get("/search?words=flood").text)
    assert "Nothing is found" in look.text
    assert "/search?words=flood&what=documents" in look.links


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("since=yesterday", "since is 'yesterday'"),
        ("since=2023-05-09&until=2023-05-08", "is after until"),
        ("near=somewhere", "near is 'somewhere'"),
        ("stance=sings", "stance is 'sings'"),
        ("what=songs&words=x", "what is 'songs'"),
    ],
)
def test_what_makes_no_sense_is_said_beside_the_fields(client, asked, said):
    answer = client.get(f"/search?{asked}")
    assert answer.status_code == 422
    assert said in Look(answer.text).text
    assert 'role="alert"' in answer.text


def test_results_come_a_page_at_a_time(tmp_path):
    entries = [
        entry(
            f"The watch said mill {n} fell.", [{"source": "The watch", "content": f"mill {n} fell"}]
        )
        for n in range(45)
    ]
    client = browser(case_at(tmp_path, *entries))
    seen = set()
    address = "/search?words=mill"
    while address:
        page = client.get(address).text
        seen |= set(re.findall(r"mill (\d+) fell", Look(page).text))
        following = re.search(r'rel="next"[^>]*href="([^"]*)"', page)
        address = following[1].replace("&amp;", "&") if following else None
    assert seen == {str(n) for n in range(45)}
