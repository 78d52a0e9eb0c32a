"""Dossiers of cases: what they gather, and what they say of how they were made."""

import re
import tomllib
from dataclasses import replace
from importlib.resources import files

import pytest

from rashomon.model.case import Decision
from rashomon.model.errors import UnknownItemError
from rashomon.model.incidents import IncidentPlace
from rashomon.pipeline.comparing import accounts_of
from rashomon.pipeline.dossier import only_incident, report, view_of
from rashomon.pipeline.resources import load_comparer, load_model_notes
from rashomon.settings import Settings
from rashomon.store import open_case
from tests.pipeline.test_comparing import NEW, TIDE, incident_of, linked, told

COMPARER = load_comparer(is_relating=False)
MILL = IncidentPlace("Osterby", 55.1, 12.2, "DK", "town")


@pytest.fixture
def case(tmp_path):
    with open_case(str(tmp_path / "mill.case"), create=True) as made:
        yield made


@pytest.fixture
def mill(case):
    """A case with one incident that has a place."""
    incident = replace(incident_of(TIDE, NEW), place=MILL)
    linked(case, TIDE, NEW, incidents=(incident,))
    return case


def dossier(case, incident=""):
    return report(case, "mill.case", incident, COMPARER, Settings())


def view(case):
    accounts = accounts_of(case, "i1")
    return view_of(case, "mill.case", accounts, accounts.compared(COMPARER), Settings())


def test_the_only_incident_need_not_be_named(mill):
    made = dossier(mill)
    assert (made.incident, made.title, made.documents) == ("i1", "The mill", 2)
    assert "Nine people died" in made.page


def test_of_several_incidents_the_message_names_some(case):
    incidents = (incident_of(TIDE), incident_of(NEW, id_="i2"))
    linked(case, TIDE, NEW, incidents=incidents)
    with pytest.raises(UnknownItemError, match=r"i1 \(The mill\), i2 \(The mill\)"):
        only_incident(case)
    assert dossier(case, "i2").documents == 1


def test_a_case_without_incidents_says_so(case):
    with pytest.raises(UnknownItemError, match="no incidents"):
        dossier(case)


def test_the_map_has_towns_around_the_place(mill):
    found = view(mill)
    assert found.country == "Denmark"
    ground = found.ground()
    assert ground.box.west < 12.2 < ground.box.east
    towns = ground.towns
    assert [one.population for one in towns] == sorted(
        (one.population for one in towns), reverse=True
    )
    assert all(ground.box.south <= one.lat <= ground.box.north for one in towns)


def test_an_incident_without_a_place_has_no_ground(case):
    linked(case, TIDE, incidents=(incident_of(TIDE),))
    assert view(case).ground() is None
    assert dossier(case).documents == 1


def test_it_says_which_state_of_the_case_it_shows(mill):
    method = view(mill).method
    last = list(mill.log())[-1]
    assert (method.state, method.entries, method.changed_at) == (last.hash, last.number, last.at)
    assert method.state in dossier(mill).page


def test_it_says_which_documents_were_read_by_others(mill):
    assert view(mill).method.read_otherwise == 2


def decide(case, kind, document=None, **value):
    return case.decide(Decision(kind, document, None, value, "Ann Reed", "seen by me"))


def test_the_decisions_of_people_that_it_rests_on_are_listed(case):
    elsewhere = told("Two people died, the Halk Watch said.", "Swan")
    linked(case, TIDE, NEW, elsewhere, incidents=(incident_of(TIDE, NEW),))
    here = decide(case, "same_incident", TIDE.reading.document.id, **{"with": "x"})
    decide(case, "other_incident", elsewhere.reading.document.id, **{"with": "x"})
    gone = decide(case, "same_incident", NEW.reading.document.id, **{"with": "x"})
    case.undo(gone, reviewer="Ann Reed")
    assert [one.number for one in view(case).method.decisions] == [here]
    assert "seen by me" in dossier(case).page


def test_a_decision_on_who_speaks_is_listed_where_they_speak(mill):
    name = TIDE.reading.parties[0].name
    one = decide(mill, "same_party", name=name, **{"with": "the OM"})
    decide(mill, "same_party", name="Halk Rail", **{"with": "HR"})
    confirmed = decide(mill, "confirm", decision=str(one))
    assert [each.number for each in view(mill).method.decisions] == [one, confirmed]


def test_what_a_second_reviewer_says_stands_beside_a_decision(case):
    linked(case, TIDE, NEW, incidents=(incident_of(TIDE, NEW),))
    one = decide(case, "same_party", name=TIDE.reading.parties[0].name, **{"with": "the OM"})
    case.decide(Decision("dispute", None, None, {"decision": str(one)}, "Ben Low"))
    page = dossier(case).page
    assert "decision disputed</span>" in page
    assert "that is no grade of a claim" in page
    assert "seen by me" in page


def test_the_same_case_gives_the_same_dossier(mill):
    assert dossier(mill).page == dossier(mill).page


def test_every_figure_on_a_model_stands_in_its_card():
    table = tomllib.loads(files("rashomon.tables").joinpath("models.toml").read_text("utf-8"))
    for one in table["models"]:
        card = files("rashomon.models").joinpath(one["card"], "CARD.md").read_text("utf-8")
        told = " ".join((*one["scores"], *one["limits"]))
        figures = set(re.findall(r"\d[\d,.]*\d|\.\d+", told))
        assert {figure for figure in figures if figure not in card} == set()
    assert [one.name for one in load_model_notes()] == [one["name"] for one in table["models"]]
