import gzip
import io
import os
import sys
import threading
from pathlib import Path

import pytest

from rashomon.model.errors import UnsupportedInputError
from rashomon.model.failure import Failure
from rashomon.readers import Source, kind_of_input, locate, read_source
from rashomon.settings import ReaderSettings


def names(found, root):
    return [str(one.path).removeprefix(f"{root}/") for one in found]


def test_a_folder_is_walked_in_order_of_name_without_hidden_and_unknown_files(tmp_path):
    for name in ("b.txt", "a.html", "sub/z.md", "sub/a.csv", ".hidden.txt", "x.jpg", ".git/c.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("text")
    assert names(locate([str(tmp_path)]), tmp_path) == ["a.html", "b.txt", "sub/a.csv", "sub/z.md"]


def test_links_to_folders_are_not_followed(tmp_path):
    (tmp_path / "a.txt").write_text("text")
    (tmp_path / "loop").symlink_to(tmp_path)
    assert names(locate([str(tmp_path)]), tmp_path) == ["a.txt"]


def test_inputs_come_in_the_order_given_and_a_missing_one_costs_only_itself(tmp_path):
    (tmp_path / "a.txt").write_text("text")
    paths = [str(tmp_path / "none.txt"), str(tmp_path / "a.txt"), "a\0b"]
    found = list(locate(paths))
    read = [
        one.error.code
        if isinstance(one, Failure)
        else [getattr(doc, "text", None) for doc in read_source(one, ReaderSettings())]
        for one in found
    ]
    assert read[1:] == [["text"], "input.missing"]
    [missing] = read_source(found[0], ReaderSettings())
    assert missing.error.code == "input.missing"


def test_a_folder_without_readable_files_is_an_error(tmp_path):
    (tmp_path / "x.jpg").write_text("")
    [found] = locate([str(tmp_path)])
    assert found.error.code == "input.empty"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.PDF", "pdf"),
        ("a.warc", "warc"),
        ("a.warc.gz", "warc"),
        ("a.wacz", "wacz"),
        ("a.parquet", "parquet"),
        ("a.rss", "feed"),
        ("a.atom", "feed"),
        ("feed.xml", "feed"),
        ("a.jsonl.gz", "jsonl"),
        ("a.html.gz", "html"),
    ],
)
def test_an_ending_names_the_kind(tmp_path, name, kind):
    (tmp_path / name).write_text("text")
    [source] = locate([str(tmp_path)])
    assert source.kind == kind


@pytest.mark.parametrize(
    ("start", "kind"),
    [
        (b"%PDF-1.7", "pdf"),
        (b"PAR1", "parquet"),
        (b"WARC/1.1\r\n", "warc"),
        (gzip.compress(b"WARC/1.0\r\nWARC-Type: warcinfo"), "warc"),
        (b"PK\x03\x04", "wacz"),
        (b'<?xml version="1.0"?>\n<!-- a feed -->\n<rss version="2.0">', "feed"),
        (b'<feed xmlns="http://www.w3.org/2005/Atom">', "feed"),
        (b'<?xml version="1.0"?><rdf:RDF xmlns="http://purl.org/rss/1.0/">', "feed"),
        (b"<?xml version='1.0'?><!DOCTYPE html><html>", "html"),
        (b"<!---->" * 500 + b"<htm", "text"),
        (b"The rain stopped.", "text"),
    ],
)
def test_where_the_ending_is_unknown_the_first_bytes_name_the_kind(tmp_path, start, kind):
    (tmp_path / "saved").write_bytes(start)
    [source] = locate([str(tmp_path / "saved")])
    assert source.kind == kind


def test_xml_that_is_a_page_is_a_page(tmp_path):
    (tmp_path / "a.xml").write_text("<?xml version='1.0'?><html xmlns='x'>")
    [source] = locate([str(tmp_path / "a.xml")])
    assert source.kind == "html"


def test_an_address_is_not_fetched_before_it_is_read(monkeypatch):
    monkeypatch.delattr("socket.getaddrinfo")
    [source] = locate(["HTTPS://tide.example/1"])
    assert source.is_address
    assert not source.is_stream


def test_a_reader_can_be_named(tmp_path):
    (tmp_path / "a.txt").write_text('{"text": "one"}\n')
    [source] = locate([str(tmp_path / "a.txt")], kind="jsonl")
    assert [one.text for one in read_source(source, ReaderSettings())] == ["one"]


def test_a_reader_that_is_not_there_is_an_error():
    with pytest.raises(UnsupportedInputError, match="markdown"):
        list(locate(["a.txt"], kind="docx"))


def test_standard_input_is_read(monkeypatch):
    stream = io.TextIOWrapper(io.BufferedReader(io.BytesIO(b"The mayor spoke.")))
    monkeypatch.setattr(sys, "stdin", stream)
    [source] = locate(["-"])
    [document] = read_source(source, ReaderSettings())
    assert (document.text, document.path) == ("The mayor spoke.", "-")


@pytest.mark.parametrize("path", ["a\0b", "x" * 300])
def test_an_impossible_path_costs_only_itself(tmp_path, path):
    (tmp_path / "a.txt").write_text("text")
    failure, source = locate([path, str(tmp_path / "a.txt")])
    assert isinstance(failure, Failure)
    assert source.path.endswith("a.txt")


def test_a_name_that_is_no_utf_8_is_shown_with_what_can_be(tmp_path):
    name = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    Path(os.fsdecode(name)).write_text("text")
    [source] = locate([str(tmp_path)])
    [document] = read_source(source, ReaderSettings())
    assert document.path.endswith("/caf\ufffd.txt")


def test_a_folder_that_may_not_be_looked_into_is_named(tmp_path, monkeypatch):
    (tmp_path / "a.txt").write_text("text")

    def walk(folder, onerror):
        onerror(PermissionError(13, "Permission denied", f"{folder}/closed"))
        yield folder, [], ["a.txt"]

    monkeypatch.setattr(os, "walk", walk)
    source, failure = locate([str(tmp_path)])
    assert source.path.endswith("a.txt")
    assert (failure.path, failure.error.code) == (f"{tmp_path}/closed", "input.unreadable")


def test_a_pipe_is_read_once_and_wholly(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    text = "word " * 20_000
    writer = threading.Thread(target=pipe.write_text, args=[text])
    writer.start()
    [source] = locate([str(pipe)])
    assert source.is_stream
    [document] = read_source(source, ReaderSettings())
    writer.join()
    assert document.text == text


@pytest.mark.parametrize("name", ["../../etc/passwd", "https://halmir.example/a", "-", "a\0b"])
def test_bytes_that_lie_elsewhere_are_read_from_there_whatever_their_name(tmp_path, name):
    file = tmp_path / "1"
    file.write_text("The bridge was hit.")
    source = Source(name, file=str(file))
    assert kind_of_input(source) == "text"
    assert not source.is_stream
    [document] = read_source(source, ReaderSettings())
    assert (document.path, document.text) == (name, "The bridge was hit.")
