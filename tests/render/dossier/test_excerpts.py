from hypothesis import given
from hypothesis import strategies as st

from rashomon.model.spans import Span
from rashomon.render.dossier.excerpts import excerpt, window_of
from tests.render.html.test_text import shown

TEXT = "It rained. The mill fell at noon. Nobody was hurt, Halk said.\nThe mayor came."


def around(words, room=200):
    start = TEXT.index(words)
    return window_of(TEXT, Span(start, start + len(words)), room).of(TEXT)


def test_words_stand_in_their_paragraph():
    assert around("Nobody was hurt") == TEXT.partition("\n")[0]


def test_where_room_is_short_whole_sentences_are_kept():
    assert around("The mill fell", 12) == "It rained. The mill fell at noon."


def test_what_has_no_sentences_is_cut_at_a_space():
    text = "one two three four five six seven"
    start = text.index("four")
    assert window_of(text, Span(start, start + 4), 8).of(text) == "three four five"


def test_what_is_left_out_is_shown():
    start = TEXT.index("Nobody")
    words, _ = shown(excerpt(TEXT, Span(start, start + 6), around=15))
    assert words.startswith("… ")
    assert words.endswith(" …")


@given(st.text(max_size=80), st.integers(0, 80), st.integers(0, 80), st.integers(0, 40))
def test_a_window_holds_the_words(text, one, other, room):
    span = Span(min(one, other, len(text)), min(max(one, other), len(text)))
    window = window_of(text, span, room)
    assert window.holds(span)
    assert span.start - window.start <= room
    assert window.end - span.end <= room
