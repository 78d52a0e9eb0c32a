"""What is sent is read with care, whatever it is."""

import asyncio
import json

import pytest

from rashomon.web.api.description import PREFIX
from tests.web.api.asking import TOKEN

JSON = TOKEN | {"Content-Type": "application/json"}
TEXT = {"what": "text", "text": "Nine people died, the mayor said."}


def sent(programs, raw, headers=JSON):
    """Return what is answered to bytes."""
    return programs.client.post(f"{PREFIX}/documents", content=raw, headers=headers)


def faults(answer, status=400):
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    return [(one["where"], one["what"]) for one in answer.json()["faults"]]


@pytest.mark.parametrize(
    ("raw", "what"),
    [
        (b"", "it is not JSON in UTF-8"),
        (b"{", "it is not JSON in UTF-8"),
        (b"\xff\xfe{\x00}\x00", "it is not JSON in UTF-8"),
        (b'{"what": "text", "text": "\xed\xa0\x80"}', "it is not JSON in UTF-8"),
        (b"[" * 100_000, "it goes too deep"),
        (b'{"a":' * 100_000, "it goes too deep"),
        (b"NaN", "NaN is no number"),
        (b"-Infinity", "-Infinity is no number"),
        (b"9" * 5_000, "it is not JSON in UTF-8"),
        (b'"\\ud800"', "it holds half of a surrogate pair"),
        (b'{"what": "text", "\\udc00": 1}', "it holds half of a surrogate pair"),
        (b"null", "it is none of those that there are: what text, what addresses"),
        (b"[]", "it is none of those that there are: what text, what addresses"),
        (b'{"what": ["text"]}', "it is none of those that there are: what text, what addresses"),
    ],
)
def test_a_body_that_is_none_is_refused_with_the_reason(writing, raw, what):
    [(where, told)] = faults(sent(writing, raw))
    assert where == "body"
    assert what in told


def test_all_faults_of_a_request_are_told_at_once(writing):
    answer = writing.client.post(
        f"{PREFIX}/documents?dry=1",
        json={"what": "text", "text": "\0", "date": 9, "color": "red"},
        headers=TOKEN,
    )
    assert [where for where, _ in faults(answer)] == [
        "query/dry",
        "body/text",
        "body/date",
        "body",
    ]


def test_a_body_that_is_too_large_is_not_waited_for(writing):
    sent_so_far = 0

    async def receive():
        nonlocal sent_so_far
        sent_so_far += 1_000_000
        return {"type": "http.request", "body": b" " * 1_000_000, "more_body": True}

    answers = []

    async def send(message):
        answers.append(message)

    scope = {
        "type": "http",
        "method": "POST",
        "path": f"{PREFIX}/documents",
        "query_string": b"",
        "headers": [
            (b"host", b"localhost"),
            (b"authorization", b"Bearer quill"),
            (b"content-type", b"application/json"),
        ],
    }
    asyncio.run(writing.client.app(scope, receive, send))
    assert answers[0]["status"] == 413
    assert json.loads(answers[1]["body"])["remedy"] == "send less at once"
    assert sent_so_far < 10_000_000


def test_a_body_of_another_kind_is_refused_with_those_that_are_read(writing):
    answer = sent(writing, b"what=text", TOKEN | {"Content-Type": "text/plain; charset=utf-7"})
    assert answer.status_code == 415
    assert answer.json()["remedy"] == (
        'send Content-Type: application/json or multipart/form-data, with {"what": …, "text": …}'
    )


def test_a_request_without_a_body_learns_how_one_is_written(writing):
    answer = writing.client.post(f"{PREFIX}/decisions/1/undo", headers=TOKEN)
    assert answer.status_code == 415
    said = answer.json()
    assert said["detail"] == "the request has no Content-Type"
    assert said["remedy"] == 'send Content-Type: application/json, with {"reviewer": …}'


def test_a_parameter_that_is_missing_is_named(programs):
    parts = {"document": programs.get("/documents")["documents"][0]["id"]}
    said = programs.get("/documents/{document}/copies", 400, parts=parts, item="a7")
    assert (said["detail"], said["where"]) == ("what is missing", "query/what")


@pytest.mark.parametrize("query", ["limit=0", "limit=1e3", "limit=%31%00", "limit=", "limit=99999"])
def test_a_number_is_one_within_its_bounds(programs, query):
    answer = programs.client.get(f"{PREFIX}/documents?{query}", headers=TOKEN)
    assert [where for where, _ in faults(answer)] == ["query/limit"]


def test_what_is_given_twice_is_refused(programs):
    answer = programs.client.get(f"{PREFIX}/documents?limit=1&limit=2", headers=TOKEN)
    assert faults(answer) == [("query/limit", "it is given more than once")]


def test_of_many_faults_the_first_are_told(programs, writing):
    answer = programs.client.get(f"{PREFIX}/documents?" + "&a" * 20_000, headers=TOKEN)
    assert len(faults(answer)) <= 51
    found = faults(sent(writing, json.dumps(TEXT | {f"n{i}": i for i in range(50_000)}).encode()))
    assert len(found) == 50


@pytest.mark.parametrize(
    "path",
    [
        "incidents/i1%0a",
        "incidents/i1%00",
        "incidents/..%2f..%2fetc%2fpasswd",
        "incidents/%ed%a0%80",
        "documents/sha256:ABCD",
        "documents/%2e%2e/reading",
        "documents/a",
        "documents/" + "a" * 5_000,
        "jobs/-1",
        "jobs/9999999999999999999999",
    ],
)
def test_an_id_that_is_none_never_gets_as_far_as_the_case(programs, path):
    answer = programs.client.get(f"{PREFIX}/{path}", headers=TOKEN)
    assert answer.status_code in (400, 404)
    assert answer.headers["content-type"] == "application/problem+json"
    assert len(answer.content) < 1_000


def test_json_that_is_asked_of_files_has_its_own_faults(writing):
    answer = writing.client.post(
        f"{PREFIX}/documents",
        data={"publisher": "Tide", "color": "red"},
        files={"files": ("a.txt", b"Nine people died.")},
        headers=TOKEN,
    )
    assert [where for where, _ in faults(answer)] == ["body"]


def test_a_text_and_files_are_taken(writing):
    assert writing.post("/documents", TEXT, 202)["job"]["about"] == "pasted text"
    answer = writing.client.post(
        f"{PREFIX}/documents",
        data={"publisher": "Tide"},
        files=[("files", ("../../a.txt", b"Nine people died.")), ("files", ("b.txt", b"Ten."))],
        headers=TOKEN,
    )
    assert answer.status_code == 202
    assert answer.json()["job"]["about"] == "2 files"
    assert [one["about"] for one in writing.get("/jobs")["jobs"]] == ["2 files", "pasted text"]


def test_files_of_a_form_that_is_refused_are_removed(writing, tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "kept"))
    (tmp_path / "kept").mkdir()
    writing.client.post(
        f"{PREFIX}/documents",
        data={"date": "someday"},
        files={"files": ("a.txt", b"Nine people died.")},
        headers=TOKEN,
    )
    assert not list((tmp_path / "kept").iterdir())


def test_json_holds_what_utf_8_cannot(writing):
    raw = json.dumps(TEXT | {"title": "\U0001f30d نور"}).encode()
    assert sent(writing, raw).status_code == 202
