"""Who may use the desk: by token, cookie or bearer, and from its own pages."""

import pytest
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from rashomon.web.app import create_app
from tests.web.desks import BASE, TOKEN, browser, case_at, csrf_of, stranger


async def _echo(request):
    async with request.form() as form:
        file = form.get("file")
        size = len(await file.read()) if file else 0
        return PlainTextResponse(f"{form.get('note', '')} {size}")


@pytest.fixture
def location(tmp_path):
    return case_at(tmp_path)


def with_echo(client):
    """Return a browser whose desk answers at /echo with what it was sent."""
    client.app.router.routes.append(Route("/echo", _echo, methods=["POST", "PUT", "DELETE"]))
    return client


def test_without_the_token_there_is_only_a_page_that_says_where_it_is(location):
    answer = stranger(location).get("/incidents")
    assert (answer.status_code, answer.headers["www-authenticate"]) == (401, "Bearer")
    assert "rashomon serve" in answer.text
    assert "desk.case" not in answer.text


def test_the_token_is_exchanged_for_a_cookie_that_no_script_and_no_other_site_can_use(location):
    client = stranger(location)
    answer = client.get("/documents", params={"token": TOKEN, "page": 2}, follow_redirects=False)
    assert answer.status_code == 303
    assert answer.headers["location"] == "/documents?page=2"
    cookie = answer.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "samesite=strict" in cookie.lower()
    assert TOKEN not in cookie
    assert client.get("/incidents").status_code == 200


def test_a_wrong_token_gives_no_cookie(location):
    client = stranger(location)
    answer = client.get("/", params={"token": f"{TOKEN}x"}, follow_redirects=False)
    assert answer.status_code == 403
    assert "set-cookie" not in answer.headers
    assert client.get("/incidents").status_code == 401


def test_the_way_back_from_the_token_never_leads_to_another_host(location):
    answer = stranger(location).get(
        f"{BASE}//elsewhere.example/x", params={"token": TOKEN}, follow_redirects=False
    )
    assert answer.headers["location"] == "/elsewhere.example/x"


@pytest.mark.parametrize("forged", ["", "x", "x.y", "ab.", ".", "é.ü"])
def test_a_cookie_that_the_desk_did_not_give_opens_nothing(location, forged):
    client = browser(location)
    (name,) = (one.name for one in client.cookies.jar)
    answer = stranger(location).get("/incidents", headers={"Cookie": f"{name}={forged}".encode()})
    assert answer.status_code == 401


def test_the_cookie_of_one_desk_opens_no_other(location):
    client = browser(location)
    (cookie,) = client.cookies.jar
    other = TestClient(create_app(location, token="another-token-altogether"), base_url=BASE)
    other.cookies.set(cookie.name, cookie.value)
    assert other.get("/incidents").status_code == 401


def test_programs_come_in_as_bearers_of_the_token(location):
    client = with_echo(stranger(location))
    assert client.get("/incidents", headers={"Authorization": "Bearer wrong"}).status_code == 401
    allowed = {"Authorization": f"Bearer {TOKEN}"}
    assert client.get("/incidents", headers=allowed).status_code == 200
    assert client.post("/echo", headers=allowed, data={"note": "kept"}).text == "kept 0"


def test_what_changes_something_needs_the_token_of_the_pages_forms(location):
    client = with_echo(browser(location))
    assert client.post("/echo", data={"note": "kept"}).status_code == 403
    assert client.post("/echo", data={"csrf": "0" * 64, "note": "kept"}).status_code == 403
    assert client.delete("/echo").status_code == 403
    csrf = csrf_of(client)
    assert client.post("/echo", data={"csrf": csrf, "note": "kept"}).text == "kept 0"
    assert client.put("/echo", headers={"X-CSRF-Token": csrf}, data={"note": "x"}).text == "x 0"


def test_a_form_with_files_carries_it_first(location):
    client = with_echo(browser(location))
    files = {"file": ("a.txt", b"x" * 5_000)}
    assert client.post("/echo", data={"note": "n"}, files=files).status_code == 403
    sent = client.post("/echo", data={"csrf": csrf_of(client), "note": "n"}, files=files)
    assert sent.text == "n 5000"


def test_the_token_of_one_browser_does_not_serve_another(location):
    first, second = browser(location), with_echo(browser(location))
    assert second.post("/echo", data={"csrf": csrf_of(first)}).status_code == 403


def test_a_request_from_another_site_is_refused_even_with_all_tokens(location):
    client = with_echo(browser(location))
    sent = {"csrf": csrf_of(client)}
    headers = {"Sec-Fetch-Site": "same-site"}
    assert client.post("/echo", data=sent, headers=headers).status_code == 403
    assert client.post("/echo", data=sent, headers={"Sec-Fetch-Site": "same-origin"}).is_success


def test_styles_are_open_to_the_page_that_says_that_the_desk_is_closed(location):
    client = stranger(location)
    for name in ("tokens.css", "desk.css"):
        answer = client.get(f"/static/{name}")
        assert answer.status_code == 200
        assert answer.headers["content-type"].startswith("text/css")
        again = client.get(f"/static/{name}", headers={"If-None-Match": answer.headers["etag"]})
        assert again.status_code == 304
    assert client.get("/static/%2e%2e/app.py").status_code == 404
