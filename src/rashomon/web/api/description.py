"""The description of the API for programs (OpenAPI 3.1), made of the table of its endpoints."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from rashomon.pipeline.versions import package_version
from rashomon.render.schemas import schema
from rashomon.web.api import problems
from rashomon.web.api.checking import Schema
from rashomon.web.api.endpoints import Endpoint

PREFIX = "/api/v1"
"""Where the endpoints are."""

_PROBLEM, _PAGE = "problem", "page"
_ABOUT = (
    "All that the pages of the desk do, for programs. Nothing is said of what is true: these are "
    "the accounts, in their words. Spans count Unicode code points, [start, end)."
)


def description(endpoints: Iterable[Endpoint]) -> dict[str, Any]:
    """Return the description of some endpoints."""
    known = tuple(endpoints)
    paths: dict[str, dict[str, Any]] = {}
    for one in known:
        paths.setdefault(one.path, {})[one.method.lower()] = _operation(one)
    names = sorted({one.answers for one in known} | {_PROBLEM, _PAGE})
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Rashomon",
            "version": package_version(),
            "description": _ABOUT,
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "servers": [{"url": PREFIX}],
        "security": [{"token": []}],
        "tags": [{"name": one} for one in dict.fromkeys(each.group for each in known)],
        "paths": paths,
        "components": {
            "schemas": {name: _component(name) for name in names},
            "securitySchemes": {
                "token": {
                    "type": "http",
                    "scheme": "bearer",
                    "description": "The token that `rashomon serve` prints in the address.",
                }
            },
        },
    }


def _operation(endpoint: Endpoint) -> dict[str, Any]:
    operation: dict[str, Any] = {
        "operationId": endpoint.name,
        "summary": endpoint.about,
        "tags": [endpoint.group],
        "parameters": [
            *(
                _parameter(name, one, "path", is_needed=True)
                for name, one in endpoint.parts.items()
            ),
            *(
                _parameter(name, one, "query", is_needed=name in endpoint.needed)
                for name, one in endpoint.query.items()
            ),
        ],
        "responses": {
            str(endpoint.status): {
                "description": "What was asked for",
                "content": {"application/json": {"schema": _answer(endpoint)}},
                **_links(endpoint),
            },
            **{str(status): _problem(status) for status in endpoint.statuses},
        },
    }
    if endpoint.body:
        operation["requestBody"] = {"required": True, "content": _contents(endpoint)}
    return operation


def _links(endpoint: Endpoint) -> dict[str, Any]:
    """Return what the answer leads to, where it leads anywhere."""
    links = {
        name: {
            "operationId": name,
            "parameters": {part: f"$response.body#{where}" for part, where in parts.items()},
        }
        for name, parts in endpoint.leads_to.items()
    }
    return {"links": links} if links else {}


def _parameter(name: str, one: Schema, place: str, *, is_needed: bool) -> dict[str, Any]:
    """Return a parameter; what its schema says of it is said of the parameter."""
    about = one["description"]
    rest = {keyword: value for keyword, value in one.items() if keyword != "description"}
    return {
        "name": name,
        "in": place,
        "required": is_needed,
        "description": about,
        "schema": rest,
    }


def _contents(endpoint: Endpoint) -> dict[str, Any]:
    contents = {"application/json": {"schema": endpoint.body}}
    if endpoint.uploads:
        files = {"type": "array", "items": {"type": "string", "format": "binary"}, "minItems": 1}
        fields = {**endpoint.uploads["properties"], "files": files}
        contents["multipart/form-data"] = {
            "schema": {
                **endpoint.uploads,
                "properties": fields,
                "required": [*endpoint.uploads["required"], "files"],
            }
        }
    return contents


def _answer(endpoint: Endpoint) -> dict[str, Any]:
    whole = _reference(endpoint.answers)
    return {"allOf": [whole, _reference(_PAGE)]} if endpoint.is_paged else whole


def _problem(status: int) -> dict[str, Any]:
    content = {problems.MEDIA_TYPE: {"schema": _reference(_PROBLEM)}}
    answer: dict[str, Any] = {"description": problems.TITLES[status], "content": content}
    return answer


def _reference(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


def _component(name: str) -> dict[str, Any]:
    """Return the schema of a public format, what it refers to within itself made to be found."""
    found = schema(name)
    del found["$schema"]
    written = json.dumps(found).replace('"#/$defs/', f'"#/components/schemas/{name}/$defs/')
    component: Mapping[str, Any] = json.loads(written)
    return dict(component)
