import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.linking.origins import sketch, trace
from rashomon.linking.origins.coding import join, pack, split, unpack
from rashomon.linking.origins.sketches import read_sketch
from tests.linking.origins.conftest import LEAVES, OTHER, TABLES, reading

REPORT = " ".join(LEAVES)


def sketched(one):
    return read_sketch(one.document.id, sketch(one, TABLES))


def test_equal_readings_give_equal_bytes():
    assert sketch(reading(REPORT, "A"), TABLES) == sketch(reading(REPORT, "A"), TABLES)


def test_a_sketch_knows_where_every_word_stands():
    one = sketched(reading(REPORT))
    words = [one.span(number, number + 1).of(REPORT) for number in range(len(one.words))]
    assert words == REPORT.replace(".", "").split()


def test_a_sketch_of_600_words_takes_about_two_kilobytes():
    words = " ".join((REPORT, *OTHER)).split()
    text = " ".join(
        word if number % 7 else f"{word}{number}" for number, word in enumerate(words * 3)
    )
    text = " ".join(text.split()[:600])
    assert len(sketch(reading(text, "The Brinn Herald", "2021-03-05"), TABLES)) < 2300


@pytest.mark.parametrize("change", [str.upper, str.lower, lambda text: text.replace(",", " ,")])
def test_case_and_marks_between_words_make_no_difference(change):
    assert sketched(reading(REPORT)).digest == sketched(reading(change(REPORT))).digest


def test_apostrophes_make_no_difference():
    texts = ("the dam's gates", "the dam’s gates", "the dams gates")
    assert len({sketched(reading(text)).digest for text in texts}) == 1


def test_what_belongs_to_the_page_is_not_compared():
    page = "Sign up for our newsletter and we send a verification email to your inbox."
    marked = "Follow the Herald wherever you are today."
    one = reading(f"{REPORT} {marked} {page}", boilerplate=[marked])
    assert sketched(one).digest == sketched(reading(REPORT)).digest


def test_quotations_are_kept_with_their_speakers():
    words = "Nobody picked up the telephone that night"
    one = reading(f"“{words},” said Mira Tolan. {REPORT}", said=[("Mira Tolan", "said", words)])
    [quote] = sketched(one).quotes
    assert (quote.first, quote.last, quote.speaker) == (0, 7, "Mira Tolan")


def test_the_sketch_of_another_version_is_refused():
    data = sketch(reading(REPORT), TABLES)
    other = data.replace(b"rashomon.origins/", b"rashomon.origins+", 1)
    for wrong in (other, b"", b"\x03abc"):
        with pytest.raises(ValueError, match="another version"):
            trace([("sha256:0", wrong)], (), TABLES)


@given(st.text(), st.sampled_from(("", "Reuters", "A")))
@settings(max_examples=200, deadline=None)
def test_any_text_has_a_sketch_whose_words_resolve(text, publisher):
    one = sketched(reading(text, publisher))
    for number in range(len(one.words)):
        span = one.span(number, number + 1)
        assert 0 <= span.start < span.end <= len(text)
        assert not span.of(text)[0].isspace()


@pytest.mark.parametrize(
    "text",
    [
        "a" * 1_000_000,
        "( AP " * 100_000,
        '"' * 200_000,
        "\n" * 500_000 + "x",
        "told " * 100_000 + "AFP",
        "1234567890" * 50_000,
        "\x00\ud800 الخبر 新闻 😀 " * 2_000,
    ],
)
def test_hostile_texts_have_sketches(text):
    assert sketched(reading(text)).id


numbers = st.lists(st.integers(0, 2**40))


@given(numbers)
def test_numbers_survive_packing(some):
    assert unpack(pack(some)).tolist() == some


@given(st.lists(st.binary(max_size=300)))
def test_parts_survive_joining(parts):
    assert list(split(join(parts))) == parts
