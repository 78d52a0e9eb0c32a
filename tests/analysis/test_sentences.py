import numpy as np
import pytest

from rashomon.analysis.sentences import find_sentences
from rashomon.analysis.words import find_words

FIRST = "Two soldiers were hurt near Orle."
SECOND = "“We saw it,” Marn said."


@pytest.fixture
def sentences(tokenizer):
    def sentences(text, *beginning):
        """Return the sentences of a text in which the head sees some words begin one."""
        words = find_words(text, tokenizer)
        begins = [text.startswith(beginning, at) for at in words.start] if beginning else []
        log_probability = np.where(begins or np.zeros(len(words), bool), -0.1, -3.0)
        return [span.of(text) for span in find_sentences(text, log_probability, words)]

    return sentences


def test_a_sentence_begins_where_the_head_says_so_behind_a_full_stop(sentences):
    assert sentences(f"{FIRST} {SECOND}", "“We", "Marn") == [FIRST, SECOND]


def test_a_clause_is_no_sentence_in_a_text_with_full_stops(sentences):
    assert sentences(FIRST, "were", "near", ".") == [FIRST]


def test_a_sentence_may_begin_behind_a_closed_quotation(sentences):
    text = "He said: “We saw it.” Nobody believed him."
    assert sentences(text, "Nobody") == ["He said: “We saw it.”", "Nobody believed him."]


def test_without_full_stops_the_head_alone_says_where_sentences_begin(sentences):
    text = "two soldiers were hurt near orle nobody saw it"
    assert sentences(text, "nobody") == ["two soldiers were hurt near orle", "nobody saw it"]


def test_a_new_line_may_begin_one_and_a_paragraph_always_does(sentences):
    text = "Raid on Orle\nTwo soldiers were hurt.\n\nnobody saw it."
    found = ["Raid on Orle", "Two soldiers were hurt.", "nobody saw it."]
    assert sentences(text, "Two") == found
    assert sentences(text) == ["Raid on Orle\nTwo soldiers were hurt.", "nobody saw it."]


def test_a_text_without_words_has_no_sentences(sentences):
    assert sentences(" \n ") == []
