from dataclasses import replace
from itertools import permutations

from tests.linking.incidents.reports import event, group, incidents, report, together

FIRST = report(
    "An air strike on the covered market of Brinn killed 11 people on Tuesday, the hospital "
    "said. Mira Tolan, who sells rope at the Saddlers Gate, said that two jets came from the Skarn "
    "hills. The roof of the Old Corn Hall fell in and buried the stalls beneath it.",
    event("air strike", day="2023-05-09", place="Brinn", killed=11, agent="Orlish air force"),
    title="Eleven dead in air strike on Brinn market",
    published="2023-05-10",
    publisher="The Courier",
)
SECOND = report(
    "At least 14 people died when warplanes bombed the covered market in Brinn on 9 May. Rope "
    "seller Mira Tolan told us that the Old Corn Hall had caved in. The strike came at noon from "
    "the Skarn hills, she said.",
    event("bombed", day="2023-05-09", place="Brinn", killed=14, agent="Orlish air force"),
    title="Market in Brinn bombed, 14 killed at the Old Corn Hall",
    published="2023-05-11",
    publisher="Tarn Post",
)
ELSEWHERE = report(
    "A ferry ran aground off Tarn on Monday and three sailors were hurt, the harbour master said. "
    "The Lady Ruud had left the quay at Velding with cattle on board.",
    event("ran aground", "man_made_disaster", day="2023-05-08", place="Tarn"),
    title="Ferry Lady Ruud aground off Tarn",
    published="2023-05-09",
    publisher="Tarn Post",
)
OPINION = report(
    "The council ought to lower the toll on the southern road. Nothing else would help the mills.",
    title="Lower the toll",
    published="2023-05-09",
)


def test_reports_of_one_strike_are_put_together():
    linked = incidents(FIRST, SECOND, ELSEWHERE)

    assert together(linked) == {group(FIRST, SECOND), group(ELSEWHERE)}


def test_an_incident_says_what_its_accounts_agree_on():
    incident = incidents(FIRST, SECOND, ELSEWHERE).incidents[0]

    assert incident.id == "i1"
    assert incident.title in (FIRST.document.title, SECOND.document.title)
    assert incident.type == "air_drone_strike"
    assert incident.time.edtf == incident.time.earliest == incident.time.latest == "2023-05-09"
    assert incident.place is not None
    assert incident.place.name == "Brinn"
    assert incident.parties == ("Orlish air force",)
    assert [one.events for one in incident.documents] == [("e1",), ("e1",)]


def test_a_link_says_why():
    (link,) = incidents(FIRST, SECOND).incidents[0].links

    assert {link.first, link.second} == {FIRST.document.id, SECOND.document.id}
    assert link.first < link.second
    assert link.score > 0.5
    assert "an air strike in Brinn on 2023-05-09" in link.reason
    assert "Mira Tolan" in link.reason
    assert "11 and 14 killed" in link.reason or "14 and 11 killed" in link.reason


def test_what_tells_of_no_event_has_no_incident():
    linked = incidents(FIRST, OPINION)

    assert together(linked) == {group(FIRST)}


def test_the_order_of_documents_does_not_matter():
    expected = incidents(FIRST, SECOND, ELSEWHERE, OPINION)

    for ordered in permutations((FIRST, SECOND, ELSEWHERE, OPINION)):
        linked = incidents(*ordered)
        assert linked.incidents == expected.incidents
        assert list(linked.new_pairs) == list(expected.new_pairs)
        assert linked.gone_pairs == expected.gone_pairs


def test_pairs_are_compared_once():
    before = incidents(FIRST, SECOND)
    after = incidents(FIRST, SECOND, ELSEWHERE, known=before.new_pairs)

    compared = {(one.first, one.second) for one in before.new_pairs}
    assert compared
    assert compared.isdisjoint((one.first, one.second) for one in after.new_pairs)
    assert after.incidents == incidents(FIRST, SECOND, ELSEWHERE).incidents


def test_a_headline_that_comes_again_years_later_is_not_compared():
    def strike(year, words):
        return report(
            f"An air strike hit {words} in the capital on 9 May.",
            event("air strike", day=f"{year}-05-09"),
            title="Air strike in the capital",
            published=f"{year}-05-10",
        )

    then, later = strike(2021, "a mill"), strike(2023, "a barn")
    next_day = replace(
        strike(2021, "the mill"),
        document=replace(strike(2021, "the mill").document, published="2021-05-11"),
    )

    compared = {
        frozenset((one.first, one.second)) for one in incidents(then, next_day, later).new_pairs
    }
    assert compared == {group(then, next_day)}


def test_what_names_the_same_people_is_compared_however_late_it_comes():
    trial = report(
        "The pilot who bombed the covered market of Brinn denied it in court. Mira Tolan, who sold "
        "rope at the Saddlers Gate, told the judge how the Old Corn Hall fell in.",
        event("bombed", day="2023-05-09", place="Brinn", is_background=True),
        title="Pilot denies bombing the Old Corn Hall",
        published="2025-02-03",
    )

    (pair,) = incidents(FIRST, trial).new_pairs
    assert {pair.first, pair.second} == group(FIRST, trial)


def test_what_was_compared_before_is_compared_anew_where_a_report_is_read_otherwise():
    before = incidents(FIRST, SECOND)
    changed = replace(SECOND, events=(replace(SECOND.events[0], is_background=True),))
    after = incidents(FIRST, changed, known=before.new_pairs)

    assert [(one.first, one.second) for one in after.new_pairs] == [
        (one.first, one.second) for one in before.new_pairs
    ]
    assert list(after.new_pairs) == list(incidents(FIRST, changed).new_pairs)
    damaged = [replace(one, data=b"?") for one in before.new_pairs]
    assert list(incidents(FIRST, SECOND, known=damaged).new_pairs) == list(before.new_pairs)


def test_days_told_later_do_not_outweigh_first_events_without_a_day():
    lead = event("air raid", place="Brinn", killed=11)
    past = event("shelled", "shelling_artillery_missile_attack", day="2021-07-02/2021-12-31")
    one = report(
        "An air raid on Brinn killed 11 people. The town was shelled in late 2021.",
        lead,
        past,
        title="Eleven killed in Brinn raid",
        published="2023-05-10",
    )
    incident = incidents(one).incidents[0]
    assert incident.time.earliest == "2023-05-04"
    assert incident.time.latest == "2023-05-10"


def test_pairs_of_documents_that_are_gone_are_given_back():
    before = incidents(FIRST, SECOND)
    after = incidents(FIRST, known=before.new_pairs)

    assert after.gone_pairs == tuple((one.first, one.second) for one in before.new_pairs)


def test_what_people_put_together_stays_together():
    linked = incidents(
        FIRST, SECOND, ELSEWHERE, decisions=[(ELSEWHERE.document.id, FIRST.document.id, True)]
    )

    assert together(linked) == {group(FIRST, SECOND, ELSEWHERE)}
    reasons = [link.reason for link in linked.incidents[0].links if link.score == 1]
    assert reasons == ["a person decided that both tell of the same incident"]


def test_what_people_keep_apart_stays_apart():
    linked = incidents(FIRST, SECOND, decisions=[(FIRST.document.id, SECOND.document.id, False)])

    assert together(linked) == {group(FIRST), group(SECOND)}


def test_the_last_word_on_a_pair_counts():
    pair = (FIRST.document.id, SECOND.document.id)

    linked = incidents(FIRST, SECOND, decisions=[(*pair, False), (*pair[::-1], True)])

    assert together(linked) == {group(FIRST, SECOND)}


def test_nothing_comes_of_nothing():
    linked = incidents()

    assert (linked.incidents, list(linked.new_pairs), linked.gone_pairs) == ((), [], ())
