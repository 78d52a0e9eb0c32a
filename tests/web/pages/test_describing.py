"""Saying what documents are in the browser, and what becomes of it."""

import re
import threading

import pytest

from rashomon.readers import Metadata, Source
from rashomon.runner.filling import fill_case
from rashomon.settings import RunnerSettings, Settings
from rashomon.store import open_case
from rashomon.web import posting
from tests.web.pages.looking import Look
from tests.web.reviewers import Reviewer

SOON = 60
TEXTS = (
    "Ten people were killed on Tuesday when the bridge at Orle was shelled, the governor said.",
    "The governor of Orle said that the bridge was hit on Tuesday, and that ten were killed.",
)


@pytest.fixture(scope="module")
def plain_case(tmp_path_factory):
    """A case of two plain texts of which nothing is known; nobody writes to it."""
    location = tmp_path_factory.mktemp("plain") / "plain.case"
    sources = [
        Source(f"{number}.txt", "text", Metadata(), raw=text.encode())
        for number, text in enumerate(TEXTS, 1)
    ]
    fill_case(str(location), sources, Settings(runner=RunnerSettings(jobs=1)), lambda _: None)
    return location


@pytest.fixture
def location(plain_case, tmp_path):
    own = tmp_path / "plain.case"
    own.write_bytes(plain_case.read_bytes())
    return str(own)


@pytest.fixture
def mira(location):
    return Reviewer(location)


def rows(mira):
    with open_case(mira.location, read_only=True) as case:
        return sorted(case.documents(), key=lambda row: row.path)


def settled(mira):
    """Wait until documents were read again and linked."""
    jobs = mira.client.app.state.desk.jobs
    while job := jobs.current():
        assert jobs.wait(job.number, SOON).is_over
    assert {one.state for one in jobs.all()} <= {"done"}


def tuesday(mira, document):
    return mira.reading(document).times[0].earliest


def test_the_page_of_a_document_says_what_is_not_known_and_lets_it_be_said(mira):
    first, second = rows(mira)
    page = mira.page(f"/documents/{first.id[7:]}")
    assert "no day of publication" in page
    assert re.search(r'<details id="describe" open>', page)
    fields = mira.form(page)
    assert (fields["publisher"], fields["published"]) == ("", "")
    page = mira.send(
        "/decide/documents",
        {**fields, "publisher": "Halen  Post", "published": "22 June 2017", "note": "in print"},
    )
    assert "Decision 1 is on record." in page
    assert "Halen Post" in Look(page).text
    settled(mira)
    [kept] = mira.decisions()
    assert kept.decision.value == {"publisher": "Halen Post", "published": "2017-06-22"}
    assert (kept.decision.reviewer, kept.decision.note) == ("Mira", "in print")
    assert (tuesday(mira, first.id), tuesday(mira, second.id)) == ("2017-06-20", None)
    page = mira.page(f"/documents/{first.id[7:]}")
    assert "said by Mira" in Look(page).text
    assert '<details id="describe">' in page
    mira.send("/decide/undo", {"number": "1"})
    settled(mira)
    assert tuesday(mira, first.id) is None
    assert "no day of publication" in mira.page(f"/documents/{first.id[7:]}")


class Held:
    """Work that is never done until it is let go, and then did nothing."""

    is_stopped = False
    go = threading.Event()

    def __init__(self, *_):
        pass

    def events(self):
        assert self.go.wait(SOON)
        yield from ()

    def stop(self):
        pass


def test_pages_say_so_until_a_document_is_read_again(mira, monkeypatch):
    first, _ = rows(mira)
    fields = mira.form(mira.page(f"/documents/{first.id[7:]}"))
    with monkeypatch.context() as patch:
        patch.setattr(posting, "Apart", Held)
        page = mira.send("/decide/documents", {**fields, "published": "2017-06-22"})
        assert "2017-06-22" in Look(page).text
        assert "Reading 1 document again." in Look(page).text
        assert "What is marked here is of before" in Look(page).text
        [again] = [one["hx-get"] for one in Look(page).all("div") if "hx-get" in one]
        mira.page(again, status=204)
        Held.go.set()
        settled(mira)
        said = mira.page(again)
        assert "Reading 1 document again, and linking: done." in Look(said).text
        assert Look(said).links == [f"/documents/{first.id[7:]}"]
        assert not [one for one in Look(said).all("div") if "hx-get" in one]
        assert mira.client.get("/jobs/999/bar").status_code == 286
    page = mira.page(f"/documents/{first.id[7:]}")
    assert "the document is to be read again" in Look(page).text
    assert tuesday(mira, first.id) is None
    page = mira.page("/incidents")
    assert "Something changed since" in Look(page).text
    mira.send("/incidents/link", {})
    settled(mira)
    assert tuesday(mira, first.id) == "2017-06-20"
    assert "Something changed since" not in Look(mira.page("/incidents")).text
    assert "What is marked here is of before" not in mira.page(f"/documents/{first.id[7:]}")
    for path in ("/jobs", "/add"):
        listed = Look(mira.page(path)).text
        assert "Reading 1 document again, and linking" in listed
        assert "1 document read again, 1 incident in the case" in listed


def test_those_without_publisher_or_day_are_listed_and_described_together(mira):
    first, second = rows(mira)
    page = mira.page("/documents")
    assert "2 documents without a publisher or day" in Look(page).text
    page = mira.page("/documents", lacking="yes")
    assert page.count('name="of"') == 2
    page = mira.page("/decide/documents", of=[first.id, second.id], next="/documents?lacking=yes")
    assert "2 documents" in page
    fields = mira.form(page)
    page = mira.send(
        "/decide/documents", {**fields, "publisher": "Halen Post", "published": "2017-06-22"}
    )
    assert "Decisions 1 and 2, about 2 documents, are on record." in page
    assert "No document is like that" in page
    settled(mira)
    assert {(row.publisher, row.published) for row in rows(mira)} == {("Halen Post", "2017-06-22")}
    assert "without a publisher or day" not in Look(mira.page("/documents")).text
    page = mira.send("/decide/undo", {"number": "2"})
    assert "Decisions 1 and 2, about 2 documents, are taken back." in page
    settled(mira)
    assert [one.is_undone for one in mira.decisions()] == [True, True]
    assert {row.publisher for row in rows(mira)} == {None}


def test_what_differs_is_left_as_it_is_in_each(mira):
    first, second = rows(mira)
    page = mira.page(f"/documents/{first.id[7:]}")
    mira.send("/decide/documents", {**mira.form(page), "publisher": "Halen Post", "title": "One"})
    settled(mira)
    page = mira.page("/decide/documents", of=[first.id, second.id])
    assert "they differ" in page
    mira.send("/decide/documents", {**mira.form(page, 0), "published": "2017-06-22"})
    settled(mira)
    assert [(row.publisher, row.published) for row in rows(mira)] == [
        ("Halen Post", "2017-06-22"),
        (None, "2017-06-22"),
    ]


def test_an_emptied_field_is_not_known(mira):
    first, _ = rows(mira)
    path = f"/documents/{first.id[7:]}"
    mira.send("/decide/documents", {**mira.form(mira.page(path)), "url": "https://halen.example/a"})
    settled(mira)
    assert rows(mira)[0].url == "https://halen.example/a"
    mira.send("/decide/documents", {**mira.form(mira.page(path)), "url": ""})
    settled(mira)
    assert rows(mira)[0].url is None


@pytest.mark.parametrize(
    ("typed", "what"),
    [
        ({"published": "3/4/2017"}, "names no day"),
        ({"url": "halen.example"}, "is no address of the web"),
        ({"publisher": "a" * 201}, "201 characters for publisher"),
        ({}, "nothing was changed"),
    ],
)
def test_what_makes_no_sense_is_shown_again_with_what_was_typed(mira, typed, what):
    first, _ = rows(mira)
    fields = {**mira.form(mira.page(f"/documents/{first.id[7:]}")), "title": "", **typed}
    page = mira.send("/decide/documents", fields, status=422)
    assert what in Look(page).text
    assert "maxlength" not in page
    for value in typed.values():
        assert f'value="{value}"' in page
    assert mira.decisions() == []


def test_what_another_said_meanwhile_is_shown_and_both_stay(location, mira):
    first, _ = rows(mira)
    jorun = Reviewer(location, name="Jorun")
    path = f"/documents/{first.id[7:]}"
    fields = mira.form(mira.page(path))
    jorun.send("/decide/documents", {**jorun.form(jorun.page(path)), "publisher": "Lakes Radio"})
    settled(jorun)
    page = mira.send("/decide/documents", {**fields, "publisher": "Halen Post"}, status=409)
    assert "Somebody decided on this while you did" in page
    assert "Document: publisher" in Look(page).text
    settled(mira)
    assert len(mira.decisions()) == 2
    differ = mira.page("/conflicts")
    assert "Lakes Radio" in differ
    assert f'href="{path}"' in differ
    other = mira.form(mira.page("/decide/documents", of=[row.id for row in rows(mira)]), 0)
    jorun.send("/decide/documents", {**jorun.form(jorun.page(path)), "title": "A bridge"})
    page = mira.send("/decide/documents", {**other, "title": "The bridge"}, status=409)
    assert "A bridge" in page
    settled(jorun)
    settled(mira)


def test_who_chose_no_document_is_back_on_the_list_and_told_so(mira):
    page = mira.page("/decide/documents", next="/documents?lacking=yes")
    assert "No document is chosen; tick some in the list." in page
    assert "2 documents" in Look(page).text
    assert 'name="next" value="/documents?lacking=yes' in page.replace("&amp;", "&")


def test_a_form_for_no_document_or_one_that_is_not_there_is_refused(mira):
    given = {"publisher": "Halen Post"}
    assert "no document is chosen" in mira.send("/decide/documents", given, status=422)
    mira.page("/decide/documents", status=404, of="ffffffff")


def test_decisions_tell_what_was_said(mira):
    first, _ = rows(mira)
    path = f"/documents/{first.id[7:]}"
    mira.send("/decide/documents", {**mira.form(mira.page(path)), "title": "A <b>bridge</b>"})
    settled(mira)
    page = mira.page("/decisions")
    assert "A &lt;b&gt;bridge&lt;/b&gt;" in page
    assert "describe" in page
