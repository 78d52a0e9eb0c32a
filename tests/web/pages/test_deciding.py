"""Deciding on what was read: what a person sees, and what is on record afterwards."""

import html
import re

import pytest

from tests.store.making import entry
from tests.web.desks import case_at, csrf_of, incident_of
from tests.web.pages.looking import Look
from tests.web.reviewers import Reviewer, about


@pytest.fixture
def mira(own_bridge):
    return Reviewer(own_bridge)


def test_a_claim_is_corrected_by_what_is_typed_and_the_rest_stays(mira):
    document, (item, *_) = mira.items("claim")
    page = mira.page("/decide/item", **about(document, item))
    fields = mira.form(page)
    assert fields["stance"] == item.values["stance"]
    assert " ".join(document.text[item.span.start : item.span.end].split())[:20] in page
    stance = "denies" if item.values["stance"] != "denies" else "asserts"
    fields |= {"stance": stance, "party": "The lake guard", "note": "see the last line"}
    page = mira.send("/decide/item", fields)
    assert "Decision 1 is on record." in page
    [kept] = mira.decisions()
    assert kept.decision.value["changed"] == "party stance"
    assert (kept.decision.reviewer, kept.decision.note) == ("Mira", "see the last line")
    claim = next(one for one in mira.reading(document.id).attributions if one.stance == stance)
    assert claim.content[0].start == item.span.start
    assert "The lake guard" in [one.name for one in mira.reading(document.id).parties]


def test_words_are_corrected_by_typing_words_of_the_text(mira):
    document, (item, *_) = mira.items("claim")
    fields = mira.form(mira.page("/decide/item", **about(document, item)))
    wanted = " ".join(document.text[item.span.start : item.span.end].split()[:3])
    mira.send("/decide/item", {**fields, "content": wanted.upper()})
    [kept] = mira.decisions()
    start, end = map(int, kept.decision.value["content"].split("-"))
    assert " ".join(document.text[start:end].split()) == wanted
    assert start == item.span.start


def test_words_are_corrected_by_a_selection(mira):
    document, (item, *_) = mira.items("claim")
    fields = mira.form(mira.page("/decide/item", **about(document, item)))
    at = f"{item.span.start}-{item.span.start + 9}"
    mira.send("/decide/item", {**fields, "content_at": at, "content": "as the page shows it"})
    assert mira.decisions()[0].decision.value["content"] == at


def test_words_that_the_text_does_not_have_are_refused_and_what_was_typed_stays(mira):
    document, (item, *_) = mira.items("claim")
    fields = mira.form(mira.page("/decide/item", **about(document, item)))
    page = mira.send("/decide/item", {**fields, "content": "no <such> words"}, status=422)
    assert "the text has no words &#39;no &lt;such&gt; words&#39; (what is said)" in page
    assert ">no &lt;such&gt; words</textarea>" in page
    assert not mira.decisions()


def test_nothing_changed_is_no_correction(mira):
    document, (item, *_) = mira.items("claim")
    fields = mira.form(mira.page("/decide/item", **about(document, item)))
    assert "nothing is corrected" in mira.send("/decide/item", fields, status=422)


@pytest.mark.parametrize("what", ["claim", "time", "place", "count"])
def test_items_are_accepted_rejected_and_put_back(mira, what):
    document, items = mira.items(what)
    item = next((one for one in items if one.values.get("lat", "1")), items[0])
    given = {**about(document, item), "span": f"{item.span.start}-{item.span.end}"}
    mira.send("/decide/item", {**given, "verdict": "accept"})
    assert mira.decisions()[0].decision.kind == "accept"
    mira.send("/decide/item", {**given, "verdict": "reject"})
    page = mira.page("/decide/item", **about(document, item))
    assert "This was taken out of the reading." in page
    left = mira.items(what, document.id)[1]
    assert [one.is_rejected for one in left if one.span == item.span and one.id == item.id] == [
        True
    ]
    page = mira.send("/decide/undo", {"number": "2", "next": "/documents?page=1&done=2"})
    assert "Decision 2 is taken back." in page
    assert "Decision 2 is on record." not in page
    assert not any(one.is_rejected for one in mira.items(what, document.id)[1])


def test_a_time_a_count_and_a_place_are_corrected(mira):
    document, (time, *_) = mira.items("time")
    fields = mira.form(mira.page("/decide/item", **about(document, time)))
    mira.send("/decide/item", {**fields, "edtf": "2031-02"})
    assert "2031-02" in [one.edtf for one in mira.reading(document.id).times]
    page = mira.send("/decide/item", {**fields, "edtf": "lately"}, status=422)
    assert "Value is &#39;lately&#39;" in page

    document, (count, *_) = mira.items("count")
    fields = mira.form(mira.page("/decide/item", **about(document, count)))
    mira.send("/decide/item", {**fields, "min": "70", "max": ""})
    counts = [one for event in mira.reading(document.id).events for one in event.casualties]
    assert (70, None) in [(one.min, one.max) for one in counts]

    document, places = mira.items("place")
    fields = mira.form(mira.page("/decide/item", **about(document, places[0])))
    fields |= {"name": "Osterby", "lat": "1.5", "lon": "2.5", "radius_km": "3"}
    mira.send("/decide/item", {**fields, "precision": "town", "country": "SE"})
    found = [one for one in mira.reading(document.id).places if one.name == "Osterby"]
    assert [(one.lat, one.lon, one.radius_km) for one in found] == [(1.5, 2.5, 3.0)]


def test_a_place_is_looked_up_and_chosen(mira):
    document, (item, *_) = mira.items("place")
    page = mira.page("/decide/item", **about(document, item), lookup="Uppsala", note="typed")
    assert 'value="typed"' in page
    choice = html.unescape(re.search(r'name="chosen" value="([^"]+)"', page)[1])
    assert mira.page("/decide/places", lookup="Uppsala").count('name="chosen"') > 1
    assert "knows no place" in mira.page("/decide/places", lookup="Xqzvv")
    # without a script the form itself asks, and keeps what was typed
    again = mira.send("/decide/item/look-up", {**mira.form(page), "lookup": "Lund"})
    assert 'value="typed"' in again
    assert "Lund" in html.unescape(again)
    mira.send("/decide/item", {**mira.form(page), "chosen": choice})
    [place] = [one for one in mira.reading(document.id).places if one.name == "Uppsala"]
    assert (place.country, place.precision) == ("SE", "town")
    assert place.lat == pytest.approx(59.9, abs=0.2)


def test_what_reading_missed_is_put_in(mira):
    document, (item, *_) = mira.items("claim")
    at = f"{item.span.start}-{item.span.start + 6}"
    page = mira.page("/decide/new", document=document.id, what="claim", at=at)
    fields = mira.form(page)
    assert fields["content_at"] == at
    fields |= {"stance": "doubts", "framing": "neutral"}
    page = mira.send("/decide/new", fields, status=422)
    assert "cue holds no words" in page
    mira.send("/decide/new", {**fields, "cue": "at", "cue_at": at})
    assert "doubts" in [one.stance for one in mira.reading(document.id).attributions]
    page = mira.page("/decide/new", document=document.id, what="time")
    page = mira.send("/decide/new", {**mira.form(page), "edtf": "2030"}, status=422)
    assert "words holds no words" in page


def test_who_decides_is_asked_once_and_kept(own_bridge):
    nobody = Reviewer(own_bridge, name="")
    document, (item, *_) = nobody.items("claim")
    page = nobody.page("/decide/item", **about(document, item))
    assert 'name="reviewer" required' in page
    given = {**about(document, item), "verdict": "accept"}
    assert "nobody decides" in nobody.send("/decide/item", given, status=422)
    nobody.send("/decide/item", {**given, "reviewer": "  Ane \u202e Holt "})
    assert nobody.decisions()[0].decision.reviewer == "Ane Holt"
    page = nobody.page("/decide/item", **about(document, item))
    assert 'name="reviewer"' not in page
    assert "Ane Holt" in page
    nobody.send("/reviewer", {"reviewer": "Bo Lind"})
    assert "Bo Lind" in nobody.page("/incidents")
    assert "nobody decides" in nobody.send("/reviewer", {"reviewer": " \n"}, status=422)


def test_a_name_or_note_that_is_too_long_is_refused_and_not_cut(own_bridge):
    nobody = Reviewer(own_bridge, name="")
    document, (item, *_) = nobody.items("claim")
    given = {**about(document, item), "verdict": "accept"}
    page = nobody.send("/decide/item", {**given, "reviewer": "a" * 101}, status=422)
    assert "101 characters for a name, 100 at most" in page
    page = nobody.send("/reviewer", {"reviewer": "a" * 101}, status=422)
    assert "101 characters for a name, 100 at most" in page
    assert f'value="{"a" * 101}"' in page
    note = {"reviewer": "Ane Holt", "note": "b" * 5_001}
    page = nobody.send("/decide/item", {**given, **note}, status=422)
    assert "5,001 characters for why it is decided, 5,000 at most" in page
    assert nobody.decisions() == []
    nobody.send("/decide/item", {**given, "reviewer": "a" * 100})
    assert nobody.decisions()[0].decision.reviewer == "a" * 100


def test_who_only_presses_a_button_is_asked_for_a_name_and_led_back(mira, own_bridge):
    document, (item, *_) = mira.items("claim")
    mira.send("/decide/item", {**about(document, item), "verdict": "accept"})
    nobody = Reviewer(own_bridge, name="")
    for path in ("/decide/undo", "/decide/remark"):
        page = nobody.send(path, {"number": "1", "next": "/decisions?page=1"})
        assert "Decide under this name" in page
        assert 'name="next" value="/decisions?page=1"' in page
    assert len(mira.decisions()) == 1
    page = nobody.send("/reviewer", {"reviewer": "Ole", "next": "/decisions?page=1"})
    assert "1 decision" in page


def test_a_party_that_is_new_is_what_the_form_shows_it_to_be(mira):
    document, items = mira.items("claim")
    item = next(one for one in items if one.values["party_kind"])
    fields = mira.form(mira.page("/decide/item", **about(document, item)))
    mira.send("/decide/item", {**fields, "party": "Brinn lock keepers"})
    (kept,) = mira.decisions()
    assert kept.decision.value["party_kind"] == item.values["party_kind"]
    other = next(one.name for one in mira.reading(document.id).parties if one.kind == "person")
    mira.send("/decide/item", {**fields, "party": other})
    assert mira.decisions()[-1].decision.value["party_kind"] == "person"


def test_who_contradicts_another_knowingly_is_told_so(mira, own_bridge):
    ole = Reviewer(own_bridge, name="Ole")
    document, (item, *_) = mira.items("claim")
    stances = [one for one in ("denies", "doubts", "alleges") if one != item.values["stance"]]
    fields = mira.form(mira.page("/decide/item", **about(document, item)))
    mira.send("/decide/item", {**fields, "stance": stances[0]})
    page = ole.page("/decide/item", **about(document, item))
    assert page.index("by <bdi>Mira</bdi>") < page.index("Correct it")
    page = ole.send("/decide/item", {**ole.form(page), "stance": stances[1]})
    assert "another reviewer decided otherwise" in page
    assert 'href="/conflicts"' in page


def test_what_others_decided_meanwhile_is_shown_and_nothing_is_lost(mira, own_bridge):
    ole = Reviewer(own_bridge, name="Ole")
    document, (item, *_) = mira.items("claim")
    first, second = (
        one.form(one.page("/decide/item", **about(document, item))) for one in (mira, ole)
    )
    stances = [one for one in ("denies", "doubts", "alleges") if one != item.values["stance"]]
    mira.send("/decide/item", {**first, "stance": stances[0]})
    page = ole.send("/decide/item", {**second, "stance": stances[1]}, status=409)
    assert "Somebody decided on this while you did" in page
    assert "Mira" in page
    assert "They cannot both hold." in page
    assert [one.decision.reviewer for one in mira.decisions()] == ["Mira", "Ole"]
    page = ole.page("/conflicts")
    assert page.count("holds now") == 1
    assert all(stance in page for stance in stances[:2])
    ole.send("/decide/undo", {"number": "2", "next": "/conflicts"})
    assert "do not differ on anything" in ole.page("/conflicts")
    claims = mira.reading(document.id).attributions
    assert stances[0] in [one.stance for one in claims if one.content[0].start == item.span.start]


def test_a_second_reviewer_confirms_or_disputes(mira, own_bridge):
    ole = Reviewer(own_bridge, name="Ole")
    document, (item, *_) = mira.items("claim")
    mira.send("/decide/item", {**about(document, item), "verdict": "accept"})
    page = ole.page("/decide/item", **about(document, item))
    assert 'value="dispute"' in page
    assert 'value="dispute"' not in mira.page("/decide/item", **about(document, item))
    ole.send("/decide/remark", {"number": "1", "remark": "dispute", "note": "not so"})
    told = Look(mira.page("/decide/item", **about(document, item))).text
    assert "✎≠✎ decision disputed by Ole" in told
    ole.send("/decide/remark", {"number": "1", "remark": "confirm"})
    told = Look(mira.page("/decisions")).text
    assert "✎=✎ decision confirmed by Ole" in told
    page = mira.send("/decide/remark", {"number": "1", "remark": "confirm"}, status=422)
    assert "undo it instead" in page


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("/decide/item?document=sha256:zz&what=claim&item=a1", 404, "no document"),
        ("/decide/item?what=claim", 404, ""),
        ("/decide/items?what=verdict", 404, "nothing that is decided on"),
        ("/decide/item?what=verdict", 404, "nothing that is decided on"),
        ("/decide/grade?incident=i999&point=q1&position=1", 404, "no incident"),
        ("/decide/relation?first=x", 404, ""),
        ("/decide/incidents", 422, "no incident is named"),
        ("/decide/origins", 422, "no document is named"),
        ("/queue/i999", 404, "no incident"),
    ],
)
def test_what_there_is_not_is_a_page_that_says_so(mira, path, status, words):
    page = mira.page(path, status)
    assert words in page
    assert "What to do:" in page


@pytest.mark.parametrize("number", ["", "-1", "x", "99", "9" * 40])
def test_a_decision_that_there_is_not_cannot_be_taken_back(mira, number):
    mira.send("/decide/undo", {"number": number}, status=404)


@pytest.mark.parametrize(
    "elsewhere",
    [
        *("https://elsewhere.example/", "//elsewhere.example/", "/\\elsewhere.example", "x", "//["),
        *("javascript:alert(1)", "/a\nb"),
    ],
)
def test_a_form_leads_nowhere_but_to_the_desk(mira, elsewhere):
    document, (item, *_) = mira.items("claim")
    given = {**about(document, item), "verdict": "accept", "next": elsewhere}
    answer = mira.client.post(
        "/decide/item", data={"csrf": csrf_of(mira.client), **given}, follow_redirects=False
    )
    assert answer.headers["location"] == "/queue?done=1"
    page = mira.page("/decide/item", **about(document, item), next=elsewhere)
    forms = re.findall(r'name="next" value="([^"]*)"', page)
    assert all(one.startswith(("/documents/", "/decide/item?")) for one in forms)
    assert "javascript:" not in page


def test_all_that_was_read_in_a_document_is_listed_with_what_can_be_done(mira):
    document, items = mira.items("count")
    page = mira.page("/decide/items", document=document.id, what="count")
    assert page.count(">Correct<") == len(items)
    for kind in ("claim", "time", "place"):
        number = len(mira.items(kind, document.id)[1])
        assert f">{number} {kind}{'' if number == 1 else 's'}</a>" in page
    mira.send("/decide/item", {**about(document, items[0]), "verdict": "reject"})
    assert "taken out" in mira.page("/decide/items", document=document.id, what="count")
    assert "/decide/items?" in mira.page(f"/documents/{document.id.removeprefix('sha256:')}")


def test_words_that_a_browser_does_not_give_back_as_they_are_stay(tmp_path):
    text = "The mayor\x00 said that \ud800 two\r\nhad died."
    claim = {"source": "The mayor\x00", "content": "that \ud800 two\r\nhad died"}
    one = entry(text, claims=[claim])
    ane = Reviewer(case_at(tmp_path, one), name="Ane")
    document, (item,) = ane.items("claim")
    fields = ane.form(ane.page("/decide/item", **about(document, item)))
    sent = {name: value.replace("\x00", "\ufffd") for name, value in fields.items()}
    ane.send("/decide/item", {**sent, "stance": "denies"})
    assert ane.decisions()[0].decision.value["changed"] == "stance"


HOSTILE = '"><script>alert(1)</script>\u202e{{ 7 * 7 }}<!--'


def test_words_of_documents_are_words_wherever_they_are_decided_on(tmp_path):
    text = f"{HOSTILE} said {HOSTILE}{'x' * 50_000} on Monday in Osterby."
    claim = {"source": HOSTILE, "content": f"said {HOSTILE}"}
    one = entry(
        text, claims=[claim], times=[("Monday", "2023-05-12")], places=[("Osterby", 1.0, 2.0)],
        title=HOSTILE, publisher=HOSTILE, path=HOSTILE,
    )  # fmt: skip
    incident = incident_of(1, HOSTILE, one, day="2023-05-12", place=HOSTILE)
    ane = Reviewer(case_at(tmp_path, one, incidents=[incident]), name="Ane")
    ole = Reviewer(ane.location, name=HOSTILE)
    document, (item,) = ane.items("claim")
    first, second = (
        one.form(one.page("/decide/item", **about(document, item))) for one in (ane, ole)
    )
    pages = [ole.page(path) for path in ("/decide/incidents?of=i1", "/queue/i1")]
    pages.append(ole.page("/decide/parties", of=HOSTILE, incident="i1", next=HOSTILE))
    changed = {"stance": "denies", "party": HOSTILE + "!", "note": HOSTILE}
    ane.send("/decide/item", {**first, **changed})
    pages += [ole.send("/decide/item", {**second, "stance": "doubts", "note": HOSTILE}, status=409)]
    pages += [ole.page("/decide/item", **about(document, one)) for one in ole.items("place")[1]]
    pages += [
        ole.page(path)
        for path in (
            *(f"/decide/items?document={document.id}&what={what}" for what in ("claim", "time")),
            f"/decide/item?document={document.id}&what=claim&item=a1",
            f"/decide/new?document={document.id}&what=claim&at=0-20",
            f"/decide/origins?of={document.id}",
            *("/queue", "/conflicts", "/decisions"),
        )
    ]
    pages.append(ole.page("/decide/places", lookup=HOSTILE))
    for page in pages:
        assert "<script>alert" not in page
        assert "49<!--" not in page
        assert "\u202e" not in re.sub(r'(value|href)="[^"]*"|<textarea.*?</textarea>', "", page)
