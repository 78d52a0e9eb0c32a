"""Who is answered, and how."""

import pytest

from rashomon.web.api.description import PREFIX
from tests.web.api.asking import DESCRIPTION, TOKEN


@pytest.mark.parametrize("path", sorted(DESCRIPTION["paths"]))
def test_nobody_is_answered_without_the_token(programs, path):
    address = PREFIX + path.replace("{", "").replace("}", "")
    for headers in ({}, {"Authorization": "Bearer quil"}, {"Authorization": "Basic cXVpbGw="}):
        for method in DESCRIPTION["paths"][path]:
            answer = programs.client.request(method, address, headers=headers)
            assert answer.status_code == 401
            assert answer.headers["content-type"] == "application/problem+json"
            assert answer.headers["www-authenticate"] == "Bearer"
            assert "send 'Authorization: Bearer TOKEN'" in answer.json()["remedy"]
            assert "bridge" not in answer.text


def test_a_cookie_alone_changes_nothing(writing):
    writing.client.get("/?token=quill")
    body = {"what": "text", "text": "Nine people died."}
    assert writing.client.get(f"{PREFIX}/state").status_code == 200
    assert writing.client.post(f"{PREFIX}/documents", json=body).status_code == 403
    assert writing.get("/jobs")["jobs"] == []


def test_a_method_that_there_is_not_is_told_those_that_there_are(programs):
    answer = programs.client.delete(f"{PREFIX}/documents", headers=TOKEN)
    assert answer.status_code == 405
    assert answer.headers["allow"] == "GET, POST"
    assert answer.json()["code"] == "request.method"


def test_head_has_the_headers_of_get(programs):
    answer = programs.client.head(f"{PREFIX}/state", headers=TOKEN)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/json"


def test_a_path_that_there_is_not_is_a_problem_too(programs):
    answer = programs.client.get(f"{PREFIX}/verdicts", headers=TOKEN)
    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"


def test_a_foreign_name_is_refused(programs):
    answer = programs.client.get(f"{PREFIX}/state", headers=TOKEN | {"Host": "desk.example"})
    assert answer.status_code == 421
    assert answer.json()["status"] == 421


def test_an_error_of_the_case_says_what_and_what_to_do(programs):
    found = programs.get("/incidents/{incident}", 404, parts={"incident": "i99"})
    assert found["code"] == "case.unknown_item"
    assert found["detail"] == "there is no incident 'i99'"
    assert found["remedy"]


def test_a_fault_of_the_desk_tells_nothing_of_itself(desk, monkeypatch):
    from starlette.testclient import TestClient

    def broken():
        raise KeyError("/home/ann/secret")

    monkeypatch.setattr(desk.state.desk, "contents", broken)
    client = TestClient(desk, base_url="http://localhost", raise_server_exceptions=False)
    answer = client.get(f"{PREFIX}/state", headers=TOKEN)
    assert answer.status_code == 500
    assert answer.headers["content-type"] == "application/problem+json"
    assert "ann" not in answer.text
    assert "nosniff" in answer.headers["x-content-type-options"]
