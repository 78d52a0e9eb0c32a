"""Cases of every released schema are renewed when they are opened for writing."""

import hashlib
import uuid
from dataclasses import replace

import pytest

from rashomon.model.case import Correction, Decision
from rashomon.model.errors import CaseError
from rashomon.model.spans import Span
from rashomon.store import migrating, open_case

from .dumping import (
    DECISION,
    FLOOD_AS_SAID,
    FLOOD_ID,
    SAID,
    SCHEMAS,
    build_postgresql,
    build_sqlite,
)
from .making import BRIDGE, DAM, entry
from .test_linking import FLOOD, INCIDENT, ORIGINS, PAIRS

RELEASED = {
    "sqlite": [
        "8fd6cd35e59b52dd593867f21e63b823f30c78633a3e150ded919f93ab13e9eb",
        "30488567fc7beb3dd5e4c2ef40661ec556cd569b00e3b7fbf191ce44b909e5a5",
        "2a3db31cfa09a6c6abc7b4e84a397ea4f48a233105ba83175a8504b6064320ee",
    ],
    "postgresql": [
        "d46da1c7a9829953286c2b24b37b9d23ecb45b7c8b7f62c38dba91a4ddade558",
        "2d135aa5cc96f458721c3c856ff2642880ae82af6646d1d366a181d0c0909cfe",
        "e33ee21dccfbed8d31998cdf4caac487b0f0226dcfbcdc70dcc1710162f502dd",
    ],
}
"""SHA-256 of every script that was released; behind them may be one that was not yet."""

KEPT = [
    (dialect, schema)
    for dialect, hashes in RELEASED.items()
    for schema in range(1, len(hashes) + 1)
]
DESCRIBED_SINCE = 3
"""The first schema in which something is known of documents by decisions."""


def hash_of(script):
    return hashlib.sha256(script.encode()).hexdigest()


@pytest.fixture
def build(request, tmp_path):
    """Return what builds the case that is kept of a schema, and returns its address."""

    def build(dialect, schema):
        if dialect == "sqlite":
            address = str(tmp_path / f"schema-{schema}.case")
            build_sqlite(address, schema)
            return address
        psycopg = pytest.importorskip("psycopg")
        server, name = request.getfixturevalue("database"), f"kept_{uuid.uuid4().hex}"
        with psycopg.connect(server) as db:
            db.execute(f"CREATE SCHEMA {name}")
            db.execute(f"SET search_path TO {name}")
            build_postgresql(db, schema)
        return f"{server}&schema={name}"

    return build


@pytest.mark.parametrize("dialect", RELEASED)
def test_a_script_that_was_released_is_never_changed(dialect):
    hashes = [hash_of(script) for script in migrating.load_scripts(dialect)]
    assert hashes[: len(RELEASED[dialect])] == RELEASED[dialect]
    assert len(hashes) <= len(RELEASED[dialect]) + 1


@pytest.mark.parametrize(("dialect", "schema"), KEPT)
def test_a_case_of_every_released_schema_holds_what_it_held(build, dialect, schema):
    with open_case(build(dialect, schema)) as case:
        assert case.verify().breaks == ()
        is_described = schema >= DESCRIBED_SINCE
        flood = FLOOD_AS_SAID if is_described else FLOOD.reading
        assert list(case.readings()) == [DAM.reading, BRIDGE.reading, flood]
        assert case.added_reading(FLOOD_ID) == FLOOD.reading
        assert (case.origins(), case.incidents()) == (ORIGINS, (INCIDENT,))
        assert tuple(case.pairs("origins")) == PAIRS
        decided = [DECISION, SAID] if is_described else [DECISION]
        assert [one.decision for one in case.decisions()] == decided
        assert [addition.outcome for addition in case.add([DAM, entry("News.")])] == [
            "known",
            "new",
        ]
        assert case.verify().breaks == ()


@pytest.mark.parametrize("dialect", RELEASED)
def test_what_was_read_in_a_case_of_schema_1_can_be_decided_on(build, dialect):
    with open_case(build(dialect, 1)) as case:
        document = DAM.reading.document.id
        case.decide(Decision("reject", document, Span(0, 9), {"what": "claim"}, "Mira"))
        assert list(case.outdated("hand/1")) == [document]
        rest = replace(DAM.reading, attributions=())
        made_of = case.grounds(document).made_of
        assert case.put_corrected(Correction(document, made_of, "hand/1", rest, DAM.sketches))
        assert (case.reading(document), case.machine_reading(document)) == (rest, DAM.reading)
        assert [one.decision.kind for one in case.decisions()] == [DECISION.kind, "reject"]
        assert case.verify().breaks == ()


@pytest.fixture
def later(monkeypatch):
    """Return what adds scripts of schemas to come."""
    known = migrating.load_scripts

    def add(*scripts):
        monkeypatch.setattr(migrating, "load_scripts", lambda dialect: [*known(dialect), *scripts])

    return add


NOTES = "CREATE TABLE notes (number INTEGER PRIMARY KEY); INSERT INTO notes VALUES (1);"


@pytest.mark.parametrize("dialect", RELEASED)
def test_an_older_case_is_renewed_when_it_is_written_to(build, later, dialect):
    address = build(dialect, 1)
    newest = str(len(migrating.load_scripts(dialect)) + 2)
    later(NOTES, "INSERT INTO notes VALUES (2);")
    with pytest.raises(CaseError, match="schema 1, of an older version") as caught:
        open_case(address, read_only=True)
    assert "renews it" in caught.value.remedy
    with open_case(address) as case:
        [*_, last] = case.log()
        assert (last.action, dict(last.details)) == ("renewed", {"from": "1", "to": newest})
        assert case.verify().breaks == ()
    with open_case(address, read_only=True) as case:
        assert next(case.readings()) == DAM.reading
    open_case(address).close()


@pytest.mark.parametrize("dialect", RELEASED)
def test_a_renewal_that_fails_leaves_the_case_as_it_was(build, later, monkeypatch, dialect):
    address = build(dialect, 1)
    later(NOTES, "INSERT INTO nowhere VALUES (1);")
    with pytest.raises(CaseError, match="nowhere"):
        open_case(address)
    monkeypatch.undo()
    with open_case(address) as case:
        assert case.verify().breaks == ()
        renewed = [one.details["from"] for one in case.log() if one.action == "renewed"]
        assert renewed == ["1"]


def test_something_is_kept_of_every_schema():
    expected = {f"{dialect}-{schema}.sql" for dialect, schema in KEPT}
    assert {one.name for one in SCHEMAS.iterdir()} == expected
