"""The desk: what it keeps of a case, and when it looks anew."""

import pytest

from rashomon.model.case import Decision, Linking
from rashomon.model.errors import CaseError, UnknownItemError
from rashomon.model.spans import Span
from rashomon.settings import Settings
from rashomon.store import open_case
from rashomon.web.desk import Desk
from tests.store.making import entry
from tests.web.desks import case_at, incident_of


def says(source, content, publisher):
    return entry(
        f"{source} said that {content}.",
        [{"source": source, "content": content}],
        publisher=publisher,
    )


MILL = (says("Mayor Quill", "nine died", "Tide"), says("The mayor", "ten died", "Gull"))
DAM = (says("The Watch", "two drowned", "Wren"),)


@pytest.fixture
def desk(tmp_path):
    incidents = [incident_of(1, "The mill", *MILL), incident_of(2, "The dam", *DAM)]
    return Desk(case_at(tmp_path, *MILL, *DAM, incidents=incidents), Settings())


def decide(desk, *decision):
    with open_case(desk.location) as case:
        return case.decide(Decision(*decision, "Ann"))


def id_of(one):
    return one.reading.document.id


def test_what_a_case_holds_is_read_once_for_each_state_of_it(desk):
    before = desk.contents()
    assert desk.contents() is before
    decide(desk, "grade", id_of(DAM[0]), Span(0, 3), {"airwars": "fair"})
    after = desk.contents()
    assert after is not before
    assert [one.decision.kind for one in after.decisions] == ["grade"]


def test_after_a_decision_documents_and_incidents_are_not_read_again(desk):
    before = desk.contents()
    decide(desk, "same_incident", id_of(MILL[0]), None, {"with": id_of(DAM[0])})
    after = desk.contents()
    assert (after.is_linked, before.is_linked) == (False, True)
    assert after.rows is before.rows
    assert after.incidents is before.incidents
    assert len(after.decisions) == 1
    with open_case(desk.location) as case:
        case.add([says("The ferryman", "nobody drowned", "Tern")])
    last = desk.contents()
    assert len(last.rows) == len(before.rows) + 1
    with open_case(desk.location) as case:
        case.put_linking(Linking(last.origins, before.incidents[:1], {}, {}, {"rashomon": "test"}))
    assert [one.id for one in desk.contents().incidents] == ["i1"]


def test_a_comparison_is_kept_until_something_changes_that_it_rests_on(desk):
    mill, dam = desk.comparison("i1"), desk.comparison("i2")
    assert desk.comparison("i1") is mill
    decide(desk, "grade", id_of(DAM[0]), Span(0, 3), {"airwars": "fair"})
    assert desk.comparison("i1") is mill
    assert desk.comparison("i2") is not dam
    value = {"name": "Mayor Quill", "with": "The mayor"}
    number = decide(desk, "same_party", None, None, value)
    assert desk.comparison("i1") is not mill
    with open_case(desk.location) as case:
        case.undo(number, reviewer="Ann")
    assert desk.comparison("i1") is mill


def test_incidents_are_named_as_people_type_them(desk):
    assert desk.accounts("I2").incident.id == desk.accounts("2").incident.id == "i2"
    for unknown in ("i9", "", "x", "ii1"):
        with pytest.raises(UnknownItemError):
            desk.accounts(unknown)


def test_a_case_that_changes_all_the_time_is_said_to(desk, monkeypatch):
    def contents_of_another_state(read=desk.contents):
        contents = read()
        decide(desk, "grade", id_of(DAM[0]), Span(0, 3), {"airwars": "fair"})
        return contents

    monkeypatch.setattr(desk, "contents", contents_of_another_state)
    with pytest.raises(CaseError, match="faster than it can be read"):
        desk.accounts("i1")


def test_parties_follow_what_people_decide_and_the_rest_is_not_read_again(desk, monkeypatch):
    assert len(desk.parties()) == 3
    with open_case(desk.location, read_only=True) as case:
        store = type(case)
    asked = []
    read = store.reading
    monkeypatch.setattr(store, "reading", lambda self, one: asked.append(one) or read(self, one))
    value = {"name": "Mayor Quill", "with": "The mayor"}
    decide(desk, "same_party", None, None, value)
    assert len(desk.parties()) == 2
    assert asked == []


def test_what_is_read_ahead_is_there_when_it_is_asked_for(desk, monkeypatch):
    desk.prepare()
    parties = desk.parties()
    monkeypatch.setattr("rashomon.web.desk.gather_parties", lambda *_: ())
    assert desk.parties() is parties


def test_a_case_that_cannot_be_read_ahead_is_no_trouble_until_it_is_asked_for(tmp_path):
    desk = Desk(str(tmp_path / "none.case"), Settings())
    desk.prepare()
    with pytest.raises(CaseError, match="no such case"):
        desk.contents()


def test_what_is_made_while_somebody_decides_is_made_again_for_whoever_asks_next(desk):
    def make(contents):
        if not contents.decisions:
            decide(desk, "grade", id_of(DAM[0]), Span(0, 3), {"airwars": "fair"})
        return len(contents.decisions)

    assert [desk.made("decisions", make) for _ in range(2)] == [0, 1]
