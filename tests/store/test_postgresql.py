"""Cases on a PostgreSQL server: what is refused, and what two connections do to each other."""

import builtins
import sys
import uuid

import pytest

from rashomon.model.errors import CaseError, MissingExtraError
from rashomon.store import open_case

from .making import BRIDGE, DAM


@pytest.fixture
def address(database):
    """The address of a case that holds a document."""
    address = f"{database}&schema=case_{uuid.uuid4().hex}"
    with open_case(address, create=True) as case:
        case.add([DAM])
    return address


@pytest.fixture
def connect(database):
    psycopg = pytest.importorskip("psycopg")
    with psycopg.connect(database, autocommit=True) as connection:
        yield connection


def schema_of(address):
    return address.rpartition("=")[2]


def refused(address, **how):
    with pytest.raises(CaseError) as caught:
        open_case(address, **how)
    assert caught.value.where
    assert caught.value.remedy
    return caught.value.what


def test_a_case_that_is_not_there_is_made_only_where_asked_for(database, connect):
    address = f"{database}&schema=none_{uuid.uuid4().hex}"
    assert refused(address) == "there is no such schema"
    assert refused(address, create=True, read_only=True) == "there is no such schema"
    connect.execute(f"CREATE SCHEMA {schema_of(address)}")
    assert refused(address) == "there is no case here"
    assert refused(address, read_only=True) == "there is no case here"
    open_case(address, create=True).close()
    open_case(address).close()


def test_a_schema_that_holds_something_else_is_no_case_and_stays_as_it_is(database, connect):
    address = f"{database}&schema=other_{uuid.uuid4().hex}"
    connect.execute(f"CREATE SCHEMA {schema_of(address)}")
    connect.execute(f"CREATE TABLE {schema_of(address)}.places (name text)")
    for how in ({"create": True}, {"read_only": True}, {}):
        assert refused(address, **how) == "this schema holds what is no case"


@pytest.mark.usefixtures("address")
def test_cases_in_one_database_know_nothing_of_each_other(database):
    with open_case(f"{database}&schema=Other Case {uuid.uuid4().hex}", create=True) as other:
        other.add([BRIDGE])
        assert len(list(other.documents())) == 1


def test_the_schema_may_be_that_of_the_search_path(database, address):
    named = f"{database}&options=-csearch_path%3D{schema_of(address)}"
    with open_case(named, read_only=True) as case:
        assert case.document(DAM.reading.document.id) == DAM.reading.document


def test_a_case_of_a_newer_version_is_refused(address, connect):
    connect.execute(f"UPDATE {schema_of(address)}.rashomon_case SET schema = 999")
    for how in ({}, {"read_only": True}, {"create": True}):
        assert "schema 999" in refused(address, **how)


def test_what_is_opened_to_read_cannot_be_written_to(address):
    with open_case(address, read_only=True) as case:
        with pytest.raises(CaseError, match="not allowed"):
            case.add([BRIDGE])
        assert len(list(case.documents())) == 1


def test_a_second_writer_waits_and_is_then_told(address, connect):
    with connect.transaction():
        connect.execute(
            "SELECT pg_advisory_xact_lock(hashtext('rashomon'), hashtext(%s))",
            (schema_of(address),),
        )
        with open_case(address, wait=0.05) as case:
            with pytest.raises(CaseError, match="another program is writing"):
                case.add([BRIDGE])
            assert len(list(case.documents())) == 1
    with open_case(address, wait=0.05) as case:
        case.add([BRIDGE])
        assert case.verify().breaks == ()


def test_a_reader_sees_nothing_of_what_is_not_whole(address):
    with open_case(address) as writer, open_case(address, read_only=True) as reader:
        writer.add([BRIDGE])
        assert len(list(reader.documents())) == 2


def test_the_log_and_decisions_cannot_be_changed_nor_cut(address, connect):
    psycopg = pytest.importorskip("psycopg")
    schema = schema_of(address)
    for statement, said in (
        (f"UPDATE {schema}.log SET at = ''", "only added to"),
        (f"DELETE FROM {schema}.log", "only added to"),
        (f"TRUNCATE {schema}.log", "only added to"),
        (f"DELETE FROM {schema}.decisions", "stay on record"),
        (f"UPDATE {schema}.decisions SET decided_at = ''", "stay as they were made"),
    ):
        with pytest.raises(psycopg.Error, match=said):
            connect.execute(statement)


def test_what_was_changed_behind_its_back_is_found(address, connect):
    connect.execute(f"UPDATE {schema_of(address)}.documents SET title = 'x'")
    with open_case(address, read_only=True) as case:
        [found] = case.verify().breaks
    assert found.where == DAM.reading.document.id
    assert "title, address or the like is not what the log says" in found.what


def test_a_server_that_does_not_answer_is_named_without_the_password(tmp_path):
    with pytest.raises(CaseError) as caught:
        open_case(f"postgresql://ann:secret@localhost:1/x?host={tmp_path}")
    assert "cannot be reached" in caught.value.what
    assert "secret" not in str(caught.value)


def test_where_the_driver_is_missing_the_command_that_installs_it_is_named(monkeypatch):
    real = builtins.__import__

    def without_psycopg(name, *rest):
        if name.split(".")[0] == "psycopg":
            raise ImportError(name)
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without_psycopg)
    monkeypatch.delitem(sys.modules, "rashomon.store.postgresql", raising=False)
    with pytest.raises(MissingExtraError) as caught:
        open_case("postgresql://localhost/x")
    assert caught.value.remedy == "pip install 'rashomon[postgresql]'"
