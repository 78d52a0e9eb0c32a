import gzip
import io
import json
import socket

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from rashomon.model.document import Document, identity
from rashomon.readers import (
    Metadata,
    Source,
    holds_many,
    locate,
    read_source,
    source_identity,
)
from rashomon.readers.documents import extractor
from rashomon.settings import ReaderSettings
from tests.readers import made
from tests.readers.test_page import PAGE

ROW = {"text": "The ferry stayed in Orrin.", "id": "7"}
INPUTS = {
    "a.txt": ("The ferry stayed in Orrin.", "text/plain", "plain/1"),
    "a.md": ("# Ferry\n\nIt stayed.", "text/markdown", extractor("markdown-it-py")),
    "a.html": (PAGE.format(head=""), "text/html", extractor("trafilatura")),
    "a.json": (json.dumps(ROW), "application/json", "plain/1"),
    "a.jsonl": (json.dumps(ROW) + "\n", "application/json", "plain/1"),
    "a.csv": ("id,text\n7,The ferry stayed in Orrin.\n", "application/json", "plain/1"),
    "a.xml": (made.rss(made.item()), "application/json", extractor("lxml")),
    "a.pdf": (made.pdf(["The ferry stayed."]), "application/pdf", extractor("pypdf")),
}
URL = "https://courier.example/bridge"
WARC = made.warc(made.answer(URL, made.page()))
ARCHIVES = {"a.warc.gz": WARC, "a.wacz": made.wacz({"archive/a.warc.gz": WARC})}


@pytest.mark.parametrize("name", INPUTS)
def test_a_document_says_where_it_comes_from_and_what_made_its_text(read_one, tmp_path, name):
    written, media_type, made_by = INPUTS[name]
    found = read_one(name, written)
    provenance = found.provenance
    assert identity(provenance.raw) == found.id
    assert (provenance.media_type, provenance.extractor) == (media_type, made_by)
    assert (provenance.obtained_from, provenance.obtained_at) == (str(tmp_path / name), None)


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html"])
def test_the_bytes_of_a_file_are_kept_as_they_are(read_one, tmp_path, name):
    assert read_one(name, INPUTS[name][0]).provenance.raw == (tmp_path / name).read_bytes()


@pytest.mark.parametrize("name", ARCHIVES)
def test_an_archived_page_comes_from_its_address(read_one, name):
    found = read_one(name, ARCHIVES[name])
    assert identity(found.provenance.raw) == found.id
    assert found.provenance.media_type == "text/html"
    assert found.provenance.extractor == extractor("trafilatura")
    assert found.provenance.obtained_from == URL
    assert found.provenance.obtained_at == made.DATE


def test_the_row_of_a_parquet_table_stands_for_its_values_too(read_one):
    out = io.BytesIO()
    pq.write_table(pa.table({name: [value] for name, value in ROW.items()}), out)
    found = read_one("a.parquet", out.getvalue())
    assert identity(found.provenance.raw) == found.id
    assert found.id == read_one("a.json", INPUTS["a.json"][0]).id
    assert found.provenance.extractor == "plain/1"


@pytest.mark.parametrize("name", [*INPUTS, *ARCHIVES])
def test_reading_a_file_needs_no_network(read_one, monkeypatch, name):
    def refuse(*_, **__):
        raise AssertionError("nobody gave an address")

    for function in ("socket", "create_connection", "getaddrinfo"):
        monkeypatch.setattr(socket, function, refuse)
    found = read_one(name, INPUTS[name][0] if name in INPUTS else ARCHIVES[name])
    assert isinstance(found, Document)


@pytest.mark.parametrize("name", [*INPUTS, *ARCHIVES])
def test_an_identity_that_is_told_beforehand_is_that_of_the_document(read_one, tmp_path, name):
    found = read_one(name, INPUTS[name][0] if name in INPUTS else ARCHIVES[name])
    [source] = locate([str(tmp_path / name)])
    told = source_identity(source, ReaderSettings())
    assert told == (None if holds_many(source) else found.id)


@pytest.mark.parametrize("name", ["a.txt", "a.jsonl", "a.html"])
def test_a_file_packed_with_gzip_is_the_document_that_it_packs(read_one, tmp_path, name):
    written = INPUTS[name][0].encode()
    packed = read_one(f"{name}.gz", gzip.compress(written))
    assert packed.id == read_one(name, written).id
    if name != "a.jsonl":
        [source] = locate([str(tmp_path / f"{name}.gz")])
        assert source_identity(source, ReaderSettings()) == packed.id


def test_what_no_gzip_wrote_and_what_is_too_large_unpacked_is_refused(read_one):
    packed = gzip.compress(b"The ferry stayed.")
    for raw in (b"The ferry stayed.", packed[:-9], packed[:15] + b"garbage" + packed[22:]):
        assert read_one("a.txt.gz", raw).error.code == "input.broken_archive"
    bomb = made.bomb(200_000_000)
    for name in ("a.txt.gz", "a.jsonl.gz"):
        assert read_one(name, bomb, max_bytes=1000).error.code == "input.too_large"
    assert source_identity(Source("a.txt", raw=b"x" * 9), ReaderSettings(max_bytes=8)) is None


def test_a_row_stands_for_its_values_as_json(read_one):
    assert json.loads(read_one("a.csv", INPUTS["a.csv"][0]).provenance.raw) == ROW


def test_the_user_goes_over_the_document_and_the_document_over_what_holds_it():
    source = Source(
        "x",
        kind="html",
        raw=PAGE.format(head="").encode(),
        given=Metadata(title="Said by the user"),
        hints=Metadata(title="Said by the archive", publisher="Archive", url="https://a.example"),
        obtained_from="https://a.example/1",
        obtained_at="2021-03-05T08:00:00Z",
    )
    [found] = read_source(source, ReaderSettings())
    assert isinstance(found, Document)
    assert (found.title, found.publisher) == ("Said by the user", "The Courier")
    assert found.provenance.obtained_from == "https://a.example/1"
    assert found.provenance.obtained_at == "2021-03-05T08:00:00Z"


def test_the_encoding_that_came_along_goes_over_that_of_the_page_and_under_the_users():
    raw = PAGE.format(head='<meta charset="utf-8">').encode("windows-1252")
    source = Source("x", kind="html", raw=raw, encoding="iso-8859-1")
    [found] = read_source(source, ReaderSettings())
    assert "the mayor’s office" in found.text
    [refused] = read_source(source, ReaderSettings(encoding="utf-8"))
    assert refused.error.code == "input.undecodable"
