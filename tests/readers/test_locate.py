import io
import os
import sys
import threading
from pathlib import Path

import pytest

from rashomon.model.errors import UnsupportedInputError
from rashomon.model.failure import Failure
from rashomon.readers import locate, read_source
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
    paths = [str(tmp_path / "none.txt"), str(tmp_path / "a.txt"), "https://a.example"]
    found = list(locate(paths))
    read = [
        one.error.code
        if isinstance(one, Failure)
        else [getattr(doc, "text", None) for doc in read_source(one, ReaderSettings())]
        for one in found
    ]
    assert read[1:] == [["text"], "input.unsupported"]
    [missing] = read_source(found[0], ReaderSettings())
    assert missing.error.code == "input.missing"


def test_a_folder_without_readable_files_is_an_error(tmp_path):
    (tmp_path / "x.jpg").write_text("")
    [found] = locate([str(tmp_path)])
    assert found.error.code == "input.empty"


@pytest.mark.parametrize("name", ["a.pdf", "a.warc.gz", "a.parquet", "feed.xml"])
def test_kinds_that_are_not_read_are_refused_with_what_to_do(tmp_path, name):
    (tmp_path / name).write_text("text")
    [found] = locate([str(tmp_path / name)])
    assert found.error.code == "input.unsupported"
    assert ".txt" in found.error.message


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


@pytest.mark.parametrize("path", ["a\0b", "x" * 300, "https://tide.example/1"])
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
