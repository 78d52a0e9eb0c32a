"""What JSON can hold, of dataclasses and tuples."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any


def plain_values(value: Any) -> Any:
    """Return an object for what has fields or names, a list for a tuple, all else as it is."""
    if is_dataclass(value):
        return {each.name: plain_values(getattr(value, each.name)) for each in fields(value)}
    if isinstance(value, Mapping):
        return {name: plain_values(one) for name, one in value.items()}
    return list(map(plain_values, value)) if isinstance(value, tuple) else value
