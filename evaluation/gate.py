"""The quality gate: figures that may not fall.

``floors.toml`` holds the digest of each corpus and the least that each figure may be. They are
raised or lowered by ``python -m evaluation gate --set``, and never in passing.
"""

import tempfile
import tomllib
from dataclasses import dataclass
from pathlib import Path

from evaluation import (
    accounts,
    attribution,
    casualties,
    coreference,
    event_types,
    heads,
    incidents,
    nested,
    places,
    related,
    relations,
    seed,
    seed_accounts,
    seed_incidents,
    stance,
    times,
)
from evaluation.corpora import corpus, digest, polnear
from rashomon.pipeline.resources import load_pair_relater

FLOORS = Path(__file__).parent / "floors.toml"
SLACK = 0.3
"""Points by which a figure may be under what it was when the floor was set: rounding differs
between processors."""

SLACK_OF_FEW = 2.0
"""The same for figures over so few attributions that one more or less is a point or two."""

_FEW = ("nested", "types", "incidents", "answers")

CORPORA = (
    "attribution/polnear.dev.jsonl.gz",
    "time/tempeval3.train.jsonl.gz",
    "time/meantime.jsonl.gz",
    "place/lgl.jsonl.gz",
    "place/trnews.jsonl.gz",
    "entity/gum.jsonl.gz",
    "entity/re3d.train.jsonl.gz",
    "event/case2021_task2.dev.jsonl.gz",
    "linking/ecbplus.jsonl.gz",
    "accounts/documents.jsonl.gz",
    "relation/train.jsonl.gz",
    "relation/emergent_stance.train.jsonl.gz",
    *(f"accounts/gold/{name}.records.jsonl" for name in casualties.ACCOUNTS),
)


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
    """A corpus is not the one that the floors were set on."""


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
    found["seed: incidents"] = float(sum(one.is_right for one in seed_incidents.measure()))
    return found | _others()


def _others() -> dict[str, float]:
    """Return the figures of what is read beside attributions, by name."""
    found = {
        f"heads, {name}: exact": 100 * exact.f1 for name, (exact, _) in heads.measure("dev").items()
    }
    timed = times.measure(times.timed_texts("dev"), "heads")["all"]
    found |= {f"times: {measure}": 100 * count.f1 for measure, count in timed.of.items()}
    for corpus_name, placed in places.measure("dev", "heads").items():
        found[f"places, {corpus_name}: end to end"] = 100 * placed.end_to_end.f1
        within = placed.resolution.right / len(placed.resolution.errors)
        found[f"places, {corpus_name}: within 161 km"] = 100 * within
    chains = coreference.measure(coreference.gum("dev"), coreference.with_heads())
    found["coreference, GUM: CoNLL"] = 100 * chains.conll
    typed = event_types.measure("dev")["the package"]
    found["types: accuracy"] = 100 * typed.accuracy
    with tempfile.TemporaryDirectory() as folder:  # read anew: what is kept may be of older code
        told = incidents.accounts(kept=Path(folder))
        answered = accounts.measure(accounts.accounts(kept=Path(folder)))
    found["incidents, accounts: B-cubed"] = 100 * told.f1
    for kind, scored in answered.items():
        found[f"answers, {kind}: value"] = scored.f1(scored.value)
    claims = related.parts()["dev"]
    relation = relations.figures(claims, *relations.relations(load_pair_relater(threads=2), claims))
    found["relations: accuracy"] = relation.accuracy
    found["relations: contradiction"] = relation.contradiction
    found["seed, compared: conflicts and denials"] = float(
        sum(bool(one.found) for one in seed_accounts.measure())
    )
    counted = casualties.accounts()
    return found | {f"casualties, {name}": 100 * one.f1 for name, one in counted.items()}


def check() -> list[Checked]:
    """Return every gated figure against its floor.

    Raises:
        WrongCorpusError: a corpus is another one than the floors were set on.
        CorpusMissingError: one is not there.
    """
    stored = tomllib.loads(FLOORS.read_text("utf-8"))
    if "corpora" not in stored:
        raise WrongCorpusError("no floors are set; set them with: python -m evaluation gate --set")
    for name, wanted in stored["corpora"].items():
        is_digest = digest(corpus(name))
        if is_digest != wanted:
            raise WrongCorpusError(
                f"{name} has the digest {is_digest}; the floors are for another one. "
                "Set them anew with: python -m evaluation gate --set"
            )
    values = figures()
    return [Checked(name, floor, values[name]) for name, floor in stored["floors"].items()]


def store() -> None:
    """Set the floors to the present figures, less the slack."""
    lines = [
        "# The least that each figure may be; set by: python -m evaluation gate --set",
        "[corpora]",
        *(f'"{name}" = "{digest(corpus(name))}"' for name in CORPORA),
        "",
        "[floors]",
        *(
            f'"{name}" = {value - _slack(name):.1f}'
            for name, value in figures().items()
            if value > _slack(name)  # no figure can fall under nothing
        ),
        "",
    ]
    FLOORS.write_text("\n".join(lines), "utf-8")


def _slack(name: str) -> float:
    return SLACK_OF_FEW if name.startswith(_FEW) else SLACK
