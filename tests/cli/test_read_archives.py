"""Every kind of archive is reached from the command line, alone and in a folder with others."""

import http.server
import json
import threading

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tests.readers import made


@pytest.fixture
def archives(tmp_path):
    """Write one archive of each kind and return their names."""
    url = "https://courier.example/bridge"
    warc = made.warc(made.answer(url, made.page()))
    content = {
        "feed.xml": made.rss(made.item("Mayor Dorn said the ferry would stay in Orrin.")).encode(),
        "archive.warc.gz": warc,
        "x.wacz": made.wacz({"archive/data.warc.gz": warc}, [{"url": url}]),
        "y.pdf": made.pdf(["Mayor Dorn said the ferry would stay in Orrin."]),
    }
    for name, raw in content.items():
        (tmp_path / name).write_bytes(raw)
    table = pa.table({"text": ["Mayor Dorn said the ferry would stay in Orrin."], "id": ["7"]})
    pq.write_table(table, tmp_path / "z.parquet")
    return [*content, "z.parquet"]


def test_every_kind_of_archive_is_read(rashomon, archives):
    ran = rashomon("read", *archives, "--format", "jsonl")
    assert (ran.status, ran.err) == (0, "")
    read = [json.loads(line) for line in ran.out.splitlines()]
    assert [one["document"]["path"] for one in read] == [
        "feed.xml:1",
        "archive.warc.gz:https://courier.example/bridge",
        "x.wacz:https://courier.example/bridge",
        "y.pdf",
        "z.parquet:1",
    ]
    assert all(one["attributions"] for one in read)
    archived = [one["document"] for one in read[1:3]]
    assert archived[0]["id"] == archived[1]["id"]
    assert archived[0]["url"] == "https://courier.example/bridge"
    assert archived[0]["published"] == "2021-03-04"


@pytest.mark.parametrize("name", ["feed.xml", "archive.warc.gz", "x.wacz", "y.pdf", "z.parquet"])
def test_standard_input_is_recognised_by_its_first_bytes(rashomon, archives, tmp_path, name):
    assert name in archives
    ran = rashomon("read", "-", "--format", "json", stdin=(tmp_path / name).read_bytes())
    assert (ran.status, ran.err) == (0, "")
    assert json.loads(ran.out)["attributions"]


def test_archives_are_read_by_several_processes_in_order(rashomon, tmp_path):
    answers = [
        made.answer(f"https://courier.example/{i}", made.page(more=f"It has {i} piers."))
        for i in range(40)
    ]
    (tmp_path / "many.warc.gz").write_bytes(made.warc(*answers))
    one, two = (
        rashomon("read", "many.warc.gz", "--format", "jsonl", "--jobs", jobs) for jobs in (1, 2)
    )
    assert one.status == two.status == 0
    assert one.out == two.out
    assert len(one.out.splitlines()) == 40


def test_a_damaged_archive_costs_only_itself(rashomon, archives, tmp_path):
    (tmp_path / "bad.pdf").write_bytes(made.pdf(["The ferry."])[:200])
    ran = rashomon("read", "bad.pdf", archives[0], "--format", "jsonl")
    assert ran.status == 1
    bad, good = (json.loads(line) for line in ran.out.splitlines())
    assert bad["error"]["code"] == "input.broken_archive"
    assert "Traceback" not in ran.err
    assert good["attributions"]


class Pages(http.server.BaseHTTPRequestHandler):
    """Serves a page at every address."""

    def do_GET(self):
        raw = made.page().encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(raw)))
        self.end_headers()
        self.wfile.write(raw)

    def log_message(self, *_):
        """Say nothing."""


@pytest.fixture
def address():
    """Serve pages on this machine, and return an address of one of them."""
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Pages) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}/bridge"
        server.shutdown()
        thread.join()


def test_an_address_is_fetched_and_read(rashomon, address):
    ran = rashomon("read", address, "--allow-private", "--format", "json")
    assert (ran.status, ran.err) == (0, "")
    document = json.loads(ran.out)["document"]
    assert (document["path"], document["url"]) == (address, address)
    assert document["publisher"] == "The Courier"


def test_a_private_address_is_refused_with_what_to_do(rashomon, address):
    ran = rashomon("read", address)
    assert (ran.status, ran.out) == (1, "")
    assert "127.0.0.1, which is not of the public internet" in ran.err
    assert "--allow-private" in ran.err
