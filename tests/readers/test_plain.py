import codecs

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rashomon.model.document import identity
from rashomon.model.failure import Failure
from rashomon.readers import Metadata


def code(found):
    assert isinstance(found, Failure)
    return found.error.code


@given(text=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_the_text_is_kept_code_point_for_code_point(read_one, text):
    raw = text.encode()
    found = read_one("a.txt", raw)
    if not text.strip():
        assert code(found) == "input.empty"
    elif not raw.startswith((codecs.BOM_UTF8, b"%PDF-", b"PAR1")):
        assert found.text == text
        assert found.id == identity(raw)


def test_line_ends_and_trailing_space_are_kept(read_one):
    assert read_one("a.txt", b"one\r\ntwo \n\n").text == "one\r\ntwo \n\n"


@pytest.mark.parametrize("name", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_names_the_encoding_and_is_no_text(read_one, name):
    assert read_one("a.txt", "Žižka said “no”".encode(name)).text == "Žižka said “no”"


def test_bytes_that_are_no_utf8_are_refused_by_name_and_not_guessed(read_one):
    found = read_one("a.txt", "first line\nthe café said".encode("latin-1"))
    assert code(found) == "input.undecodable"
    assert "byte 18 (0xE9, line 2) is not utf-8" in found.error.message
    assert "--encoding" in found.error.message


def test_the_encoding_can_be_named(read_one):
    raw = "the café said".encode("cp1252")
    assert read_one("a.txt", raw, encoding="cp1252").text == "the café said"


@pytest.mark.parametrize("raw", [b"", b" \n\t\n"])
def test_an_empty_file_is_an_error(read_one, raw):
    assert code(read_one("a.txt", raw)) == "input.empty"


@pytest.mark.parametrize(
    ("raw", "named"),
    [
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04....", "ZIP"),
        (b"\x89PNG\r\n\x1a\n...", "image"),
        (b"\x1f\x8b\x08....", "gzip"),
        (b"some text\0more", "byte 9 is NUL"),
    ],
)
def test_binary_files_are_refused_by_name(read_one, raw, named):
    found = read_one("a.txt", raw)
    assert code(found) == "input.binary"
    assert named in found.error.message


def test_a_file_over_the_limit_is_refused_and_one_at_it_is_read(read_one):
    assert read_one("a.txt", b"x" * 100, max_bytes=100).text == "x" * 100
    found = read_one("a.txt", b"x" * 101, max_bytes=100)
    assert code(found) == "input.too_large"
    assert "--max-bytes" in found.error.message


def test_what_the_user_says_of_a_plain_file_is_kept(read_one):
    given = Metadata(
        publisher="Tide", title="A title", url="https://t.example", published="2023-05-10"
    )
    found = read_one("a.txt", b"Text.", given=given)
    assert (found.publisher, found.title, found.url) == ("Tide", "A title", "https://t.example")
    assert found.published == "2023-05-10"


def test_a_file_of_unknown_ending_is_read_as_text(read_one):
    assert read_one("report", b"The mayor spoke.").text == "The mayor spoke."


@pytest.mark.parametrize("name", ["UTF-8", "utf8", "utf-8-sig"])
def test_a_byte_order_mark_is_no_text_whatever_the_encoding_is_called(read_one, name):
    assert read_one("a.txt", b"\xef\xbb\xbfhello", encoding=name).text == "hello"


@pytest.mark.parametrize("raw", [b"\xef\xbb\xbf", "\u00a0\u3000\n".encode()])
def test_a_text_without_a_word_is_empty(read_one, raw):
    assert code(read_one("a.txt", raw)) == "input.empty"


def test_utf_16_without_a_mark_is_read_where_it_is_named(read_one):
    raw = "The dam held.".encode("utf-16-le")
    assert code(read_one("a.txt", raw)) == "input.binary"
    assert read_one("a.txt", raw, encoding="utf-16-le").text == "The dam held."
