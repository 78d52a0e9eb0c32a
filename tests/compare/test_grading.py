import re
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.compare.grades.grading import graded
from rashomon.compare.grades.rules import build_grade_rules
from rashomon.compare.grades.verdicts import Verdict
from rashomon.model.comparison import OwnStatement, PointKind, When
from rashomon.model.incidents import Incident, IncidentTime
from rashomon.model.reading import PartyKind, Stance
from rashomon.model.spans import Span
from tests.compare.graded import INCIDENT, RULES, TABLE, held, point, position

PAGE = Path(__file__).parents[2] / "docs/grades.md"
STRIKE = "air strike"


def grade_points(*points, own_voice=(), verdicts=(), incident=INCIDENT):
    return graded(
        points,
        RULES,
        incident,
        exclude=lambda kind, some: kind != "other" and all(one.held_by for one in some),
        own_voice=own_voice,
        verdicts=verdicts,
    )


def grade(*held_by, denied_by=(), others=(), **more):
    """Return the grade of a position on the means, with what stands beside it."""
    made = position(STRIKE, *held_by, denied_by=denied_by)
    is_contested = bool(others or denied_by)
    asked = point("means", made, *others, contested=is_contested)
    return grade_points(asked, **more)[0].positions[0].grade


def admiralty_and_word(found):
    return found.airwars, found.admiralty


def test_one_source_alone_is_weak():
    found = grade(held("Lakes Monitor"))
    assert admiralty_and_word(found) == ("weak", "B3")
    assert "1 independent origin: Lakes Monitor" in found.reasons
    assert found.reviewer is None


def test_two_independent_sources_are_fair_and_three_confirm():
    two = (held("Lakes Monitor"), held("Brinn Herald", "publisher"))
    assert admiralty_and_word(grade(*two)) == ("fair", "B2")
    three = grade(*two, held("Mayor Quill", "person"))
    assert admiralty_and_word(three) == ("fair", "B1")
    assert "3 independent origins: Lakes Monitor, Brinn Herald, Mayor Quill" in three.reasons


def test_ten_copies_are_one_source():
    copies = [held(f"Outlet {n}", "publisher", origin="wire") for n in range(10)]
    assert admiralty_and_word(grade(*copies)) == ("weak", "C3")


def test_one_speaker_in_ten_outlets_is_one_source():
    quoted = [held("Mayor Quill", "person", origin=f"o{n}") for n in range(10)]
    found = grade(*quoted)
    assert admiralty_and_word(found) == ("weak", "C3")
    assert "10 independent origins: Mayor Quill" in found.reasons


def test_where_nobody_is_named_reliability_cannot_be_judged():
    assert admiralty_and_word(grade(held("officials", "unnamed"))) == ("weak", "F6")
    assert admiralty_and_word(grade(held("a monitoring group", "monitor"))) == ("weak", "F6")
    assert admiralty_and_word(grade(held("A Way Forward", "monitor"))) == ("weak", "B3")
    two = grade(held("officials", "unnamed"), held("many", "group"))
    assert admiralty_and_word(two) == ("weak", "F3")


def test_who_has_no_name_is_told_as_the_documents_call_him():
    found = grade(held("residents", "unnamed"), held("residents", "unnamed", day="2023-05-10"))
    assert "1 independent origin: residents" in found.reasons
    assert any(one.startswith("F: residents (unnamed first hand), ") for one in found.reasons)
    assert not any("sha256" in one or "alleged" in one for one in found.reasons)


def test_those_who_were_there_make_an_answer_credible():
    found = grade(held("residents", "group"), held("officials", "unnamed"))
    assert admiralty_and_word(found) == ("fair", "F2")
    assert grade(held("Brinn Hospital", "organisation")).reliability == "B"
    assert grade(held("Brinn's fire service", None)).reliability == "B"
    assert grade(held("Brinn's weather service", None)).reliability == "F"
    assert grade(held("the President", "person")).reliability == "C"


@pytest.mark.parametrize("kind", [None, "unnamed", "group", "organisation", "media", "monitor"])
def test_a_word_in_a_proper_name_makes_no_witness(kind):
    found = grade(held("Witness International", kind))
    assert not any("it was there" in one for one in found.reasons)


@pytest.mark.parametrize(
    ("name", "kind", "letter"),
    [
        ("Witnesses", None, "B"),
        ("Brinn residents", None, "B"),
        ("Doctor Mira Tal", "person", "B"),
        ("the survivors' fund", "organisation", "C"),
        ("Human Rights Watch", "organisation", "B"),
        ("Lakes Rights Watch", None, "B"),
        ("the Halen Documentation Centre", "unnamed", "B"),
        ("a documentation centre", "organisation", "F"),
        ("Rights Watch director Mira Tal", "person", "C"),
    ],
)
def test_what_a_name_tells_of_who_bears_it(name, kind, letter):
    assert grade(held(name, kind)).reliability == letter


def test_what_a_party_is_may_be_known_from_another_document():
    known = held("Lakes Monitor")
    short = held("Lakes Monitor", "unnamed", day="2023-05-10")
    points = point("means", position(STRIKE, short), position("mortar", known))
    assert grade_points(points)[0].positions[0].grade.reliability == "B"


def test_who_takes_part_speaks_in_its_own_cause():
    accused = point("responsibility", position("Norvia", held("Lakes Monitor")))
    said = point("means", position(STRIKE, held("Norvian army", "military", side="Norvia")))
    _, found = grade_points(accused, said)
    assert admiralty_and_word(found.positions[0].grade) == ("weak", "D3")
    assert grade(held("Lake Brigade", "armed_group")).reliability == "D"
    assert grade(held("Norvian army", "military", side="Norvia")).reliability == "C"


def test_a_government_that_denies_who_did_it_takes_part():
    denied = position("Lake Brigade", denied_by=[held("Osk", "government", stance="denies")])
    said = point("means", position(STRIKE, held("Osk", "government")))
    _, found = grade_points(point("responsibility", denied, contested=True), said)
    assert found.positions[0].grade.reliability == "D"


def test_one_account_makes_no_monitor_a_party_to_the_conflict():
    names = ("Norvia", *(held(f"Outlet {n}", "publisher") for n in range(2)))
    blamed = position("Lakes Monitor", held("Osk", "government"))
    said = point("means", position(STRIKE, held("Lakes Monitor")))
    accused = point("responsibility", position(*names), blamed)
    assert grade_points(accused, said)[1].positions[0].grade.reliability == "B"
    by_two = position("Lakes Monitor", held("Osk", "government"), held("Tarn", "government"))
    accused = point("responsibility", position(*names), by_two)
    assert grade_points(accused, said)[1].positions[0].grade.reliability == "D"


def test_activists_of_a_country_do_not_speak_for_it():
    accused = point("responsibility", position("Norvia", held("Lakes Monitor")))
    for name, letter in (("Norvian activists", "F"), ("Norvian officials", "D")):
        said = point("means", position(STRIKE, held(name, "unnamed", side="Norvia")))
        assert grade_points(accused, said)[1].positions[0].grade.reliability == letter


def test_who_hardly_anybody_names_is_not_held_responsible():
    many = position("Osk", *(held(f"Outlet {n}", "publisher") for n in range(3)))
    few = position("Norvia", held("officials", "unnamed"))
    said = point("means", position(STRIKE, held("Lakes Monitor"), held("Norvia", "government")))
    found = grade_points(point("responsibility", many, few), said)[1].positions[0].grade
    assert found.airwars == "fair"
    assert not any(one.startswith("said by one held responsible") for one in found.reasons)


def test_that_it_is_not_known_who_did_it_accuses_nobody():
    accused = point("responsibility", position("unknown", held("unknown", "person")))
    said = point("means", position(STRIKE, held("unknown", "person")))
    assert grade_points(accused, said)[1].positions[0].grade.reliability == "C"


def test_a_party_that_accepts_what_it_is_said_to_have_done_confirms_it():
    accepting = held("Norvian army", "military", side="Norvia")
    named = position("Norvia", held("Lakes Monitor"), accepting)
    other = position("Osk", held("Brinn Herald", "publisher"))
    found, against = grade_points(point("responsibility", named, other, contested=True))[
        0
    ].positions
    assert found.grade.airwars == "confirmed"
    assert "accepted by Norvian army" in found.grade.reasons
    assert against.grade.airwars == "contested"


def test_two_who_both_claim_it_confirm_nothing():
    claims = [position(name, held(name, "armed_group")) for name in ("Lake Brigade", "Red Dam")]
    found = grade_points(point("responsibility", *claims, contested=True))[0].positions
    assert [one.grade.airwars for one in found] == ["contested", "contested"]


def test_one_held_responsible_who_says_the_same_as_a_monitor_confirms_it():
    accused = point("responsibility", position("Norvia", held("Brinn Herald", "publisher")))
    norvia = held("Norvia", "government")
    both = point("killed", position(12, held("Lakes Monitor"), norvia), who="civilians")
    alone = point("killed", position(12, norvia), who="civilians")
    assert grade_points(accused, both)[1].positions[0].grade.airwars == "confirmed"
    assert grade_points(accused, alone)[1].positions[0].grade.airwars == "weak"


def test_what_others_deny_is_contested():
    denial = held("Osk", "government", stance="denies")
    found = grade(held("Lakes Monitor"), held("Brinn Herald", "publisher"), denied_by=[denial])
    assert admiralty_and_word(found) == ("contested", "B3")
    assert "denied by Osk" in found.reasons
    assert "1 independent source against it" in found.reasons


def test_what_others_doubt_is_contested():
    doubt = held("Osk", "government", stance="doubts")
    found = grade(held("Lakes Monitor"), denied_by=[doubt])
    assert found.airwars == "contested"
    assert "doubted by Osk" in found.reasons
    assert not any(one.startswith("denied") for one in found.reasons)


def test_what_only_deniers_speak_of_is_discounted():
    denial = held("Osk", "government", stance="denies")
    assert admiralty_and_word(grade(denied_by=[denial])) == ("discounted", "F5")


def test_what_those_who_said_it_took_back_is_discounted():
    taken_back = held("Lakes Monitor", stance="denies", day="2023-05-11")
    found = grade(held("Lakes Monitor"), denied_by=[taken_back])
    assert admiralty_and_word(found) == ("discounted", "F5")
    same_day = held("Lakes Monitor", stance="denies")
    assert grade(held("Lakes Monitor"), denied_by=[same_day]).airwars == "weak"


def test_another_answer_that_cannot_be_true_with_it_makes_it_contested():
    other = position("car bomb", held("Osk", "government"), held("Tarn Times", "publisher"))
    found = grade(held("Lakes Monitor"), others=[other])
    assert admiralty_and_word(found) == ("contested", "B4")
    assert "1 other answer cannot be true with it: car bomb" in found.reasons
    nobody = position("car bomb", denied_by=[held("Osk", "government", stance="denies")])
    assert grade(held("Lakes Monitor"), others=[nobody]).airwars == "weak"


def test_claims_that_contradict_each_other_freely_are_rivals():
    claims = [position(words, held(words)) for words in ("It stood still.", "It flew.")]
    found = grade_points(point("other", *claims, contested=True))[0].positions
    assert [one.grade.airwars for one in found] == ["contested", "contested"]


def test_three_against_one_is_improbable():
    other = position("car bomb", held("Osk"), held("Tarn Times"), held("Mayor Quill", "person"))
    assert grade(held("Lakes Monitor"), others=[other]).credibility == "5"


def test_a_later_toll_is_no_rival():
    first = position(22, held("Lakes Monitor"))
    later = position(35, held("Brinn Herald", "publisher", day="2023-05-11"))
    other = position(3, held("Osk", "government", day="2023-05-12"))
    both = point("killed", first, later, who="total", update=True)
    assert [one.grade.airwars for one in grade_points(both)[0].positions] == ["weak", "weak"]
    third = point("killed", first, later, other, who="total", contested=True, update=True)
    graded_all = [one.grade for one in grade_points(third)[0].positions]
    assert [one.airwars for one in graded_all] == ["contested"] * 3
    assert not any("35" in one for one in graded_all[0].reasons)


def test_what_is_only_alleged_is_not_asserted():
    alleged = held("Mayor Quill", "person", stance="alleges")
    found = grade(alleged, held("Tarn Council", "organisation", stance="alleges"))
    assert admiralty_and_word(found) == ("weak", "F6")
    assert "alleged or hedged by Mayor Quill, Tarn Council" in found.reasons
    assert "F: nobody asserts it" in found.reasons


def test_a_publisher_that_hedges_does_not_assert():
    said = held("Brinn Herald", "publisher", document="sha256:00", span=(10, 20))
    hedged = OwnStatement("sha256:00", "Brinn Herald", Span(0, 30), True, (), "o1")
    elsewhere = OwnStatement("sha256:00", "Brinn Herald", Span(30, 60), True, (), "o1")
    assert grade(said, own_voice=[elsewhere]).reliability == "C"
    found = grade(said, own_voice=[hedged])
    assert found.reliability == "F"
    assert "alleged or hedged by Brinn Herald" in found.reasons


def test_a_range_or_a_vague_incident_is_not_clear():
    assert grade(held("Lakes Monitor")).clarity == "1"
    for value in ((20, None), When("2023-05", "2023-05-01", "2023-05-31")):
        asked = point("killed", position(value, held("Lakes Monitor")), who="total")
        assert grade_points(asked)[0].positions[0].grade.clarity == "2"
    may = IncidentTime("2023-05", "2023-05-01", "2023-05-31")
    vague = Incident("i1", "Brinn", None, may, None, (), (), ())
    assert grade(held("Lakes Monitor"), incident=vague).clarity == "2"
    unknown = Incident("i1", "Brinn", None, IncidentTime(None, None, None), None, (), (), ())
    assert grade(held("Lakes Monitor"), incident=unknown).clarity == "1"


def test_long_lists_of_names_are_cut():
    found = grade(*(held(f"Monitor {n}") for n in range(6)))
    assert any(one.endswith("Monitor 3 and 2 more") for one in found.reasons)


PARTIES = st.tuples(
    st.sampled_from(["Norvia", "Lakes Monitor", "officials", "a witness", "\0", "unknown"]),
    st.sampled_from([*get_args(PartyKind), None]),
)
HELD = st.builds(
    lambda party, side, stance, origin, day: held(
        *party, side=side, stance=stance, origin=origin, day=day
    ),
    PARTIES,
    st.sampled_from([None, "Norvia", "Osk"]),
    st.sampled_from(get_args(Stance)),
    st.sampled_from("abc"),
    st.sampled_from([None, "2023-05-09", "2023-05-11"]),
)
VALUES = st.one_of(
    st.sampled_from(["Norvia", "Osk", "unknown"]),
    st.tuples(st.none() | st.integers(0, 9), st.none() | st.integers(10, 99)),
)
POSITIONS = st.builds(
    lambda value, some, others: position(value, *some, denied_by=others),
    VALUES,
    st.lists(HELD, max_size=4),
    st.lists(HELD, max_size=3),
)
POINTS = st.builds(
    lambda kind, some, who, is_contested: point(kind, *some, who=who, contested=is_contested),
    st.sampled_from(get_args(PointKind)),
    st.lists(POSITIONS, max_size=4),
    st.sampled_from([None, "total"]),
    st.booleans(),
)


@given(st.lists(POINTS, max_size=3))
def test_every_position_has_a_grade_with_reasons(points):
    for before, after in zip(points, grade_points(*points), strict=True):
        for old, new in zip(before.positions, after.positions, strict=True):
            assert replace(new, grade=None) == old
            assert new.grade.reliability in "BCDF", "A and E are for people"
            assert new.grade.reasons[0].startswith(f"{new.grade.airwars}: ")
            assert all(new.grade.reasons)
            if not old.held_by:
                assert new.grade.airwars == "discounted"


# --- what people decide --------------------------------------------------------------------------


def verdict(document="sha256:00", span=(10, 20), **more):
    values = {
        "kind": "means",
        "who": None,
        "answer": STRIKE,
        "airwars": "fair",
        "reliability": "A",
        "credibility": "2",
        "note": "the lists agree",
        "reviewer": "Mira",
        **more,
    }
    return Verdict(document, Span(*span), **values)


def decided(*verdicts):
    said = held("Lakes Monitor", document="sha256:00", span=(10, 20))
    also = held("Lakes Monitor", document="sha256:00", span=(12, 40))
    asked = point("means", position(STRIKE, said), position("mortar", also))
    return [one.grade for one in grade_points(asked, verdicts=verdicts)[0].positions]


def test_a_person_goes_before_the_rules():
    found, other = decided(verdict())
    assert (found.airwars, found.admiralty, found.reviewer) == ("fair", "A2", "Mira")
    assert found.reasons[:2] == ("Mira: the lists agree", "the rules give weak, B3")
    assert other.reviewer is None


def test_a_person_may_leave_the_pair_to_the_rules():
    found, _ = decided(verdict(reliability=None, credibility=None, note=""))
    assert (found.airwars, found.admiralty) == ("fair", "B3")
    assert found.reasons[0] == "set by Mira"


def test_a_decision_finds_its_words_after_they_moved_a_little():
    assert decided(verdict(span=(8, 18)))[0].reviewer == "Mira"
    assert decided(verdict(answer="no such answer", span=(14, 40)))[1].reviewer == "Mira"


@pytest.mark.parametrize(
    "gone",
    [
        {"span": (0, 10)},
        {"document": "sha256:11"},
        {"kind": "target"},
        {"who": "civilians"},
    ],
)
def test_a_decision_on_words_that_are_gone_is_on_nothing(gone):
    assert not any(one.reviewer for one in decided(verdict(**gone)))


def test_the_later_of_two_decisions_holds():
    found, _ = decided(verdict(), verdict(airwars="contested", reviewer="Jorun"))
    assert (found.airwars, found.reviewer) == ("contested", "Jorun")


# --- the table ------------------------------------------------------------------------------------


def test_the_page_shows_the_tables():
    page = PAGE.read_text("utf-8")
    rows = [
        f"| {row['grade']} | {', '.join(f'`{one}`' for one in row['when']) or 'else'} "
        f"| {row['reason']} |"
        for table in ("airwars", "credibility", "clarity")
        for row in TABLE[table]
    ]
    rows += [
        f"| {row['name']} | {row['letter']} | {'yes' if row['credible'] else 'no'} "
        f"| {_whom(row)} | {row['reason']} |"
        for row in TABLE["source"]
    ]
    rows += [
        f"| {row['name']} | {', '.join(row['killed']) or 'none'} "
        f"| {', '.join(row['injured']) or 'none'} | {row['without']} |"
        for row in TABLE["convention"]
    ]
    assert [row for row in rows if row not in page] == []


def _whom(row):
    """Return which parties are of a kind of source, as the page says it."""
    kinds = ", ".join(kind or "not known" for kind in row["kinds"])
    kinds += ", whoever takes part" if row.get("involved") else ""
    return kinds + ("; with a word for it" if row.get("first_hand") else "")


def test_every_measure_of_a_rule_is_known_and_told():
    told = set(re.findall(r"`(\w+)`", PAGE.read_text("utf-8").partition("## Airwars")[0]))
    tables = (RULES.airwars, RULES.credibility, RULES.clarity)
    used = {each.measure for table in tables for rule in table for each in rule.when}
    assert used <= told


def test_every_table_ends_with_a_rule_that_always_fits():
    for table in (RULES.airwars, RULES.credibility, RULES.clarity):
        assert table[-1].when == ()


def test_a_condition_that_cannot_be_read_is_refused():
    broken = {**TABLE, "airwars": [{"grade": "fair", "when": ["sources > 2"], "reason": ""}]}
    with pytest.raises(ValueError, match="'sources > 2' is no condition"):
        build_grade_rules(broken)
