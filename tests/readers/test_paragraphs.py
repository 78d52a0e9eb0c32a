import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.readers.paragraphs import flowing

WIDE = "X" + "x" * 59


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["The inter-", "national crew"], "The international crew"),
        (["The inter\u00ad", "national crew"], "The international crew"),
        (["a well-known and well-", "known man"], "a well-known and well-known man"),
        (["a re-elected, reelected, re-", "elected man"], "a re-elected, reelected, reelected man"),
        (["near Stratford-", "Upon"], "near Stratford-Upon"),
        (["from 1914-", "18 they"], "from 1914- 18 they"),
        (["so\u00adft hy\u00adphens"], "soft hyphens"),
        (["the \ufb01rst o\ufb03ce"], "the first office"),
        (["one", "", "", "two"], "one\n\ntwo"),
        ([WIDE, "It ended.", WIDE], f"{WIDE} It ended.\n\n{WIDE}"),
        (["A Headline", WIDE], f"A Headline\n\n{WIDE}"),
        ([WIDE, "• one thing", "• another"], f"{WIDE}\n\n• one thing\n\n• another"),
        (["  spaced   out  ", "\tlines"], "spaced out lines"),
        (["nul \0 and \ud800"], "nul and \ufffd"),
        ([], ""),
    ],
)
def test_lines_become_paragraphs(lines, text):
    assert flowing(["\n".join(lines)]) == text


def test_a_page_number_of_the_only_page_may_be_its_text():
    assert flowing(["17"]) == "17"
    assert flowing(["One.\n1", "Two.\n2"]) == "One.\n\nTwo."


@given(pages=st.lists(st.text(), max_size=5))
def test_any_pages_become_a_text(pages):
    text = flowing(pages)
    text.encode()
    assert "\u00ad" not in text
    assert all(paragraph.strip() for paragraph in text.split("\n\n")) or not text


def test_long_lines_and_many_are_read():
    word = "x" * 1_000_000
    assert flowing([f"{word}-\n{word}"]) == word + word
    many = "\n".join(["ferry"] * 100_000)
    assert flowing([many]) == " ".join(["ferry"] * 100_000)
