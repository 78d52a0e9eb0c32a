from dataclasses import replace

from rashomon.model.comparison import Count, Position
from rashomon.render.dossier.board import board_of
from rashomon.render.dossier.vague import Vague
from rashomon.render.plain import plain
from tests.render.case.accounts import (
    COMPARISON,
    DOCUMENTS,
    KILLED,
    MEANS,
    WHO,
    grade,
    held,
)
from tests.render.dossier.made import view

VAGUE = Vague(view().readings)


def words_of(one):
    return plain(one.span.of(DOCUMENTS[one.document].text))


def row_of(board, id_):
    return next(one for one in board.rows if one.id == id_)


def cell_of(board, id_, name):
    names = [one.name for one in board.headings]
    return row_of(board, id_).cells[names.index(name)]


def test_few_parties_have_a_column_each():
    board = board_of(COMPARISON, words_of, VAGUE)
    assert {one.name for one in board.headings} == {
        *("Osterby Monitor", "Halk's police", "Marn", "Heron"),
    }
    assert board.others == 0


def test_a_cell_has_the_answers_of_its_party_with_how_they_stand():
    board = board_of(COMPARISON, words_of, VAGUE)
    (answer,) = cell_of(board, "q1", "Halk's police").entries
    assert answer.words == "Marn"
    assert answer.grade.word == "contested"
    assert {one.word for one in answer.marks} == {"denied", "one origin"}
    (denial,) = cell_of(board, "q1", "Marn").entries
    assert [one.word for one in denial.stances] == ["denies"]
    assert denial.grade is None


def test_a_grade_that_a_person_set_says_who_did():
    position = replace(KILLED.positions[1], grade=grade("confirmed", reviewer="Ann Reed"))
    board = board_of(
        replace(COMPARISON, points=(replace(KILLED, positions=(position,)),)), words_of, VAGUE
    )
    (answer,) = cell_of(board, "q2", "Halk's police").entries
    assert (answer.grade.word, answer.graded_by) == ("confirmed", "Ann Reed")


def test_who_answers_nothing_is_silent():
    board = board_of(COMPARISON, words_of, VAGUE)
    assert cell_of(board, "q2", "Heron").entries == ()
    assert "Heron" in row_of(board, "q2").silent
    assert "silent" in {one.word for one in board.legend}


def many(number):
    """Return a comparison of which so many parties answer to one point."""
    holders = tuple(held("Gull", "Nine died", f"Village {one}") for one in range(number))
    position = Position(KILLED.positions[0].value, "at least 9", holders, ())
    return replace(COMPARISON, points=(WHO, replace(KILLED, positions=(position,)), MEANS))


def test_of_many_parties_the_others_are_gathered_with_their_names():
    board = board_of(many(60), words_of, VAGUE)
    assert board.others >= 60
    (gathered,) = row_of(board, "q2").cells[-1].entries
    assert "Village 59" in gathered.by


def test_who_denies_what_is_contested_has_a_column_before_who_says_much_else():
    board = board_of(many(60), words_of, VAGUE)
    names = [one.name for one in board.headings]
    assert set(names) >= {"Halk's police", "Marn"}
    assert not any(one.startswith("Village") for one in names)


def test_of_many_answers_the_lowest_and_the_highest_are_shown():
    holder = held("Gull", "Nine died", "Halk's police")
    positions = tuple(Position(Count(one, one), str(one), (holder,), ()) for one in range(20))
    board = board_of(
        replace(COMPARISON, points=(replace(KILLED, positions=positions),)), words_of, VAGUE
    )
    cell = cell_of(board, "q2", "Halk's police")
    assert [one.words for one in cell.entries] == ["0", "1", "2", "17", "18", "19"]
    assert cell.more == 14


def test_parties_of_a_side_stand_together_below_its_name():
    chief = held("Gull", "Twelve died", "Halk's chief", side="Halk")
    chief = replace(chief, voice=replace(chief.voice, kind="person"))
    police = KILLED.positions[1].held_by[0]
    position = replace(KILLED.positions[1], held_by=(police, chief))
    board = board_of(
        replace(COMPARISON, points=(replace(KILLED, positions=(position,)),)), words_of, VAGUE
    )
    assert ("Halk", 2) in board.sides
    assert [one.side for one in board.headings].count("Halk") == 2


def test_opposed_claims_are_told_in_the_words_of_each_and_not_in_those_of_one():
    raid = held("Plover", "Marn bombed the mill", "Halk's police")
    jets = held("Tide", "jets hit the mill", "Osterby Monitor")
    side = Position("Marn bombed the mill", "Marn bombed the mill", (raid, jets), ())
    free = replace(WHO, kind="other", label="mill", positions=(side,))
    board = board_of(replace(COMPARISON, points=(free,)), words_of, VAGUE)
    assert row_of(board, "q1").label == "opposed claims (mill)"
    (told,) = cell_of(board, "q1", "Osterby Monitor").entries
    assert told.words == "jets hit the mill"


def test_words_that_name_nobody_have_no_kind_below_them():
    officials = held("Gull", "Twelve died", "officials")
    officials = replace(officials, voice=replace(officials.voice, kind="unnamed"))
    position = replace(KILLED.positions[1], held_by=(officials,))
    points = (replace(KILLED, positions=(position,)),)
    board = board_of(replace(COMPARISON, points=points, parties=("officials",)), words_of, VAGUE)
    assert [(one.name, one.kind) for one in board.headings] == [("officials", "")]
