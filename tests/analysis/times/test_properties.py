"""What holds for the times of any text."""

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.analysis.mentions import Mention
from rashomon.model.spans import Span
from tests.analysis.times.reading import MONDAY, RAW, read

_DAY = r"-?\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])"
_MONTH = r"-?\d{4}-(?:0[1-9]|1[0-2]|2[1-4])"
_YEAR = r"-?\d{4}"
_END = rf"(?:{_DAY}|{_MONTH}|{_YEAR})[~?%]?"
EDTF = re.compile(rf"{_END}|\d{{3}}X|\d{{2}}XX|{_END}/(?:{_END}|\.\.)|\.\./{_END}")
"""What the Extended Date/Time Format (2019) has at levels 0 and 1, as far as it is used here."""

VOCABULARY = sorted(
    {word for group in RAW["words"].values() for word in group}
    | {word for group in RAW["numbers"].values() for word in group}
    | {
        word
        for rule in RAW["rules"]
        for form in rule["forms"]
        for part in form.split()
        for word in part.removesuffix("?").partition(":")[0].split("|")
        if not word.isupper()
    }
    | {"0", "5", "31", "32", "99", "1999", "2017", "10000", "5:30", "25:99", "1/2", "5/6/2017"}
    | {"2017-06-31", "1,000", "’", "½"}
    | {"Calder", "fell", "will", "\n", "\n\n"}
)
PUBLISHED = st.sampled_from([None, MONDAY, "0001-01-01", "9999-12-31", "2016-02-29", "x"])


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(VOCABULARY), max_size=40).map(" ".join), PUBLISHED)
def test_whatever_the_words_the_times_are_sound(text, published):
    check(text, read(text, published))


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200), PUBLISHED)
def test_whatever_the_characters_the_times_are_sound(text, published):
    check(text, read(text, published))


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_whatever_is_marked_the_times_are_sound(data):
    text = data.draw(st.lists(st.sampled_from(VOCABULARY), min_size=1, max_size=30).map(" ".join))
    edges = st.integers(0, len(text))
    cuts = sorted(data.draw(st.sets(edges, max_size=8)))
    labels = st.sampled_from(["date", "time", "duration", "set"])
    marked = [
        Mention(data.draw(labels), Span(start, end), data.draw(st.floats(0, 1)))
        for start, end in zip(cuts[::2], cuts[1::2], strict=False)
    ]
    check(text, read(text, marked=marked))


def check(text, found):
    assert [one.id for one in found] == [f"t{number}" for number in range(1, len(found) + 1)]
    end = 0
    for one in found:
        assert end <= one.span.start < one.span.end <= len(text)
        end = one.span.end
        assert one.type in {"date", "time", "duration", "set"}
        assert (one.edtf is None) == (one.earliest is None) == (one.anchored_by is None)
        if one.edtf:
            assert EDTF.fullmatch(one.edtf), one.edtf
            assert one.timex_value
            first, last = date.fromisoformat(one.earliest), one.latest
            assert last is None or first <= date.fromisoformat(last)
        if one.type in {"duration", "set"}:
            assert (one.edtf, one.of) == (None, None)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n ",
        "\x00",
        "May \x00 5 \x00 2017",
        "🗓️ 5 يونيو 2017 📅",
        "\N{ARABIC-INDIC DIGIT FIVE} يونيو",
        "\u202e7102 enuJ 5\u202c",
        "5 Jüne 2017 — İSTANBUL, 5 Mai",
        "9" * 5000 + " years ago",
        "two hundred " * 400 + "years ago",
        "million " * 400 + "years ago",
        "1" * 40 + "-06-05",
    ],
)
def test_odd_texts(text):
    check(text, read(text))


@pytest.mark.parametrize(
    "part",
    ["May ", "early ", "two to ", "between 5 and ", "day before ", "5/6/2017-", "'80s", "last "],
)
def test_one_word_over_and_over(part):
    text = part * (30_000 // len(part))
    check(text, read(text))
