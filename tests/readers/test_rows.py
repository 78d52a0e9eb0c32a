import json
import logging

import pytest

from rashomon.model.document import Document
from rashomon.model.failure import Failure

ROW = {
    "id": 7,
    "publisher": "Tide",
    "title": "A title",
    "url": "https://tide.example/7",
    "date": "2023-05-12",
    "text": "  The mayor said “no”.\r\n",
    "more": [1, 2],
}


def lines(*rows):
    return "\n".join(row if isinstance(row, str) else json.dumps(row) for row in rows)


def codes(found):
    return [one.error.code if isinstance(one, Failure) else one.text for one in found]


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("a.jsonl", json.dumps(ROW)),
        ("a.json", json.dumps(ROW, indent=1)),
        ("a.json", json.dumps([ROW])),
        ("a.ndjson", "\ufeff" + json.dumps(ROW, ensure_ascii=False)),
        ("rows", json.dumps(ROW)),
        ("rows", json.dumps(ROW, indent=1)),
        ("rows", json.dumps([ROW])),
    ],
)
def test_a_row_is_a_document_with_its_text_unchanged(read_one, name, raw):
    found = read_one(name, raw)
    assert found.text == ROW["text"]
    assert (found.external_id, found.publisher, found.title) == ("7", "Tide", "A title")
    assert (found.url, found.published) == ("https://tide.example/7", "2023-05-12")


def test_one_row_is_one_document_in_whatever_table_it_stands(read_one):
    row = {"id": "7", "text": "The mayor spoke."}
    same = [
        read_one("a.jsonl", json.dumps(row)),
        read_one("a.json", json.dumps([dict(reversed(row.items()))])),
        read_one("a.csv", "id,text\n7,The mayor spoke.\n"),
    ]
    assert len({found.id for found in same}) == 1


def test_a_broken_line_costs_only_itself(read):
    raw = lines(
        {"text": "one"},
        '{"text": "two"',
        "[1, 2]",
        {"title": "no text"},
        {"text": 5},
        {"text": " "},
        {"text": "half \ud800 pair"},
        '{"text": ' + "[" * 100_000,
        "",
        {"text": "nine"},
    )
    found = read("a.jsonl", raw)
    row, gone = "input.broken_row", "input.empty"
    assert codes(found) == ["one", row, row, row, row, gone, row, row, "nine"]
    assert [one.path.rpartition(":")[2] for one in found] == [*"12345678", "10"]


def test_bytes_that_are_no_utf8_cost_only_their_line(read):
    raw = b'{"text": "one"}\n{"text": "caf\xe9"}\n{"text": "three"}\n'
    assert codes(read("a.jsonl", raw)) == ["one", "input.undecodable", "three"]


def test_a_line_over_the_limit_costs_only_itself(read):
    raw = lines({"text": "one"}, {"text": "x" * 500}, {"text": "three"})
    assert codes(read("a.jsonl", raw, max_bytes=100)) == ["one", "input.too_large", "three"]


def test_a_date_that_names_no_day_is_left_out_and_told(read_one, caplog):
    with caplog.at_level(logging.WARNING):
        found = read_one("a.jsonl", json.dumps({"text": "x", "date": "03/04/2017"}))
    assert found.published is None
    assert "03/04/2017" in caplog.text


@pytest.mark.parametrize("name", ["a.jsonl", "a.json", "a.csv"])
def test_a_table_without_rows_is_empty(read_one, name):
    raw = {"a.jsonl": "\n\n", "a.json": "[]", "a.csv": "id,text\n"}[name]
    assert read_one(name, raw).error.code == "input.empty"


def test_a_file_that_is_no_json_is_refused(read_one):
    assert read_one("a.json", "{'text': 'x'}").error.code == "input.broken_row"


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv_rows_are_documents_whatever_parts_the_cells(read, delimiter):
    rows = [["ID", "text", "date"], ["1", '"The mayor, he said: ""no"";\nand left"', "2023-05-12"]]
    found = read("a.csv", "\n".join(delimiter.join(row) for row in rows))
    assert [one.text for one in found] == ['The mayor, he said: "no";\nand left']
    assert (found[0].external_id, found[0].published) == ("1", "2023-05-12")


def test_one_stray_quotation_mark_costs_only_its_row(read):
    raw = 'id,text\n1,one\n2,"two\n3,three\n4,"four\nwith a second line"\n5,five\n'
    found = read("a.csv", raw)
    read_well = {one.external_id: one.text for one in found if isinstance(one, Document)}
    assert {"1", "5"} <= set(read_well)
    assert read_well["3"] == "three"
    assert any(isinstance(one, Failure) and one.path.endswith(":3") for one in found)


def test_a_row_with_cells_too_many_or_too_few_costs_only_itself(read):
    found = read("a.csv", "id,text\n1,one\n2\n3,a,b\n4,four\n")
    assert codes(found) == ["one", "input.broken_row", "input.broken_row", "four"]


def test_a_csv_header_without_text_is_refused(read_one):
    found = read_one("a.csv", "id,body\n1,one\n")
    assert found.error.code == "input.broken_row"
    assert "no column 'text'" in found.error.message


@pytest.mark.parametrize(
    "row",
    [
        '{"text": "x", "title": "\\ud83d"}',
        '{"text": "x", "\\ud83d": 1, "id": 7.5}',
        '{"text": "x", "more": ' + "[" * 5000 + "]" * 5000 + "}",
        '{"text": "x", "id": true}',
    ],
)
def test_a_hostile_row_costs_only_itself(read, row):
    found = read("a.jsonl", lines({"text": "a"}, row, {"text": "b"}))
    assert codes(found) == ["a", "input.broken_row", "b"]


@pytest.mark.parametrize(
    "date", ["Mon, 20 Nov 99999999999999999999 00:00:00 +0000", "1 Jan 1 00:00"]
)
def test_an_impossible_date_is_left_out(read_one, date):
    assert read_one("a.jsonl", lines({"text": "x", "date": date})).published is None


@pytest.mark.parametrize("name", ["a.jsonl", "a.csv"])
def test_a_table_in_utf_16_is_refused_with_what_to_do(read_one, name):
    found = read_one(name, '{"text": "x"}\n'.encode("utf-16"))
    assert found.error.code == "input.unsupported"
    assert "UTF-8" in found.error.message


def test_a_header_that_names_a_column_twice_is_refused(read_one):
    assert "twice" in read_one("a.csv", "text,TEXT\na,b\n").error.message
