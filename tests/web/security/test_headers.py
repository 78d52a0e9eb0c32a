"""What every answer carries, whatever it is."""

import pytest
from starlette.responses import Response
from starlette.routing import Route
from starlette.testclient import TestClient

from rashomon.web.app import create_app
from tests.web.desks import BASE, TOKEN, browser, case_at, stranger


def breaks(_):
    raise RuntimeError("a secret of the machine")


@pytest.mark.parametrize("path", ["/incidents", "/nowhere", "/static/desk.css", "/?token=wrong"])
def test_every_answer_lets_nothing_run_load_or_frame_but_what_the_desk_brings(tmp_path, path):
    headers = browser(case_at(tmp_path)).get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self';" in policy
    assert "style-src 'self';" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"


def test_pages_are_kept_nowhere_and_styles_are_asked_for_anew(tmp_path):
    client = browser(case_at(tmp_path))
    assert client.get("/incidents").headers["cache-control"] == "no-store"
    assert client.get("/static/desk.css").headers["cache-control"] == "no-cache"


def test_an_error_within_the_desk_tells_nothing_of_it_and_is_as_safe(tmp_path):
    app = create_app(case_at(tmp_path), token=TOKEN)
    app.router.routes.append(Route("/breaks", breaks))
    client = TestClient(app, base_url=BASE, raise_server_exceptions=False)
    client.get("/", params={"token": TOKEN}, follow_redirects=False)
    answer = client.get("/breaks")
    assert answer.status_code == 500
    assert "secret" not in answer.text
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("127.0.0.1:8377", 401),
        ("localhost:8377", 401),
        ("[::1]:8377", 401),
        ("192.168.7.9", 401),
        ("desk.example", 401),
        ("DESK.example:80", 401),
        ("elsewhere.example", 421),
        ("127.0.0.1.elsewhere.example", 421),
        ("localhost@elsewhere.example", 421),
        ("", 421),
        ("[", 421),
    ],
)
def test_the_desk_answers_under_its_own_names_alone(tmp_path, host, status):
    client = stranger(case_at(tmp_path), names=("Desk.example",))
    assert client.get("/incidents", headers={"Host": host}).status_code == status


def test_what_is_more_than_a_form_is_refused(tmp_path):
    client = browser(case_at(tmp_path))
    answer = client.post("/incidents", content=b"x" * 1_000_001)
    assert answer.status_code == 413
    assert "1,000,000 bytes" in answer.text


def test_what_turns_out_to_be_more_than_a_form_is_refused_too(tmp_path):
    async def takes_all(request):
        return Response(str(len(await request.body())))

    app = create_app(case_at(tmp_path), token=TOKEN)
    app.router.routes.append(Route("/takes", takes_all, methods=["POST"]))
    client = TestClient(app, base_url=BASE)
    sent = (b"x" * 100_000 for _ in range(11))
    answer = client.post("/takes", content=sent, headers={"Authorization": f"Bearer {TOKEN}"})
    assert answer.status_code == 413
