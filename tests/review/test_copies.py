"""A decision, made on the same words where another document copies them."""

from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rashomon.model.case import Decision
from rashomon.review.copies import copy_at, decision_there, items_near, sought_of
from rashomon.review.corrections import reviewed
from rashomon.review.items import items_of
from rashomon.review.making import insert_decision, item_decision
from rashomon.review.passages import Worded, find_passage
from tests.pipeline.drawn import drawn_accounts

from .copying import MORE, moved_decision, printed
from .drawn import NONSENSE, decisions_on, kept
from .reports import READING, at

MIRA = {"reviewer": "Mira"}
SLOW = settings(
    deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
HERE = printed(READING, after=f" {MORE}", publisher="Meridian Wire")
COPY = printed(HERE, "We have it from Marn.\n\n", "\n\nMore follows.", publisher="Tide")
EARLIER = len("We have it from Marn.\n\n")


def made(decision, copy=COPY, decided=(), together=(), here=HERE):
    """Return what a decision comes to on a copy, or why it is not made; ``None`` for no copy."""
    sought = sought_of(decision, here)
    words = Worded(here.document.text), Worded(copy.document.text)
    passage = find_passage(words[0], sought.words, words[1]) if sought else None
    if passage is None:
        return None
    seen = reviewed(copy, kept(decided))
    items = seen.items if decided else items_near(copy, sought.what, passage.moved(sought.around))
    there = copy_at(sought, passage, copy.document, items, together)
    return decision_there(decision, there, seen.reading)


def on(reading, item, verdict, **values):
    what = {"a": "claim", "t": "time", "l": "place", "c": "count"}[item[0]]
    return item_decision(reading, what, item, verdict, values, **MIRA)


def claims(reading, **changed):
    """Return a reading, one claim of which is otherwise."""
    first, *rest = reading.attributions
    return replace(reading, attributions=(replace(first, **changed), *rest))


def test_a_copy_gets_what_a_reviewer_would_decide_there_by_hand():
    for item, verdict, values in (
        ("a1", "accept", {}),
        ("a1", "reject", {}),
        ("t1", "reject", {}),
        ("a1", "correct", {"stance": "doubts", "party": "Marn", "cue": "0-4"}),
        ("t1", "correct", {"edtf": "2023-05-08"}),
    ):
        there = {
            name: value if name != "cue" else f"{EARLIER}-{EARLIER + 4}"
            for name, value in values.items()
        }
        assert made(on(HERE, item, verdict, **values)) == on(COPY, item, verdict, **there)


def test_a_time_means_the_day_that_its_writer_meant_whenever_it_is_printed():
    later = replace(COPY, document=replace(COPY.document, published="2023-06-01"))
    (time,) = later.times
    later = replace(later, times=(replace(time, edtf="2023-06-09"),))
    assert made(on(HERE, "t1", "correct", edtf="2023-05-08"), later).value["edtf"] == "2023-05-08"
    assert made(on(HERE, "t1", "accept"), later) == "it is read otherwise there (edtf)"


def test_what_is_read_there_as_a_correction_has_it_is_accepted():
    decision = on(HERE, "a1", "correct", stance="doubts")
    assert made(decision, claims(COPY, stance="doubts")).kind == "accept"
    other = claims(COPY, stance="doubts", framing="distancing")
    assert made(decision, other) == "it is read otherwise there (framing)"


def test_what_is_read_otherwise_is_not_accepted():
    assert made(on(HERE, "a1", "accept"), claims(COPY, stance="doubts", party="p2")) == (
        "it is read otherwise there (party, stance)"
    )


def test_what_a_copy_lacks_it_gets_from_a_correction_and_from_nothing_else():
    lacking = replace(COPY, attributions=COPY.attributions[1:], events=COPY.events[1:])
    decision = on(HERE, "a1", "correct", stance="doubts")
    there = made(decision, lacking)
    assert (there.kind, there.document) == ("insert", COPY.document.id)
    claim = reviewed(lacking, kept([there])).reading.attributions[0]
    assert COPY.document.quote(claim.content) == HERE.document.quote(HERE.attributions[0].content)
    assert claim.stance == "doubts"
    assert made(on(HERE, "a1", "accept"), lacking) == "it is not read there"
    assert made(on(HERE, "a1", "reject"), lacking) == "it is not read there"


def test_what_reading_missed_is_put_in_everywhere():
    words = at("The mill is closed")
    values = {"words": f"{words.start}-{words.end}", "edtf": "2023"}
    there = made(insert_decision(HERE, "time", values, **MIRA))
    assert there == insert_decision(
        COPY, "time", {**values, "words": f"{words.start + EARLIER}-{words.end + EARLIER}"}, **MIRA
    )
    has_it = reviewed(COPY, kept([there])).reading
    missed = insert_decision(HERE, "time", values, **MIRA)
    assert made(missed, has_it).endswith("is read there already")


def test_what_people_decided_there_by_itself_is_left_alone_and_what_goes_with_it_is_not():
    decision = on(HERE, "a1", "correct", stance="doubts")
    for verdict in ("accept", "reject"):
        there = on(COPY, "a1", verdict)
        assert made(decision, decided=[there]) == "decision 1 is on it there"
    assert made(decision, decided=[on(COPY, "a1", "accept")], together={1}).kind == "correct"
    assert made(decision, decided=[on(COPY, "a2", "accept")]).kind == "correct"


def test_what_the_publisher_says_is_anothers_in_a_copy():
    own = [replace(HERE.parties[0], kind="publisher"), *HERE.parties[1:]]
    here, there = (replace(one, parties=tuple(own)) for one in (HERE, COPY))
    for decision in (
        on(here, "a1", "accept"),
        on(HERE, "a1", "correct", party="Wire", party_kind="publisher"),
    ):
        assert made(decision, there) == "its publisher is who speaks, and another published this"
    assert made(on(here, "a1", "correct", stance="doubts"), there).kind == "correct"
    same = replace(there, document=replace(there.document, publisher="MERIDIAN WIRE"))
    assert made(on(here, "a1", "accept"), same).kind == "accept"
    nobodys = [
        replace(one, document=replace(one.document, publisher=None)) for one in (here, there)
    ]
    assert isinstance(made(on(nobodys[0], "a1", "accept"), nobodys[1], here=nobodys[0]), str)


def test_a_party_is_in_a_copy_what_that_knows_of_it_unless_somebody_said_what_it_is():
    known = replace(COPY, parties=(*COPY.parties, replace(COPY.parties[0], id="p9", name="Lake")))
    told = on(HERE, "a1", "correct", party="Lake", party_kind="monitor")
    assert made(told, known).value["party_kind"] == "monitor"
    assert made(told).value["party_kind"] == "monitor"
    named = on(HERE, "a1", "correct", party="officials in marn")
    sides = [replace(one, side="Lake") for one in COPY.parties]
    assert made(named, replace(COPY, parties=tuple(sides))).value["party_side"] == "Lake"
    assert made(named, replace(COPY, parties=tuple(sides[:1]))).value["party_side"] == "Marn"


def test_counts_of_other_people_are_not_rejected():
    (count,) = [one.id for one in items_of(HERE) if one.what == "count"]
    injured = replace(COPY.events[1].casualties[0], kind="injured")
    other = replace(COPY, events=(replace(COPY.events[1], casualties=(injured,)),))
    assert made(on(HERE, count, "reject"), other) == "it is read otherwise there (kind)"
    assert made(on(HERE, count, "correct", min="8"), other).value["min"] == "8"


def test_what_is_on_no_item_is_on_none_of_a_copy():
    assert sought_of(Decision("same_origin", HERE.document.id, None, {}, "Mira"), HERE) is None


@st.composite
def printings(draw):
    """Draw a report, what prints it whole, and decisions on the report."""
    reading = printed(next(iter(draw(drawn_accounts()).readings.values())), after=f"\n\n{MORE}")
    before = draw(st.sampled_from(("", "Our own words.\n\n", "\n\n \u201cTold\u201d\n\nhere.\n\n")))
    copy = printed(
        reading, before, draw(st.sampled_from(("", "\n\nMore."))), published="2024-01-01"
    )
    return reading, copy, len(before), draw(decisions_on(reading))


@SLOW
@given(printings())
def test_a_decision_is_on_each_copy_what_it_is_by_hand(drawn):
    here, there, shift, decisions = drawn
    for decision in decisions:
        found = made(decision, there, here=here)
        if decision.note != NONSENSE:
            assert found == moved_decision(decision, there, shift)
