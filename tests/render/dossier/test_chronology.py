from dataclasses import replace

from rashomon.model.comparison import Position, When
from rashomon.model.reading import Time
from rashomon.render.dossier.chronology import chronology_of
from rashomon.render.dossier.sources import sources_of
from rashomon.render.dossier.view import Links
from tests.render.case.accounts import COMPARISON, KILLED, TEXTS, held
from tests.render.dossier.made import ident, reading, span_in, view
from tests.render.html.test_text import shown

WHEN = replace(
    KILLED,
    id="q4",
    kind="time",
    label="when",
    positions=(
        Position(
            When("2023-05-11", "2023-05-11", "2023-05-11"),
            "2023-05-11",
            (held("Tide", "jets hit the mill", "Osterby Monitor"),),
            (),
        ),
        Position(
            When("2023-05", "2023-05-01", "2023-05-31"), "2023-05", (held("Heron", "may"),), ()
        ),
    ),
)


def found(**changed):
    made = view(comparison=replace(COMPARISON, points=(WHEN,)), **changed)
    return chronology_of(made, sources_of(made, Links()))


def test_each_answer_has_its_days_and_who_gives_it():
    happened = [(one.days, shown(one.what)[0], one.href) for one in found().happened]
    assert happened == [
        ("11 May 2023", "Osterby Monitor", "#q4-1"),
        ("May 2023", "Heron", "#q4-2"),
    ]


def test_articles_stand_at_their_day_and_those_without_are_counted():
    chronology = found()
    assert [(one.days, shown(one.what)[0]) for one in chronology.published] == [
        ("11 May 2023", "Tide"),
        ("12 May 2023", "Gull and Heron"),
    ]
    assert chronology.undated == 1


def said_on(publisher, words, day):
    days = ("date", day, day, day, day, "text", "statement")
    return Time("t1", span_in(publisher, words), *days)


def test_a_statement_is_of_the_speaker_in_whose_words_its_day_stands():
    readings = {ident(one): reading(one) for one in TEXTS}
    readings[ident("Tide")] = reading("Tide", times=[said_on("Tide", "people", "2023-05-10")])
    (stated,) = found(readings=readings).stated
    assert (stated.days, shown(stated.what)[0]) == ("10 May 2023", "the Osterby Monitor")


def test_what_may_be_of_any_day_of_a_year_is_no_moment_of_a_statement():
    readings = {ident(one): reading(one) for one in TEXTS}
    year = replace(said_on("Tide", "people", "2023-01-01"), latest="2023-12-31")
    readings[ident("Tide")] = reading("Tide", times=[year])
    assert found(readings=readings).stated == ()


def test_the_figure_tells_its_lanes_to_who_does_not_see_it():
    assert "When articles appeared: 11–12 May 2023." in found().figure
