"""A case from the outside: the commands, on the reports of the bundled example."""

import json
import os
import signal
import subprocess
import sys
import time

import apsw
import pytest
from jsonschema import Draft202012Validator

from rashomon.model.errors import CaseError
from rashomon.render.schemas import schema
from rashomon.store import open_case
from tests.cli.conftest import record
from tests.store.dumping import build_sqlite


def test_reports_are_added_once(on_case, examples):
    again = on_case("add", examples, "--quiet")
    assert (again.status, again.err) == (0, "")
    assert "0 documents added, 13 known already" in again.out
    # the day is one of them, and whoever typed another learns how to say it
    assert "keep the title, publisher, day and address they came with" in again.out
    assert "\n  rashomon decide CASE describe DOCUMENT publisher=… published=… " in again.out
    assert max(map(len, again.out.splitlines())) <= 80


def test_documents_are_listed(on_case):
    found = record(on_case("documents", "--format", "json"), "documents")
    assert len(found["documents"]) == 13
    assert all(one["origin"] for one in found["documents"])
    page = on_case("documents").out
    assert "13 documents" in page
    assert max(map(len, page.splitlines())) <= 80


def test_copies_of_one_dispatch_are_one_origin(on_case):
    found = record(on_case("origins", "--format", "json"), "origins")
    assert found["documents"] == 13
    assert found["independent_origins"] <= 10
    rows = record(on_case("documents", "--format", "json"), "documents")
    texts = {one["id"]: one for one in rows["documents"]}
    for one in found["derivations"]:
        assert one["document"] in texts
        assert one["reason"]
    wire = found["origins"][0]
    assert (wire["name"], wire["kind"], len(wire["documents"])) == ("Meridian Wire", "agency", 5)
    whole = {one["kind"] for one in found["derivations"] if one["root"] == wire["id"]}
    assert {"byline", "copy"} <= whole
    page = on_case("origins").out
    assert f"13 documents, {found['independent_origins']} origins" in page


def test_the_reports_of_one_bombing_are_one_incident(on_case):
    found = record(on_case("incidents", "--format", "json"), "incidents")
    largest = found["incidents"][0]
    mains = [one for one in largest["documents"] if one["role"] == "main"]
    assert len(mains) >= 11
    assert largest["independent_origins"] < len(largest["documents"])
    assert largest["time"]["earliest"] == "2023-05-09"
    sheet = on_case("incidents", "i1").out
    assert "Why they belong together" in sheet


def test_claims_are_found_by_words_speaker_and_stance(on_case):
    found = record(
        on_case("search", "aircraft", "--stance", "denies", "--format", "json"),
        "search",
    )
    assert found["results"]
    for one in found["results"]:
        assert one["stance"] == "denies"
        start = one["context_span"][0]
        marked = [one["context"][a - start : b - start].lower() for a, b in one["marks"]]
        assert any(words.startswith("aircraft") for words in marked)
    page = on_case("search", "bridge", "--speaker", "Quill")
    assert "Quill" in page.out
    assert "*" in page.out


def test_a_search_without_results_says_so(on_case):
    ran = on_case("search", "submarine")
    assert (ran.status, ran.out) == (1, "")
    assert "nothing found" in ran.err
    found = record(on_case("search", "submarine", "-f", "json"), "search")
    assert found["results"] == []


def test_a_sound_case_verifies_and_a_changed_text_is_named(on_case, tmp_path):
    sound = on_case("verify")
    assert sound.status == 0
    assert "all of it holds" in sound.out
    log = on_case("log", "--format", "json")
    assert json.loads(log.out)["entries"][0]["previous"] == "0" * 64
    with apsw.Connection(str(tmp_path / "sarn.case")) as raw:
        (column,) = raw.execute(
            "SELECT name FROM pragma_table_info('documents') WHERE name = 'title'"
        ).fetchone()
        raw.execute(f"UPDATE documents SET {column} = 'Somebody else''s words'")
    broken = on_case("verify")
    assert broken.status == 1
    assert "first break:" in broken.out


def test_a_changed_article_at_the_same_address_is_a_new_version(rashomon):
    first = "The Orle dam was shut on Friday, the Lakes Ministry said. Nobody was hurt."
    rashomon("add", "dam.case", "-", "--url", "https://tarn.example/dam", "-q", stdin=first)
    ran = rashomon(
        *("add", "dam.case", "-", "--url", "https://www.tarn.example/dam?utm_source=mail", "-q"),
        stdin=f"{first} Two engineers were suspended.",
    )
    assert "1 new version" in ran.out
    assert "+ Two engineers were" in " ".join(ran.out.split())
    rows = record(rashomon("documents", "dam.case", "-f", "json"), "documents")["documents"]
    assert [(one["version"], one["versions"]) for one in rows] == [(2, 2)]
    every = rashomon("documents", "dam.case", "--all-versions", "-f", "json")
    assert len(record(every, "documents")["documents"]) == 2
    assert record(rashomon("origins", "dam.case", "-f", "json"), "origins")["documents"] == 1


def test_a_document_that_cannot_be_read_costs_only_itself(rashomon, tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in/empty.txt").write_text("  \n")
    (tmp_path / "in/good.txt").write_text("Mayor Quill said the bridge was shut.")
    ran = rashomon("add", "small.case", "in", "--quiet")
    assert ran.status == 1
    assert "1 document added, 1 left out" in ran.out
    assert "input.empty" in ran.out
    assert "empty.txt: there is no text in it" in ran.err


@pytest.mark.parametrize(
    "command", ["documents", "incidents", "origins", "verify", "log", "reread"]
)
def test_a_case_that_is_not_there_is_an_error(rashomon, command):
    ran = rashomon(command, "missing.case")
    assert ran.status == 2
    assert "missing.case" in ran.err
    assert "Traceback" not in ran.err


@pytest.mark.parametrize("command", ["incidents", "origins"])
def test_a_case_of_an_older_version_is_renewed_when_it_is_asked(rashomon, tmp_path, command):
    build_sqlite(str(tmp_path / "old.case"), 1)
    ran = rashomon(command, "old.case")
    assert ran.status == 0
    assert ran.out.strip()
    assert "renewed" in rashomon("log", "old.case").out


def test_a_file_that_is_no_case_is_an_error(rashomon, tmp_path):
    (tmp_path / "notes.txt").write_text("not a case")
    ran = rashomon("add", "notes.txt", "-", stdin="Mayor Quill said no.")
    assert ran.status == 2
    assert "notes.txt" in ran.err
    assert (tmp_path / "notes.txt").read_text() == "not a case"


def test_one_document_is_shown_with_what_was_read_in_it(on_case):
    rows = record(on_case("documents", "-f", "json"), "documents")["documents"]
    row = next(one for one in rows if one["publisher"] == "Tide")
    page = on_case("documents", row["id"].removeprefix("sha256:")[:12])
    assert "What we know about the Kessel Bridge" in page.out
    assert "Who says what" in page.out
    reading = json.loads(on_case("documents", row["id"], "-f", "json").out)
    Draft202012Validator(schema()).validate(reading)
    assert on_case("documents", "abc").status == 2


def test_what_a_person_decides_changes_the_incidents_and_can_be_undone(on_case):
    largest = record(on_case("incidents", "-f", "json"), "incidents")["incidents"][0]
    first, second = (one["document"] for one in largest["documents"][:2])
    done = on_case("decide", "other", first, second, "--reviewer", "Mira", "--note", "two bridges")
    assert (done.status, done.err) == (0, "")
    now = record(on_case("incidents", "-f", "json"), "incidents")["incidents"]
    assert not any(
        {first, second} <= {one["document"] for one in each["documents"] if one["role"] == "main"}
        for each in now
    )
    kept = json.loads(on_case("decisions", "-f", "json").out)["decisions"]
    assert (kept[0]["decision"]["reviewer"], kept[0]["is_undone"]) == ("Mira", False)
    assert on_case("decide", "undo", "1", "--reviewer", "Mira").status == 0
    again = record(on_case("incidents", "-f", "json"), "incidents")["incidents"][0]
    assert again["documents"] == largest["documents"]
    assert "taken back" in on_case("decisions").out


def test_a_decision_heeds_the_publishers_of_the_settings(on_case, tmp_path):
    (tmp_path / "own.toml").write_text(
        '[[house]]\nname = "Upland Group"\nalso = ["Tide", "The Calder Post"]\n'
    )
    (tmp_path / "settings.toml").write_text(f'[linking]\npublishers = "{tmp_path}/own.toml"\n')
    rows = record(on_case("documents", "-f", "json"), "documents")["documents"]
    of = {one["publisher"]: one["id"] for one in rows}
    decide = ("decide", "same", of["Tide"], of["Lakes24"], "--reviewer", "Mira")

    def houses():
        return {
            one["name"] for one in record(on_case("origins", "-f", "json"), "origins")["origins"]
        }

    assert on_case(*decide, "--settings", "settings.toml").status == 0
    assert "Upland Group" in houses()
    assert on_case(*decide).status == 0
    assert "Upland Group" not in houses()

    (tmp_path / "own.toml").unlink()
    before = on_case("decisions", "-f", "json").out
    ran = on_case(*decide, "--settings", "settings.toml")
    assert ran.status == 2
    assert "own.toml" in ran.err
    assert on_case("decisions", "-f", "json").out == before


@pytest.mark.parametrize(
    ("arguments", "fault"),
    [
        (("same", "00"), "1 word for same; write: same DOCUMENT DOCUMENT"),
        (("perhaps", "00", "11"), "'perhaps' is nothing to decide"),
        (("undo", "x"), "no number of a decision"),
        (("undo", "7"), "7"),
    ],
)
def test_a_decision_that_makes_no_sense_is_an_error(on_case, arguments, fault):
    ran = on_case("decide", *arguments, "--reviewer", "Mira")
    assert ran.status == 2
    assert fault in ran.err


def test_a_case_without_documents_has_nothing_to_show(rashomon):
    ran = rashomon("add", "none.case", "missing.txt")
    assert ran.status == 1
    assert "0 documents added, 1 left out" in ran.out
    assert "Traceback" not in ran.err
    assert record(rashomon("incidents", "none.case", "-f", "json"), "incidents")["incidents"] == []


def test_the_same_commands_work_on_a_server(rashomon, examples, database):
    case = f"{database}&schema=sarn"
    assert "3 documents added" in rashomon("add", case, examples / "copies.jsonl", "-q").out
    found = record(rashomon("incidents", case, "-f", "json"), "incidents")["incidents"]
    assert len(found[0]["documents"]) == 3
    results = record(rashomon("search", case, "aircraft", "-f", "json"), "search")["results"]
    assert results
    assert all("aircraft" in one["context"] for one in results)
    compared = record(rashomon("compare", case, "i1", "-f", "json"), "comparison")
    assert compared["points"]
    assert rashomon("verify", case).status == 0


def test_an_incident_that_is_not_there_is_an_error(on_case):
    ran = on_case("incidents", "i999")
    assert ran.status == 2
    assert "there is no incident 'i999'" in ran.err


def test_what_was_read_is_read_again_when_settings_differ(on_case):
    same = on_case("reread", "--quiet")
    assert "0 documents read again" in same.out
    stricter = on_case("reread", "--min-confidence", "0.9", "--quiet")
    assert "13 documents read again" in stricter.out
    assert "claims" in stricter.out
    assert on_case("verify").status == 0


def reports(path, number):
    with path.open("w", encoding="utf-8") as stream:
        for one in range(number):
            text = (
                f"Mayor Ilse Orn said on Friday that {one + 2} people were hurt when gate {one} of "
                f"the Orle dam broke. The Lakes Ministry denied that gate {one} had been open."
            )
            stream.write(json.dumps({"id": str(one), "text": text, "date": "2023-05-12"}) + "\n")


def start_adding(tmp_path, case):
    return subprocess.Popen(
        [sys.executable, "-m", "rashomon", "add", case, "reports.jsonl", "--quiet"],
        cwd=tmp_path,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


def held(path):
    """Return how many documents a case holds, or none while it is being made."""
    if not path.exists():
        return 0
    try:
        case = open_case(str(path), read_only=True)
    except CaseError:
        return 0
    try:
        return sum(1 for _ in case.documents())
    finally:
        case.close()


def wait_for_documents(path, process):
    until = time.monotonic() + 120
    while not held(path):
        assert process.poll() is None, "it ended before it was interrupted"
        assert time.monotonic() < until
        time.sleep(0.05)


@pytest.mark.parametrize("how", ["kill", "interrupt"])
def test_adding_goes_on_where_it_was_broken_off(rashomon, tmp_path, how):
    reports(tmp_path / "reports.jsonl", 300)
    whole = rashomon("add", "whole.case", "reports.jsonl", "--quiet")
    assert "300 documents added" in whole.out
    process = start_adding(tmp_path, "broken.case")
    wait_for_documents(tmp_path / "broken.case", process)
    if how == "kill":
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=120)
    if how == "interrupt":
        assert process.returncode == 130
        assert b"goes on" in err
    before = held(tmp_path / "broken.case")
    assert 0 < before < 300
    assert rashomon("verify", "broken.case").status == 0
    rest = rashomon("add", "broken.case", "reports.jsonl", "--quiet")
    assert f"{300 - before} documents added, {before} known already" in rest.out
    digests = [
        json.loads(rashomon("verify", name, "-f", "json").out)["digest"]
        for name in ("whole.case", "broken.case")
    ]
    assert digests[0] == digests[1]


def test_the_order_of_adding_does_not_matter(rashomon, examples):
    names = sorted(path.name for path in examples.iterdir())
    for case, order in (("forth.case", names), ("back.case", names[::-1])):
        for name in order:
            assert rashomon("add", case, examples / name, "-q").status == 0
    found = [
        record(rashomon("incidents", case, "-f", "json"), "incidents")["incidents"]
        for case in ("forth.case", "back.case")
    ]
    assert found[0] == found[1]
