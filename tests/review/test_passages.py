"""The same passage in another text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.model.spans import Span
from rashomon.review.passages import LEAST_WORDS, Worded, find_passage

LEAD = (
    "At least 12 people were killed on Tuesday when a jet bombed the grain mill in Osterby, "
    "said the mayor of the town."
)
REST = 'Mr. Quill said: "It is bad." The mill is closed.'
HERE = f"Mill is bombed\n\nOSTERBY (Meridian Wire) — {LEAD} {REST}\n"


def spans(text, *words):
    return tuple(Span(text.index(one), text.index(one) + len(one)) for one in words)


def there(text, *words):
    """Return what stands in another text where words stand in the first one."""
    found = find_passage(Worded(HERE), spans(HERE, *words), Worded(text))
    return found and [found.moved(one).of(text) for one in spans(HERE, *words)]


@pytest.mark.parametrize(
    "text",
    [
        HERE,
        f"Another headline\n{LEAD}",
        f"OSTERBY, Marn — {LEAD} More of our own.",
        "It is written here. " + LEAD.replace(" jet ", "  jet\n"),
        f"MARN, May 10 (MW) --  {LEAD}",
    ],
)
def test_a_sentence_that_stands_in_another_text_is_found_there(text):
    assert there(text, "12", "Tuesday") == ["12", "Tuesday"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        f"12 people died on Tuesday. {REST}",
        LEAD.replace("At least 12", "12"),
        LEAD.replace("At least 12", "Some 12"),
        LEAD.replace("of the town.", "of the town, who is 12."),
        LEAD.replace("jet", "plane"),
        LEAD.replace("the mayor", "The mayor"),
        f"More than that: {LEAD.replace('At', 'at')}",
    ],
)
def test_words_around_which_anything_is_changed_are_not_the_same(text):
    assert there(text, "12") is None


def test_a_short_sentence_alone_is_no_passage_and_one_with_what_is_around_is():
    assert there("Elsewhere too. The mill is closed.", "mill is closed") is None
    assert there(f"{LEAD} {REST}", "mill is closed") == ["mill is closed"]


def test_quotation_marks_and_blanks_make_no_difference():
    text = f"{LEAD}\u00a0Mr. Quill  said: \u201cIt is bad.\u201d\nThe mill is closed."
    assert there(text, '"It is bad."') == ["\u201cIt is bad.\u201d"]


def test_of_several_places_the_one_counts_around_which_most_is_the_same():
    text = f"{LEAD} Not this one.\n\n{LEAD} {REST}"
    found = find_passage(Worded(HERE), spans(HERE, "Tuesday"), Worded(text))
    assert found.moved(*spans(HERE, "Tuesday")).start == text.rindex("Tuesday")
    assert there(f"{LEAD}\n\n{LEAD}", "Tuesday") is None


def test_words_that_begin_in_a_dateline_are_found_without_it():
    words = HERE[HERE.index("OSTERBY") : HERE.index(", said")]
    told = words.partition("— ")[2]
    assert there(f"MARN, Halk - {LEAD}", words) == [told]
    assert there(f"Our headline\n{LEAD}", words) == [told]
    assert there(f"{HERE} More.", words) == [words]


def test_words_of_several_sentences_need_all_between_them():
    words = ("killed", "mill is closed")
    assert there(f"{LEAD} {REST}", *words) == list(words)
    assert there(f"{LEAD} The mill is closed.", *words) is None


ODD = st.text(st.sampled_from('aB .\n—-("\u201c12\0\u202e\ud800'), max_size=60)


@given(ODD, ODD, ODD, st.data())
def test_what_stands_around_changes_nothing_of_what_is_found(text, before, after, data):
    here = f"{text.strip()}\n\n{LEAD}"
    start = data.draw(st.integers(0, len(here) - 1))
    end = data.draw(st.integers(start + 1, len(here)))
    other = f"{before}\n\n{here}\n\n{after}"
    found = find_passage(Worded(here), (Span(start, end),), Worded(other))
    if found is not None:
        moved = found.moved(Span(start, end)).of(other)
        told = Worded(here).told(Span(start, end)).of(here)
        assert moved.split() in (here[start:end].split(), told.split())


@given(ODD, ODD, st.lists(st.tuples(st.integers(-3, 70), st.integers(-3, 70)), max_size=3))
def test_any_words_of_any_texts_are_looked_for_and_short_ones_not_found(here, there, words):
    found = find_passage(Worded(here), tuple(Span(*one) for one in words), Worded(there))
    assert found is None or min(len(Worded(one).words) for one in (here, there)) >= LEAST_WORDS
