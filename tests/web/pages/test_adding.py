import re
import threading

import pytest
from starlette.testclient import TestClient

from rashomon.store import open_case
from rashomon.web.app import create_app

TOKEN = "sesame"
REPORT = (
    "HALMIR, 14 May (Norwind) - Two people were killed when a drone hit the bridge at Halmir on "
    "Sunday, the mayor said. The army denied that it had attacked the town."
)
SOON = 60


class Browser:
    """A browser that has opened the desk of a case."""

    def __init__(self, client):
        self.client = client
        client.get("/", params={"token": TOKEN})

    @property
    def jobs(self):
        return self.client.app.state.desk.jobs

    def page(self, path):
        return self.client.get(path)

    def send(self, path, data, **more):
        csrf = re.search(r'name="csrf" content="(\w+)"', self.page("/add").text)[1]
        return self.client.post(path, data={"csrf": csrf, **data}, **more)

    def finished(self, answer):
        """Return the page of a job that an answer led to, once it is over."""
        assert answer.status_code == 200, answer.text
        number = int(answer.url.path.rpartition("/")[2])
        assert self.jobs.wait(number, SOON).is_over
        return self.page(f"/jobs/{number}").text


@pytest.fixture
def case(tmp_path):
    location = str(tmp_path / "a.case")
    open_case(location, create=True).close()
    return location


@pytest.fixture
def browser(case):
    with TestClient(create_app(case, token=TOKEN), base_url="http://localhost") as client:
        yield Browser(client)


def documents(case):
    with open_case(case, read_only=True) as held:
        return [held.document(row.id) for row in held.documents()]


def test_pasted_text_becomes_a_document_with_what_is_said_of_it(browser, case):
    answer = browser.send(
        "/add/text",
        {"text": f"  {REPORT}\r\n", "publisher": "The Halmir Post", "title": "Drone hits <b>",
         "url": "https://post.example/1", "date": "2023-05-14"},
    )  # fmt: skip
    page = browser.finished(answer)
    assert "Done." in page
    assert "1 document added" in page
    assert "Drone hits &lt;b&gt;" in page
    [document] = documents(case)
    assert (document.text, document.publisher) == (REPORT, "The Halmir Post")
    assert (document.url, document.published) == ("https://post.example/1", "2023-05-14")


def test_files_are_read_by_their_endings_and_failures_say_what_to_do(
    browser, case, tmp_path, monkeypatch
):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    files = [
        ("files", ("reports/one.txt", REPORT)),
        ("files", ("two.html", f"<html><body><article><p>{REPORT * 3}</p></article></html>")),
        ("files", ("rows.jsonl", f'{{"id": "r1", "text": "{REPORT} It rained."}}\n')),
        ("files", ("../../etc/empty.txt", "  ")),
        ("files", ("../photo.txt", b"\x89PNG\0\0")),
    ]
    answer = browser.send("/add/files", {"publisher": "The Halmir Post"}, files=files)
    page = browser.finished(answer)
    assert "3 documents added, 2 left out" in page
    assert "there is no text in it" in page
    assert "it is an image, not a text" in page
    assert "extract the text first" in page
    found = documents(case)
    assert [one.path for one in found] == ["reports/one.txt", "two.html", "rows.jsonl:1"]
    assert {one.publisher for one in found} == {"The Halmir Post"}
    assert [one.provenance.obtained_from for one in found][:2] == ["reports/one.txt", "two.html"]
    assert not list(tmp_path.glob("rashomon-desk-*"))


def test_what_is_known_is_left_out_and_new_versions_are_told(browser):
    url = {"url": "https://post.example/1"}
    browser.finished(browser.send("/add/text", {"text": REPORT, **url}))
    again = browser.finished(browser.send("/add/text", {"text": REPORT, **url}))
    assert "0 documents added, 1 known already" in again
    changed = browser.send("/add/text", {"text": f"{REPORT} Three died.", **url})
    assert "1 new version among them" in browser.finished(changed)


def test_several_reports_lead_to_the_incident_that_they_speak_of(browser):
    files = [
        ("files", (f"{name}.txt", f"{REPORT} {more}"))
        for name, more in (("a", "Rescuers came at noon."), ("b", "The bridge is closed."))
    ]
    page = browser.finished(browser.send("/add/files", {"date": "2023-05-15"}, files=files))
    assert "What the new documents speak of" in page
    link = re.search(r'href="(/incidents/i\w+)"', page)[1]
    assert browser.page("/incidents").text.count(link) == 1


@pytest.mark.parametrize(
    ("path", "data", "words"),
    [
        ("/add/text", {"text": " \r\n "}, "there is no text in it; paste the report"),
        ("/add/text", {"text": REPORT, "date": "lately"}, "names no day for certain"),
        ("/add/text", {"text": REPORT, "url": "javascript:alert(1)"}, "no address of the web"),
        ("/add/addresses", {"addresses": " "}, "no address is given"),
        ("/add/addresses", {"addresses": "https://a.example ftp://b.example"}, "no address of"),
    ],
)
def test_what_makes_no_sense_is_said_beside_what_was_typed(browser, path, data, words):
    answer = browser.send(path, {**data, "publisher": 'The "Post"'})
    assert answer.status_code == 422
    assert words in answer.text
    assert 'value="The &#34;Post&#34;"' in answer.text
    assert not browser.jobs.all()


def test_a_form_without_a_file_is_told_so(browser):
    nothing = [("files", ("", b""))]
    answer = browser.send("/add/files", {}, files=nothing)
    assert answer.status_code == 422
    assert "no file was chosen; choose one" in answer.text


def test_an_address_within_is_not_fetched(browser):
    page = browser.finished(browser.send("/add/addresses", {"addresses": "http://127.0.0.1:9/a"}))
    assert "1 input left out" in page
    assert "is not of the public internet" in page


class Held:
    """Work that goes on until it is stopped."""

    def __init__(self):
        self._may_end = threading.Event()
        self.is_stopped = False

    def events(self):
        self._may_end.wait(SOON)
        return iter(())

    def stop(self):
        self.is_stopped = True
        self._may_end.set()


def test_work_that_goes_on_is_said_on_every_page_and_can_be_stopped(browser):
    number = browser.jobs.start("adding", "3 files", Held()).number
    assert "Adding 3 files" in browser.page("/incidents").text
    page = browser.page(f"/jobs/{number}")
    assert 'http-equiv="refresh"' in page.text
    fragment = browser.page(f"/jobs/{number}/progress")
    assert "HX-Refresh" not in fragment.headers
    assert "<html" not in fragment.text
    answer = browser.send(f"/jobs/{number}/stop", {})
    page = browser.finished(answer)
    assert "Stopped." in page
    assert "add the same again" in page
    assert browser.page(f"/jobs/{number}/progress").headers["HX-Refresh"] == "true"
    assert "Adding 3 files" not in browser.page("/incidents").text
    assert "Adding" in browser.page("/jobs").text


def test_closing_the_desk_stops_what_still_runs(case):
    work = Held()
    with TestClient(create_app(case, token=TOKEN), base_url="http://localhost") as client:
        client.app.state.desk.jobs.start("adding", "", work)
    # whether or not it had begun when the desk was closed
    assert [one.state for one in client.app.state.desk.jobs.all()] == ["stopped"]


def test_a_job_that_there_is_not_is_a_page_that_says_so(browser):
    answer = browser.page("/jobs/77")
    assert answer.status_code == 404
    assert "There is no job 77." in answer.text
