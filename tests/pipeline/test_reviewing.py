"""Deciding on what was read, from the decision to what is shown, searched and linked."""

from dataclasses import replace

import pytest

from rashomon.model.case import Correction, Decision, Query
from rashomon.model.document import identity
from rashomon.model.errors import CaseError, SettingsError, UnknownItemError
from rashomon.model.reading import Casualties, Event
from rashomon.model.spans import Span
from rashomon.pipeline.correcting import as_borne
from rashomon.pipeline.linking import load_linkers
from rashomon.pipeline.reviewing import (
    claim_decision,
    conflicts,
    count_decision,
    item_decisions,
    last_number,
    new_claim,
    new_count,
    new_time,
    place_decision,
    put,
    refresh,
    remark,
    reviewed,
    standings,
    take_back,
    time_decision,
)
from rashomon.pipeline.verifying import check_corrections
from rashomon.review.corrections import VERSION
from rashomon.settings import Settings
from rashomon.store import open_case
from rashomon.store.codec import encode_reading
from tests.store.making import BRIDGE, span
from tests.store.making import DAM as WITHOUT_CUES

TEXT = WITHOUT_CUES.reading.document.text
CUES = (span(TEXT, "said"), span(TEXT, "denied"))
DAM = replace(
    WITHOUT_CUES,
    reading=replace(
        WITHOUT_CUES.reading,
        attributions=tuple(
            replace(one, cue=(cue,))
            for one, cue in zip(WITHOUT_CUES.reading.attributions, CUES, strict=True)
        ),
    ),
)
ATTACK = Event(
    id="e1",
    type="attack",
    trigger=span(BRIDGE.reading.document.text, "killed"),
    span=span(BRIDGE.reading.document.text, "Ten people were killed on 9 May."),
    agent=None,
    target=None,
    instrument=None,
    time=None,
    place=None,
    casualties=(),
    attribution=None,
    polarity="asserted",
    modality="happened",
    is_background=False,
)
DAM_ID = DAM.reading.document.id
WHO = {"reviewer": "Mira"}
OTHER = {"reviewer": "Jorun"}


@pytest.fixture(scope="module")
def linkers():
    return load_linkers(Settings().linking)


@pytest.fixture
def case(new_location, linkers):
    with open_case(new_location(), create=True) as case:
        case.add([replace(one, sketches=linkers.sketch(one.reading)) for one in (DAM, BRIDGE)])
        refresh(case, linkers)
        yield case


def claim(case, number):
    return next(one for one in case.reading(DAM_ID).attributions if one.id == number)


def party(case, number):
    reading = case.reading(DAM_ID)
    return next(one for one in reading.parties if one.id == claim(case, number).party)


def test_a_stance_that_is_corrected_is_shown_and_searched_and_costs_no_linking(case, linkers):
    decision = claim_decision(case.reading(DAM_ID), "a2", "correct", stance="doubts", **WHO)
    assert put(case, decision).number == 1
    done = refresh(case, linkers)
    assert (done.documents, done.is_linked) == ((DAM_ID,), False)
    assert (claim(case, "a2").stance, claim(case, "a2").confidence) == ("doubts", 1.0)
    assert [hit.attribution for hit in case.search(Query(stance="doubts"))] == ["a2"]
    assert case.search(Query(stance="denies")) == ()
    assert case.machine_reading(DAM_ID) == DAM.reading
    assert case.verify().breaks == ()


def test_undoing_all_gives_the_machine_reading_back_byte_for_byte(case, linkers):
    before = case.verify().digest
    reading = case.reading(DAM_ID)
    made = [
        claim_decision(reading, "a1", "reject", **WHO),
        claim_decision(reading, "a2", "correct", party="Estmark", content=(Span(0, 9),), **OTHER),
        time_decision(reading, "t1", "correct", edtf="2023-05", **WHO),
        place_decision(reading, "l1", "reject", **WHO),
        new_claim(reading, content=(Span(20, 30),), cue=(Span(31, 37),), party="Quill", **WHO),
        new_count(reading, words=Span(0, 9), kind="killed", least=3, most=None, **WHO),
    ]
    numbers = [put(case, one).number for one in made]
    refresh(case, linkers)
    shown = case.reading(DAM_ID)
    assert len(shown.attributions) == 2
    assert {one.name for one in shown.parties} >= {"Estmark", "Quill"}
    for number in numbers:
        take_back(case, number, **OTHER)
    refresh(case, linkers)
    assert encode_reading(case.reading(DAM_ID)) == encode_reading(DAM.reading)
    assert case.verify().breaks == ()
    assert {one.is_undone for one in case.decisions()} == {True}
    assert case.verify().digest != before  # decisions stay on record


def test_a_claim_that_is_rejected_is_the_documents_own_words(case, linkers):
    put(case, claim_decision(case.reading(DAM_ID), "a1", "reject", **WHO))
    refresh(case, linkers)
    shown = case.reading(DAM_ID)
    assert [one.id for one in shown.attributions] == ["a2"]
    assert "engineers" not in {one.name for one in shown.parties}
    said = [shown.document.quote((one.span,)) for one in shown.statements]
    assert "he gates of the Orle dam stayed shut on 3 May, engineers said" in said


def test_a_claim_that_is_put_in_can_be_decided_on_by_others(case, linkers):
    words = span(TEXT, "alarm in Brinn")
    cue = span(TEXT, "there had been")
    missed = new_claim(case.reading(DAM_ID), content=(words,), cue=(cue,), party="Quill", **WHO)
    put(case, missed)
    refresh(case, linkers)
    [item] = [one for one in reviewed(case, DAM_ID).items if one.is_inserted]
    assert (item.values["party"], item.span) == ("Quill", words)
    decision = claim_decision(case.reading(DAM_ID), item.id, "correct", stance="predicts", **OTHER)
    assert put(case, decision).conflicts[0].field == "stance"
    refresh(case, linkers)
    assert claim(case, item.id).stance == "predicts"
    take_back(case, 1, **WHO)
    refresh(case, linkers)
    assert claim(case, item.id).stance == "predicts"  # the other holds on to it
    take_back(case, 2, **OTHER)
    refresh(case, linkers)
    assert case.reading(DAM_ID) == DAM.reading


def test_decisions_survive_a_new_reading(case, linkers):
    reading = case.reading(DAM_ID)
    put(case, claim_decision(reading, "a2", "correct", stance="doubts", **WHO))
    put(case, claim_decision(reading, "a1", "accept", **WHO))
    put(case, place_decision(reading, "l1", "reject", **WHO))
    refresh(case, linkers)
    swapped = replace(
        DAM.reading,
        attributions=(replace(reading.attributions[1], id="a1", party="p1", stance="predicts"),),
        parties=(replace(reading.parties[1], id="p1"),),
        events=(),
    )  # another reading finds one claim only, under another number
    case.read_again([replace(DAM, reading=swapped, sketches=linkers.sketch(swapped))])
    refresh(case, linkers)
    shown = case.reading(DAM_ID)
    claims = {shown.document.quote(one.content): one for one in shown.attributions}
    assert claims["that there had been an alarm in Brinn"].stance == "doubts"
    accepted = claims["The gates of the Orle dam stayed shut on 3 May"]
    assert shown.document.quote(accepted.source) == "engineers"
    names = {one.id: one.name for one in shown.parties}
    assert names[accepted.party] == "engineers"
    assert "Brinn" not in {one.name for one in shown.places}
    assert case.verify().breaks == ()


def test_two_who_correct_different_fields_both_hold(case, linkers):
    reading = case.reading(DAM_ID)
    put(case, claim_decision(reading, "a2", "correct", stance="doubts", **WHO))
    kept = put(case, claim_decision(reading, "a2", "correct", party="Estmark", **OTHER), seen=0)
    assert kept.conflicts == ()
    assert [one.number for one in kept.newer] == [1]
    refresh(case, linkers)
    assert (claim(case, "a2").stance, party(case, "a2").name) == ("doubts", "Estmark")
    assert conflicts(case) == ()


def test_two_who_differ_on_one_field_are_in_conflict_until_one_is_undone(case, linkers):
    reading = case.reading(DAM_ID)
    put(case, claim_decision(reading, "a2", "correct", stance="doubts", **WHO))
    kept = put(case, claim_decision(reading, "a2", "correct", stance="predicts", **OTHER), seen=1)
    [conflict] = kept.conflicts
    assert (conflict.about, conflict.field, conflict.document) == ("claim", "stance", DAM_ID)
    assert [(one.reviewer, one.value) for one in conflict.sides] == [
        ("Mira", "doubts"),
        ("Jorun", "predicts"),
    ]
    assert kept.newer == ()  # it had been seen
    assert conflicts(case) == (conflict,)
    refresh(case, linkers)
    assert claim(case, "a2").stance == "predicts"
    take_back(case, conflict.holds, **OTHER)
    refresh(case, linkers)
    assert claim(case, "a2").stance == "doubts"
    assert conflicts(case) == ()


def test_one_who_comes_round_is_in_no_conflict(case):
    reading = case.reading(DAM_ID)
    put(case, claim_decision(reading, "a2", "correct", stance="doubts", **WHO))
    put(case, claim_decision(reading, "a2", "reject", **OTHER))
    assert [one.field for one in conflicts(case)] == ["presence"]
    kept = put(case, claim_decision(reading, "a2", "reject", **WHO))
    assert (kept.conflicts, conflicts(case)) == ((), ())


def test_decisions_on_other_things_conflict_too(case):
    same = Decision("same_incident", DAM_ID, None, {"with": BRIDGE.reading.document.id}, "Mira")
    put(case, same)
    kept = put(case, replace(same, kind="other_incident", reviewer="Jorun"), seen=0)
    assert [one.about for one in kept.conflicts] == ["incident"]
    assert [one.number for one in kept.newer] == [1]
    grade = Decision("grade", DAM_ID, Span(0, 9), {"kind": "killed", "airwars": "fair"}, "Mira")
    put(case, grade)
    kept = put(case, replace(grade, value={**grade.value, "airwars": "weak"}, reviewer="Jorun"))
    assert [(one.about, one.numbers) for one in kept.conflicts] == [("grade", (3, 4))]
    ends = {"with": BRIDGE.reading.document.id, "with_span": "0-9", "relation": "contradicts"}
    relation = Decision("relation", DAM_ID, Span(0, 9), ends, "Mira")
    put(case, relation)
    back = Decision(
        "relation",
        BRIDGE.reading.document.id,
        Span(0, 9),
        {"with": DAM_ID, "with_span": "0-9", "relation": "neutral"},
        "Jorun",
    )
    assert [one.about for one in put(case, back).conflicts] == ["relation"]
    assert [one.about for one in conflicts(case)] == ["relation", "grade", "incident"]


def test_a_second_reviewer_confirms_and_disputes(case):
    put(case, claim_decision(case.reading(DAM_ID), "a2", "accept", **WHO))
    put(case, remark(case, 1, "dispute", **OTHER))
    put(case, remark(case, 1, "confirm", **OTHER))
    put(case, remark(case, 1, "dispute", reviewer="Ilse"))
    standing = standings(case.decisions())[1]
    assert (standing.confirmed_by, standing.disputed_by) == (("Jorun",), ("Ilse",))
    take_back(case, 4, reviewer="Ilse")
    assert standings(case.decisions())[1].disputed_by == ()
    for number, who, fault in ((1, "Mira", "own"), (3, "Ilse", "another stands")):
        with pytest.raises(SettingsError, match=fault):
            remark(case, number, "confirm", reviewer=who)
    take_back(case, 1, **WHO)
    with pytest.raises(SettingsError, match="taken back"):
        remark(case, 1, "confirm", reviewer="Ilse")
    with pytest.raises(UnknownItemError):
        remark(case, 99, "confirm", **OTHER)


def test_what_makes_no_sense_is_refused_with_all_reasons(case):
    reading = case.reading(DAM_ID)
    for decide, fault in (
        (lambda: claim_decision(reading, "a9", "accept", **WHO), "no claim 'a9'"),
        (lambda: claim_decision(reading, "a1", "correct", **WHO), "nothing is corrected"),
        (lambda: claim_decision(reading, "a1", "accept", stance="denies", **WHO), "no fields"),
        (lambda: claim_decision(reading, "a1", "accept", reviewer=" "), "nobody decides"),
        (
            lambda: claim_decision(
                reading, "a1", "correct", content=(Span(5, 9999),), stance="odd", **WHO
            ),
            r"does not resolve.*stance is 'odd'",
        ),
        (lambda: time_decision(reading, "t1", "correct", edtf="May", **WHO), "edtf is 'May'"),
        (lambda: place_decision(reading, "l1", "correct", lat=95.0, **WHO), "lat is '95.0'"),
        (
            lambda: new_count(reading, words=Span(0, 4), kind="killed", least=5, most=2, **WHO),
            "max 2 is less than min 5",
        ),
    ):
        with pytest.raises((SettingsError, UnknownItemError), match=fault):
            decide()
    assert last_number(case) == 0
    with pytest.raises(CaseError):
        put(case, Decision("accept", DAM_ID, Span(5, 9999), {"what": "claim"}, "Mira"))


def test_a_count_is_corrected_where_it_is_told(case, linkers):
    count = Casualties(
        "killed", None, 10, 10, span(BRIDGE.reading.document.text, "Ten people"), False
    )
    killed = replace(BRIDGE.reading, events=(replace(ATTACK, casualties=(count,)),))
    case.read_again([replace(BRIDGE, reading=killed)])
    key = f"c{count.span.start}-{count.span.end}-killed"
    put(case, count_decision(killed, key, "correct", least=12, **WHO))
    refresh(case, linkers)
    [event] = case.reading(killed.document.id).events
    assert [(one.min, one.max) for one in event.casualties] == [(12, 12)]
    assert set(item_decisions(case, killed.document.id)) == {key}
    put(case, count_decision(case.reading(killed.document.id), key, "reject", **OTHER))
    refresh(case, linkers)
    [event] = case.reading(killed.document.id).events
    assert event.casualties == ()


def test_a_time_that_is_put_in_has_the_days_of_its_value(case, linkers):
    words = span(TEXT, "an alarm")
    put(case, new_time(case.reading(DAM_ID), words=words, edtf="2023-05-01/2023-05-02", **WHO))
    refresh(case, linkers)
    [one] = [time for time in case.reading(DAM_ID).times if time.span == words]
    assert (one.earliest, one.latest) == ("2023-05-01", "2023-05-02")
    assert one.anchored_by == "reviewer"
    assert case.search(Query(since="2023-05-01", until="2023-05-01"))


def test_a_corrected_reading_that_does_not_follow_from_decisions_is_found(case, linkers):
    put(case, claim_decision(case.reading(DAM_ID), "a2", "correct", stance="doubts", **WHO))
    refresh(case, linkers)
    assert [one.breaks for one in check_corrections(case)] == [()]
    put(case, claim_decision(case.reading(DAM_ID), "a2", "accept", **OTHER))
    made_of = case.grounds(DAM_ID).made_of
    case.put_corrected(Correction(DAM_ID, made_of, VERSION, DAM.reading, {}))
    [checked] = check_corrections(case)
    assert "not what the decisions on it come to" in checked.breaks[0].what


def test_what_is_decided_of_an_article_holds_for_its_later_versions(case, linkers):
    first, reading = DAM.reading.document, case.reading(DAM_ID)
    put(case, claim_decision(reading, "a2", "correct", stance="doubts", **WHO))
    put(case, place_decision(reading, "l1", "reject", **WHO))
    put(case, claim_decision(reading, "a1", "reject", **WHO))
    text = "Updated. " + TEXT.replace("3 May", "4 May")
    raw = text.encode()
    second = replace(first, id=identity(raw), text=text, provenance=replace(
        first.provenance, raw=raw, obtained_at="2999-01-01T00:00:00Z",
    ))  # fmt: skip
    later = moved(DAM.reading, second, len("Updated. "))
    case.add([replace(DAM, reading=later, sketches=linkers.sketch(later))])
    refresh(case, linkers)
    shown = case.reading(second.id)
    # the words of one claim were changed, and it is judged anew
    assert [(one.id, one.stance) for one in shown.attributions] == [
        ("a1", "asserts"),
        ("a2", "doubts"),
    ]
    assert {one.name for one in shown.places} == {"Orle"}
    assert case.verify().breaks == ()
    borne = as_borne(case, case.decisions(), case.documents())
    # what is about words that were changed stays with the version that has them
    assert [one.decision.document for one in borne] == [second.id, second.id, DAM_ID]
    assert borne[0].decision.span == shown.attributions[1].content[0]
    put(case, claim_decision(shown, "a2", "correct", stance="predicts", **OTHER))
    assert [(one.field, one.document) for one in conflicts(case)] == [("stance", second.id)]
    for number in (1, 2, 4):
        take_back(case, number, **WHO)
    refresh(case, linkers)
    assert case.reading(second.id) == later
    assert [one.breaks for one in check_corrections(case)] == [(), ()]
    assert case.verify().breaks == ()


def moved(reading, document, by):
    """Return a reading of a text that begins later, as a reading of another document."""

    def later(spans):
        return tuple(Span(one.start + by, one.end + by) for one in spans)

    return replace(
        reading,
        document=document,
        attributions=tuple(
            replace(one, source=later(one.source), cue=later(one.cue), content=later(one.content))
            for one in reading.attributions
        ),
        parties=tuple(replace(one, mentions=later(one.mentions)) for one in reading.parties),
        times=tuple(replace(one, span=later((one.span,))[0]) for one in reading.times),
        places=tuple(replace(one, span=later((one.span,))[0]) for one in reading.places),
        statements=(),
    )


def test_a_place_of_another_name_keeps_no_pin_of_the_old_one(case, linkers):
    put(case, place_decision(case.reading(DAM_ID), "l1", "correct", name="Osk", **WHO))
    refresh(case, linkers)
    place = next(one for one in case.reading(DAM_ID).places if one.id == "l1")
    assert (place.name, place.lat, place.lon, place.precision) == ("Osk", None, None, None)
