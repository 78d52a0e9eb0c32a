from dataclasses import replace

from rashomon.model.comparison import Count, Position
from rashomon.model.reading import Casualties, Event
from rashomon.render.dossier.head import head_of
from rashomon.render.dossier.sources import sources_of
from rashomon.render.dossier.vague import Vague
from rashomon.render.dossier.view import Links
from tests.render.case.accounts import COMPARISON, KILLED, held
from tests.render.dossier.made import ident, reading, view


def with_count(words, least, most, paper="Gull"):
    """Return readings of which one tells a count in some words."""
    span = held(paper, words).span
    count = Casualties("killed", None, least, most, span, False)
    event = Event(
        *("e1", "attack", span, span, None, None, None, None, None, (count,), None),
        *("asserted", "happened"),
        is_background=False,
    )
    return {**view().readings, ident(paper): replace(reading(paper), events=(event,))}


def told(words, least, most):
    position = Position(Count(least, most), "x", (held("Gull", words, "Halk's police"),), ())
    return Vague(with_count(words, least, most)).words(position)


def test_a_count_that_names_no_number_is_told_in_its_words():
    assert told("Twelve died", 12, None) == "Twelve died"


def test_an_exact_count_and_what_is_no_count_need_none():
    assert told("Twelve died", 12, 12) == ""
    assert Vague(view().readings).words(COMPARISON.points[0].positions[0]) == ""


def test_words_that_have_the_number_itself_say_nothing_more():
    nine = held("Tide", "At least 9 people died", "Osterby Monitor")
    readings = with_count("At least 9 people died", 9, None, paper="Tide")
    assert Vague(readings).words(Position(Count(9, None), "at least 9", (nine,), ())) == ""
    readings = with_count("At least 9 people died", 1, 9, paper="Tide")
    assert Vague(readings).words(Position(Count(1, 9), "up to 9", (nine,), ())) == ""


def test_the_head_has_them_beside_the_number():
    readings = with_count("Twelve died", 12, None)
    twelve = replace(KILLED.positions[1], value=Count(12, None), label="at least 12")
    points = (replace(KILLED, positions=(twelve,)),)
    made = view(readings=readings, comparison=replace(COMPARISON, points=points))
    (question,) = head_of(made, sources_of(made, Links())).alone
    (answer,) = question.answers
    assert (answer.words, answer.told) == ("at least 12 killed", "Twelve died")
