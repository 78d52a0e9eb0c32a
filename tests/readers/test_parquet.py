import datetime as dt
import io
import json
import random
import sys
from decimal import Decimal

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from rashomon.model.document import Document, identity
from rashomon.model.failure import Failure
from rashomon.readers import Source, read_source
from rashomon.settings import ReaderSettings


def table(columns, **options):
    """Return the columns as a Parquet file."""
    out = io.BytesIO()
    pq.write_table(pa.table(columns), out, **options)
    return out.getvalue()


def codes(found):
    return [one.error.code if isinstance(one, Failure) else None for one in found]


def test_a_row_is_a_document(read, read_one, tmp_path):
    day = dt.date(2017, 6, 19)
    columns = {
        "Text": ["The ferry stayed.", "It left."],
        "id": [7, 8],
        "publisher": ["Tide", None],
        "title": ["Ferry", None],
        "url": ["https://tide.example/7", None],
        "date": [day, None],
    }
    one, two = read("a.parquet", table(columns))
    assert (one.text, one.external_id, one.publisher) == ("The ferry stayed.", "7", "Tide")
    assert (one.title, one.url, one.published) == (
        *("Ferry", "https://tide.example/7", "2017-06-19"),
    )
    assert one.path == f"{tmp_path}/a.parquet:1"
    assert identity(one.provenance.raw) == one.id
    assert json.loads(two.provenance.raw) == {"id": 8, "text": "It left."}
    row = {name.lower(): values[0] for name, values in columns.items()} | {"date": "2017-06-19"}
    assert read_one("a.jsonl", json.dumps(row)).id == one.id


def test_times_are_days_or_moments_and_other_values_are_json(read_one):
    zoned = pa.array([1_497_859_200_000_000_001], pa.timestamp("ns", "Europe/Berlin"))
    columns = {
        "text": pa.array([b"The ferry."], pa.binary()),
        "date": pa.array([dt.datetime(2017, 6, 19)], pa.timestamp("ns")),
        "seen": zoned,
        "price": [Decimal("1.50")],
        "share": [float("nan")],
        "tags": [["a", None]],
        "more": [{"x": 1}],
        "large": pa.array(["x"], pa.large_string()),
        "__index_level_0__": [5],
    }
    found = read_one("a.parquet", table(columns))
    assert json.loads(found.provenance.raw) == {
        "text": "The ferry.",
        "date": "2017-06-19",
        "seen": "2017-06-19T08:00:00Z",
        "price": "1.50",
        "tags": ["a", None],
        "more": {"x": 1},
        "large": "x",
    }
    assert found.published == "2017-06-19"


def test_a_row_that_holds_no_document_costs_only_itself(read):
    columns = {
        "text": pa.array([b"one", b" ", None, b"caf\xe9", b"x" * 5000, b"six"], pa.binary()),
        "title": ["a", "b", "c", "d", "e", "f"],
    }
    found = read("a.parquet", table(columns), max_bytes=2000)
    assert codes(found) == [
        *(None, "input.empty", "input.broken_row", "input.undecodable", "input.too_large", None)
    ]
    assert [one.path.rpartition(":")[2] for one in found] == [*"123456"]


@pytest.mark.parametrize(
    ("columns", "code"),
    [
        ({"text": [1, 2]}, "input.broken_row"),
        ({"text": ["a"], "title": [5]}, "input.broken_row"),
        ({"body": ["a"]}, "input.broken_row"),
        ({"text": ["a"], "TEXT": ["b"]}, "input.broken_row"),
        ({"text": pa.array([], pa.string())}, "input.empty"),
    ],
)
def test_columns_of_other_names_and_types_are_refused(read, columns, code):
    found = read("a.parquet", table(columns))
    assert set(codes(found)) == {code}


@pytest.mark.parametrize("raw", [b"PAR1", b"PAR1" + b"\0" * 50 + b"PAR1", b"nothing of the kind"])
def test_what_is_no_parquet_is_refused(read_one, raw):
    found = read_one("a.parquet", raw)
    assert found.error.code == "input.broken_archive"
    assert "no Parquet file" in found.error.message


def test_a_damaged_group_of_rows_costs_only_itself(read):
    rows = [f"{i} {random.Random(i).random()}" for i in range(300)]
    raw = bytearray(table({"text": rows}, row_group_size=100, compression="zstd"))
    at = pq.ParquetFile(io.BytesIO(raw)).metadata.row_group(1).column(0).dictionary_page_offset
    raw[at + 20 : at + 500] = b"\xff" * 480
    found = read("a.parquet", bytes(raw))
    assert codes(found) == [None] * 100 + ["input.broken_archive"] + [None] * 100
    assert [found[100].path.rpartition(":")[2], found[101].path.rpartition(":")[2]] == [
        *("101", "201")
    ]


def test_a_value_that_fills_many_rows_is_held_once():
    text = "x" * 2_000_000
    filled = pa.DictionaryArray.from_arrays(pa.array([0] * 20_000, pa.int32()), pa.array([text]))
    raw = table({"text": filled}, compression="zstd")
    found = read_source(Source("a.parquet", kind="parquet", raw=raw), ReaderSettings())
    assert next(found).text == text
    found.close()


def test_a_row_of_very_many_values_is_refused(read):
    values = pa.array([0] * 20_000_000, pa.int8())
    tags = pa.ListArray.from_arrays(pa.array([0, 20_000_000], pa.int32()), values)
    [found] = read("a.parquet", table({"text": ["a"], "tags": tags}))
    assert found.error.code == "input.broken_archive"
    assert "20,000,000 values" in found.error.message


def test_where_the_library_is_missing_the_command_that_installs_it_is_told(read_one, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    found = read_one("a.parquet", b"PAR1")
    assert found.error.code == "missing_extra"
    assert "pip install 'rashomon[parquet]'" in found.error.message


def test_mutated_files_are_read_or_refused_and_kill_nobody():
    columns = {
        "text": [f"The ferry stayed {i} days." for i in range(30)],
        "date": [dt.date(2020, 1, 1)] * 30,
        "tags": [[1, 2]] * 30,
    }
    whole = table(columns, row_group_size=10)
    chance = random.Random(20170619)
    for _ in range(12):
        raw = bytearray(whole)
        for _ in range(chance.randint(1, 5)):
            at = chance.randrange(len(raw))
            raw[at : at + chance.randint(0, 4)] = chance.randbytes(chance.randint(0, 4))
        source = Source("a.parquet", kind="parquet", raw=bytes(raw))
        for found in read_source(source, ReaderSettings()):
            if isinstance(found, Document):
                assert found.text.strip()
            else:
                assert found.error.code.startswith("input.")


def test_a_process_that_dies_is_told(read, monkeypatch):
    monkeypatch.setattr("rashomon.readers.parquet._READER", "tests.readers.dying")
    [found] = read("a.parquet", table({"text": ["a"]}))
    assert found.error.code == "input.broken_archive"
    assert "damaged, or needs too much memory" in found.error.message


def test_nothing_in_the_folder_at_hand_is_run(read_one, tmp_path, monkeypatch):
    (tmp_path / "json.py").write_text("raise SystemExit(1)")
    monkeypatch.chdir(tmp_path)
    assert read_one("a.parquet", table({"text": ["a"]})).text == "a"
