import gzip
import io
import logging
import resource
import sys
import zlib

import pytest
from fastwarc.stream_io import BrotliWriter, ZstdWriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rashomon.model.document import Document, identity
from rashomon.model.failure import Failure
from rashomon.readers import Metadata, Source, open_source, read_source, source_identity
from rashomon.readers import records as warc_records
from rashomon.settings import ReaderSettings
from tests.readers import made

URL = "https://courier.example/bridge"
PAGE = made.page()


def packed(writer, raw):
    out = io.BytesIO()
    with writer(out) as stream:
        stream.write(raw)
    return out.getvalue()


def chunked(raw, size=100):
    parts = [raw[i : i + size] for i in range(0, len(raw), size)]
    return b"".join(b"%x;a=b\r\n%b\r\n" % (len(part), part) for part in parts) + b"0\r\n\r\n"


def codes(found):
    return [one.error.code if isinstance(one, Failure) else None for one in found]


@pytest.mark.parametrize("name", ["a.warc.gz", "a.warc", "saved"])
def test_a_page_is_read_with_its_address_and_the_moment_of_archiving(read_one, name):
    raw = made.warc(made.answer(URL, PAGE), packed=name == "a.warc.gz")
    found = read_one(name, raw)
    assert "the mayor’s office said" in found.text
    assert (found.url, found.publisher, found.published) == (URL, "The Courier", "2021-03-04")
    assert found.path.endswith(f"{name}:{URL}")
    assert found.provenance.obtained_from == URL
    assert found.provenance.obtained_at == made.DATE
    assert found.provenance.raw == PAGE.encode()


RAW = PAGE.encode()
CODINGS = {
    "gzip": gzip.compress(RAW),
    "x-gzip": gzip.compress(RAW),
    "deflate": zlib.compress(RAW),
    "br": packed(BrotliWriter, RAW),
    "zstd": packed(ZstdWriter, RAW),
    "identity": RAW,
    "gzip, gzip": gzip.compress(gzip.compress(RAW)),
}


@pytest.mark.parametrize("coding", CODINGS)
@pytest.mark.parametrize("transfer", ["", "chunked"])
def test_a_saved_page_and_its_archived_copy_are_one_document(read_one, coding, transfer):
    body = chunked(CODINGS[coding]) if transfer else CODINGS[coding]
    fields = [("Content-Encoding", coding), ("Transfer-Encoding", transfer)]
    archived = read_one("a.warc.gz", made.warc(made.answer(URL, body, *fields)))
    assert archived.id == read_one("a.html", PAGE).id == identity(RAW)


@pytest.mark.parametrize(
    "field",
    [("Content-Encoding", "gzip"), ("Content-Encoding", "br"), ("Transfer-Encoding", "chunked")],
)
def test_a_coding_that_the_archive_has_undone_already_is_none(read_one, field):
    found = read_one("a.warc.gz", made.warc(made.answer(URL, PAGE, field)))
    assert found.id == identity(RAW)


def test_deflate_without_a_header_is_read(read_one):
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    body = packer.compress(RAW) + packer.flush()
    found = read_one("a.warc", made.warc(made.answer(URL, body, ("Content-Encoding", "deflate"))))
    assert found.id == identity(RAW)


def test_what_is_no_page_is_left_out_and_counted(read, caplog):
    raw = made.warc(
        made.answer(URL, "body {}", media_type="text/css"),
        made.answer(f"{URL}/2", PAGE, status="404 Not Found"),
        made.answer(f"{URL}/3", b"\x89PNG", media_type=""),
        made.answer(f"{URL}/4", "", kind="revisit"),
        made.answer(f"{URL}/5", "", kind="request"),
        made.answer(f"{URL}/6", " "),
        made.answer("urn:text:x", PAGE, kind="resource"),
        made.answer(URL, PAGE),
    )
    with caplog.at_level(logging.WARNING):
        [found] = read("a.warc.gz", raw)
    assert found.url == URL
    for reason in (
        *("2 of other kinds", "1 with another status", "1 revisits", "1 empty"),
        "1 of other types",
    ):
        assert reason in caplog.text


def test_an_archive_without_a_page_is_empty(read_one):
    raw = made.warc(made.answer(URL, "body {}", media_type="text/css"))
    assert read_one("a.warc", raw).error.code == "input.empty"


def test_plain_text_and_pdf_are_read_and_a_page_without_a_type_is_recognised(read):
    found = read(
        "a.warc.gz",
        made.warc(
            made.answer(URL, "The ferry stayed.", media_type="text/plain; charset=utf-8"),
            made.answer(URL, made.pdf(["The ferry stayed."]), media_type="application/pdf"),
            made.answer(URL, PAGE, media_type=""),
        ),
    )
    assert [one.provenance.media_type for one in found] == [
        *("text/plain", "application/pdf", "text/html")
    ]


def test_the_encoding_that_the_server_named_is_used(read_one):
    body = "The café said no.".encode("cp1252")
    answer = made.answer(URL, body, media_type="text/plain; charset=ISO-8859-1")
    assert read_one("a.warc", made.warc(answer)).text == "The café said no."


def test_a_page_that_cannot_be_read_costs_only_itself(read):
    gzipped = ("Content-Encoding", "gzip")
    found = read(
        "a.warc.gz",
        made.warc(
            made.answer(f"{URL}/1", gzip.compress(RAW)[:-20], gzipped),
            made.answer(f"{URL}/2", "caf\xe9".encode("latin-1"), media_type="text/plain"),
            made.answer(f"{URL}/3", "<html><body></body></html>"),
            made.answer(f"{URL}/4", chunked(RAW)[:300], ("Transfer-Encoding", "chunked")),
            made.answer(f"{URL}/5", RAW, ("Content-Encoding", "rot13")),
            made.answer(f"{URL}/6", RAW, ("Content-Encoding", "gzip,gzip,gzip,gzip")),
            made.answer(f"{URL}/7", PAGE),
        ),
    )
    broken = "input.broken_archive"
    assert codes(found) == [
        *(broken, "input.undecodable", "input.unreadable_page", broken, broken, broken, None)
    ]
    assert all(one.path.endswith(f"{URL}/{i}") for i, one in enumerate(found, start=1))


def test_bombs_are_refused_without_being_unpacked(read):
    fields = ("Content-Encoding", "gzip")
    twice = made.answer(
        URL, gzip.compress(made.bomb(300_000_000)), ("Content-Encoding", "gzip,gzip")
    )
    brotli = packed(BrotliWriter, b" " * 50_000_000)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    found = read(
        "a.warc.gz",
        made.warc(
            made.answer(URL, made.bomb(300_000_000), fields),
            twice,
            made.answer(URL, brotli, ("Content-Encoding", "br")),
            made.answer(URL, b" " * 40_000_000),
            made.answer(URL, PAGE),
        ),
        max_bytes=1_000_000,
    )
    assert codes(found) == [*["input.too_large"] * 4, None]
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 250_000


@pytest.mark.parametrize("raw", [b"just words, no archive", b"\x1f\x8b\x08garbage", b"WARC/1.0"])
def test_what_is_no_warc_is_refused(read_one, raw):
    found = read_one("a.warc", raw)
    assert found.error.code == "input.broken_archive"
    assert "no WARC" in found.error.message


ANSWERS = [made.answer(f"{URL}/{i}", made.page(more=f"It has {i} piers.")) for i in range(4)]


@pytest.mark.parametrize("is_packed", [True, False])
@pytest.mark.parametrize("kept", [0.9, 0.75, 0.6])
def test_of_an_archive_that_is_cut_short_the_whole_pages_are_read(read, is_packed, kept):
    raw = made.warc(*ANSWERS, packed=is_packed)
    found = read("a.warc", raw[: int(len(raw) * kept) - 5])
    assert isinstance(found[0], Document)
    assert codes(found[:-1]) == [None] * (len(found) - 1)
    assert len(found) <= 4
    assert found[-1].error.code == "input.broken_archive"
    assert "damaged after record" in found[-1].error.message


@pytest.mark.parametrize("is_packed", [True, False])
def test_past_a_damaged_place_the_next_whole_page_is_read(read, is_packed):
    parts = [made.warc(one, packed=is_packed) for one in ANSWERS]
    half = parts[2][len(parts[2]) // 2 :]
    found = read("a.warc", parts[0] + b"garbage" * 50 + parts[1] + half + parts[3])
    urls = [one.url for one in found if isinstance(one, Document)]
    assert urls == [f"{URL}/{i}" for i in (0, 1, 3)]
    assert codes(found).count("input.broken_archive") == 2


def test_lengths_that_run_past_the_end_do_not_read_it_again_and_again(monkeypatch):
    records = b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99999999999\r\n\r\n" * 500
    tried = []
    make = warc_records.ArchiveIterator
    monkeypatch.setattr(
        warc_records, "ArchiveIterator", lambda *a, **b: tried.append(1) or make(*a, **b)
    )
    raw = made.warc(ANSWERS[0], packed=False) + records
    found = list(open_source(Source("a.warc", kind="warc", raw=raw), ReaderSettings()))
    assert codes(found) == [None, "input.broken_archive"]
    assert len(tried) < 10


def test_beginnings_of_records_by_the_thousand_end(read):
    raw = made.warc(ANSWERS[0]) + b"\x1f\x8b\x08\0\0\0\0\0\0\x03\xff" * 50_000
    found = read("a.warc.gz", raw)
    assert codes(found) == [None, "input.broken_archive"]


def test_an_archive_is_opened_without_its_pages_being_made_into_texts():
    raw = made.warc(*ANSWERS)
    source = Source("a.warc.gz", kind="warc", raw=raw, given=Metadata(publisher="Named"))
    found = list(open_source(source, ReaderSettings()))
    assert all(isinstance(one, Source) and one.raw and one.kind == "html" for one in found)
    for one in found:
        [document] = read_source(one, ReaderSettings())
        assert document.id == source_identity(one, ReaderSettings())
        assert document.publisher == "Named"
    assert source_identity(source, ReaderSettings()) is None


class Counting(io.RawIOBase):
    """A pipe that counts what was read of it."""

    def __init__(self, raw):
        self.stream = io.BytesIO(raw)
        self.taken = 0

    def readable(self):
        return True

    def readinto(self, buffer):
        size = self.stream.readinto(buffer)
        self.taken += size
        return size


def test_an_archive_is_streamed(monkeypatch):
    many = (made.answer(f"{URL}/{i}", PAGE + "x" * 300_000) for i in range(50))
    pipe = Counting(made.warc(*many, packed=False))
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(pipe)))
    found = open_source(Source("-", kind="warc"), ReaderSettings())
    assert next(found).path == f"-:{URL}/0"
    assert pipe.taken < 1_000_000
    assert len(list(found)) == 49


MUTATED = made.warc(*ANSWERS[:2], packed=False)


@given(data=st.data())
@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=200)
def test_mutated_archives_are_read_or_refused(data):
    raw = bytearray(MUTATED)
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(raw) - 1))
        raw[at : at + data.draw(st.integers(0, 9))] = data.draw(st.binary(max_size=9))
    packed = data.draw(st.booleans())
    written = gzip.compress(bytes(raw)) if packed else bytes(raw)
    for found in open_source(Source("a.warc", kind="warc", raw=written), ReaderSettings()):
        if isinstance(found, Failure):
            assert found.error.code.startswith("input.")
            assert found.error.remedy
