import gzip
import http.server
import shutil
import ssl
import subprocess
import threading
import time
from contextlib import contextmanager

import pytest

from rashomon.model.document import identity
from rashomon.model.failure import Failure
from rashomon.readers import Metadata, Source, addresses, open_source, read_source
from rashomon.readers.fetch import fetch
from rashomon.settings import ReaderSettings
from tests.readers import made

ALLOWED = ReaderSettings(allow_private=True, fetch_timeout=20)


class Handler(http.server.BaseHTTPRequestHandler):
    """Answers as the test that started the server says."""

    def do_GET(self):
        self.server.asked.append((self.path, dict(self.headers)))
        self.server.answer(self)

    def log_message(self, *_):
        """Say nothing."""


@contextmanager
def serving(answer, context=None):
    """Serve answers on this machine; ``asked`` of what is given holds what was asked for."""
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.answer = answer
        server.asked = []
        server.daemon_threads = True
        server.block_on_close = False
        server.handle_error = lambda *_: None
        if context:
            server.socket = context.wrap_socket(server.socket, server_side=True)
        server.url = f"http://127.0.0.1:{server.server_address[1]}"
        thread = threading.Thread(target=server.serve_forever, args=[0.05])
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()


def sends(body, media_type="text/html; charset=utf-8", status=200, **fields):
    """Return what answers every request alike."""
    body = body.encode() if isinstance(body, str) else body

    def answer(handler):
        handler.send_response(status)
        if media_type:
            handler.send_header("Content-Type", media_type)
        for name, value in fields.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    return answer


def read(url, settings=ALLOWED, **options):
    return list(read_source(Source(url, **options), settings))


def failed(found, code="input.fetch"):
    """Return the message of the one failure that was found, which has the given code."""
    [failure] = found
    assert isinstance(failure, Failure)
    assert failure.error.code == code
    assert failure.error.remedy
    return failure.error.message


def test_a_page_is_fetched_with_where_and_when_it_was_got():
    page = made.page()
    with serving(sends(page)) as server:
        [found] = read(f"{server.url}/bridge#top")
    assert (found.publisher, found.published) == ("The Courier", "2021-03-04")
    assert found.path == f"{server.url}/bridge#top"
    assert found.url == found.provenance.obtained_from == f"{server.url}/bridge"
    assert found.id == identity(page.encode())
    assert time.strptime(found.provenance.obtained_at, "%Y-%m-%dT%H:%M:%SZ")
    [(path, headers)] = server.asked
    assert path == "/bridge"
    assert headers["User-Agent"].startswith("rashomon/")
    assert headers["Host"] == server.url.removeprefix("http://")
    assert "Cookie" not in headers
    assert "Authorization" not in headers


def test_what_the_user_says_goes_over_what_was_fetched():
    with serving(sends(made.page())) as server:
        [found] = read(server.url, given=Metadata(url="https://c.example/1", publisher="C"))
    assert (found.url, found.publisher) == ("https://c.example/1", "C")


KINDS = {
    "text/plain": ("The ferry stayed.", "The ferry stayed."),
    "text/markdown": ("# Ferry\n\nIt *stayed*.", "Ferry\n\nIt stayed."),
    "application/pdf": (made.pdf(["The ferry stayed."]), "The ferry stayed."),
    "application/rss+xml": (made.rss(made.item()), "The ferry stayed in Orrin."),
    "application/xml": (made.rss(made.item()), "The ferry stayed in Orrin."),
    "application/json": ('{"text": "It left."}', "It left."),
    "application/octet-stream": (made.pdf(["The ferry stayed."]), "The ferry stayed."),
    "text/csv": ("id,text\n1,It left.\n", "It left."),
    "": (made.rss(made.item()), "The ferry stayed in Orrin."),
}


@pytest.mark.parametrize("media_type", KINDS)
def test_the_media_type_names_the_kind(media_type):
    body, text = KINDS[media_type]
    with serving(sends(body, media_type)) as server:
        [found] = read(server.url)
    assert found.text == text


def test_a_kind_that_the_user_names_goes_over_the_media_type():
    with serving(sends("<p>The ferry stayed.", "text/html")) as server:
        [found] = read(server.url, kind="text")
    assert found.text == "<p>The ferry stayed."


def test_the_address_of_a_feed_gives_its_entries():
    items = [made.item(f"Entry {i}.", link=f"https://c.example/{i}") for i in range(3)]
    with serving(sends(made.rss(*items), "application/rss+xml")) as server:
        found = read(f"{server.url}/feed")
    assert [one.text for one in found] == ["Entry 0.", "Entry 1.", "Entry 2."]
    assert found[1].url == "https://c.example/1"
    assert found[1].path == f"{server.url}/feed:2"
    assert found[1].provenance.obtained_at


def test_the_address_of_an_archive_gives_its_pages_unread():
    raw = made.warc(made.answer("https://c.example/1", made.page()))
    with serving(sends(raw, "application/warc")) as server:
        [found] = open_source(Source(server.url), ALLOWED)
    assert isinstance(found, Source)
    assert found.obtained_from == "https://c.example/1"


def test_the_encoding_that_the_server_names_is_used():
    body = "The café said “no”.".encode("cp1252")
    with serving(sends(body, 'text/plain; charset="ISO-8859-1"')) as server:
        assert read(server.url)[0].text == "The café said “no”."
    with serving(sends(body, "text/plain; charset=klingon")) as server:
        failed(read(server.url), "input.undecodable")


@pytest.mark.parametrize("media_type", ["video/mp4", "text/xml", "application/zip"])
def test_what_no_reader_reads_is_refused(media_type):
    body = "<a/>" if "xml" in media_type else b"PK\x03\x04"
    with serving(sends(body, media_type)) as server:
        assert media_type in failed(read(server.url), "input.unsupported")


@pytest.mark.parametrize("status", [204, 304, 404, 500])
def test_another_status_is_told(status):
    with serving(sends("", status=status)) as server:
        assert f"status {status}" in failed(read(server.url))


def leads(*places):
    """Return what answers request after request with a redirect to the next place, then a page."""

    def answer(handler):
        done = len(handler.server.asked)
        if done > len(places):
            sends(made.page())(handler)
        else:
            sends("", status=302, Location=places[done - 1], Set_Cookie="a=b")(handler)

    return answer


def test_redirects_are_followed_without_cookies():
    as_sent = "ä".encode().decode("latin-1")
    with serving(None) as server:
        server.answer = leads("/two", "three?x=1", f"{server.url[5:]}/{as_sent}")
        [found] = read(f"{server.url}/one")
    assert [path for path, _ in server.asked] == ["/one", "/two", "/three?x=1", "/%C3%A4"]
    assert all("Cookie" not in headers for _, headers in server.asked)
    assert found.url == f"{server.url}/%C3%A4"
    assert found.path == f"{server.url}/one"


def test_endless_redirects_end():
    with serving(sends("", status=301, Location="/again")) as server:
        assert "more than 5 redirects" in failed(read(server.url))
    assert len(server.asked) == 6


@pytest.mark.parametrize(
    "place",
    [
        *(
            "file:///etc/passwd",
            "ftp://a.example/",
            "http://a:b@127.0.0.1/",
            "http://[::1",
            "data:,x",
        ),
        "http://inside.example/",
    ],
)
def test_each_redirect_is_checked(place, monkeypatch):
    numbers = {"outside.example": ["127.0.0.1"], "inside.example": ["127.0.0.2"]}
    monkeypatch.setattr(addresses, "is_public", lambda number: number == "127.0.0.1")
    monkeypatch.setattr(addresses, "_resolve", lambda host, _: numbers[host])
    with serving(sends("", status=302, Location=place)) as server:
        url = server.url.replace("127.0.0.1", "outside.example")
        failed(read(url, ReaderSettings()), "input.refused_address")
    assert len(server.asked) == 1


def test_the_number_that_was_checked_is_the_one_that_is_connected_to(monkeypatch):
    answers = iter([["127.0.0.1"], ["127.0.0.2"], ["127.0.0.2"]])
    monkeypatch.setattr(addresses, "is_public", lambda number: number == "127.0.0.1")
    with serving(sends(made.page())) as server:
        url = server.url.replace("127.0.0.1", "rebound.example")
        found = fetch(Source(url), ReaderSettings(), resolve=lambda *_: next(answers))
    assert found.raw == made.page().encode()
    assert server.asked[0][1]["Host"] == url.removeprefix("http://")
    assert len(list(answers)) == 2


def test_if_one_number_does_not_answer_the_next_is_asked():
    with serving(sends(made.page())) as server:
        url = server.url.replace("127.0.0.1", "two.example")
        found = fetch(Source(url), ALLOWED, resolve=lambda *_: ["127.0.0.99", "127.0.0.1"])
    assert found.obtained_from == f"{url}/"


def test_a_private_address_is_refused_unless_it_is_allowed():
    with serving(sends(made.page())) as server:
        failed(read(server.url, ReaderSettings()), "input.refused_address")
    assert server.asked == []


def test_no_proxy_is_asked(monkeypatch):
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    with serving(sends(made.page())) as server:
        assert read(server.url)[0].title == "Bridge closed"


def drips(start):
    """Return what sends a start, and then a little, again and again, for ever."""

    def answer(handler):
        handler.wfile.write(start)
        while True:
            handler.wfile.write(b"a" if b"\r\n\r\n" in start else b"X-A: b\r\n")
            handler.wfile.flush()
            time.sleep(0.02)

    return answer


@pytest.mark.parametrize(
    "start",
    [
        b"HTTP/1.1 200 OK\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 99999999\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nfffffff\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1;",
    ],
)
def test_a_server_that_sends_a_little_for_ever_is_given_up(start):
    with serving(drips(start)) as server:
        found = read(server.url, ReaderSettings(allow_private=True, fetch_timeout=0.5))
        message = failed(found)
    assert "within 0.5 seconds" in message or "cannot be fetched" in message


def test_a_server_that_says_nothing_is_given_up():
    done = threading.Event()
    with serving(lambda _: done.wait(20)) as server:
        found = read(server.url, ReaderSettings(allow_private=True, fetch_timeout=0.5))
        done.set()
    assert "within 0.5 seconds" in failed(found)


def test_time_is_counted_over_all_redirects():
    def answer(handler):
        time.sleep(0.2)
        sends("", status=302, Location="/on")(handler)

    with serving(answer) as server:
        found = read(server.url, ReaderSettings(allow_private=True, fetch_timeout=0.5))
    assert "within 0.5 seconds" in failed(found)


def test_more_than_the_limit_is_refused_and_not_held():
    small = ReaderSettings(allow_private=True, max_bytes=100_000)
    with serving(sends("x" * 100_001, "text/plain")) as server:
        failed(read(server.url, small), "input.too_large")
    with serving(sends("x" * 100_000, "text/plain")) as server:
        assert len(read(server.url, small)[0].text) == 100_000
    bomb = gzip.compress(gzip.compress(b" " * 200_000_000))
    for coding in ("gzip", "gzip, gzip"):
        body = bomb if "," in coding else made.bomb(200_000_000)
        with serving(sends(body, "text/plain", Content_Encoding=coding)) as server:
            failed(read(server.url, small), "input.too_large")


def test_compressed_answers_are_read():
    page = made.page().encode()
    with serving(sends(gzip.compress(page), Content_Encoding="gzip")) as server:
        [found] = read(server.url)
    assert found.provenance.raw == page


def sends_raw(raw):
    def answer(handler):
        handler.wfile.write(raw)
        handler.close_connection = True

    return answer


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"no HTTP at all\r\n\r\n",
        b"HTTP/1.1 9999 x\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\nshort",
        b"HTTP/1.1 200 OK\r\nContent-Length: -5\r\nContent-Type: text/plain\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzzz\r\nx",
        b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\nnot gzip at all",
        b"HTTP/1.1 200 OK\r\n" + b"X-A: b\r\n" * 5000 + b"\r\n",
        b"HTTP/1.1 200 OK\r\nX-A: " + b"b" * 200_000 + b"\r\n\r\n",
        b"HTTP/1.1 302 Found\r\nLocation: http://\xff\xfe:x/\r\n\r\n",
        b"HTTP/1.1 302 Found\r\nLocation: \r\n\r\n",
    ],
)
def test_an_answer_that_is_none_is_told(raw):
    with serving(sends_raw(raw)) as server:
        [found] = read(server.url)
    assert isinstance(found, Failure)
    assert found.error.code.startswith("input.")


def test_nobody_there_is_told():
    with serving(sends("")) as server:
        pass
    assert "cannot be fetched" in failed(read(server.url))


@pytest.fixture
def certificate(tmp_path):
    """Make a certificate for courier.example; the test is skipped where openssl is missing."""
    if not shutil.which("openssl"):
        pytest.skip("openssl is not installed")
    names = ["-subj", "/CN=courier.example", "-addext", "subjectAltName=DNS:courier.example"]
    key, file = str(tmp_path / "key.pem"), str(tmp_path / "certificate.pem")
    made_by = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"]
    subprocess.run(
        [*made_by, *names, "-keyout", key, "-out", file], check=True, capture_output=True
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file, key)
    asked = []
    context.sni_callback = lambda _, name, __: asked.append(name)
    return context, file, asked


def test_the_certificate_is_checked_against_the_name_and_not_the_number(certificate, monkeypatch):
    context, file, asked = certificate
    here = {"resolve": lambda *_: ["127.0.0.1"]}
    with serving(sends(made.page()), context) as server:
        port = server.server_address[1]
        url = f"https://courier.example:{port}/"
        with pytest.raises(Exception, match="certificate verify failed"):
            fetch(Source(url), ALLOWED, **here)
        monkeypatch.setenv("SSL_CERT_FILE", file)
        assert fetch(Source(url), ALLOWED, **here).obtained_from == url
        with pytest.raises(Exception, match=r"(?i)hostname mismatch"):
            fetch(Source(url.replace("courier", "tide")), ALLOWED, **here)
    assert asked == ["courier.example", "courier.example", "tide.example"]
