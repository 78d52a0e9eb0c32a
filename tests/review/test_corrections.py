"""What decisions make of a reading, part by part."""

from rashomon.model.case import Decision
from rashomon.review.corrections import reviewed
from rashomon.review.making import insert_decision, item_decision

from .drawn import kept
from .reports import READING, TEXT, at

MIRA = {"reviewer": "Mira"}


def decided(*decisions):
    return reviewed(READING, kept(decisions)).reading


def claim(key, verdict="correct", **values):
    return item_decision(READING, "claim", key, verdict, values, **MIRA)


def written(words, start=0):
    span = at(words, start)
    return f"{span.start}-{span.end}"


def events(reading):
    return {one.id: one for one in reading.events}


def said(reading):
    return [one.span.of(TEXT) for one in reading.statements]


def test_accepting_makes_sure_and_changes_nothing_else():
    shown = decided(claim("a1", "accept"))
    assert shown.attributions[0].confidence == 1.0
    assert [one.confidence for one in shown.attributions[1:]] == [0.8, 0.8]
    assert (shown.parties, shown.events, shown.statements) == (
        READING.parties, READING.events, READING.statements,
    )  # fmt: skip


def test_who_no_longer_denies_tells_what_happened():
    shown = events(decided(claim("a1", stance="asserts")))["e1"]
    assert (shown.polarity, shown.modality, shown.attribution) == ("asserted", "happened", "a1")
    shown = events(decided(claim("a1", stance="alleges")))["e1"]
    assert (shown.polarity, shown.modality) == ("asserted", "alleged")


def test_what_only_a_rejected_claim_told_is_the_documents_or_the_outer_claims():
    shown = decided(claim("a1", "reject"))
    assert events(shown)["e1"].attribution is None
    assert events(shown)["e1"].polarity == "asserted"
    shown = decided(claim("a3", "reject"))
    assert events(shown)["e2"].attribution == "a2"


def test_the_words_of_a_rejected_claim_are_the_documents_own():
    assert said(decided(claim("a1", "reject"))) == [
        "Halk denied that its jets had bombed the mill in Osterby on 9 May",
        "The mill is closed.",
    ]
    # the words of an inner claim are still those of the outer one
    assert said(decided(claim("a3", "reject"))) == ["The mill is closed."]


def test_words_that_are_somebodys_now_are_not_the_documents():
    values = {"content": written("The mill is closed"), "cue": written("said"), "party": "Marn"}
    put_in = insert_decision(READING, "claim", values, **MIRA)
    assert said(decided(put_in)) == []


def test_a_claim_within_a_rejected_one_stands_by_itself():
    shown = {one.id: one.within for one in decided(claim("a2", "reject")).attributions}
    assert shown == {"a1": None, "a3": None}


def test_a_claim_that_holds_others_now_is_around_them():
    values = {"content": written(TEXT[:66]), "cue": written("closed")}
    put_in = insert_decision(READING, "claim", values, **MIRA)
    shown = {one.id: one.within for one in decided(put_in).attributions}
    assert shown["a1"] == "a100001"
    assert shown["a3"] == "a2"


def test_a_party_that_speaks_no_more_is_gone_and_one_that_acts_stays():
    names = {one.name for one in decided(claim("a2", "reject")).parties}
    assert names == {"Halk"}
    shown = decided(claim("a1", "reject"), claim("a3", "reject"))
    assert {one.name for one in shown.parties} == {"Halk", "Officials in Marn"}


def test_a_known_name_is_that_party_and_another_one_is_new():
    shown = decided(claim("a1", party="officials in marn"))
    assert shown.attributions[0].party == "p2"
    assert at("Halk") in next(one for one in shown.parties if one.id == "p2").mentions
    shown = decided(claim("a1", party="Ilse Marn", party_kind="person", party_side="Marn"))
    new = next(one for one in shown.parties if one.id == shown.attributions[0].party)
    assert (new.id, new.name, new.kind, new.side) == ("p100001", "Ilse Marn", "person", "Marn")


def test_a_party_may_be_left_unknown():
    assert decided(claim("a1", party="")).attributions[0].party is None


def test_a_time_that_is_rejected_is_nobodys():
    shown = decided(item_decision(READING, "time", "t1", "reject", **MIRA))
    assert (shown.times, events(shown)["e1"].time) == ((), None)


def test_a_time_is_corrected_with_its_days():
    values = {"edtf": "2023-05-08/2023-05-09"}
    [time] = decided(item_decision(READING, "time", "t1", "correct", values, **MIRA)).times
    assert (time.earliest, time.latest) == ("2023-05-08", "2023-05-09")
    assert (time.anchored_by, time.timex_value, time.of) == ("reviewer", None, "event")
    [time] = decided(item_decision(READING, "time", "t1", "correct", {"edtf": ""}, **MIRA)).times
    assert (time.edtf, time.earliest, time.anchored_by) == (None, None, None)


def test_a_place_that_is_put_in_is_where_the_event_around_it_took_place():
    values = {"words": written("Osterby"), "name": "Osterby", "lat": "55", "lon": "12",
              "precision": "town", "radius_km": "2"}  # fmt: skip
    shown = decided(insert_decision(READING, "place", values, **MIRA))
    assert events(shown)["e1"].place == shown.places[0].id == "l100001"
    assert events(shown)["e2"].place is None


def test_a_count_outside_all_events_is_an_event_of_its_own():
    values = {"words": written("mill is closed"), "kind": "injured", "min": "2", "max": ""}
    shown = decided(insert_decision(READING, "count", values, **MIRA))
    last = shown.events[-1]
    assert (last.id, last.type, last.attribution) == ("e100001", "attack", None)
    assert last.span.of(TEXT) == "The mill is closed."
    assert [(one.min, one.max) for one in last.casualties] == [(2, None)]


def test_an_exact_count_stays_exact_and_an_open_one_open():
    [key] = [f"c{at('nine people').start}-{at('nine people').end}-killed"]
    made = item_decision(READING, "count", key, "correct", {"min": "11"}, **MIRA)
    [count] = events(decided(made))["e2"].casualties
    assert (count.min, count.max) == (11, 11)
    made = item_decision(READING, "count", key, "correct", {"min": "11", "max": ""}, **MIRA)
    [count] = events(decided(made))["e2"].casualties
    assert (count.min, count.max) == (11, None)


def test_decisions_on_another_document_change_nothing():
    other = claim("a1", "reject")
    assert reviewed(
        READING, kept([type(other)("reject", "sha256:0", None, {}, "Mira")])
    ).reading is (READING)


def test_a_time_that_another_program_put_in_without_a_value_has_none():
    span = at("The mill is closed")
    value = {"what": "time", "words": f"{span.start}-{span.end}"}
    shown = decided(Decision("insert", READING.document.id, span, value, "Mira"))
    (new,) = (one for one in shown.times if one.span == span)
    assert (new.edtf, new.earliest, new.latest) == (None, None, None)
