"""A document: its text with what was read in it, and where it comes from."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.model.origins import Derivation, Origin, Origins
from rashomon.model.spans import Span
from rashomon.pipeline.linking import load_linkers
from rashomon.pipeline.reviewing import claim_decision, put, remake
from rashomon.settings import LinkingSettings
from rashomon.store import open_case
from rashomon.web.parting import part_with, parts_of
from tests.store.making import entry
from tests.web.desks import browser, case_at, incident_of
from tests.web.pages.looking import Look

TEXT = "Mayor Quill said nine people died in Osterby on Tuesday. The mill had shamefully burnt."
ONE = entry(
    TEXT,
    [{"source": "Mayor Quill", "content": "nine people died in Osterby", "side": "Osterby"}],
    times=[("Tuesday", "2023-05-09")],
    places=[("Osterby", 54.5, 9.5)],
    title="Nine die",
    publisher="Tide",
    url="https://tide.example/1",
    published="2023-05-10",
)
NEWER = entry(
    TEXT.replace("nine", "ten"),
    title="Ten die",
    url="https://tide.example/1",
    published="2023-05-11",
)


def address_of(one):
    return f"/documents/{one.reading.document.id.removeprefix('sha256:')}"


@pytest.fixture
def client(tmp_path):
    return browser(case_at(tmp_path, ONE, incidents=[incident_of(1, "The mill", ONE)]))


def text_of(page):
    """Return what the element with the text shows, without its tags."""
    inner = re.search(r'<div class="text"[^>]*>(.*?)</div>', page, re.S)[1]
    return re.sub(r"<[^>]*>", "", inner)


def test_all_that_was_read_leads_to_where_it_is_decided_on(bridge):
    row = next(iter(bridge.app.state.desk.contents().current))
    page = bridge.get(f"/documents/{row.id.removeprefix('sha256:')}").text
    for what in ("claim", "time", "place", "count"):
        address = re.search(rf'href="(/decide/item\?[^"]*what={what}&amp;[^"]*)"', page)
        answer = bridge.get(address[1].replace("&amp;", "&"))
        assert "Put the correction on record" in answer.text


def test_it_shows_the_text_who_says_what_when_and_where(client):
    page = client.get(address_of(ONE)).text
    assert text_of(page) == TEXT
    look = Look(page)
    assert "Nine die" in look.text
    assert "Mayor Quill" in look.text
    assert "nine people died in Osterby" in look.text
    assert "asserts" in look.text
    assert "75% sure" in look.text
    assert "2023-05-09" in look.text
    assert "https://tide.example/1" in look.links
    assert "/incidents/i1" in look.links


def test_a_time_of_which_no_day_is_known_says_so(tmp_path):
    [time] = ONE.reading.times
    vague = replace(time, edtf=None, earliest=None, latest=None, timex_value="XXXX-WXX-2TNI")
    one = replace(ONE, reading=replace(ONE.reading, times=(vague,)))
    page = browser(case_at(tmp_path, one)).get(address_of(one)).text
    assert "XXXX" not in page
    assert '<span class="soft">not known</span></td><td>event</td>' in page


def test_every_entry_beside_the_text_leads_to_its_words(client):
    look = Look(client.get(address_of(ONE)).text)
    places = [link[1:] for link in look.links if re.fullmatch(r"#[atle]\d+", link)]
    assert places
    assert set(places) <= set(look.ids)


def test_words_that_the_address_names_are_set_off_and_can_be_led_to(client):
    start = TEXT.index("Osterby")
    page = client.get(f"{address_of(ONE)}?at={start}-{start + 7}").text
    assert text_of(page) == TEXT
    assert Look(page).ids.count("at") == 1
    assert re.search(r'id="at"[^>]*></span><mark class="[^"]*words[^"]*"[^>]*>Osterby', page)


@pytest.mark.parametrize("at", ["", "x", "5", "9-5", "-", "1-", "99999-100000", "5-999999999"])
def test_an_address_that_names_no_words_shows_the_text_all_the_same(client, at):
    answer = client.get(f"{address_of(ONE)}?at={at}")
    assert answer.status_code == 200
    assert text_of(answer.text) == TEXT


def test_the_beginning_of_an_id_is_enough(client):
    assert client.get(address_of(ONE)[: len("/documents/") + 12]).status_code == 200


def test_versions_lead_to_each_other_with_what_changed(tmp_path):
    client = browser(case_at(tmp_path, ONE, NEWER))
    old = Look(client.get(address_of(ONE)).text)
    assert "A later version of this article is in the case" in old.text
    assert address_of(NEWER) in old.links
    new = Look(client.get(address_of(NEWER)).text)
    assert "version 2 of 2" in new.text
    assert re.search(r"removed.*nine", new.text)
    assert re.search(r"added.*ten", new.text)


def test_it_says_where_it_comes_from_and_why(tmp_path):
    other = entry("Nine died, said Tide.", title="Echo")
    ids = [one.reading.document.id for one in (ONE, other)]
    origins = Origins(
        (Origin("o1", "document", "Tide", ids[0], tuple(ids)),),
        (Derivation(ids[1], None, ids[0], None, "o1", "citation", 0.8, "it names Tide"),),
    )
    client = browser(case_at(tmp_path, ONE, other, origins=origins))
    look = Look(client.get(address_of(other)).text)
    assert "it names Tide" in look.text
    assert "80% sure" in look.text
    assert address_of(ONE) in look.links
    assert "/origins/o1" in look.links


def test_a_text_from_right_to_left_has_its_own_direction(tmp_path):
    arabic = entry("قال العمدة إن تسعة أشخاص لقوا حتفهم", title="تسعة قتلى")
    page = browser(case_at(tmp_path, arabic)).get(address_of(arabic)).text
    assert re.search(r'<div class="text" id="text" dir="auto"', page)
    assert re.search(r"<h1><bdi[^>]*>تسعة قتلى</bdi></h1>", page)


def test_a_long_text_comes_in_parts_and_words_are_found_in_theirs(tmp_path):
    text = "word " * 30_000 + "needle " + "word " * 10_000
    long = entry(text)
    client = browser(case_at(tmp_path, long))
    first = client.get(address_of(long))
    assert "part 1 of 6" in Look(first.text).text
    assert len(first.text) < 100_000
    at = text.index("needle")
    found = client.get(f"{address_of(long)}?at={at}-{at + 6}").text
    assert "part 4 of 6" in Look(found).text
    assert re.search(r'<mark class="words"[^>]*>needle', found)
    start = int(re.search(r'data-start="(\d+)"', found)[1])
    assert text[start:].startswith(text_of(found))


@given(st.text(max_size=300), st.integers(1, 50))
def test_parts_are_the_whole_text_in_its_order(text, most):
    parts = parts_of(text, most)
    assert "".join(one.of(text) for one in parts) == text
    assert all(len(one.of(text)) <= most for one in parts)
    for at in range(len(text)):
        assert parts[part_with(parts, at) - 1].holds(Span(at, at + 1))


def test_claims_that_people_decided_on_have_their_names(tmp_path):
    location = case_at(tmp_path, ONE)
    client = browser(location)
    assert "decided on by" not in Look(client.get(address_of(ONE)).text).text
    with open_case(location) as case:
        reading = case.reading(ONE.reading.document.id)
        made = claim_decision(reading, "a1", "correct", stance="denies", reviewer="Ann Reed")
        number = put(case, made).number
        remake(case, load_linkers(LinkingSettings()))
    look = Look(client.get(address_of(ONE)).text)
    assert "decided on by Ann Reed" in look.text
    assert "denies" in look.text
    with open_case(location) as case:
        case.undo(number, reviewer="Bo")
    assert "decided on by" not in Look(client.get(address_of(ONE)).text).text
