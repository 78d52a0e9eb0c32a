import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.readers.markup import to_text


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>One<p>Two", "One\n\nTwo"),
        ("One<br>two <b>bold</b>ly\n on", "One\ntwo boldly on"),
        ("<ul><li>a</li><li>b</li></ul>end", "a\n\nb\n\nend"),
        ("x<script>y</script><style>z</style>&amp;<!-- no --> w", "x& w"),
        ("a < b", "a < b"),
        ("&lt;p&gt; stays", "<p> stays"),
        ("caf\u00e9 \U0001f600 \ud800", "caf\u00e9 \U0001f600 \ufffd"),
        ("no\xa0break", "no break"),
        ("", ""),
        ("<img src='https://x.example/a.png' alt='picture'>", ""),
    ],
)
def test_the_words_are_kept_and_the_marks_are_not(markup, text):
    assert to_text(markup) == text


@given(markup=st.text())
def test_any_markup_gives_a_text(markup):
    to_text(markup).encode()
    to_text(f"<p>{markup}</p>").encode()


def test_deep_markup_does_no_harm():
    assert to_text("<div>" * 50_000 + "x").strip() in ("", "x")
