"""How two claims relate, for people and as JSON."""

from typing import Any

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from rashomon.model.comparison import Related
from rashomon.render.layout import INDENT
from rashomon.render.plain import plain

_STYLES = {"entails": "bold green", "contradicts": "bold red", "neutral": "bold"}


def related_record(related: Related) -> dict[str, Any]:
    """Return a relation as what JSON can hold."""
    return {"relation": related.relation, "probability": related.probability}


def related_line(related: Related) -> Text:
    """Return a relation and how likely it is."""
    words = Text(related.relation, _STYLES[related.relation])
    return words.append(f" {related.probability:.2f}", "not bold default")


def related_claims(related: Related, a: str, b: str) -> RenderableType:
    """Return a relation with the claims that it is of."""
    claims = Text(f"{plain(a)}\n{plain(b)}", "dim")
    return Group(related_line(related), Padding(claims, (0, 0, 0, INDENT)))
