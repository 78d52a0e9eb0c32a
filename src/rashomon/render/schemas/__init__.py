"""The JSON Schemas (2020-12) of the public formats, a file each."""

import json
from importlib.resources import files
from typing import Any

NAMES = (
    "reading",
    "documents",
    "incidents",
    "origins",
    "search",
    "comparison",
    "relation",
    "decisions",
    "log",
)
"""The formats that commands write, by the name that stands after ``rashomon.`` in them."""

FOR_PROGRAMS = (
    "about",
    "conflicts",
    "copies",
    "document",
    "items",
    "job",
    "jobs",
    "kept",
    "page",
    "parties",
    "party",
    "places",
    "problem",
    "queue",
    "state",
    "undone",
)
"""What the desk answers programs with beside."""


def schema(name: str = "reading") -> dict[str, Any]:
    """Return the JSON Schema of a format.

    Raises:
        KeyError: no format of this name has a schema.
    """
    if name not in (*NAMES, *FOR_PROGRAMS):
        raise KeyError(name)
    text = files("rashomon.render.schemas").joinpath(f"{name}.schema.json").read_text("utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded
