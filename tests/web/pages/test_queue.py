"""The queue in the browser: one thing after the other, and what a decision leads to."""

import html
import re
from dataclasses import replace

import pytest

from rashomon.model.origins import Derivation
from rashomon.model.tasks import Task, Words
from rashomon.pipeline.describing import describe, read_anew
from rashomon.settings import Settings
from rashomon.store import open_case
from tests.web.desks import browser
from tests.web.reviewers import Reviewer


@pytest.fixture
def mira(own_bridge):
    return Reviewer(own_bridge)


def tasks(mira, incident="i1"):
    return mira.client.app.state.desk.tasks(incident)


def place_of(mira, *kinds):
    """Return where the first task of some kinds stands in the queue, with the task."""
    return next(pair for pair in enumerate(tasks(mira)) if pair[1].kind in kinds)


def test_the_queue_begins_with_what_would_change_most_and_says_why(mira):
    first = tasks(mira)[0]
    answer = mira.client.get("/queue")
    assert answer.url.path == "/queue/i1"
    assert f"1 of {len(tasks(mira))} things to look at in i1" in answer.text
    assert html.escape(first.reason, quote=False)[:40].replace('"', "&#34;") in answer.text
    assert 'data-key="j"' in answer.text
    assert 'data-key="k"' not in answer.text
    assert 'data-key="k"' in mira.page("/queue/i1", at=1)


def test_accepting_leads_to_the_next_thing_and_undoing_brings_it_back(mira):
    at, task = place_of(mira, "claim", "count", "time", "place")
    before = len(tasks(mira))
    page = mira.page("/queue/i1", at=at)
    page = mira.send("/decide/item", {**mira.form(page, 0), "verdict": "accept"})
    assert "Decision 1 is on record." in page
    assert f"{at + 1} of {before - 1} things" in page
    [kept] = mira.decisions()
    assert (kept.decision.document, kept.decision.span) == (task.document, task.span)
    undo = mira.form(page, 0)
    assert undo["number"] == "1"
    page = mira.send("/decide/undo", undo)
    assert "Decision 1 is taken back." in page
    assert f"{at + 1} of {before} things" in page


def test_what_was_decided_is_told_wherever_the_queue_leads(mira):
    at, _ = place_of(mira, "claim")
    fields = mira.form(mira.page("/queue/i1", at=at), 0)
    page = mira.send("/decide/item", {**fields, "next": "/queue", "verdict": "accept"})
    assert "things to look at in i1" in page
    assert "Decision 1 is on record." in page
    page = mira.send("/decide/undo", {"number": "1", "next": "/"})
    assert "Decision 1 is taken back." in page


def test_what_is_rejected_is_gone_from_the_queue(mira):
    at, task = place_of(mira, "claim")
    page = mira.page("/queue/i1", at=at)
    mira.send("/decide/item", {**mira.form(page, 0), "verdict": "reject"})
    left = [(one.kind, one.document, one.span) for one in tasks(mira)]
    assert ("claim", task.document, task.span) not in left


def test_correcting_leads_back_to_the_queue(mira):
    at, _ = place_of(mira, "claim")
    page = mira.page("/queue/i1", at=at)
    link = html.unescape(re.search(r'href="(/decide/item[^"]*)" data-key="c"', page)[1])
    page = mira.page(link.partition("#")[0])
    fields = mira.form(page)
    stance = "doubts" if fields["stance"] != "doubts" else "denies"
    answer = mira.client.post("/decide/item", data={**fields, "stance": stance})
    assert answer.url.path == "/queue/i1"
    assert f"at={at}" in str(answer.url)


@pytest.mark.parametrize(
    ("kind", "path", "choice"),
    [
        ("relation", "/decide/relation", {"relation": "neutral"}),
        ("link", "/decide/link", {"act": "same"}),
        ("origin", "/decide/origins", {"act": "part"}),
    ],
)
def test_relations_links_and_origins_are_decided_where_they_are_asked(
    mira, monkeypatch, kind, path, choice
):
    comparison = mira.client.app.state.desk.comparison("i1")
    one = comparison.relations[0]
    first, second = (
        Words(one.first.document, one.first.span),
        Words(one.second.document, one.second.span),
    )
    if kind != "relation":
        first, second = (Words(document) for document in comparison.documents[:2])
    task = Task(kind, "i1", "q1", first.document, first.span, None, second, 1.0, 0.5, "In doubt.")
    monkeypatch.setattr("rashomon.web.desk.tasks_of", lambda *_: (task,))
    page = mira.page("/queue/i1")
    assert f'action="{path}"' in page
    assert "In doubt." in page
    page = mira.send(path, {**mira.form(page, 0), **choice})
    assert "is on record." in page
    assert mira.decisions()


def test_disputed_decisions_come_first(mira, own_bridge):
    ole = Reviewer(own_bridge, name="Ole")
    at, task = place_of(mira, "claim")
    page = mira.page("/queue/i1", at=at)
    mira.send("/decide/item", {**mira.form(page, 0), "verdict": "accept"})
    ole.send("/decide/remark", {"number": "1", "remark": "dispute"})
    first = tasks(mira)[0]
    assert (first.document, first.span) == (task.document, task.span)
    page = mira.page("/queue/i1")
    assert "disputed or in conflict" in page
    assert "by <bdi" in page


def test_what_of_a_document_people_differ_on_is_said(mira, own_bridge):
    document = tasks(mira)[0].document
    for who, name in (("Mira", "The Halen Post"), ("Ole", "Lakes Radio")):
        with open_case(own_bridge) as case:
            describe(case, [document], {"publisher": name}, reviewer=who)
            read_anew(case, Settings())
    said = [one.reason for one in tasks(mira) if one.kind == "decision"]
    assert said == [
        f"People differ on decision {number}, which says of the document its publisher."
        for number in (1, 2)
    ]
    at = next(at for at, one in enumerate(tasks(mira)) if one.kind == "decision")
    page = mira.page("/queue/i1", at=at)
    assert "What rests on it:" in page
    assert "Document: publisher" in page


def test_after_the_last_thing_comes_the_next_incident(mira):
    page = mira.page("/queue/i1", at=9999)
    assert "This was the last of" in page
    assert "/queue?after=i1" in page
    last = mira.client.app.state.desk.contents().incidents[-1].id
    left = len(tasks(mira, last))
    page = mira.page("/queue", after=last)
    assert f"{last} is the last incident; " in page
    assert (f"{left} things to look at are left in it" if left != 1 else "1 thing") in page
    assert f'href="/queue/{last}"' in page


def test_what_speaks_for_one_house_is_told_though_neither_comes_from_the_other(mira, monkeypatch):
    contents = mira.client.app.state.desk.contents()
    root = next(one for one in contents.origins.origins if len(one.documents) > 1)
    first, second = root.documents[:2]
    house = Derivation(first, None, None, None, root.id, "publisher", 0.6, "one house has both")
    origins = replace(contents.origins, derivations=(house,))
    told = replace(contents, origins=origins)
    monkeypatch.setattr(type(mira.client.app.state.desk), "contents", lambda _: told)
    task = Task("origin", "i1", "q1", first, None, None, Words(second, None), 1.0, 0.1, "In doubt.")
    monkeypatch.setattr("rashomon.web.desk.tasks_of", lambda *_: (task,))
    assert "one house has both" in mira.page("/queue/i1")


def test_an_empty_case_has_an_empty_queue_that_says_where_to_begin(tmp_path):
    location = str(tmp_path / "a.case")
    open_case(location, create=True).close()
    page = browser(location).get("/queue").text
    assert "This case is empty." in page
    assert 'href="/add"' in page
    assert "do not differ on anything" in browser(location).get("/conflicts").text
