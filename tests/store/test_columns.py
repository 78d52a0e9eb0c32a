from hypothesis import example, given
from hypothesis import strategies as st

from rashomon.store.columns import from_column, to_column


@given(st.text(st.characters(codec=None)))
@example("\x1a0;")
@example("\0\ud800")
def test_any_text_can_be_a_column_and_comes_back(text):
    column = to_column(text)
    assert "\0" not in column
    assert column.encode("utf-8").decode("utf-8") == column
    assert from_column(column) == text


def test_ordinary_texts_are_stored_as_they_are():
    assert to_column("Überfall in Orle – “nobody came”\n") == "Überfall in Orle – “nobody came”\n"
    assert to_column(None) is from_column(None) is None
