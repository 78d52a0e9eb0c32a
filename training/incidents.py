"""Learns how rare terms are, and what speaks for two documents telling of one incident.

::

    python -m training.incidents frequencies
    python -m training.incidents weights

Both write into ``src/rashomon/models/incidents``.
"""

import hashlib
import json
import math
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeAlias

import numpy as np
import typer
from numpy.typing import NDArray
from sklearn.ensemble import HistGradientBoostingClassifier
from tokenizers import Tokenizer

from evaluation.corpora import ROOT, corpus, rows
from evaluation.readings import readings
from evaluation.splits import incident_parts, part
from rashomon.linking.incidents.blocking import candidates
from rashomon.linking.incidents.features import FEATURES, compare, side
from rashomon.linking.incidents.making import make_sketch
from rashomon.linking.incidents.names import find_names
from rashomon.linking.incidents.sketches import pack, unpack
from rashomon.linking.incidents.tables import VERSION, Model, build_rarity
from rashomon.linking.incidents.terms import Rarity, term, tokens
from rashomon.linking.incidents.trees import parse_forest
from rashomon.model.reading import Reading
from rashomon.pipeline.resources import load_incident_words

SHOOTINGS = "linking/gun_violence.documents"
TOPICS = "linking/ecbplus"
FOLDER = ROOT / "src" / "rashomon" / "models" / "incidents"

_STEP = 0.5
_LEAST = 3
"""Documents that must hold a term for it to be in the table."""
_UNKNOWN = 9.0
_NUMBER = 6.0
_NAME_LEAST = 4
_UNDATED = 0.5
"""Share of the reports in one set whose date of publication is taken away."""
_SLOPE, _OFFSET = 1.9, 11.1
"""How the rarity of a word in political news goes with its rank in the vocabulary."""

app = typer.Typer(no_args_is_help=True, help=__doc__)


def texts() -> dict[str, list[str]]:
    """Return texts by kinds of news; of shootings only those of training incidents."""
    part_of = incident_parts()
    shootings = [
        row["text"]
        for row in rows(corpus(f"{SHOOTINGS}.jsonl.gz"))
        if part_of[row["incident_id"]] == "train"
    ]

    def of(name: str) -> list[str]:
        return [row["text"] for row in rows(corpus(f"{name}.jsonl.gz"))]

    return {
        "shootings": shootings,
        "war": of("news/fakes_syria"),
        "politics": of("news/allsides_conflict") + of("attribution/polnear.train"),
        "attacks": [row["text"] for row in part("event/muc4", "train")],
        "other": [
            row["text"]
            for name in ("linking/ecbplus", "place/lgl", "place/trnews", "time/tempeval3.train")
            for row in part(name, "train")
        ],
    }


@app.command()
def frequencies() -> None:
    """How rare terms are: in how few documents they stand, of the news that has them most."""
    rare = dict(_of_vocabulary())
    for documents in texts().values():
        found = Counter(one for text in documents for one in set(tokens(text)))
        for one, times in found.items():
            if times >= _LEAST:
                value = math.log((len(documents) + 1) / times)
                rare[one] = min(rare.get(one, _UNKNOWN), value)
    rarity = Rarity(rare, _UNKNOWN, _NUMBER)
    for documents in texts().values():
        found = Counter(one for text in documents for one in find_names(text, frozenset(), rarity))
        for one, times in found.items():
            if times >= _NAME_LEAST:
                value = math.log((len(documents) + 1) / times)
                rare[one] = min(rare.get(one, 12.0), value)
    _write(
        "frequencies.json",
        {"version": VERSION, "unknown": _UNKNOWN, "number": _NUMBER, "levels": _levels(rare)},
    )


def _of_vocabulary() -> Iterator[tuple[str, float]]:
    """Yield whole words of the encoder's vocabulary, where the common ones come first."""
    path = ROOT / "src" / "rashomon" / "models" / "attribution" / "tokenizer.json"
    vocabulary = Tokenizer.from_file(str(path)).get_vocab()
    words = sorted((id_, word) for word, id_ in vocabulary.items() if word.isalpha())
    seen: set[str] = set()
    for rank, (_, word) in enumerate(words, 1):
        one = term(word)
        if one not in seen and len(one) > 1 and one.isascii():
            seen.add(one)
            yield one, min(max(0.0, _SLOPE * math.log(rank) - _OFFSET), _UNKNOWN - 1)


def _levels(rare: Mapping[str, float]) -> dict[str, str]:
    levels: dict[float, list[str]] = {}
    for one, value in sorted(rare.items()):
        level = round(value / _STEP) * _STEP
        if level < _UNKNOWN or " " in one:
            levels.setdefault(level, []).append(one.replace(" ", "_"))
    return {f"{level:g}": " ".join(levels[level]) for level in sorted(levels)}


def _write(name: str, values: Mapping[str, object]) -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    (FOLDER / name).write_text(json.dumps(values, ensure_ascii=False, indent=0) + "\n", "utf-8")


@app.command()
def weights() -> None:
    """What speaks for two documents telling of one incident."""
    rarity = build_rarity(json.loads((FOLDER / "frequencies.json").read_text("utf-8")))
    model = Model(load_incident_words(), rarity, parse_forest({"bias": 0.0, "trees": []}), "none")
    shootings, others = _shootings(), _others()
    sets = [
        (shootings, 1.0),
        (_changed(shootings, _UNDATED, undated), 0.5),
        (_changed(shootings, 1.0, lowered), 0.5),
        (others, 1.0),
        (_changed(others, 1.0, lowered), 0.5),
    ]
    examples = [_examples(told, model, weight) for told, weight in sets]
    forest = grow(*(np.concatenate(columns) for columns in zip(*examples, strict=True)))
    digest = hashlib.sha256(json.dumps(forest).encode()).hexdigest()[:12]
    _write("weights.json", {"version": VERSION, "name": digest, "pairs": forest})


Told: TypeAlias = Sequence[tuple[str, Reading]]
"""Reports, each with the incident that it is about."""


def _shootings() -> Told:
    part_of = incident_parts()
    given = zip(rows(corpus(f"{SHOOTINGS}.jsonl.gz")), readings(SHOOTINGS), strict=True)
    return [
        (row["incident_id"], reading)
        for row, reading in given
        if reading and part_of[row["incident_id"]] == "train"
    ]


def _others() -> Told:
    """Return texts of ECB+: two similar events for each topic, so that neighbours are hard."""
    kept = {row["id"] for row in part(TOPICS, "train")}
    given = zip(rows(corpus(f"{TOPICS}.jsonl.gz")), readings(TOPICS), strict=True)
    return [
        (row["subtopic"], reading)
        for row, reading in given
        if reading and row["id"] in kept and row["split"] == "train"
    ]


def undated(reading: Reading) -> Reading:
    """Return a reading as it would be, were it not known when its document was published."""
    times = tuple(
        replace(one, edtf=None, earliest=None, latest=None)
        if one.anchored_by == "published"
        else one
        for one in reading.times
    )
    return replace(reading, document=replace(reading.document, published=None), times=times)


def lowered(reading: Reading) -> Reading:
    """Return a reading of the same text without capitals; what was read stays."""
    document = reading.document
    text = "".join(one.lower() if len(one.lower()) == 1 else one for one in document.text)
    title = document.title.lower() if document.title else None
    return replace(reading, document=replace(document, text=text, title=title))


def _changed(told: Told, share: float, change: Callable[[Reading], Reading]) -> Told:
    """Return reports, a share of which is changed: which, depends on their ids."""
    return [
        (one, change(reading) if _fraction(reading.document.id) < share else reading)
        for one, reading in told
    ]


def _fraction(id_: str) -> float:
    return hashlib.sha256(id_.encode()).digest()[0] / 256


def _examples(
    told: Told, model: Model, weight: float
) -> tuple[NDArray[np.float64], NDArray[np.bool_], NDArray[np.float64]]:
    """Return features of the pairs that would be compared, whether they are one, and weights."""
    sketches = [unpack(pack(make_sketch(reading, model))) for _, reading in told]
    sides = [side(sketch, model.rarity) for sketch in sketches]
    pairs = candidates(sketches, model.words, model.rarity).tolist()
    found = [compare(sides[a], sides[b], model.words) for a, b in pairs]
    same = [told[a][0] == told[b][0] for a, b in pairs]
    return np.array(found), np.array(same), np.full(len(pairs), weight)


def grow(
    features: NDArray[np.float64], same: NDArray[np.bool_], weight: NDArray[np.float64]
) -> dict[str, object]:
    """Return boosted trees as plain numbers."""
    fitted = HistGradientBoostingClassifier(
        max_iter=250,
        max_leaf_nodes=8,
        learning_rate=0.08,
        min_samples_leaf=100,
        l2_regularization=1.0,
        monotonic_cst=list(FEATURES.values()),
        early_stopping=False,
        random_state=1,
    ).fit(features, same, weight)
    inner = vars(fitted)
    return {
        "bias": float(inner["_baseline_prediction"].ravel()[0]),
        "features": list(FEATURES),
        "trees": [[_node(node) for node in tree.nodes] for (tree,) in inner["_predictors"]],
    }


def _node(node: Any) -> list[float]:
    if node["is_leaf"]:
        return [round(float(node["value"]), 5)]
    return [
        int(node["feature_idx"]),
        round(float(node["num_threshold"]), 5),
        int(node["left"]),
        int(node["right"]),
        int(node["missing_go_to_left"]),
    ]


if __name__ == "__main__":
    app()
