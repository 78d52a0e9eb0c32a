import json

import pytest

from rashomon.model.document import Document, identity
from rashomon.readers import Metadata, Source, read_source
from rashomon.readers.documents import extractor
from rashomon.settings import ReaderSettings
from tests.readers.test_page import PAGE

ROW = {"text": "The ferry stayed in Orrin.", "id": "7"}
INPUTS = {
    "a.txt": ("The ferry stayed in Orrin.", "text/plain", "plain/1"),
    "a.md": ("# Ferry\n\nIt stayed.", "text/markdown", extractor("markdown-it-py")),
    "a.html": (PAGE.format(head=""), "text/html", extractor("trafilatura")),
    "a.json": (json.dumps(ROW), "application/json", "plain/1"),
    "a.jsonl": (json.dumps(ROW) + "\n", "application/json", "plain/1"),
    "a.csv": ("id,text\n7,The ferry stayed in Orrin.\n", "application/json", "plain/1"),
}


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
