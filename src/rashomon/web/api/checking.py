"""Whether a value is what a schema describes, and else all that is wrong with it.

The schemas are JSON Schemas (2020-12) of the few keywords that requests need. Others are refused
when an endpoint is made, so that none is described that is not checked.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeAlias

Schema: TypeAlias = Mapping[str, Any]
"""A JSON Schema."""

_SAYING = frozenset(("description", "title", "default", "examples", "format"))
_TYPES: dict[str, str] = {
    "string": "a text",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "array": "a list",
    "object": "an object",
    "null": "null",
}
_SHOWN = 40


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong with a value.

    Attributes:
        where: where it is: the names and numbers that lead there, between slashes.
        what: what is wrong, as a clause.
    """

    where: str
    what: str


def faults(schema: Schema, value: Any, where: str = "") -> Iterator[Fault]:
    """Yield all that is wrong with a value, in the order of the schema.

    Args:
        schema: what the value must be.
        value: what JSON can hold.
        where: what the value is, for the faults.
    """
    for keyword, argument in schema.items():
        if keyword not in _SAYING:
            yield from _CHECKS[keyword](value, argument, where, schema)


def unknown_keywords(schema: Schema) -> frozenset[str]:
    """Return the keywords of a schema, and of those within it, that are not checked."""
    found = set(schema) - _SAYING - set(_CHECKS)
    within = [*schema.get("oneOf", ()), *schema.get("properties", {}).values()]
    within += [schema[name] for name in ("items",) if name in schema]
    return frozenset(found).union(*map(unknown_keywords, within))


def _type(value: Any, argument: Any, where: str, _: Schema) -> Iterator[Fault]:
    names = [argument] if isinstance(argument, str) else argument
    if not any(_is_of_type(value, name) for name in names):
        wanted = " or ".join(_TYPES[name] for name in names)
        yield Fault(where, f"{_short(value)} is not {wanted}")


def _is_of_type(value: Any, name: str) -> bool:
    if isinstance(value, bool):
        return name == "boolean"
    if isinstance(value, float):
        return name == "number" or (name == "integer" and value.is_integer())
    kinds: dict[str, type | tuple[type, ...]] = {
        "string": str,
        "integer": int,
        "number": int,
        "boolean": bool,
        "array": list,
        "object": dict,
        "null": type(None),
    }
    return isinstance(value, kinds[name])


def _const(value: Any, argument: Any, where: str, _: Schema) -> Iterator[Fault]:
    if value != argument:
        yield Fault(where, f"{_short(value)} is not {argument!r}")


def _enum(value: Any, argument: Any, where: str, _: Schema) -> Iterator[Fault]:
    if not any(one == value and type(one) is type(value) for one in argument):
        known = ", ".join("null" if one is None else str(one) for one in argument)
        yield Fault(where, f"{_short(value)} is none of {known}")


def _minimum(value: Any, argument: Any, where: str, _: Schema) -> Iterator[Fault]:
    if _is_of_type(value, "number") and value < argument:
        yield Fault(where, f"{_short(value)} is less than {argument}")


def _maximum(value: Any, argument: Any, where: str, _: Schema) -> Iterator[Fault]:
    if _is_of_type(value, "number") and value > argument:
        yield Fault(where, f"{_short(value)} is more than {argument}")


def _min_length(value: Any, argument: Any, where: str, _: Schema) -> Iterator[Fault]:
    if isinstance(value, str) and len(value) < argument:
        yield Fault(where, f"it has less than {argument} character{'s' * (argument != 1)}")


def _max_length(value: Any, argument: Any, where: str, _: Schema) -> Iterator[Fault]:
    if isinstance(value, str) and len(value) > argument:
        yield Fault(where, f"it has more than {argument:,} characters")


def _pattern(value: Any, argument: Any, where: str, schema: Schema) -> Iterator[Fault]:
    # what is too long has its own fault, and is not looked through
    is_looked_at = isinstance(value, str) and len(value) <= schema.get("maxLength", len(value))
    if is_looked_at and not _compiled(argument).search(value):
        yield Fault(where, f"{_short(value)} is not {schema.get('description', argument)}")


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    # "$" is the end of the text in JSON Schema; in Python it may stand before a last line break
    return re.compile(re.sub(r"\$\Z", r"\\Z", pattern))


def _min_items(value: Any, argument: Any, where: str, _: Schema) -> Iterator[Fault]:
    if isinstance(value, list) and len(value) < argument:
        yield Fault(where, f"it holds less than {argument}")


def _max_items(value: Any, argument: Any, where: str, _: Schema) -> Iterator[Fault]:
    if isinstance(value, list) and len(value) > argument:
        yield Fault(where, f"it holds more than {argument:,}")


def _items(value: Any, argument: Any, where: str, schema: Schema) -> Iterator[Fault]:
    if isinstance(value, list) and len(value) <= schema.get("maxItems", len(value)):
        for number, one in enumerate(value):
            yield from faults(argument, one, f"{where}/{number}")


def _required(value: Any, argument: Any, where: str, _: Schema) -> Iterator[Fault]:
    if isinstance(value, dict):
        for name in argument:
            if name not in value:
                yield Fault(f"{where}/{name}", f"{name[:40]} is missing")


def _properties(value: Any, argument: Any, where: str, _: Schema) -> Iterator[Fault]:
    if isinstance(value, dict):
        for name, schema in argument.items():
            if name in value:
                yield from faults(schema, value[name], f"{where}/{name}")


def _additional(value: Any, argument: Any, where: str, schema: Schema) -> Iterator[Fault]:
    assert argument is False
    known = schema.get("properties", {})
    if isinstance(value, dict):
        for name in value:
            if name not in known:
                there = ", ".join(known) or "none"
                yield Fault(where, f"{_short(name)} is not known here; there are {there}")


def _one_of(value: Any, argument: Any, where: str, _: Schema) -> Iterator[Fault]:
    """Yield what is wrong by that of some schemas whose fixed values the value has."""
    fitting = [one for one in argument if _has_fixed(value, one)]
    if len(fitting) == 1:
        yield from faults(fitting[0], value, where)
        return
    fixed = (f"{name} {each}" for one in argument for name, each in _fixed(one).items())
    known = ", ".join(dict.fromkeys(fixed))
    yield Fault(where, f"it is none of those that there are: {known}")


def _fixed(schema: Schema) -> dict[str, Any]:
    within = schema.get("properties", {}).items()
    return {name: one["const"] for name, one in within if "const" in one}


def _has_fixed(value: Any, schema: Schema) -> bool:
    return isinstance(value, dict) and all(
        value.get(name) == fixed for name, fixed in _fixed(schema).items()
    )


def _short(value: Any) -> str:
    """Return a value as the fault shows it: its beginning, with nothing that a terminal obeys."""
    if isinstance(value, (dict, list)):
        return "an object" if isinstance(value, dict) else "a list"
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    shown = ascii(value[: _SHOWN + 1] if isinstance(value, str) else value)
    return shown if len(shown) <= _SHOWN else f"{shown[:_SHOWN]}…"


_CHECKS: dict[str, Callable[[Any, Any, str, Schema], Iterator[Fault]]] = {
    "type": _type,
    "const": _const,
    "enum": _enum,
    "minimum": _minimum,
    "maximum": _maximum,
    "minLength": _min_length,
    "maxLength": _max_length,
    "pattern": _pattern,
    "minItems": _min_items,
    "maxItems": _max_items,
    "items": _items,
    "required": _required,
    "properties": _properties,
    "additionalProperties": _additional,
    "oneOf": _one_of,
}
