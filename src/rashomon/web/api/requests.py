"""Requests, read and checked by the description of their endpoint."""

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import islice
from typing import Any, NoReturn

from starlette.requests import Request

from rashomon.web.api.checking import Fault, Schema, faults
from rashomon.web.api.endpoints import Asked, Endpoint
from rashomon.web.problems import Problem, RefusedError, malformed
from rashomon.web.receiving import receive_form

_MOST_FAULTS = 50
"""Faults that are told at once, and parameters that are looked at."""

_JSON, _FORM = "application/json", "multipart/form-data"
_WHOLE = re.compile(r"-?[0-9]{1,18}")
_SURROGATE = re.compile("[\ud800-\udfff]")
_FLAGS = {"true": True, "false": False}


async def read_request(endpoint: Endpoint, request: Request, reviewer: str) -> Asked:
    """Return a request as its endpoint takes it.

    Args:
        endpoint: what it is sent to.
        request: what was sent.
        reviewer: who sends it, where that is known.

    Raises:
        RefusedError: it is not as the endpoint's description has it; all faults are named.
    """
    parts = {name: str(value) for name, value in request.path_params.items()}
    found = list(_checked_parts(endpoint.parts, parts))
    query = _query(endpoint, request, found)
    if endpoint.uploads and _kind(request) == _FORM:
        return await _with_files(
            endpoint.uploads, request, Asked(parts, query, reviewer=reviewer), found
        )
    body = await _body(endpoint, endpoint.body, request, found) if endpoint.body else {}
    if found:
        raise RefusedError(malformed(found))
    return Asked(parts, query, body, reviewer=reviewer)


async def _with_files(schema: Schema, request: Request, asked: Asked, found: list[Fault]) -> Asked:
    """Return a request with a form that has files, unless anything was found to be wrong."""
    form = await receive_form(request)
    fields = dict(form.fields)
    found.extend(islice(faults(schema, fields, "body"), _MOST_FAULTS))
    if not form.files:
        found.append(Fault("body/files", "there is no file"))
    if found:
        form.discard()
        raise RefusedError(malformed(found))
    return replace(asked, body=fields, form=form)


def _checked_parts(schemas: Mapping[str, Schema], parts: Mapping[str, str]) -> Iterator[Fault]:
    for name, schema in schemas.items():
        yield from faults(schema, _value(parts[name], schema), name)


def _query(endpoint: Endpoint, request: Request, found: list[Fault]) -> dict[str, Any]:
    """Return the parameters, and add what is wrong with them to what was found."""
    values = {
        name: schema["default"] for name, schema in endpoint.query.items() if "default" in schema
    }
    given = request.query_params.multi_items()
    counts = Counter(name for name, _ in given)
    missing = sorted(set(endpoint.needed) - set(counts))
    found.extend(Fault(f"query/{name}", f"{name} is missing") for name in missing)
    for name, written in dict(given[:_MOST_FAULTS]).items():
        schema = endpoint.query.get(name)
        if schema is None:
            there = ", ".join(endpoint.query) or "none"
            found.append(Fault(f"query/{name[:40]}", f"it is not known here; there are {there}"))
        elif counts[name] > 1:
            found.append(Fault(f"query/{name}", "it is given more than once"))
        else:
            values[name] = _value(written, schema)
            found.extend(faults(schema, values[name], f"query/{name}"))
    if len(given) > _MOST_FAULTS:
        found.append(Fault("query", f"it has more than {_MOST_FAULTS} parameters"))
    return values


def _value(written: str, schema: Schema) -> Any:
    """Return what a text stands for by the type of its schema; else the text itself."""
    if schema["type"] == "integer" and _WHOLE.fullmatch(written):
        return int(written)
    if schema["type"] == "boolean":
        return _FLAGS.get(written, written)
    return written


def _kind(request: Request) -> str:
    return request.headers.get("content-type", "").partition(";")[0].strip().lower()


async def _body(
    endpoint: Endpoint, schema: Schema, request: Request, found: list[Fault]
) -> dict[str, Any]:
    """Return the fields of the body, and add what is wrong with them to what was found."""
    kind = _kind(request)
    if kind != _JSON:
        known = f"{_JSON} or {_FORM}" if endpoint.uploads else _JSON
        what = f"{kind[:80]!r} is not read" if kind else "the request has no Content-Type"
        _refuse(415, what, f"send Content-Type: {known}, with {_form_of(schema)}")
    value = _parsed(await _bytes(request, endpoint.most_bytes))
    if _has_surrogate(value):
        found.append(Fault("body", "it holds half of a surrogate pair"))
    else:
        found.extend(islice(faults(schema, value, "body"), _MOST_FAULTS))
    return value if isinstance(value, dict) else {}


def _form_of(schema: Schema) -> str:
    """Return how a body is written: the fields that it needs, or else those that it may have."""
    first = schema.get("oneOf", (schema,))[0]
    names = first.get("required") or first["properties"]
    fields = ", ".join(f'"{name}": …' for name in names)
    return f"{{{fields}}}"


async def _bytes(request: Request, most: int) -> bytes:
    """Return the body; what is too large is not waited for."""
    held = bytearray()
    async for chunk in request.stream():
        held += chunk
        if len(held) > most:
            _refuse(413, f"the body has more than {most:,} bytes", "send less at once")
    return bytes(held)


def _parsed(raw: bytes) -> Any:
    try:
        return json.loads(raw.decode("utf-8"), parse_constant=_no_number)
    except RecursionError:
        what = "it goes too deep"
    except ValueError as error:  # not UTF-8, not JSON, a number of too many digits
        what = f"it is not JSON in UTF-8 ({str(error)[:120]})"
    raise RefusedError(malformed([Fault("body", what)]))


def _no_number(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number")


def _has_surrogate(value: Any) -> bool:
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, str) and _SURROGATE.search(one):
            return True
        if isinstance(one, dict):
            waiting += [*one, *one.values()]
        elif isinstance(one, list):
            waiting += one
    return False


def _refuse(status: int, what: str, remedy: str) -> NoReturn:
    raise RefusedError(Problem(status, what, "request.body", "body", remedy))
