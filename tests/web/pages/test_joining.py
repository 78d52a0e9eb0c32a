"""Putting together and taking apart in the browser, and what becomes of it."""

import html
import re

import pytest

from rashomon.store import open_case
from rashomon.web.jobs import Jobs
from tests.web.reviewers import Reviewer

SOON = 60


@pytest.fixture
def mira(own_bridge):
    return Reviewer(own_bridge)


def incidents(mira):
    with open_case(mira.location, read_only=True) as case:
        return case.incidents()


def documents_of(incident):
    return {one.document for one in incident.documents if one.role == "main"}


def desk(mira):
    return mira.client.app.state.desk


def test_parties_become_one_under_a_name_and_are_parted_by_undoing(mira):
    first, second = desk(mira).comparison("i1").parties[:2]
    page = mira.page("/decide/parties", of=[first, second], incident="i1")
    assert f'value="{html.escape(second)}" checked' in page.replace("&#39;", "&#x27;")
    page = mira.send(
        "/decide/parties",
        {"of": first, "with": second, "name": "The two", "act": "merge", "next": "/incidents"},
    )
    assert "on record." in page
    names = desk(mira).comparison("i1").parties
    assert "The two" in names
    assert not {first, second} & set(names)
    number = mira.decisions()[0].number
    mira.send("/decide/undo", {"number": str(number)})
    assert {first, second} <= set(desk(mira).comparison("i1").parties)


def test_a_party_needs_another_to_be_one_with(mira):
    page = mira.send("/decide/parties", {"of": "Norvia", "with": " ", "act": "merge"}, status=422)
    assert "there are no two names" in page
    assert 'value="Norvia"' in page


def test_a_party_is_not_one_with_a_name_that_nobody_has(mira):
    name = next(row.name for row in desk(mira).parties() if len(row.name.split()) > 1)
    part = name.split()[-1]
    fields = {"of": name, "act": "merge"}
    page = mira.send("/decide/parties", {**fields, "with": "Qxz Vlk"}, status=422)
    assert "no document names a party" in page
    assert 'value="Qxz Vlk"' in page
    known = {each for row in desk(mira).parties() for each in (row.name, *row.names)}
    assert part not in known
    ticked = {**fields, "with": [known.pop(), "Qxz Vlk"]}
    page = mira.send("/decide/parties", ticked, status=422)
    other = html.escape(ticked["with"][0]).replace("&#x27;", "&#39;")
    assert (f'value="{other}" checked' in page, 'value="Qxz Vlk" checked' in page) == (True, False)
    assert "it may be" in mira.send("/decide/parties", {**fields, "with": part}, status=422)
    assert mira.decisions() == []


def test_documents_are_held_for_independent_and_for_one_root(mira):
    contents = desk(mira).contents()
    origin = next(one for one in contents.origins.origins if len(one.documents) > 1)
    first, second, *_ = origin.documents
    page = mira.page("/decide/origins", of=first)
    assert f'value="{second}"' in page
    mira.send("/decide/origins", {"of": first, "with": second, "act": "part"})
    rows = desk(mira).contents().rows
    assert rows[first].origin != rows[second].origin
    mira.send("/decide/origins", {"of": first, "with": second, "act": "merge"})
    rows = desk(mira).contents().rows
    assert rows[first].origin == rows[second].origin
    assert "no other document is chosen" in mira.send(
        "/decide/origins", {"of": first, "act": "merge"}, status=422
    )


def test_who_decides_otherwise_than_another_did_is_told_so_at_once(mira):
    origin = next(one for one in desk(mira).contents().origins.origins if len(one.documents) > 1)
    first, second, *_ = origin.documents
    fields = {"of": first, "with": second, "next": "/incidents"}
    assert "decided otherwise" not in mira.send("/decide/origins", {**fields, "act": "part"})
    ole = Reviewer(mira.location, name="Ole")
    assert "another reviewer decided otherwise" in ole.send(
        "/decide/origins", {**fields, "act": "merge"}
    )


def test_an_incident_is_split_and_merged_again_in_one_act_each(mira):
    before = incidents(mira)
    whole = documents_of(before[0])
    some = sorted(whole)[:2]
    page = mira.page("/decide/incidents", of=before[0].id)
    assert all(f'name="document" value="{one}"' in page for one in some)
    fields = {"of": before[0].id, "document": some, "act": "split", "next": "/incidents"}
    page = mira.send("/decide/incidents", fields)
    number = int(re.search(r"Decisions? (\d+)[^.]* on record", page)[1])
    listed = mira.page("/decisions")
    assert f'<tr id="d{number}"' in listed
    assert listed.count("<tr id=") == 1
    ole = Reviewer(mira.location, name="Ole")
    ole.send("/decide/remark", {"number": str(number), "remark": "confirm"})
    assert mira.page("/decisions").count("<tr id=") == 2
    made = [one for one in mira.decisions() if one.decision.kind != "confirm"]
    assert len(made) * 2 == len(mira.decisions()) > 2
    confirmed = {one.decision.value.get("decision") for one in mira.decisions()} - {None}
    assert confirmed == {str(one.number) for one in made}
    apart = incidents(mira)
    assert not any(documents_of(one) >= whole for one in apart)
    mira.send("/decide/undo", {"number": str(number)})
    assert [documents_of(one) for one in incidents(mira)] == [documents_of(one) for one in before]
    assert all(one.is_undone for one in mira.decisions() if one.decision.kind != "confirm")


def test_two_incidents_are_merged(mira):
    before = incidents(mira)
    if len(before) == 1:
        some = sorted(documents_of(before[0]))[:2]
        mira.send("/decide/incidents", {"of": "i1", "document": some, "act": "split"})
    first, second, *_ = incidents(mira)
    assert "no other incident is chosen" in mira.send(
        "/decide/incidents", {"of": first.id, "act": "merge"}, status=422
    )
    assert f'value="{second.id}"' in mira.page("/decide/incidents", of=first.id)
    nothing = mira.page("/decide/incidents", of=first.id, words="qxzvlk")
    assert "No other incident has these words" in nothing
    words = second.title.split()[0]
    assert f'value="{second.id}"' in mira.page("/decide/incidents", of=first.id, words=words)
    # the last incident is gone then: its queue leads to what is left, and tells of the decision
    gone = f"/queue/{incidents(mira)[-1].id}?at=1"
    fields = {"of": first.id, "with": second.id, "act": "merge", "next": gone}
    assert "on record." in mira.send("/decide/incidents", fields)
    together = documents_of(first) | documents_of(second)
    assert any(documents_of(one) >= together for one in incidents(mira))


def test_where_linking_takes_long_it_is_done_by_a_job_and_said(mira, monkeypatch):
    monkeypatch.setattr("rashomon.web.posting._LINKED_AT_ONCE", 1)
    asked = []
    monkeypatch.setattr(Jobs, "start", lambda _, kind, *__: asked.append(kind))
    some = sorted(documents_of(incidents(mira)[0]))[:2]
    mira.send("/decide/incidents", {"of": "i1", "document": some, "act": "split"})
    assert asked == ["linking"]


def test_a_position_is_graded_and_shown_with_who_graded_it(mira):
    point = desk(mira).comparison("i1").points[0]
    page = mira.page("/decide/grade", incident="i1", point=point.id, position=1)
    fields = mira.form(page)
    assert fields["answer"] == point.positions[0].label
    page = mira.send("/decide/grade", {**fields, "grade": "weak", "reliability": "E"}, status=422)
    assert "only one part of the Admiralty pair is chosen" in page
    given = {"grade": "weak", "reliability": "E", "credibility": "5", "note": "one blurred film"}
    mira.send("/decide/grade", {**fields, **given})
    grade = desk(mira).comparison("i1").points[0].positions[0].grade
    assert (grade.airwars, grade.admiralty, grade.reviewer) == ("weak", "E5", "Mira")
    stale = {**fields, **given, "answer": "another answer"}
    assert "the accounts changed meanwhile" in mira.send("/decide/grade", stale, status=422)


def test_how_two_claims_relate_is_decided(mira):
    comparison = desk(mira).comparison("i1")
    one = comparison.relations[0]
    asked = {
        "first": one.first.document,
        "first_at": f"{one.first.span.start}-{one.first.span.end}",
        "second": one.second.document,
        "second_at": f"{one.second.span.start}-{one.second.span.end}",
    }
    page = mira.page("/decide/relation", **asked)
    assert page.count("<blockquote") == 2
    fields = mira.form(page)
    assert "no relation is chosen" in mira.send("/decide/relation", fields, status=422)
    mira.send("/decide/relation", {**fields, "relation": "neutral"})
    assert [kept.decision.kind for kept in mira.decisions()] == ["relation"]
    left = desk(mira).comparison("i1").relations
    assert (one.first.span, one.second.span) not in [
        (other.first.span, other.second.span) for other in left if other.by != "reviewer"
    ]


def test_words_that_say_nothing_are_related_to_none(mira):
    document, _ = mira.items("claim")
    at = document.text.index(". ")
    asked = {"first": document.id, "first_at": "0-9", "second": document.id}
    blank = {**asked, "second_at": f"{at}-{at + 2}"}
    assert "hold no letter and no digit" in mira.page("/decide/relation", status=422, **blank)
    page = mira.send("/decide/relation", {**blank, "relation": "neutral"}, status=422)
    assert "name the words of a claim" in page
    assert mira.decisions() == []
