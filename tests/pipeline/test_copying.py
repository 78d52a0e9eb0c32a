"""Deciding on the same words in all documents that copy them: an agency's report and outlets."""

from dataclasses import replace

import pytest

from rashomon.model.case import Linking
from rashomon.model.errors import SettingsError
from rashomon.model.origins import Derivation, Origin, Origins
from rashomon.model.spans import Span
from rashomon.pipeline.copying import decide_copies, find_copies, related_documents
from rashomon.pipeline.deciding import decide
from rashomon.pipeline.linking import load_linkers
from rashomon.pipeline.merging import take_back
from rashomon.pipeline.reviewing import conflicts, item_decision, put, refresh, reviewed
from rashomon.settings import Settings
from rashomon.store import open_case
from tests.store.making import entry, span

LEAD = (
    "At least twelve people were killed on Tuesday when jets bombed the grain mill in Osterby, "
    "the Lakes Ministry said."
)
REST = "Halk denied that its jets had flown over the lake on that day or on any other day of May."
OWN = "Our own reporter saw nothing of it, since the road to the mill was closed all day long."
MIRA, JORUN = {"reviewer": "Mira"}, {"reviewer": "Jorun"}


def report(text, publisher, day="2023-05-10", claimed=2, edtf="2023-05-09"):
    """Return a report, with as many of the claims of the agency's as it prints."""
    claims = [
        {"source": "the Lakes Ministry", "content": LEAD[: LEAD.index(", the Lakes")]},
        {"source": "Halk", "content": REST[len("Halk denied ") : -1], "stance": "denies"},
    ]
    told = [one for one in claims[:claimed] if one["content"] in text]
    times = [("Tuesday", edtf)] if "Tuesday" in text else []
    made = entry(text, told, times, publisher=publisher, published=day)
    reading = replace(
        made.reading,
        attributions=tuple(
            replace(one, cue=(span(text, "denied" if one.stance == "denies" else "said"),))
            for one in made.reading.attributions
        ),
        times=tuple(replace(one, edtf=edtf) for one in made.reading.times),
    )
    return replace(made, reading=reading)


WIRE = report(f"OSTERBY (Lake Wire) — {LEAD} {REST}", "Lake Wire")
WHOLE = report(f"Mill is hit\n\n{LEAD} {REST}\n\n{OWN}", "Tide", "2023-05-11")
LATER = report(f"A look back\n\n{LEAD} {REST}", "Gull", "2023-05-18", edtf="2023-05-16")
PART = report(f"{OWN} {LEAD}", "Marn Post")
CHANGED = report(f"{LEAD.replace('twelve', 'nine')} {REST}", "Coast Daily")
UNREAD = report(f"In short: {OWN}\n\n{LEAD} {REST}", "Valley Times", claimed=0)
APART = report(f"{OWN} And more. {LEAD} {REST}", "Elsewhere")
ALL = (WIRE, WHOLE, LATER, PART, CHANGED, UNREAD, APART)


def id_of(one):
    return one.reading.document.id


def linked():
    """Return where these come from: one wire, a stretch of it, and one that nobody traced."""
    of_wire = tuple(map(id_of, (WIRE, WHOLE, LATER, CHANGED, UNREAD)))
    roots = [
        Origin("o1", "agency", "Lake Wire", of_wire[0], of_wire),
        *(Origin(name, "document", "?", id_of(one), (id_of(one),))
          for name, one in (("o2", PART), ("o3", APART))),
    ]  # fmt: skip
    stretch = Span(len(OWN) + 1, len(PART.reading.document.text))
    passage = Derivation(id_of(PART), stretch, id_of(WIRE), None, "o1", "passage", 1.0, "")
    return Origins(tuple(roots), (passage,))


@pytest.fixture(scope="module")
def linkers():
    return load_linkers(Settings().linking)


@pytest.fixture
def case(tmp_path, linkers):
    with open_case(str(tmp_path / "wire.case"), create=True) as case:
        case.add(ALL)
        case.put_linking(Linking(linked(), (), {}, {}, linkers.versions))
        yield case


def by_hand(case, one, item, verdict, who=MIRA, **values):
    what = "time" if item.startswith("t") else "claim"
    reading = reviewed(case, id_of(one)).reading
    return item_decision(reading, what, item, verdict, values, **who)


def together(case, decision, seen=None):
    """Put a decision on record, with what it comes to on its copies."""
    copies = decide_copies(case, decision)
    return copies, put(case, decision, seen=seen, copies=copies)


def publishers(case, ids):
    return {case.document(one).publisher for one in ids}


def stance(case, one, claim=0):
    return reviewed(case, id_of(one)).reading.attributions[claim].stance


def test_documents_that_share_a_root_or_a_stretch_of_one_are_looked_at():
    roots = linked()
    assert set(related_documents(roots, id_of(PART))) == set(roots.origins[0].documents)
    assert id_of(PART) in related_documents(roots, id_of(LATER))
    assert related_documents(roots, id_of(APART)) == ()
    assert related_documents(roots, "sha256:none") == ()


def test_a_claim_is_corrected_where_its_words_stand_unchanged_and_nowhere_else(case):
    decision = by_hand(case, WIRE, "a1", "correct", stance="alleges")
    copies, kept = together(case, decision)
    assert publishers(case, [one.document for one in copies.made]) == {
        "Tide", "Gull", "Marn Post", "Valley Times",
    }  # fmt: skip
    assert copies.left == ()
    assert kept.numbers == (1, 2, 3, 4, 5)
    assert [stance(case, one) for one in (WIRE, WHOLE, LATER, PART)] == ["alleges"] * 4
    assert [stance(case, one) for one in (CHANGED, APART)] == ["denies", "asserts"]
    [put_in] = [one for one in case.decisions() if one.decision.kind == "insert"]
    assert put_in.decision.document == id_of(UNREAD)
    assert stance(case, UNREAD) == "alleges"


def test_an_act_is_undone_as_one_and_the_case_holds(case, linkers):
    together(case, by_hand(case, WIRE, "a1", "reject"))
    refresh(case, linkers)
    assert [len(case.reading(id_of(one)).attributions) for one in (WIRE, WHOLE, PART)] == [1, 1, 0]
    numbers = take_back(case, 3, **JORUN)
    refresh(case, linkers)
    assert numbers == tuple(one.number for one in case.decisions())
    assert [case.reading(id_of(one)) for one in ALL] == [one.reading for one in ALL]
    assert case.verify().breaks == ()


def test_a_time_means_the_day_that_the_agency_meant_whenever_it_is_printed(case):
    copies, _ = together(case, by_hand(case, WIRE, "t1", "correct", edtf="2023-05-02"))
    for one in (WHOLE, LATER, PART, UNREAD):
        assert reviewed(case, id_of(one)).reading.times[0].edtf == "2023-05-02"
    copies, _ = together(case, by_hand(case, CHANGED, "t1", "accept"))
    assert copies.made == copies.left == ()


def test_what_is_read_otherwise_is_not_accepted_and_can_be_made_the_same_from_there(case):
    copies, _ = together(case, by_hand(case, WIRE, "t1", "accept"))
    [left] = copies.left
    assert (left.document, left.why) == (id_of(LATER), "it is read otherwise there (edtf)")
    copies, _ = together(case, by_hand(case, LATER, "t1", "correct", edtf="2023-05-09"))
    assert copies.made == ()
    assert {one.why for one in copies.left} == {
        f"decision {number} is on it there" for number in (1, 2, 3, 4)
    }


def test_what_another_decided_there_is_left_alone_and_named(case):
    put(case, by_hand(case, WHOLE, "a1", "correct", JORUN, stance="doubts"))
    copies, kept = together(case, by_hand(case, WIRE, "a1", "correct", stance="alleges"), seen=0)
    [left] = copies.left
    assert (left.document, left.why) == (id_of(WHOLE), "decision 1 is on it there")
    assert (kept.conflicts, kept.newer) == ((), ())
    assert stance(case, WHOLE) == "doubts"


def test_what_was_decided_together_is_decided_on_together(case):
    together(case, by_hand(case, WIRE, "a1", "correct", stance="alleges"))
    copies, kept = together(case, by_hand(case, WIRE, "a1", "correct", party="Lake Guard"))
    assert (len(copies.made), copies.left) == (4, ())
    names = [
        {party.name for party in reviewed(case, id_of(one)).reading.parties}
        for one in (WIRE, WHOLE, LATER, PART, UNREAD)
    ]
    assert all("Lake Guard" in one for one in names)
    assert stance(case, LATER) == "alleges"
    # and whoever decides otherwise is in conflict on all of them, as on one
    _, kept = together(case, by_hand(case, WIRE, "a1", "correct", JORUN, stance="doubts"), seen=0)
    assert {one.document for one in kept.conflicts} == {
        id_of(one) for one in (WIRE, WHOLE, LATER, PART, UNREAD)
    }
    assert {one.number for one in kept.newer} >= {1, 2, 3, 4, 5}
    assert {one.document for one in conflicts(case)} == {one.document for one in kept.conflicts}


def test_a_decision_that_comes_between_is_shown_as_a_conflict(case):
    decision = by_hand(case, WIRE, "a1", "correct", stance="alleges")
    copies = decide_copies(case, decision)
    put(case, by_hand(case, PART, "a1", "reject", JORUN))
    kept = put(case, decision, seen=0, copies=copies)
    [conflict] = kept.conflicts
    assert conflict.document == id_of(PART)
    assert [one.number for one in kept.newer] == [1]


def test_how_an_item_stands_in_its_copies_is_told(case):
    put(case, by_hand(case, PART, "t1", "accept", JORUN))
    seen = reviewed(case, id_of(WIRE))
    time = next(one for one in seen.items if one.what == "time")
    copies = {one.document.publisher: one for one in find_copies(case, id_of(WIRE), time)}
    assert copies["Gull"].differing == ("edtf",)
    assert copies["Marn Post"].decided == (1,)
    assert copies["Tide"].differing == copies["Tide"].decided == ()
    assert {one.item.id for one in copies.values()} == {"t1"}
    [claim, *_] = [one for one in seen.items if one.what == "claim"]
    copies = {one.document.publisher: one for one in find_copies(case, id_of(WIRE), claim)}
    assert copies["Valley Times"].item is None


def test_decisions_are_typed_with_their_copies(case):
    wire = id_of(WIRE)
    done = decide(
        case, "correct", [wire, "a1", "stance=alleges"], note="", with_copies=True, **MIRA
    )
    assert (done.numbers, done.left) == ((1, 2, 3, 4, 5), ())
    done = decide(case, "undo", ["4"], note="", **MIRA)
    assert done.numbers == (1, 2, 3, 4, 5)
    values = ["words=any other day", "edtf=2023-05"]
    done = decide(case, "insert", [wire, "time", *values], note="", with_copies=True, **MIRA)
    assert publishers(case, [one.decision.document for one in list(case.decisions())[5:]]) == {
        "Lake Wire", "Tide", "Gull", "Coast Daily", "Valley Times",
    }  # fmt: skip
    with pytest.raises(SettingsError, match="undo is on no words to copy"):
        decide(case, "undo", ["6"], note="", with_copies=True, **MIRA)
