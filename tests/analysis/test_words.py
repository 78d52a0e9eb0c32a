import numpy as np
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rashomon.analysis import words as w
from rashomon.analysis.words import find_words

TEXT = 'NATO said “No” to Kyiv,\nMr. McRae’s aides told\n\nreporters "so".'


def by_word(text, tokenizer, numbers):
    found = find_words(text, tokenizer)
    return {
        text[a:b]: number
        for a, b, number in zip(found.start, found.end, numbers(found), strict=True)
    }


def test_words_are_runs_of_letters_or_single_marks(tokenizer):
    found = find_words(TEXT, tokenizer)
    assert [TEXT[a:b] for a, b in zip(found.start, found.end, strict=True)] == [
        *("NATO", "said", "“", "No", "”", "to", "Kyiv", ",", "Mr", ".", "McRae", "’", "s"),
        *("aides", "told", "reporters", '"', "so", '"', "."),
    ]


def test_gaps_tell_lines_and_paragraphs(tokenizer):
    gaps = by_word(TEXT, tokenizer, lambda found: found.gap)
    assert gaps["NATO"] == w.PARAGRAPH
    assert gaps["said"] == w.SPACE
    assert gaps["No"] == w.NO_GAP
    assert gaps["Mr"] == w.LINE
    assert gaps["reporters"] == w.PARAGRAPH


def test_looks_tell_case_and_quotation(tokenizer):
    cases = by_word(TEXT, tokenizer, lambda found: found.look // (w.GAPS * w.QUOTATIONS))
    expected = {
        "NATO": w.UPPER,
        "said": w.LOWER,
        "Kyiv": w.TITLE,
        "McRae": w.MIXED,
        ",": w.NO_LETTERS,
    }
    assert {word: cases[word] for word in expected} == expected
    inside = by_word(TEXT, tokenizer, lambda found: found.look % w.QUOTATIONS)
    assert [word for word, is_inside in inside.items() if is_inside] == ["“", "No", "”", '"', "so"]


def test_a_quotation_that_nothing_closes_ends_with_its_paragraph(tokenizer):
    text = "He said “we will\n\nThey left."
    inside = by_word(text, tokenizer, lambda found: found.look % w.QUOTATIONS)
    assert [word for word, is_inside in inside.items() if is_inside] == ["“", "we", "will"]


@given(text=st.text(max_size=200))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_any_text_gives_words_in_order_that_hold_no_white_space(tokenizer, text):
    found = find_words(text, tokenizer)
    assert (found.start < found.end).all()
    assert (found.end[:-1] <= found.start[1:]).all()
    assert all(text[a:b] == text[a:b].strip() for a, b in zip(found.start, found.end, strict=True))
    assert len(found.first) == len(found) + 1
    assert found.first[-1] == len(found.piece)


def test_a_long_text_is_cut_into_the_same_words_as_its_parts(tokenizer):
    part = "The mayor said that the bridge was shut. "
    once, many = find_words(part, tokenizer), find_words(part * 3000, tokenizer)
    assert len(many) == 3000 * len(once)
    assert np.array_equal(many.piece, np.tile(once.piece, 3000))
    assert many.end[-1] == len(part) * 3000 - 1
