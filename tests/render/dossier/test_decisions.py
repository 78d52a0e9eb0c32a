from dataclasses import replace

from rashomon.model.case import Decision, KeptDecision
from rashomon.model.review import Conflict, Held, Standing
from rashomon.render.dossier.decisions import record_of
from rashomon.render.dossier.sources import sources_of
from rashomon.render.dossier.view import Links
from tests.render.dossier.made import METHOD, ident, span_in, view


def kept(number, kind="correct", **value):
    """Return a decision on words of a paper."""
    words = span_in("Tide", "its jets had flown")
    value = {"what": "claim", "item": "a2", "changed": "stance", "stance": "denies"} | value
    decision = Decision(kind, ident("Tide"), words, value, "Ann Reed", "it is a denial")
    return KeptDecision(number, decision, "2023-06-01T10:00:00Z", is_undone=False)


def record(*decisions, **about):
    made = view(method=replace(METHOD, decisions=decisions, **about))
    return record_of(made, sources_of(made, Links()))


def test_a_decision_is_told_with_its_words_and_who_made_it():
    (one,) = record(kept(4)).decided
    assert (one.number, one.reviewer, one.kind) == (4, "Ann Reed", "correct")
    assert one.what == "claim a2 stance denies"
    assert (one.source.outlet, one.quote) == ("Tide", "its jets had flown")
    assert one.note == "it is a denial"


def test_what_others_say_of_it_stands_beside_it_and_not_in_a_line_of_its_own():
    remark = KeptDecision(
        5, Decision("confirm", None, None, {"decision": "4"}, "Ben Low"), "x", is_undone=False
    )
    (one,) = record(kept(4), remark, standings={4: Standing(("Ben Low",), ())}).decided
    assert one.what == "claim a2 stance denies"
    assert one.standing.confirmed_by == ("Ben Low",)


def test_where_people_differ_is_told():
    sides = (Held("Ann Reed", "denies", 4), Held("Ben Low", "doubts", 6))
    conflict = Conflict("claim", ident("Tide"), span_in("Tide", "Marn"), "stance", sides)
    (told,) = record(kept(4), conflicts=(conflict,)).conflicts
    assert "Ann Reed (4) says denies, Ben Low (6) says doubts" in told


def test_what_was_decided_as_one_act_is_told_once_with_the_papers_it_is_about():
    pairs = [
        kept(number, "same_incident", act="ab12", **{"with": ident("Heron")}) for number in (5, 6)
    ]
    found = record(kept(4), *pairs)
    first, second = found.decided
    assert found.total == 3
    assert (first.number, second.number) == (5, 4)
    assert "as Heron [" in first.what
    assert "1 more decided with it" in first.what
    assert "ab12" not in first.what
    assert "sha256" not in first.what


def test_of_very_many_decisions_the_last_are_shown():
    found = record(*(kept(number) for number in range(1, 301)))
    assert found.decided[0].number == 300
    assert len(found.decided) + found.more == 300
