import json

import jsonschema
import pytest

from rashomon.model.case import LogEntry, Verified
from rashomon.render.case.records import (
    documents_record,
    incidents_record,
    log_record,
    origins_record,
    search_record,
    verified_record,
    written,
)
from rashomon.render.schemas import NAMES, schema
from tests.render.case.conftest import HERON, TIDE


def check(record, name):
    """Hold what is written against the schema that is published, and return it."""
    value = json.loads(written(record))
    jsonschema.Draft202012Validator(schema(name)).validate(value)
    return value


@pytest.mark.parametrize("name", NAMES)
def test_every_schema_is_one(name):
    jsonschema.Draft202012Validator.check_schema(schema(name))


def test_documents_keep_to_their_schema(rows):
    found = check(documents_record(rows.values()), "documents")["documents"]
    assert [one["publisher"] for one in found] == ["Tide", "Gull", "Heron"]
    assert found[1]["version"] == 2


def test_incidents_count_their_independent_origins(incident, origins):
    (found,) = check(incidents_record([incident], origins), "incidents")["incidents"]
    assert found["independent_origins"] == 2
    assert [one["role"] for one in found["documents"]] == ["main", "main", "background"]
    assert [one["origin"] for one in found["documents"]] == ["o1", "o1", "o2"]


def test_an_incident_of_which_nothing_is_known_keeps_to_the_schema(incident, origins):
    from dataclasses import replace

    from rashomon.model.incidents import IncidentTime

    bare = replace(incident, type=None, place=None, time=IncidentTime(None, None, None), links=())
    (found,) = check(incidents_record([bare], origins), "incidents")["incidents"]
    assert found["place"] is None
    assert found["time"] == {"edtf": None, "earliest": None, "latest": None}


def test_origins_keep_to_their_schema(origins):
    record = origins_record(origins.origins, origins.derivations, None)
    found = check(record, "origins")
    assert (found["documents"], found["independent_origins"]) == (3, 2)
    assert found["derivations"][2]["parent"] == TIDE


def test_origins_of_some_documents_are_theirs_alone(origins):
    some = origins.among([TIDE, HERON])
    found = check(origins_record(some.origins, some.derivations, "i1"), "origins")
    assert found["documents"] == 2
    assert found["origins"][0]["documents"] == [TIDE]
    assert {one["document"] for one in found["derivations"]} == {TIDE, HERON}


def test_results_of_a_search_keep_to_their_schema(hit):
    (found,) = check(search_record([hit]), "search")["results"]
    assert found["document"] == TIDE
    assert found["publisher"] == "Tide"
    start = found["context_span"][0]
    mark = found["marks"][0]
    assert found["context"][mark[0] - start : mark[1] - start] == "raid"


def test_the_log_and_the_check_are_written_too():
    entry = LogEntry(1, "2026-11-25T20:00:00Z", "added", TIDE, {"version": "1"}, "0" * 64, "f" * 64)
    assert json.loads(written(log_record([entry])))["entries"][0]["details"] == {"version": "1"}
    assert json.loads(written(verified_record(Verified({"spans": 3}))))["checked"] == {"spans": 3}
