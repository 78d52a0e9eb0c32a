"""What the encoder marks, and what the rules find, made into one."""

from rashomon.analysis.mentions import Mention
from rashomon.model.spans import Span
from tests.analysis.times.reading import read

TEXT = "The mill was once sold in a handshake deal. It fell on Friday, a boy of 6 years old said."


def mark(part, label="date", confidence=0.9):
    start = TEXT.index(part)
    return Mention(label, Span(start, start + len(part)), confidence)


def found(*marks):
    return [(one.span.of(TEXT), one.type, one.timex_value) for one in read(TEXT, marked=marks)]


FRIDAY = ("Friday", "date", "2017-06-16")


def test_what_the_words_show_for_sure_needs_no_mark():
    assert found() == [FRIDAY]


def test_what_they_show_likely_is_a_time_unless_others_are_marked_and_it_is_not():
    text = "After recent rain it fell on Friday."
    friday = Mention("date", Span(text.index("Friday"), text.index("Friday") + 6), 0.9)
    assert [one.span.of(text) for one in read(text)] == ["recent", "Friday"]
    assert [one.span.of(text) for one in read(text, marked=[friday])] == ["Friday"]


def test_a_mark_makes_a_time_of_words_that_do_not_show_it():
    assert found(mark("once")) == [("once", "date", "PAST_REF"), FRIDAY]


def test_of_a_mark_the_part_that_the_rules_understand_is_taken():
    assert found(mark("fell on Friday")) == [FRIDAY]


def test_a_mark_that_no_rule_understands_is_a_time_without_a_value():
    assert found(mark("handshake", "duration")) == [("handshake", "duration", None), FRIDAY]


def test_a_mark_that_is_not_sure_makes_no_time_of_them():
    assert found(mark("handshake", "duration", confidence=0.2)) == [FRIDAY]


def test_an_age_is_no_time_though_it_is_marked():
    assert found(mark("6 years", "duration")) == [FRIDAY]
