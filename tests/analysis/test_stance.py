"""Stance and framing by the words that attribute: a test for each class of reporting words."""

import pytest

from rashomon.analysis.stance import manner
from rashomon.model.spans import Span
from rashomon.pipeline.resources import load_tables

LEXICON = load_tables().lexicon


def said(marked):
    """Return stance and framing of ``Source|cue|content``, one of the three first or last."""
    source, cue, content = marked.split("|")
    text = f"{source}{cue}{content}"
    cue_at = len(source)
    spans = [
        (Span(0, cue_at),) if source.strip() else (),
        (Span(cue_at, cue_at + len(cue)),),
        (Span(cue_at + len(cue), len(text)),),
    ]
    how = manner(text, spans[1], spans[2], spans[0], LEXICON)
    return how.stance, how.framing


@pytest.mark.parametrize(
    ("kind", "marked", "expected"),
    [
        ("say", "The mayor |said| the bridge was shut", ("asserts", "neutral")),
        ("say", "the mayor |tweeted| that it was shut", ("asserts", "neutral")),
        ("say", "|according to |the mayor it was shut", ("asserts", "neutral")),
        ("tell", "The mayor |told| reporters it was shut", ("asserts", "neutral")),
        ("think", "Lint |believes| nobody will come", ("asserts", "neutral")),
        ("suggest", "The report |hinted| at a leak", ("asserts", "neutral")),
        ("claim", "Estmark |claims| its jets were grounded", ("asserts", "distancing")),
        ("allege", "Halk |accused| Norvia of mining the pier", ("alleges", "neutral")),
        ("deny", "Estmark |denied| the charge", ("denies", "neutral")),
        ("deny", "the court |ruled out| a retrial", ("denies", "neutral")),
        ("doubt", "Many |cast doubt on| the figures", ("doubts", "neutral")),
        ("withhold", "The army |declined| comment", ("doubts", "neutral")),
        ("admit", "The minister |admitted| the error", ("asserts", "endorsing")),
        ("reveal", "Divers |found| shell cases", ("asserts", "endorsing")),
        ("reveal", "Sool |pointed out| that it rained", ("asserts", "endorsing")),
        ("warn", "The fire service |warned| of a flood", ("predicts", "neutral")),
        ("predict", "Sool |predicts| a second attack", ("predicts", "neutral")),
        ("promise", "The minister |vowed| to rebuild it", ("predicts", "neutral")),
        ("demand", "Marn |urged| the Commission to send inspectors", ("demands", "neutral")),
        ("demand", "Marn |called again on| the Commission to act", ("demands", "neutral")),
        ("ask", "She |asked| whether it was safe", ("asks", "neutral")),
        ("appraise", "Critics |praised| the rescue", ("asserts", "neutral")),
    ],
)
def test_each_class_of_reporting_words(kind, marked, expected):
    assert kind in {found.name for found in LEXICON.words.values()}
    assert said(marked) == expected


def test_every_class_has_its_case():
    cases = test_each_class_of_reporting_words.pytestmark[0].args[1]
    assert {kind for kind, _, _ in cases} == {found.name for found in LEXICON.words.values()}


@pytest.mark.parametrize(
    ("marked", "stance"),
    [
        ("The ministry |did not confirm| the toll", "doubts"),
        ("The ministry |didn’t confirm| the toll", "doubts"),
        ("the ministry |didnt confirm| the toll", "doubts"),
        ("The diplomat |would neither confirm nor deny| the report", "doubts"),
        ("The army |refused to say| who was hit", "doubts"),
        ("The army |could not rule out| a strike", "doubts"),
        ("She |does not believe| the story", "denies"),
        ("Few experts |believe| the story", "denies"),
        ("He |has no doubt| that it was a mine", "asserts"),
        ("He |not only said| it was a mine", "asserts"),
    ],
)
def test_negation_and_refusal(marked, stance):
    assert said(marked)[0] == stance


def test_a_negation_before_the_cue_counts_though_the_cue_leaves_it_out():
    text = "The ministry did not confirm the toll"
    how = manner(text, (Span(21, 28),), (Span(29, 37),), (Span(0, 12),), LEXICON)
    assert how.stance == "doubts"


@pytest.mark.parametrize(
    ("marked", "stance"),
    [
        ("Marn |asked| them to leave", "demands"),
        ("Marn |told| the crowd to leave", "demands"),
        ("Marn |told| the crowd that it was safe", "asserts"),
        ("Marn |warned| drivers to keep away", "demands"),
        ("Marn |asked| why nobody had come", "asks"),
        ("Marn |asked|, “Who gave the order?”", "asks"),
    ],
)
def test_an_infinitive_makes_a_demand(marked, stance):
    assert said(marked)[0] == stance


@pytest.mark.parametrize(
    ("marked", "stance"),
    [
        ("Marn |said|: we call on all sides to hold their fire", "demands"),
        ("Marn |said|, “I strongly deny this”", "denies"),
        ("Marn |said| that the road should be closed", "demands"),
        ("Marn |said| that it should be seen as an insult", "asserts"),
        ("Marn |said| that it should have been closed", "asserts"),
        ("Marn |said|, “How many more? It is enough.”", "asks"),
    ],
)
def test_what_the_content_does_by_being_said(marked, stance):
    assert said(marked)[0] == stance


@pytest.mark.parametrize(
    ("marked", "framing"),
    [
        ("Halk |falsely said| that it was a mine", "distancing"),
        ("Halk |said without evidence| that it was a mine", "distancing"),
        ("Halk |rightly said| that it was a mine", "endorsing"),
        ("Halk |insisted| that it was a mine", "distancing"),
    ],
)
def test_the_writer_shows_belief_or_disbelief(marked, framing):
    assert said(marked)[1] == framing


def test_a_cue_without_any_known_word_asserts_neutrally():
    assert said("WALLACE|:| it was a mine") == ("asserts", "neutral")


@pytest.mark.parametrize(
    ("marked", "stance"),
    [
        ("Halk |told| residents of the valley to leave", "demands"),
        ("Halk |asked| for the gates to be opened", "demands"),
        ("The witness |told| the court she went to the bridge", "asserts"),
        ("The bank |warned| it may have to close", "predicts"),
        ("The bank |warned| of plans to close", "predicts"),
        ("Reporters |asked| the mayor about his visit to Sarn", "asks"),
        ("The envoy |signaled| to allies they were safe", "asserts"),
    ],
)
def test_only_an_infinitive_of_the_verb_makes_a_demand(marked, stance):
    assert said(marked)[0] == stance


def test_a_quotation_before_the_cue_is_no_infinitive():
    text = "The road leads to Sarn, he told reporters"
    spans = [(Span(24, 26),), (Span(27, 41),), (Span(0, 22),)]
    assert manner(text, spans[1], spans[2], spans[0], LEXICON).stance == "asserts"


@pytest.mark.parametrize(
    ("cue", "stance"),
    [
        ("issued a denial", "denies"),
        ("reiterated his demand", "demands"),
        ("issued a stark warning", "predicts"),
        ("expressed doubt", "doubts"),
        ("voiced fears", "predicts"),
        ("responded to allegations", "asserts"),
    ],
)
def test_the_noun_says_more_than_its_verb(cue, stance):
    assert said(f"Estmark |{cue}| that it was so")[0] == stance


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("Estmark |did not hesitate to condemn| it", ("asserts", "neutral")),
        ("Estmark |has never failed to support| it", ("asserts", "neutral")),
        ("Estmark |did not confirm| it", ("doubts", "neutral")),
        ("Estmark |declined to confirm| it", ("doubts", "neutral")),
        ("Estmark |never claimed| it", ("doubts", "neutral")),
        ("|Without elaborating, said |it was so", ("asserts", "neutral")),
        ("No 10 |said| it was so", ("asserts", "neutral")),
        ("Few experts |believe| it", ("denies", "neutral")),
    ],
)
def test_what_is_negated_and_what_is_not(marked, expected):
    assert said(marked) == expected


def test_an_aircraft_that_is_shot_down_is_not_denied():
    assert said("Ukraine |said| it shot down nine drones")[0] == "asserts"
