import json
import os
import shutil
import signal
import subprocess
import sys
import time

import pytest
from jsonschema import Draft202012Validator

from rashomon.render.schemas import schema


def lines(ran):
    return [json.loads(line) for line in ran.out.splitlines()]


def quoted(reading, spans):
    return " … ".join(reading["document"]["text"][a:b] for a, b in spans)


def claims(reading):
    return [
        (quoted(reading, one["source"]), quoted(reading, one["cue"]), one["stance"])
        for one in reading["attributions"]
    ]


def test_a_report_is_read_for_people(rashomon, examples):
    ran = rashomon("read", examples / "meridian-wire.txt")
    assert (ran.status, ran.err) == (0, "")
    assert "Mayor Teodor Quill\n" in ran.out
    assert "denies    (denied) the charge" in ran.out
    assert "sources (" in ran.out.splitlines()[-2] + ran.out.splitlines()[-1]
    assert max(map(len, ran.out.splitlines())) <= 80
    assert "\x1b" not in ran.out


def test_every_example_is_read_as_the_schema_says(rashomon, examples):
    ran = rashomon("read", examples, "--format", "jsonl")
    assert (ran.status, ran.err) == (0, "")
    read = lines(ran)
    assert [one["document"]["path"].rpartition("/")[2] for one in read] == [
        *("brinn-herald.html", "calder-post.md", "copies.jsonl:1", "copies.jsonl:2"),
        *("copies.jsonl:3", "dispatch.jsonl:1", "dispatch.jsonl:2", "dispatch.jsonl:3"),
        *("dispatch.jsonl:4", "estmark-today.txt", "halen-voices.txt", "lakes-radio.txt"),
        "meridian-wire.txt",
    ]
    validator = Draft202012Validator(schema())
    for one in read:
        validator.validate(one)
        assert one["attributions"]


def test_who_says_what_in_a_report(rashomon, examples):
    ran = rashomon("read", examples / "meridian-wire.txt", "--format", "json")
    found = claims(json.loads(ran.out))
    for expected in [
        ("Mayor Teodor Quill", "told", "asserts"),
        ("Norvia's defence ministry", "said", "asserts"),
        ("Estmark", "denied", "denies"),
        ("Foreign ministry spokesman Dorin Halk", "accused", "alleges"),
        ("Marn", "urged", "demands"),
    ]:
        assert any(
            (source.strip(" ,"), stance) == (expected[0], expected[2]) and expected[1] in cue
            for source, cue, stance in found
        ), expected


def test_one_document_is_an_object_and_several_are_an_array(rashomon, examples):
    one = rashomon("read", examples / "meridian-wire.txt", "--format", "json")
    several = rashomon("read", examples / "copies.jsonl", "--format", "json")
    assert json.loads(one.out)["format"] == "rashomon.reading/1"
    assert [row["document"]["external_id"] for row in json.loads(several.out)] == [
        *("lakeside-1", "north-9", "tide-44")
    ]


def test_the_same_input_gives_the_same_output_on_any_number_of_jobs(rashomon, examples, tmp_path):
    rows = [json.loads(row) for row in (examples / "copies.jsonl").read_text().splitlines()]
    many = "\n".join(json.dumps({**row, "id": str(i)}) for i in range(12) for row in rows)
    (tmp_path / "many.jsonl").write_text(many)
    one, two = (
        rashomon("read", "many.jsonl", "--format", "jsonl", "--jobs", jobs) for jobs in (1, 2)
    )
    assert one.status == two.status == 0
    assert [row["document"]["external_id"] for row in lines(one)] == [
        str(i // 3) for i in range(36)
    ]
    assert one.out == two.out


def test_standard_input_is_read(rashomon):
    ran = rashomon("read", "-", "--format", "json", stdin="The mayor said the bridge was shut.\n")
    read = json.loads(ran.out)
    assert read["document"]["text"] == "The mayor said the bridge was shut.\n"
    assert claims(read) == [("The mayor", "said", "asserts")]


def test_what_the_user_says_of_the_document_is_in_the_reading(rashomon):
    ran = rashomon(
        *("read", "-", "--format", "json", "--publisher", "Tide", "--title", "A title"),
        *("--url", "https://t.example", "--date", "10 May 2023"),
        stdin="The mayor spoke.",
    )
    document = json.loads(ran.out)["document"]
    assert (document["publisher"], document["title"]) == ("Tide", "A title")
    assert (document["url"], document["published"]) == ("https://t.example", "2023-05-10")


def test_a_bad_document_costs_only_itself(rashomon, tmp_path):
    (tmp_path / "good.txt").write_text("The mayor said no.")
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "bad.txt").write_bytes(b"caf\xe9")
    paths = ["empty.txt", "good.txt", "bad.txt", "none.txt"]
    ran = rashomon("read", *paths, "--format", "jsonl")
    assert ran.status == 1
    codes = [row.get("error", {}).get("code") for row in lines(ran)]
    assert codes == ["input.empty", None, "input.undecodable", "input.missing"]
    assert [row.get("path") for row in lines(ran)] == ["empty.txt", None, "bad.txt", "none.txt"]


def test_for_people_failures_go_to_standard_error_with_what_to_do(rashomon, tmp_path):
    (tmp_path / "bad.txt").write_bytes(b"the caf\xe9")
    ran = rashomon("read", "bad.txt")
    assert (ran.status, ran.out) == (1, "")
    assert "bad.txt: byte 7 (0xE9) is not utf-8; name the encoding, as in --encoding" in ran.err


@pytest.mark.parametrize("least", ["0", "0.7", "1"])
def test_attributions_below_the_least_confidence_are_left_out(rashomon, examples, least):
    ran = rashomon("read", examples / "estmark-today.txt", "-f", "json", "--min-confidence", least)
    confidence = [one["confidence"] for one in json.loads(ran.out)["attributions"]]
    assert all(one >= float(least) for one in confidence)
    assert bool(confidence) == (least != "1")


def test_what_is_left_out_is_not_taken_for_the_publishers_own(rashomon, examples):
    path = examples / "lakes-radio.txt"
    stated = [
        json.loads(rashomon("read", path, "-f", "json", "--min-confidence", least).out)[
            "statements"
        ]
        for least in ("0", "1")
    ]
    assert stated[0] == stated[1]


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["--min-confidence", "2"], "min_confidence is 2.0; it must lie between 0 and 1"),
        (["--max-bytes", "0"], "max_bytes is 0"),
        (["--encoding", "klingon"], "klingon"),
        (["--kind", "docx"], "no reader is called 'docx'"),
        (["--date", "03/04/2017"], "names no day for certain"),
        (["--settings", "none.toml"], "none.toml"),
        (["--format", "xml"], "xml"),
    ],
)
def test_wrong_use_is_told_and_nothing_is_read(rashomon, arguments, complaint):
    ran = rashomon("read", "-", *arguments, stdin="text")
    assert (ran.status, ran.out) == (2, "")
    assert complaint in " ".join(ran.err.split())
    assert "Traceback" not in ran.err


def test_settings_are_read_from_a_file_and_options_go_before_them(rashomon, tmp_path):
    (tmp_path / "my.toml").write_text("[readers]\nmax_bytes = 5\n")
    env = {**os.environ, "RASHOMON_SETTINGS": str(tmp_path / "my.toml")}
    too_large = rashomon("read", "-", "--format", "jsonl", stdin="The mayor spoke.", env=env)
    assert lines(too_large)[0]["error"]["code"] == "input.too_large"
    enough = rashomon("read", "-", "--max-bytes", "50", stdin="The mayor spoke.", env=env)
    assert enough.status == 0


def test_progress_is_plain_lines_where_standard_error_is_no_terminal(rashomon, examples, tmp_path):
    for i in range(3):
        shutil.copy(examples / "meridian-wire.txt", tmp_path / f"{i}.txt")
    ran = rashomon("read", ".", "--format", "jsonl")
    assert "\x1b" not in ran.err
    assert len(lines(ran)) == 3


def test_a_reader_that_leaves_early_is_no_error_to_shout_about(examples):
    command = [sys.executable, "-m", "rashomon", "read", str(examples)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        process.stdout.read(10)
        process.stdout.close()
        assert b"Traceback" not in process.stderr.read()


def test_an_interrupt_ends_the_work_and_says_so(tmp_path):
    row = json.dumps({"text": "The mayor said that nobody would cross the bridge. " * 200})
    (tmp_path / "many.jsonl").write_text("\n".join([row] * 400))
    command = [sys.executable, "-m", "rashomon", "read", "many.jsonl", "-f", "jsonl", "-q"]
    with subprocess.Popen(
        command,
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    ) as process:
        assert process.stdout.readline()
        os.killpg(process.pid, signal.SIGINT)
        start = time.monotonic()
        _, err = process.communicate(timeout=60)
        assert time.monotonic() - start < 30
    assert process.returncode == 130
    assert b"interrupted" in err
    assert b"Traceback" not in err


def test_an_interrupted_array_is_closed(tmp_path):
    row = json.dumps({"text": "The mayor said that nobody would cross the bridge. " * 200})
    (tmp_path / "many.jsonl").write_text("\n".join([row] * 400))
    command = [sys.executable, "-m", "rashomon", "read", "many.jsonl", "-f", "json", "-q"]
    written = tmp_path / "out.json"
    with (
        written.open("wb") as out,
        subprocess.Popen(command, cwd=tmp_path, stdout=out, stderr=subprocess.DEVNULL) as process,
    ):
        while not written.stat().st_size:
            assert process.poll() is None
            time.sleep(0.1)
        process.send_signal(signal.SIGINT)
        process.wait(timeout=60)
    assert process.returncode == 130
    assert len(json.loads(written.read_text("utf-8"))) < 400


def test_names_do_not_steer_the_terminal(rashomon, tmp_path):
    (tmp_path / "a\x1b]0;b\x07.txt").write_bytes(b"the caf\xe9")
    ran = rashomon("read", ".")
    assert "byte 7" in ran.err
    assert not {"\x1b", "\x07"} & set(ran.err)


def test_words_that_are_no_utf_8_are_refused(rashomon):
    ran = rashomon("read", "-", "--title", os.fsdecode(b"caf\xe9"), stdin="He said no.")
    assert (ran.status, ran.out) == (2, "")
    assert "UTF-8" in ran.err
