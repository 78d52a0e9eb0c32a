from hypothesis import given
from hypothesis import strategies as st

from rashomon.store.changes import change

OLD = "Flood at Orle\n\nSeven families lost their roof.\n\nThe ministry denied it."
NEW = "Flood at Orle\n\nNine families lost their roof.\n\nThe ministry denied it.\n\nVeld resigned."


def words(spans, text):
    return [span.of(text) for span in spans]


def test_what_changed_is_named_word_by_word():
    found = change("sha256:0", OLD, NEW)
    assert found.previous == "sha256:0"
    assert words(found.removed, OLD) == ["Seven"]
    assert words(found.added, NEW) == ["Nine", "Veld resigned."]


def test_what_is_the_same_did_not_change():
    found = change("sha256:0", OLD, OLD)
    assert (found.added, found.removed) == ((), ())


def test_a_paragraph_that_is_gone_is_named_as_a_whole():
    found = change("sha256:0", NEW, OLD)
    assert words(found.removed, NEW) == ["Nine", "Veld resigned."]


def test_texts_of_many_different_paragraphs_are_compared_as_wholes():
    old = "\n".join(f"old {number}" for number in range(9000))
    new = "same\n" + "\n".join(f"{number} new" for number in range(9000))
    found = change("sha256:0", "same\n" + old, new)
    assert words(found.added, new) == [new.removeprefix("same\n")]
    assert words(found.removed, "same\n" + old) == [old]


def test_words_that_are_repeated_a_thousand_times_are_compared_too():
    old, new = "a " * 4000, "b a " * 2000
    found = change("sha256:0", old, new)
    assert kept(old, found.removed) == kept(new, found.added) != []


@given(st.text("ab \n"), st.text("ab \n"))
def test_the_rest_of_both_texts_is_the_same(old, new):
    found = change("sha256:0", old, new)
    assert kept(old, found.removed) == kept(new, found.added)


def kept(text, spans):
    """Return the words of a text outside some spans."""
    for span in reversed(spans):
        text = f"{text[: span.start]} {text[span.end :]}"
    return text.split()


@given(st.text(st.characters(codec=None)), st.text(st.characters(codec=None)))
def test_any_two_texts_can_be_compared(old, new):
    found = change("sha256:0", old, new)
    assert all(0 <= start < end <= len(new) for start, end in found.added)
    assert all(0 <= start < end <= len(old) for start, end in found.removed)
