import pytest

from rashomon.analysis.windows import plan, sections
from rashomon.analysis.words import find_words

SENTENCE = "The mayor of the town said on Monday that nobody would cross the bridge. "


def windows(text, tokenizer, size=60, context=0):
    words = find_words(text, tokenizer)
    return words, plan(text, words, 0, len(words), size=size, context=context)


@pytest.mark.parametrize("context", [0, 8])
@pytest.mark.parametrize("text", [SENTENCE * 40, "x " * 500, ("word" * 80 + " ") * 9, "one", ""])
def test_windows_answer_for_every_word_once_and_fit(tokenizer, text, context):
    words, planned = windows(text, tokenizer, context=context)
    answered = [word for window in planned for word in range(window.first, window.last)]
    assert answered == list(range(len(words)))
    for window in planned:
        assert window.start <= window.first < window.last <= window.end
        size = words.first[window.last] - words.first[window.first]
        assert size <= 60 or window.last - window.first == 1


def test_windows_are_cut_between_paragraphs_where_one_ends_late_enough(tokenizer):
    paragraph = SENTENCE * 3 + "\n\n"
    words, planned = windows(paragraph * 6, tokenizer)
    text = paragraph * 6
    assert all(text[words.start[window.first] - 2 :][:2] == "\n\n" for window in planned[1:])


def test_without_paragraphs_windows_are_cut_after_sentences(tokenizer):
    words, planned = windows(SENTENCE * 40, tokenizer)
    text = SENTENCE * 40
    assert all(text[words.end[window.last - 1] - 1] == "." for window in planned)


def test_sections_cover_a_long_text(tokenizer):
    text = SENTENCE * 2000
    words = find_words(text, tokenizer)
    parts = sections(text, words)
    assert len(parts) > 1
    assert [a for a, _ in parts[1:]] == [b for _, b in parts[:-1]]
    assert (parts[0][0], parts[-1][1]) == (0, len(words))
