"""The description is one of OpenAPI, whole, and says what is so."""

import json

import jsonschema
import pytest

from rashomon.web.api.checking import unknown_keywords
from rashomon.web.api.description import PREFIX
from rashomon.web.api.endpoints import Endpoint
from rashomon.web.api.schemas import INCIDENT
from rashomon.web.api.table import ENDPOINTS
from tests.web.api.asking import DESCRIPTION, TOKEN


def references(value):
    """Yield all that a description refers to."""
    if isinstance(value, dict):
        if "$ref" in value:
            yield value["$ref"]
        for one in value.values():
            yield from references(one)
    elif isinstance(value, list):
        for one in value:
            yield from references(one)


def test_all_that_is_referred_to_is_there():
    for one in set(references(DESCRIPTION)):
        found = DESCRIPTION
        for name in one.removeprefix("#/").split("/"):
            found = found[name]
        assert isinstance(found, dict)


def test_every_schema_is_one():
    for schema in DESCRIPTION["components"]["schemas"].values():
        jsonschema.Draft202012Validator.check_schema(schema)
    for one in ENDPOINTS:
        for schema in (one.body, one.uploads, *one.parts.values(), *one.query.values()):
            jsonschema.Draft202012Validator.check_schema(schema or {})


def test_names_are_told_apart():
    names = [one.name for one in ENDPOINTS]
    assert len(names) == len(set(names))


def test_what_an_answer_leads_to_is_there_with_all_its_parts():
    parts = {one.name: set(one.parts) for one in ENDPOINTS}
    for one in ENDPOINTS:
        assert all(parts[name] == set(given) for name, given in one.leads_to.items())


def test_it_is_what_the_desk_shows(programs):
    answer = programs.client.get(f"{PREFIX}/openapi.json", headers=TOKEN)
    assert answer.json() == json.loads(json.dumps(DESCRIPTION))


def test_an_endpoint_is_not_made_of_what_nothing_checks():
    about = ("GET", "/a/{incident}", "a", "a", "A.", lambda *_: {}, "state")
    with pytest.raises(ValueError, match="nothing checks not"):
        Endpoint(*about, parts={"incident": {**INCIDENT, "not": {}}})
    with pytest.raises(ValueError, match="are not those described"):
        Endpoint(*about, parts={"document": INCIDENT})
    assert not unknown_keywords(INCIDENT)
