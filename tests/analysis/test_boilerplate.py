import pytest

from rashomon.analysis.boilerplate import find_boilerplate
from rashomon.model.spans import Span
from rashomon.pipeline.resources import load_tables

TABLES = load_tables()


def boilerplate(*sentences):
    text, spans = "", []
    for sentence in sentences:
        spans.append(Span(len(text), len(text) + len(sentence)))
        text += sentence + " "
    return [
        span.of(text) for span in find_boilerplate(text, spans, TABLES.finite, TABLES.boilerplate)
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Subscribe to our newsletter and never miss a story.",
        "Read more: Ten years of the bridge",
        "Follow us on any network you like!",
        "READ ALSO | The ferry that never came",
        "Sign up for the morning briefing.",
        "© 2023 The Brinn Herald.",
        "All rights reserved",
        "share this post",
        "Advertisement",
        "(Reporting by Marta Sele; editing by Jon Abt)",
        "Follow @BrinnHerald",
        "©2017 Brinn Herald",
        "Editors’ picks",
        "Privacy policy",
        "More from the Herald",
        "support  our\nwork by becoming a member",
        "This article was originally published by The Herald.",
    ],
)
def test_calls_to_read_on_share_or_pay_are_boilerplate(sentence):
    assert boilerplate(sentence) == [sentence]


@pytest.mark.parametrize(
    "sentence",
    [
        "The mayor asked people to subscribe to the relief fund.",
        "“Follow us on the boats,” the officer shouted.",
        "The campaign bought an advertisement in the paper.",
        "Related officials were questioned.",
        "They share this view of the collapse with the engineers.",
        "Donated blankets were handed out.",
        "Copyright law does not apply to facts.",
        "The company's privacy policy allows it to sell data.",
        "Reporting by the agency showed that the bridge was mined.",
        "More from the coast were missing on Tuesday.",
    ],
)
def test_reports_that_use_such_words_are_not(sentence):
    assert boilerplate(sentence) == []


def test_neighbouring_sentences_are_one_stretch():
    assert boilerplate(
        "It fell.", "Read more here.", "Follow us!", "It was old.", "Share this"
    ) == [
        "Read more here. Follow us!",
        "Share this",
    ]


def test_a_long_sentence_is_a_report_whatever_it_begins_with():
    assert boilerplate("Read more " + "words of a report " * 20) == []
