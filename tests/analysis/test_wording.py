import numpy as np

from rashomon.analysis.wording import find_loaded, is_hedged
from rashomon.analysis.words import find_words
from rashomon.model.spans import Span

TEXT = "The barbaric, shameful raid may have failed. “A brutal raid,” it is said."


def marked(tokenizer, *chosen):
    words = find_words(TEXT, tokenizer)
    is_chosen = [TEXT[a:b] in chosen for a, b in zip(words.start, words.end, strict=True)]
    return words, np.array(is_chosen, np.float32)


def test_loaded_words_are_spans_and_neighbours_are_one(tokenizer):
    words, loaded = marked(tokenizer, "barbaric", ",", "shameful", "brutal")
    found = find_loaded(Span(0, len(TEXT)), loaded, words)
    assert [span.of(TEXT) for span in found] == ["barbaric, shameful"]


def test_words_outside_the_statement_do_not_count(tokenizer):
    words, loaded = marked(tokenizer, "barbaric", "failed")
    found = find_loaded(Span(TEXT.index("raid"), TEXT.index("“")), loaded, words)
    assert [span.of(TEXT) for span in found] == ["failed"]


def test_one_hedging_word_hedges_its_statement_only(tokenizer):
    words, hedges = marked(tokenizer, "may")
    end = TEXT.index("“")
    assert is_hedged(Span(0, end), hedges, words)
    assert not is_hedged(Span(end, len(TEXT)), hedges, words)
