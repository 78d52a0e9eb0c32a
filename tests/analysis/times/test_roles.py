"""Which times are of what is told, and which of the telling."""

import pytest

from rashomon.model.reading import Attribution
from rashomon.model.spans import Span
from tests.analysis.times.reading import read


def attribution(text, source, cue, content):
    def spans(part):
        return (Span(text.index(part), text.index(part) + len(part)),) if part else ()

    return Attribution(
        id="a1",
        source=spans(source),
        cue=spans(cue),
        content=spans(content),
        party=None,
        stance="asserts",
        framing="neutral",
        within=None,
        confidence=1.0,
    )


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "of"),
    [
        (
            "The minister said on Tuesday that the bridge had fallen on Sunday.",
            *("The minister", "said", "that the bridge had fallen on Sunday"),
            ["statement", "event"],
        ),
        (
            "In a statement late on Friday, the ministry said the bridge fell on Sunday.",
            *("the ministry", "said", "the bridge fell on Sunday"),
            ["statement", "event"],
        ),
        (
            "The bridge fell on Sunday, the ministry on Tuesday told reporters.",
            *("the ministry", "told", "The bridge fell on Sunday"),
            ["event", "statement"],
        ),
        (
            "The mayor said Sunday’s strike hit the bridge.",
            *("The mayor", "said", "Sunday’s strike hit the bridge"),
            ["event"],
        ),
        (
            "The man who was freed on Monday said nothing was true.",
            *("The man who was freed on Monday", "said", "nothing was true"),
            ["event"],
        ),
        (
            "It fell on Sunday. The ministry said nobody was hurt.",
            *("The ministry", "said", "nobody was hurt"),
            ["event"],
        ),
        (
            "It fell on Sunday after the storm had passed the valley, Lint said.",
            *("Lint", "said", "the storm had passed the valley"),
            ["event"],
        ),
    ],
)
def test_a_time_at_a_cue_is_that_of_the_saying(text, source, cue, content, of):
    said = attribution(text, source, cue, content)
    assert [one.of for one in read(text, attributions=[said])] == of


def test_where_no_verb_is_told_of_nothing_is_known():
    assert [one.of for one in read("The mill of 1987")] == [None]


def test_the_day_of_a_saying_is_not_what_the_next_day_counts_from():
    text = "The bridge fell on Friday, Lint said on Sunday. The next day it was cleared."
    said = attribution(text, "Lint", "said", "The bridge fell on Friday")
    found = read(text, attributions=[said])
    assert [(one.edtf, one.of) for one in found] == [
        ("2017-06-16", "event"),
        ("2017-06-18", "statement"),
        ("2017-06-17", "event"),
    ]
