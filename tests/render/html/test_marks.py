from hypothesis import given
from hypothesis import strategies as st

from rashomon.model.spans import Span
from rashomon.render.html.marks import Mark, marked
from tests.render.html.test_text import shown

TEXT = "Halk denied that the bridge fell."


def test_words_are_marked_where_they_stand():
    found = marked(TEXT, [Mark(Span(0, 4), "source", id="m1", title="who speaks")])
    assert found.startswith('<mark class="source" id="m1" title="who speaks">Halk</mark> denied')


def test_marks_that_overlap_are_cut_and_both_kept():
    found = marked("abcd", [Mark(Span(0, 3), "one", id="x"), Mark(Span(1, 4), "two")])
    assert found == (
        '<mark class="one" id="x">a</mark><mark class="one two">bc</mark><mark class="two">d</mark>'
    )


def test_a_mark_that_leads_somewhere_is_a_link():
    assert marked("ab", [Mark(Span(0, 1), "one", href="#q1")]) == (
        '<a class="one" href="#q1">a</a>b'
    )


def test_a_stretch_of_the_text_has_its_part_of_the_marks():
    assert marked(TEXT, [Mark(Span(0, 11), "one")], Span(5, 15)) == (
        '<mark class="one">denied</mark> tha'
    )


@given(
    st.text(st.characters(exclude_categories=()), max_size=40),
    st.lists(st.tuples(st.integers(0, 45), st.integers(0, 45), st.sampled_from("abc")), max_size=8),
)
def test_no_mark_changes_the_words(text, drawn):
    marks = [Mark(Span(min(a, b), max(a, b)), kind, id=kind) for a, b, kind in drawn]
    found = marked(text, marks)
    assert len(shown(found)[0]) == len(text)
    assert all(found.count(f'id="{kind}"') <= 1 for kind in "abc")
