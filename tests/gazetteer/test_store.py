import sqlite3

import pytest

from rashomon.gazetteer.store import Row, Writer, open_read_only, read_about


def names(path):
    db = open_read_only(path)
    found = [name for (name,) in db.execute("SELECT name FROM places ORDER BY id")]
    db.close()
    return found


def write_and_break_off(path):
    with Writer(path, {"source": "new"}) as writer:
        writer.add(Row(None, "Orle", 1.0, 2.0))
        raise KeyboardInterrupt


def test_a_list_says_what_it_is_and_how_many_places_it_has(write):
    about = read_about(write(source="villages.csv"))
    assert about["source"] == "villages.csv"
    assert about["places"] == "6"


def test_a_list_that_breaks_off_leaves_what_was_there(write):
    path = write()
    before = path.read_bytes()
    with pytest.raises(KeyboardInterrupt):
        write_and_break_off(path)
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


def test_a_list_that_is_whole_replaces_the_one_before(write):
    path = write()
    with Writer(path, {"source": "new"}) as writer:
        writer.add(Row(None, "Orle", 1.0, 2.0))
    assert names(path) == ["Orle"]
    assert list(path.parent.iterdir()) == [path]


def test_what_a_broken_import_left_behind_does_no_harm(tmp_path):
    path = tmp_path / "own.sqlite"
    for tail in (".part", ".raw"):
        path.with_name(path.name + tail).write_bytes(b"half of a list")
    with Writer(path, {"source": "new"}) as writer:
        writer.add(Row(None, "Orle", 1.0, 2.0))
    assert names(path) == ["Orle"]
    assert list(tmp_path.iterdir()) == [path]


def test_the_same_rows_give_the_same_file(write):
    assert write(name="one").read_bytes() == write(name="other").read_bytes()


def test_a_list_cannot_be_written_to_by_those_who_read(write):
    db = open_read_only(write())
    with pytest.raises(sqlite3.OperationalError):
        db.execute("DELETE FROM places")
    db.close()


@pytest.mark.parametrize("content", [b"", b"no database at all", b"SQLite format 3\0 cut off"])
def test_what_is_no_list_says_nothing_of_itself(tmp_path, content):
    path = tmp_path / "broken.sqlite"
    path.write_bytes(content)
    assert read_about(path) == {}
