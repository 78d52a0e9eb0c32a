import pytest
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.responses import JSONResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from rashomon.model.errors import InputError
from rashomon.web import receiving


async def answer(request):
    try:
        form = await receiving.receive_form(request)
    except InputError as error:
        return JSONResponse({"error": error.code, "what": error.what})
    files = [(name, path.read_bytes().decode()) for name, path in form.files]
    places = [str(path.relative_to(form.folder)) for _, path in form.files]
    await run_in_threadpool(form.discard)
    return JSONResponse(
        {"fields": form.fields, "files": files, "places": places, "left": form.folder.exists()}
    )


@pytest.fixture
def client(tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    client = TestClient(Starlette(routes=[Route("/", answer, methods=["POST"])]))
    yield client
    assert not list(tmp_path.iterdir())


def test_fields_and_files_come_as_they_were_sent_and_names_are_no_paths(client):
    files = [
        ("files", ("../../a.txt", b"one")),
        ("files", ("مرحبا.html", b"two" * 100_000)),
    ]
    found = client.post("/", data={"csrf": "x", "publisher": "Ø"}, files=files).json()
    assert found == {
        "fields": {"csrf": "x", "publisher": "Ø"},
        "files": [["../../a.txt", "one"], ["مرحبا.html", "two" * 100_000]],
        "places": ["1", "2"],
        "left": False,
    }


def test_a_form_in_which_no_file_was_chosen_has_none(client):
    head = b'content-disposition: form-data; name="files"; filename=""'
    kind = {"content-type": "multipart/form-data; boundary=x"}
    body = b"--x\r\n" + head + b"\r\n\r\n\r\n--x--\r\n"
    assert client.post("/", content=body, headers=kind).json()["files"] == []


def test_more_files_than_are_taken_are_refused_with_a_way_out(client, monkeypatch):
    monkeypatch.setattr(receiving, "MOST_FILES", 2)
    files = [("files", (f"{number}.txt", b"x")) for number in range(3)]
    found = client.post("/", files=files).json()
    assert found == {"error": "input.too_large", "what": "more than 2 files"}


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("application/x-www-form-urlencoded", b"a=b"),
        ("multipart/form-data", b"--x\r\n"),
        ("multipart/form-data; boundary=x", b"--x\r\n" + b"a" * 99_000 + b": b\r\n\r\n--x--\r\n"),
        ("multipart/form-data; boundary=x", b"nothing of the kind"),
        ("multipart/form-data; boundary=x", b'--x\r\ncontent-disposition: form-data; name="a"; '),
        (
            "multipart/form-data; boundary=x",
            b'--x\r\ncontent-disposition: form-data; name="a"; filename="b"\r\n\r\nhal',
        ),
    ],
)
def test_what_is_no_form_or_breaks_off_is_refused(client, kind, body):
    found = client.post("/", content=body, headers={"content-type": kind}).json()
    assert found["error"] == "input"


@pytest.mark.parametrize(
    "body",
    [
        b'--x\r\ncontent-disposition: form-data; name="a"\r\n\r\n' + b"a" * 200_000 + b"\r\n--x--",
        b"".join(
            b'--x\r\ncontent-disposition: form-data; name="%d"\r\n\r\n\r\n' % number
            for number in range(99)
        )
        + b"--x--\r\n",
    ],
    ids=["field", "fields"],
)
def test_what_is_too_long_is_refused(client, body):
    kind = {"content-type": "multipart/form-data; boundary=x"}
    assert client.post("/", content=body, headers=kind).json()["error"] == "input.too_large"
