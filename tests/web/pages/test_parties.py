"""Who speaks over all documents, and what one of them says."""

import pytest

from rashomon.model.case import Decision
from rashomon.store import open_case
from tests.store.making import entry
from tests.web.desks import browser, case_at, incident_of
from tests.web.pages.looking import Look


def says(source, content, name, side=None):
    return entry(
        f"{source} said that {content}.",
        [{"source": source, "content": content, "name": name, "side": side}],
        title=f"{name} speaks",
    )


QUILL = says("Mayor Quill", "nine died", "Mayor Quill", "Osterby")
MAYOR = says("The mayor", "ten died", "the Mayor of Osterby", "Osterby")
WATCH = says("The Watch", "eight died", "The Watch")
WATCH_AGAIN = says("the watch", "seven died", "the Watch")


@pytest.fixture
def location(tmp_path):
    entries = (QUILL, MAYOR, WATCH, WATCH_AGAIN)
    return case_at(tmp_path, *entries, incidents=[incident_of(1, "The mill", WATCH)])


def test_a_party_stands_once_however_its_name_is_written(location):
    text = Look(browser(location).get("/parties").text).text
    assert "3 who speak or act" in text
    assert "also the Watch" in text


def test_they_are_filtered_and_sorted(location):
    client = browser(location)
    sided = Look(client.get("/parties?side=Osterby").text)
    assert "/party?name=Mayor+Quill" in sided.links
    assert "/party?name=The+Watch" not in sided.links
    worded = Look(client.get("/parties?words=watch&documents=2").text)
    assert "/party?name=The+Watch" in worded.links
    assert "No party is like that" in client.get("/parties?documents=3").text
    names = Look(client.get("/parties?sort=name").text).text
    assert (
        names.index("Mayor Quill") < names.index("the Mayor of Osterby") < names.index("The Watch")
    )


def test_one_has_all_its_claims_with_their_words(location):
    look = Look(browser(location).get("/party?name=the+watch").text)
    assert "eight died" in look.text
    assert "seven died" in look.text
    assert "nine died" not in look.text
    assert "2 claims in 2 documents" in look.text
    assert "/incidents/i1" in look.links


def test_parties_that_people_put_together_are_one(location):
    with open_case(location) as case:
        value = {"name": "Mayor Quill", "with": "the Mayor of Osterby"}
        number = case.decide(Decision("same_party", None, None, value, "Ann"))
    client = browser(location)
    look = Look(client.get("/party?name=the+Mayor+of+Osterby").text)
    assert look.text.count("Mayor Quill") > 1
    assert "nine died" in look.text
    assert "ten died" in look.text
    assert "Ann put these together" in look.text
    with open_case(location) as case:
        case.undo(number, reviewer="Ann")
    assert "nine died" not in client.get("/party?name=the+Mayor+of+Osterby").text


def test_claims_come_a_page_at_a_time(tmp_path):
    entries = [says("The Watch", f"number {n} fell", "The Watch") for n in range(50)]
    client = browser(case_at(tmp_path, *entries))
    first, second = (client.get(f"/party?name=The+Watch&page={n}").text for n in (1, 2))
    assert first.count("number ") == 40
    assert second.count("number ") == 10
