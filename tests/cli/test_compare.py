"""Comparing accounts from the outside: the commands, on the reports of the bundled example."""

import gzip
import json

import apsw
import pytest
from jsonschema import Draft202012Validator

from rashomon.render.schemas import schema
from tests.cli.conftest import record

PAIRS = (
    {"a": "Forty people were killed in the raid.", "b": "Nobody was killed in the raid."},
    {"a": "The raid killed forty people in Brinn on Friday.", "b": "The raid killed forty people."},
)


def lines(ran):
    return [json.loads(line) for line in ran.out.splitlines()]


def jsonl(*rows):
    return "".join(f"{json.dumps(row)}\n" for row in rows)


def point_of(found, kind, who=None):
    return next(one for one in found["points"] if (one["kind"], one["who"]) == (kind, who))


def test_the_accounts_of_a_bombing_are_laid_side_by_side(on_case):
    found = record(on_case("compare", "i1", "-f", "json"), "comparison")
    assert found["incident"]["id"] == "i1"
    assert found["incident"]["independent_origins"] < len(found["incident"]["documents"])
    killed = point_of(found, "killed", "total")
    assert {one["label"] for one in killed["positions"]} >= {"at least 11", "14", "16"}
    who = point_of(found, "responsibility")
    assert who["contested"]
    denied = [one for one in who["positions"] if one["denied_by"]]
    assert "Estmark" in {one["party"] for each in denied for one in each["denied_by"]}


def test_every_cell_is_words_of_its_document(on_case):
    found = record(on_case("compare", "i1", "-f", "json"), "comparison")
    rows = {}
    cells = [
        one
        for point in found["points"]
        for position in point["positions"]
        for one in (*position["held_by"], *position["denied_by"])
    ]
    assert cells
    for one in (*cells, *found["own_voice"]):
        if one["document"] not in rows:
            ran = on_case("documents", one["document"], "-f", "json")
            rows[one["document"]] = json.loads(ran.out)["document"]["text"]
        start, end = one["span"]
        assert rows[one["document"]][start:end] == one["words"] != ""


def test_for_people_it_fits_the_page_and_explains_its_marks(on_case):
    ran = on_case("compare", "i1")
    assert (ran.status, ran.err) == (0, "")
    assert max(map(len, ran.out.splitlines())) <= 80
    assert "\x1b" not in ran.out
    assert "13 documents, 9 independent origins" in ran.out
    for heading in ("Contested", "Who answers what", "Tolls", "In nobody's name"):
        assert f"{heading} ─" in ran.out
    assert "≠ contested: " in ran.out
    assert "denied by Estmark" in " ".join(ran.out.split())


@pytest.mark.parametrize(
    ("columns", "least", "most"), [("120", 100, 120), ("40", 30, 40), ("99999", 70, 80)]
)
def test_a_pipe_is_as_wide_as_the_environment_says(
    rashomon, environment, example_case, columns, least, most
):
    ran = rashomon("compare", example_case, "i1", env={**environment, "COLUMNS": columns})
    assert ran.status == 0
    assert least <= max(map(len, ran.out.splitlines())) <= most


def test_a_point_shows_its_words(on_case):
    found = record(on_case("compare", "i1", "-f", "json"), "comparison")
    killed = point_of(found, "killed", "total")
    ran = on_case("compare", "i1", "--point", killed["id"])
    assert (ran.status, ran.err) == (0, "")
    sheet = " ".join(ran.out.split())
    assert "*At least 11 people were killed*" in sheet
    assert "Tide · 2023-05-12 · What we know about the Kessel Bridge" in sheet
    alone = record(on_case("compare", "i1", "--point", killed["id"], "-f", "json"), "comparison")
    assert alone["points"] == [killed]


@pytest.mark.parametrize(
    ("arguments", "fault"),
    [
        (("i999",), "there is no incident 'i999'"),
        (("",), "no incident is named"),
        (("i1", "--point", "q99"), "there is no point 'q99' in i1; there are q1 ("),
        (("i1", "--settings", "missing.toml"), "missing.toml"),
    ],
)
def test_what_is_not_there_is_an_error(on_case, arguments, fault):
    ran = on_case("compare", *arguments)
    assert ran.status == 2
    assert ran.out == ""
    assert fault in " ".join(ran.err.replace("│", " ").split())
    assert "Traceback" not in ran.err


def test_a_case_that_is_not_there_or_empty_is_an_error(rashomon):
    ran = rashomon("compare", "missing.case", "i1")
    assert ran.status == 2
    assert "missing.case" in ran.err
    rashomon("add", "none.case", "missing.txt")
    ran = rashomon("compare", "none.case", "i1")
    assert ran.status == 2
    assert "this case has no incidents; `rashomon add` fills it" in ran.err


def test_verify_checks_every_cell(on_case, tmp_path):
    ran = on_case("verify", "-f", "json")
    assert (ran.status, ran.err) == (0, "")
    assert json.loads(ran.out)["checked"]["cells"] > 50
    assert "cells" in on_case("verify").out
    with apsw.Connection(str(tmp_path / "sarn.case")) as raw:
        raw.execute("PRAGMA foreign_keys = OFF")
        raw.execute("DELETE FROM documents WHERE number = (SELECT min(number) FROM documents)")
    broken = on_case("verify", "-f", "json")
    assert broken.status == 1
    assert "Traceback" not in broken.err
    assert json.loads(broken.out)["breaks"]


def test_two_claims_are_related(rashomon):
    ran = rashomon("relate", *PAIRS[0].values())
    assert (ran.status, ran.err) == (0, "")
    relation, probability = ran.out.split()
    assert relation == "contradicts"
    assert 0.5 < float(probability) <= 1
    found = record(rashomon("relate", *PAIRS[0].values(), "-f", "json"), "relation")
    assert found["relation"] == "contradicts"


def test_pairs_are_related_a_row_each_in_order(rashomon, tmp_path):
    rows = PAIRS * 70
    (tmp_path / "pairs.jsonl").write_text(jsonl(*rows))
    ran = rashomon("relate", "--pairs", "pairs.jsonl", "-f", "jsonl")
    assert (ran.status, ran.err) == (0, "")
    found = lines(ran)
    assert [one["relation"] for one in found] == ["contradicts", "entails"] * 70
    for one in found:
        Draft202012Validator(schema("relation")).validate(one)
    (tmp_path / "pairs.jsonl.gz").write_bytes(gzip.compress(jsonl(*rows).encode()))
    packed = rashomon("relate", "--pairs", "pairs.jsonl.gz", "-f", "jsonl")
    assert packed.out == ran.out


def test_pairs_come_from_standard_input_and_go_out_as_an_array_or_for_people(rashomon):
    as_array = rashomon("relate", "--pairs", "-", "-f", "json", stdin=jsonl(PAIRS[0]))
    assert [one["relation"] for one in json.loads(as_array.out)] == ["contradicts"]
    text = rashomon("relate", "--pairs", "-", stdin="\ufeff" + jsonl(*PAIRS))
    assert text.status == 0
    first, *claims = text.out.splitlines()[:3]
    assert first.startswith("contradicts ")
    assert [one.strip() for one in claims] == list(PAIRS[0].values())


def test_a_broken_row_costs_only_itself_and_is_named(rashomon, tmp_path):
    broken = (
        b"not json",
        b'["a", "b"]',
        b'{"a": "one"}',
        b'{"a": "one", "b": 2}',
        b'{"a": "one", "b": "  "}',
        b'{"a": "one", "b": "\\ud800"}',
        b'{"a": "one", "b": "\xff"}',
        b'{"a": ' + b"[" * 100_000,
        b'{"a": "one", "b": "' + b"x" * 1_000_000 + b'"}',
    )
    rows = (jsonl(PAIRS[0]).encode(), *(row + b"\n" for row in broken), jsonl(PAIRS[1]).encode())
    (tmp_path / "pairs.jsonl").write_bytes(b"\n".join(rows))
    ran = rashomon("relate", "--pairs", "pairs.jsonl", "-f", "jsonl")
    assert (ran.status, ran.err) == (1, "")
    found = lines(ran)
    assert (found[0]["relation"], found[-1]["relation"]) == ("contradicts", "entails")
    assert len(found) == len(broken) + 2
    for number, one in enumerate(found[1:-1]):
        Draft202012Validator(schema("relation")).validate(one)
        assert one["path"] == f"pairs.jsonl:{3 + 2 * number}"
        assert one["error"]["code"].startswith("input.")
    text = rashomon("relate", "--pairs", "pairs.jsonl")
    assert text.status == 1
    assert len(text.err.splitlines()) == len(broken)
    assert "pairs.jsonl:3: not JSON" in text.err
    assert "Traceback" not in text.err


@pytest.mark.parametrize(
    ("name", "raw", "code"),
    [
        ("missing.jsonl", None, "input.missing"),
        ("empty.jsonl", b" \n\n", "input.empty"),
        ("wide.jsonl", '{"a": "x", "b": "y"}'.encode("utf-16"), "input.unsupported"),
        ("cut.jsonl.gz", gzip.compress(b'{"a": "x", "b": "y"}')[:-9], "input.broken_archive"),
    ],
)
def test_a_file_without_pairs_is_an_error(rashomon, tmp_path, name, raw, code):
    if raw is not None:
        (tmp_path / name).write_bytes(raw)
    ran = rashomon("relate", "--pairs", name, "-f", "jsonl")
    assert ran.status == 1
    assert lines(ran)[-1]["error"]["code"] == code
    assert name in rashomon("relate", "--pairs", name).err


@pytest.mark.parametrize(
    ("arguments", "fault"),
    [
        ((), "write two claims, or --pairs FILE"),
        (("one claim",), "1 claim; write two"),
        (("a", "b", "c"), "3 claims; write two"),
        (("a", "b", "--pairs", "x.jsonl"), "both claims and --pairs were given"),
        (("a", " "), "B holds no words"),
    ],
)
def test_a_question_that_makes_no_sense_is_an_error(rashomon, arguments, fault):
    ran = rashomon("relate", *arguments)
    assert ran.status == 2
    assert fault in " ".join(ran.err.replace("│", " ").split())
    assert "Traceback" not in ran.err


def test_any_claims_have_a_relation(rashomon):
    odd = (
        "😀" * 300,
        "\0",
        "مرحبا",
        "a" * 100_000,
        "word " * 50_000,
        "1" * 5_000,
        "\u202e \x1b[31m",
    )
    rows = [{"a": one, "b": other} for one, other in zip(odd, odd[::-1], strict=True)]
    ran = rashomon("relate", "--pairs", "-", "-f", "jsonl", stdin=jsonl(*rows))
    assert ran.status == 0
    assert len(lines(ran)) == len(odd)
    text = rashomon("relate", "--pairs", "-", stdin=jsonl(*rows))
    assert not set(text.out) & set("\x1b\x00\u202e")
