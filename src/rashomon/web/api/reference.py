"""The description of the API as a page for people, made of the same table."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from rashomon.web.api.checking import Schema
from rashomon.web.api.description import PREFIX
from rashomon.web.api.endpoints import Endpoint
from rashomon.web.api.problems import TITLES
from rashomon.web.api.table import ENDPOINTS
from rashomon.web.rendering import page

_MOST_WORDS = 12


@dataclass(frozen=True, slots=True)
class Field:
    """A parameter of a request, or a field of its body.

    Attributes:
        name: its name; of a field within another one, with that before it and a dot between.
        is_needed: whether it must be given.
        what: what it may be.
        about: what it says.
    """

    name: str
    is_needed: bool
    what: str
    about: str


@dataclass(frozen=True, slots=True)
class Body:
    """One form that the body of a request may have.

    Attributes:
        about: what it is.
        media_type: how it is written.
        fields: its fields.
    """

    about: str
    media_type: str
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """An endpoint as the page shows it.

    Attributes:
        endpoint: what it is.
        path: where it is.
        parameters: the parts of its path, and its parameters.
        bodies: the forms that the body may have.
        errors: the statuses of its errors, with what they say.
    """

    endpoint: Endpoint
    path: str
    parameters: tuple[Field, ...]
    bodies: tuple[Body, ...]
    errors: tuple[tuple[int, str], ...]


def show(request: Request) -> Response:
    """Answer with the page."""
    groups = [
        (group, [_shown(one) for one in endpoints])
        for group, endpoints in groupby(ENDPOINTS, key=lambda one: one.group)
    ]
    return page(request, "api.html", groups=groups, prefix=PREFIX)


def _shown(one: Endpoint) -> Shown:
    parts = (_field(name, schema, is_needed=True) for name, schema in one.parts.items())
    query = (
        _field(name, schema, is_needed=name in one.needed) for name, schema in one.query.items()
    )
    return Shown(
        one,
        PREFIX + one.path,
        (*parts, *query),
        tuple(_bodies(one)),
        tuple((status, TITLES[status]) for status in one.statuses),
    )


def _bodies(one: Endpoint) -> Iterator[Body]:
    if one.body:
        for schema in one.body.get("oneOf", (one.body,)):
            fields = tuple(fields_of(schema))
            yield Body(schema["description"], "application/json", fields)
    if one.uploads:
        files = Field("files", True, "one file or more", "the files")
        about, fields = one.uploads["description"], tuple(fields_of(one.uploads))
        yield Body(about, "multipart/form-data", (files, *fields))


def fields_of(schema: Schema, within: str = "") -> Iterator[Field]:
    """Yield the fields of an object, and of the objects in it.

    Args:
        schema: its schema.
        within: what stands before the names.
    """
    for name, one in schema["properties"].items():
        is_needed = name in schema["required"]
        if "properties" in one:
            yield from fields_of(one, f"{within}{name}.")
        else:
            yield _field(f"{within}{name}", one, is_needed=is_needed)


def _field(name: str, schema: Schema, *, is_needed: bool) -> Field:
    about = schema.get("description", "")
    if "default" in schema:
        about += f"; else {_written(schema['default'])}"
    return Field(name, is_needed, words_of(schema), about)


def words_of(schema: Schema) -> str:
    """Return what a value may be, in words."""
    if "const" in schema:
        return f"“{schema['const']}”"
    if "enum" in schema:
        words = [_written(one) for one in schema["enum"]]
        more = f" and {len(words) - _MOST_WORDS} more" if len(words) > _MOST_WORDS else ""
        return ", ".join(words[:_MOST_WORDS]) + more
    types = [schema["type"]] if isinstance(schema["type"], str) else schema["type"]
    return " or ".join(_TYPES[one](schema) for one in types)


def _written(value: Any) -> str:
    words: Mapping[Any, str] = {None: "null", True: "true", False: "false"}
    is_word = value is None or isinstance(value, bool)
    return words[value] if is_word else str(value)


def _list(schema: Schema) -> str:
    least, most = schema["minItems"], schema["maxItems"]
    how_many = f"{least:,}" if least == most else f"{least:,} to {most:,}"
    return f"a list of {how_many}: {words_of(schema['items'])}"


def _between(schema: Schema) -> str:
    return f"{schema['minimum']:,} to {schema['maximum']:,}"


_TYPES: Mapping[str, Callable[[Schema], str]] = {
    "string": lambda schema: f"a text of up to {schema['maxLength']:,} characters",
    "integer": lambda schema: f"a whole number, {_between(schema)}",
    "number": lambda schema: f"a number, {_between(schema)}",
    "boolean": lambda _: "true or false",
    "array": _list,
    "null": lambda _: "null",
}
