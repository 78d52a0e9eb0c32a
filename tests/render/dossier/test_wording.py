from dataclasses import replace

from rashomon.render.dossier.evidence import Evidence
from rashomon.render.dossier.loaded import Loaded
from rashomon.render.dossier.sources import sources_of
from rashomon.render.dossier.view import Links
from rashomon.render.dossier.wording import side_by_side, voices_of
from tests.render.case.accounts import COMPARISON, KILLED, NINE, TEXTS, held
from tests.render.dossier.made import ident, reading, view


def worded(made):
    sources = sources_of(made, Links())
    evidence = Evidence(made, sources, Links())
    return side_by_side(made.comparison, evidence, sources, Loaded(made, sources))


def distanced():
    readings = {ident(one): reading(one) for one in TEXTS}
    readings[ident("Gull")] = reading("Gull", framing="distancing")
    return readings


def test_an_answer_that_outlets_present_otherwise_is_shown_side_by_side():
    made = view(readings=distanced(), comparison=replace(COMPARISON, points=(KILLED,)))
    (point,) = worded(made)
    (answer,) = point.answers
    assert answer.label == "at least 9"
    assert [
        (one.manner.party, one.manner.cue, one.manner.framing.word, outlets(one))
        for one in answer.lines
    ] == [
        ("Osterby Monitor", "said", "distancing", ["Gull"]),
        ("Osterby Monitor", "said", "neutral", ["Tide"]),
    ]


def outlets(line):
    return [one.outlet for one in line.sources]


def test_an_answer_that_all_word_alike_is_left_out():
    made = view(comparison=replace(COMPARISON, points=(KILLED,)))
    assert worded(made) == ()


def test_an_own_voice_shows_its_loaded_words():
    savage = held("Tide", "The savage raid shook the town.")
    position = replace(KILLED.positions[0], held_by=(NINE, savage))
    points = (replace(KILLED, positions=(position,)),)
    (point,) = worded(view(comparison=replace(COMPARISON, points=points)))
    own = point.answers[0].lines[0]
    assert (own.manner.party, own.manner.loaded, own.manner.hedged) == ("", ("savage",), False)
    assert outlets(own) == ["Tide"]


def test_each_outlet_has_its_framings_and_its_loaded_words():
    made = view(readings=distanced())
    sources = sources_of(made, Links())
    found = voices_of(made.readings, sources, Loaded(made, sources))
    voices = {one.outlet: one for one in found}
    ((sign, number, words),) = voices["Gull"].framed
    assert (sign.word, number, words) == ("distancing", 1, ("said",))
    assert voices["Tide"].loaded == ("savage",)
    assert voices["Tide"].framed == ()
