"""One status for one kind of error, whoever asks."""

import pytest
from starlette.exceptions import HTTPException
from starlette.requests import Request

from rashomon.model import errors
from rashomon.web.failing import answer_error
from rashomon.web.problems import problem_of


def asked(path):
    scope = {"type": "http", "method": "POST", "path": path, "query_string": b"", "headers": []}
    return Request(scope)


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (errors.UnknownItemError("no such thing"), 404),
        (errors.UnfitDecisionError("no such words"), 409),
        (errors.DamagedCaseError("not as stored"), 500),
        (errors.CaseError("in use"), 503),
        (errors.InputTooLargeError("too large"), 413),
        (errors.BinaryInputError("not a text"), 415),
        (errors.EmptyInputError("no text"), 422),
        (errors.ReadingError("broke off"), 422),
        (errors.SettingsError("no sense"), 422),
        (errors.ModelError("damaged"), 500),
        (HTTPException(405, headers={"Allow": "GET"}), 405),
        (ZeroDivisionError("secret"), 500),
    ],
)
def test_pages_and_programs_are_answered_with_the_same_status(error, status):
    page, record = (answer_error(asked(path), error) for path in ("/queue", "/api/v1/queue"))
    assert page.status_code == record.status_code == status == problem_of(error).status
    assert page.headers["content-type"].startswith("text/html")
    assert record.headers["content-type"] == "application/problem+json"
    assert page.headers.get("allow") == record.headers.get("allow")
    assert b"secret" not in page.body + record.body
