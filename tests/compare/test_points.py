from dataclasses import replace

from rashomon.compare.points.points import make_points
from rashomon.model.comparison import Answer, Count, Voice
from rashomon.model.spans import Span
from rashomon.pipeline.resources import load_comparer
from tests.compare.accounts import holding
from tests.compare.test_same import roster

RULES = load_comparer(is_relating=False).rules


def answer(
    party, kind, value, document, *, who=None, is_denied=False, stance="asserts", of="government"
):
    voice = Voice(party, of, None, stance, "a1")
    return Answer(kind, who, value, is_denied, voice, document, Span(0, 4))


def points(*answers):
    def holding_of(voice, document, _):
        return replace(holding(voice.party, None, document=document), voice=voice)

    return make_points(answers, holding_of, roster(), RULES)


def held(point):
    return {one.label: [each.party for each in one.held_by] for one in point.positions}


def test_who_denies_that_it_happened_does_not_say_so_by_speaking_of_it():
    (point,) = points(
        answer("Norvia", "occurrence", "happened", "d1"),
        answer("Norvia", "occurrence", "staged", "d2"),
        answer("Estmark", "occurrence", "happened", "d1"),
    )
    assert held(point) == {"happened": ["Estmark"], "staged": ["Norvia"]}
    assert point.is_contested


def test_one_holds_an_answer_once_for_each_document():
    (point,) = points(*[answer("Norvia", "means", "bomb", one) for one in ("d1", "d1", "d2")])
    assert held(point) == {"bomb": ["Norvia", "Norvia"]}


def test_who_doubts_an_answer_contests_it():
    (point,) = points(
        answer("Norvia", "responsibility", "Estmark", "d1"),
        answer("Halen", "responsibility", "Estmark", "d1", stance="doubts"),
    )
    assert [one.party for one in point.positions[0].denied_by] == ["Halen"]
    assert point.is_contested


def test_what_only_those_deny_who_also_hold_it_is_not_contested():
    (point,) = points(
        answer("Norvia", "responsibility", "Estmark", "d1"),
        answer("Norvia", "responsibility", "Estmark", "d2", is_denied=True),
    )
    assert not point.is_contested


def test_the_whole_toll_comes_before_those_of_its_parts():
    found = points(
        answer("Norvia", "killed", Count(3, 3), "d1", who="children"),
        answer("Norvia", "killed", Count(9, 9), "d1", who="total"),
        answer("Norvia", "occurrence", "happened", "d1"),
    )
    assert [one.label for one in found] == ["whether it happened", "killed", "children killed"]
    assert [one.id for one in found] == ["q1", "q2", "q3"]


def test_who_has_no_name_may_be_another_in_another_document():
    denial = answer("officials", "responsibility", "Estmark", "d2", is_denied=True, of="unnamed")
    (point,) = points(answer("officials", "responsibility", "Estmark", "d1", of="unnamed"), denial)
    assert point.is_contested
    (point,) = points(
        answer("officials", "killed", Count(9, 9), "d1", who="total", of="unnamed"),
        answer("officials", "killed", Count(90, 90), "d2", who="total", of="unnamed"),
    )
    assert point.is_contested or point.is_update


def test_who_denies_that_it_was_staged_says_that_it_happened():
    (point,) = points(
        answer("Norvia", "occurrence", "happened", "d1"),
        answer("Norvia", "occurrence", "staged", "d1", is_denied=True),
    )
    assert held(point)["happened"] == ["Norvia"]
