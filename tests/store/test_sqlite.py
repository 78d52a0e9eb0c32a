"""Cases in files: what is opened, what is refused, and what two processes do to each other."""

import os
import shutil
import tempfile
import threading
from pathlib import Path

import apsw
import pytest

from rashomon.model.errors import CaseError, DamagedCaseError, UnknownItemError
from rashomon.store import open_case

from .making import BRIDGE, DAM
from .processes import run


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "sarn.case"
    with open_case(str(path), create=True) as case:
        case.add([DAM])
    return path


def refused(path, **how):
    with pytest.raises(CaseError) as caught:
        open_case(str(path), **how)
    assert caught.value.where
    assert caught.value.remedy
    return caught.value


def test_a_case_that_is_not_there_is_made_only_where_asked_for(tmp_path):
    assert "no such case" in refused(tmp_path / "none.case").what
    assert "no such case" in refused(tmp_path / "none.case", create=True, read_only=True).what
    assert list(tmp_path.iterdir()) == []
    open_case(str(tmp_path / "none.case"), create=True).close()
    open_case(str(tmp_path / "none.case")).close()


def test_a_folder_that_is_not_there_is_named(tmp_path):
    error = refused(tmp_path / "nowhere" / "a.case", create=True)
    assert (error.what, error.where) == ("there is no such folder", str(tmp_path / "nowhere"))


def test_a_folder_is_no_case(tmp_path):
    assert refused(tmp_path, create=True).what == "this is no file"


@pytest.mark.parametrize("content", [b"Seven families lost their roof.", b"\0" * 9000, b"SQLite"])
def test_another_file_is_no_case_and_stays_as_it_is(tmp_path, content):
    path = tmp_path / "report.txt"
    path.write_bytes(content)
    for how in ({"create": True}, {"read_only": True}, {}):
        assert refused(path, **how).what == "this file is no case"
    assert path.read_bytes() == content


def test_another_database_is_no_case_and_stays_as_it_is(tmp_path):
    path = tmp_path / "places.sqlite"
    db = apsw.Connection(str(path))
    db.execute("CREATE TABLE places (name); PRAGMA user_version = 1")
    db.close()
    before = path.read_bytes()
    for how in ({"create": True}, {"read_only": True}, {}):
        assert refused(path, **how).what == "this file is no case"
    assert path.read_bytes() == before


def test_an_empty_file_becomes_a_case_where_one_is_to_be_made(tmp_path):
    path = tmp_path / "empty.case"
    path.touch()
    assert refused(path).what == "this file is no case"
    open_case(str(path), create=True).close()
    open_case(str(path), read_only=True).close()


def test_a_case_of_a_newer_version_is_refused_with_what_to_do(path):
    db = apsw.Connection(str(path))
    db.execute("PRAGMA user_version = 999")
    db.close()
    for how in ({}, {"read_only": True}, {"create": True}):
        error = refused(path, **how)
        assert "schema 999" in error.what
        assert "pip install --upgrade rashomon" in error.remedy


@pytest.mark.parametrize("length", [16, 100, 1000, 4096, 5000])
def test_a_file_that_is_cut_off_is_damaged(path, length):
    path.write_bytes(path.read_bytes()[:length])
    with pytest.raises(DamagedCaseError), open_case(str(path)) as case:
        list(case.documents())


def test_what_is_opened_to_read_cannot_be_written_to(path):
    with open_case(str(path), read_only=True) as case:
        with pytest.raises(CaseError, match="only be read"):
            case.add([BRIDGE])
        assert len(list(case.documents())) == 1


@pytest.fixture
def as_anyone():
    """Be a user with no rights of its own, in a folder that all may look into."""
    folder = Path(tempfile.mkdtemp())
    yield folder
    if os.getuid() == 0:
        os.seteuid(0)
    folder.chmod(0o755)
    shutil.rmtree(folder)


def test_a_file_that_may_not_be_written_to_is_only_read(path, as_anyone):
    copy = as_anyone / "copy.case"
    shutil.copy(path, copy)
    copy.chmod(0o444)
    as_anyone.chmod(0o555)
    if os.getuid() == 0:
        os.seteuid(65534)
    assert refused(copy).what == refused(copy, create=True).what == "the case can only be read"
    with open_case(str(copy), read_only=True) as case:
        assert len(list(case.documents())) == 1


def test_a_folder_that_may_not_be_written_to_is_named(as_anyone):
    copy = as_anyone / "copy.case"
    open_case(str(copy), create=True).close()
    copy.chmod(0o666)
    as_anyone.chmod(0o555)
    if os.getuid() == 0:
        os.seteuid(65534)
    for path in (as_anyone / "new.case", copy):  # beside a case that is there, -wal must be put
        error = refused(path, create=True)
        assert (error.what, error.where) == ("this folder cannot be written to", str(as_anyone))


def test_a_case_that_was_not_closed_is_not_read_in_part(path, as_anyone):
    copy = as_anyone / "copy.case"
    with open_case(str(path)) as case:
        case.add([BRIDGE])
        for tail in ("", "-wal"):
            shutil.copy(f"{path}{tail}", f"{copy}{tail}")
    as_anyone.chmod(0o555)
    if os.getuid() == 0:
        os.seteuid(65534)
    assert "was not closed" in refused(copy, read_only=True).what


@pytest.mark.parametrize("name", ["a\0b", "\udcff.case", "a\nb"])
def test_a_name_that_cannot_be_written_is_refused(tmp_path, name):
    assert "only what UTF-8 can write" in refused(tmp_path / name, create=True).what


def test_the_log_cannot_be_changed_nor_cut(path):
    db = apsw.Connection(str(path))
    for statement in (
        "UPDATE log SET at = ''",
        "DELETE FROM log",
        "REPLACE INTO log SELECT * FROM log",
    ):
        with pytest.raises(apsw.ConstraintError, match="only added to"):
            db.execute(statement)
    db.close()


WRITER = """
with open_case(path) as case, case._db.writing():
    print("writing", flush=True)
    sys.stdin.readline()
"""


def test_a_second_writer_waits_and_is_then_told(path):
    with run(path, WRITER) as writer:
        assert writer.stdout.readline() == "writing\n"
        with open_case(str(path), wait=0.05) as case:
            with pytest.raises(CaseError, match="another program is writing"):
                case.add([BRIDGE])
            assert len(list(case.documents())) == 1
        writer.communicate("\n")
    with open_case(str(path), wait=0.05) as case:
        case.add([BRIDGE])
        assert case.verify().breaks == ()


def test_a_case_is_one_file_when_it_is_closed(path):
    assert [one.name for one in path.parent.iterdir()] == ["sarn.case"]


def test_a_case_is_one_file_again_when_it_was_read(path):
    with open_case(str(path), read_only=True) as first:
        with open_case(str(path), read_only=True) as second:
            assert len(list(second.documents())) == len(list(first.documents())) == 1
        assert (path.parent / "sarn.case-shm").exists()  # who still reads needs it
    assert [one.name for one in path.parent.iterdir()] == ["sarn.case"]


def test_who_reads_first_puts_in_order_what_a_killed_writer_left(path):
    script = "import os; case = open_case(path); case.add([BRIDGE]); os._exit(1)"
    with run(path, script) as writer:
        writer.wait()
    assert (path.parent / "sarn.case-wal").stat().st_size
    with open_case(str(path), read_only=True) as case:
        assert len(list(case.documents())) == 2
    assert [one.name for one in path.parent.iterdir()] == ["sarn.case"]
    with open_case(str(path), read_only=True) as case:
        assert len(list(case.documents())) == 2


def test_unknown_documents_are_looked_for_in_vain(path):
    with open_case(str(path)) as case, pytest.raises(UnknownItemError) as caught:
        case.document("abc")
    assert caught.value.where == str(path)


def test_who_reads_waits_for_who_puts_the_file_in_order(path):
    alone = apsw.Connection(str(path))
    alone.execute("PRAGMA locking_mode = EXCLUSIVE")
    alone.execute("BEGIN IMMEDIATE; PRAGMA user_version; COMMIT")
    assert "another program is writing" in refused(path, read_only=True, wait=0.05).what
    ending = threading.Timer(0.3, alone.close)
    ending.start()
    with open_case(str(path), read_only=True, wait=60) as case:
        assert len(list(case.documents())) == 1
    ending.join()
