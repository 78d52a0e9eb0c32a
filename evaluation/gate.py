"""The quality gate: figures that may not fall.

``floors.toml`` holds for each corpus its digest and the least that each figure may be. They are
raised or lowered by ``python -m evaluation gate --set``, and never in passing.
"""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from evaluation import attribution, nested, seed, stance
from evaluation.corpora import corpus, digest, polnear

FLOORS = Path(__file__).parent / "floors.toml"
SLACK = 0.3
"""Points by which a figure may be under what it was when the floor was set: rounding differs
between processors."""

SLACK_OF_FEW = 2.0
"""The same for figures over so few attributions that one more or less is a point or two."""

_CORPUS = "attribution/polnear.dev.jsonl.gz"


@dataclass(frozen=True, slots=True)
class Checked:
    """One figure against its floor."""

    name: str
    floor: float
    value: float

    @property
    def holds(self) -> bool:
        """Whether the figure is not under its floor."""
        return self.value >= self.floor


class WrongCorpusError(Exception):
    """The corpus is not the one that the floors were set on."""


def figures() -> dict[str, float]:
    """Return all gated figures by name."""
    articles = polnear("dev")
    found: dict[str, float] = {}
    for copy in ("clean", "lower-cased and tokenized", "no quotation marks"):
        measured = attribution.measure(articles, attribution.DAMAGE[copy])
        found |= {f"{copy}: {name}": value for name, value in measured.by_name().items()}
    inner = nested.measure()
    found["nested: precision"] = 100 * inner.found.precision
    found["nested: recall"] = 100 * inner.found.recall
    for name, (count, _) in stance.measure().items():
        found[f"{name}: accuracy"] = 100 * count.recall
    found["seed: right"] = float(sum(one.is_right for one in seed.measure()))
    return found


def check() -> list[Checked]:
    """Return every gated figure against its floor.

    Raises:
        WrongCorpusError: the corpus is another one than the floors were set on.
        CorpusMissingError: it is not there.
    """
    stored = tomllib.loads(FLOORS.read_text("utf-8"))
    is_digest = digest(corpus(_CORPUS))
    if stored["corpus"]["sha256"] != is_digest:
        raise WrongCorpusError(
            f"{_CORPUS} has the digest {is_digest}; the floors are for another one. "
            "Set them anew with: python -m evaluation gate --set"
        )
    values = figures()
    return [Checked(name, floor, values[name]) for name, floor in stored["floors"].items()]


def store() -> None:
    """Set the floors to the present figures, less the slack."""
    lines = [
        "# The least that each figure may be; set by: python -m evaluation gate --set",
        "[corpus]",
        f'name = "{_CORPUS}"',
        f'sha256 = "{digest(corpus(_CORPUS))}"',
        "",
        "[floors]",
        *(f'"{name}" = {value - _slack(name):.1f}' for name, value in figures().items()),
        "",
    ]
    FLOORS.write_text("\n".join(lines), "utf-8")


def _slack(name: str) -> float:
    return SLACK_OF_FEW if name.startswith("nested") else SLACK
