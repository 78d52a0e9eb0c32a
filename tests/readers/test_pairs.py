import io
import json
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.model.failure import Failure
from rashomon.readers.pairs import MOST_BYTES, ClaimPair, read_pairs


def read(raw):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "pairs.jsonl")
        path.write_bytes(raw)
        return [
            one.error.message if isinstance(one, Failure) else (one.a, one.b)
            for one in read_pairs(str(path))
        ]


def test_pairs_are_read_in_order_and_empty_lines_are_none():
    raw = b'\xef\xbb\xbf{"a": "one", "b": "two", "id": 7}\r\n\n  \n{"b": "\xd9\x86", "a": "x"}'
    assert read(raw) == [("one", "two"), ("x", "ن")]


def test_what_is_wrong_with_a_row_is_told_with_its_number(tmp_path):
    path = tmp_path / "pairs.jsonl"
    path.write_text('{"a": "x", "b": "y"}\n\n{"a": "x"}\n')
    pair, failure = read_pairs(str(path))
    assert pair == ClaimPair("x", "y")
    assert str(failure.error).startswith(f"{path}:3: the row has no 'b'; give it ")


@pytest.mark.parametrize(
    ("raw", "fault"),
    [
        (b"[]", "the row is no object"),
        (b'{"a": 1, "b": "y"}', "'a' is no text"),
        (b'{"a": "x", "b": null}', "the row has no 'b'"),
        (b'{"a": "x", "b": " \\n"}', "'b' holds no words"),
        (b'{"a": "x\\udc00", "b": "y"}', "'a' holds half of a surrogate pair, character 1"),
        (b'{"a": "x", "b": "\xe9"}', "byte 17 is not utf-8"),
        (b'{"a"', "not JSON"),
        (b"[" * 200_000, "nested too deeply"),
        (b'{"a": "' + b"x" * MOST_BYTES + b'"}', "larger than the limit of 1,000,000 bytes"),
        (b"", "there is no text in it"),
        (b"\n \n", "there is no text in it"),
        (b"\xff\xfe{\x00", "tables in UTF-16 and UTF-32 are not read"),
    ],
)
def test_a_row_that_holds_no_pair_says_why(raw, fault):
    assert [one[: len(fault)] for one in read(raw)] == [fault]


def test_a_row_over_the_limit_costs_only_itself():
    long = b'{"a": "' + b"x" * (3 * MOST_BYTES) + b'", "b": "y"}\n'
    found = read(long + b'{"a": "x", "b": "y"}\n')
    assert found[0].startswith("larger than the limit")
    assert found[1:] == [("x", "y")]


def test_a_file_that_is_not_there_is_a_failure():
    (failure,) = read_pairs("/nowhere/pairs.jsonl")
    assert failure.error.code == "input.missing"


_ROWS = st.lists(
    st.binary(max_size=60)
    | st.text(max_size=40).map(lambda text: json.dumps({"a": text, "b": "y"}).encode()),
    max_size=6,
)


@settings(max_examples=150, deadline=None)
@given(_ROWS)
def test_any_bytes_give_a_pair_or_a_failure_for_each_row(rows):
    raw = b"\n".join(rows)
    found = read(raw)
    is_wide = raw.startswith((b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff"))
    lines = [line for line in io.BytesIO(raw) if line.strip()]
    assert len(found) == (1 if is_wide else max(1, len(lines)))
