"""The numbers beside the encoder: chosen or fitted in training, stored with the model as JSON."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from rashomon.analysis.links import LinkTables
from rashomon.analysis.tags import TagCosts

VERSION = 1


@dataclass(frozen=True, slots=True)
class Calibration:
    """A logistic regression from what is known of an attribution to its confidence.

    Attributes:
        weights: of the features, in the order of :data:`rashomon.analysis.confidence.FEATURES`.
        bias: the score where all features are zero.
        least: attributions with less confidence are not reported.
    """

    weights: tuple[float, ...]
    bias: float
    least: float


@dataclass(frozen=True, slots=True)
class Parameters:
    """All of them.

    Attributes:
        size: wordpieces that the encoder answers for in one window.
        context: wordpieces that it sees before and after these.
        costs: what tag sequences pay.
        source_links: the tables that link a cue to its source.
        content_links: the tables that link a content to its cue.
        calibration: of the confidence of attributions that stand by themselves.
        nested: of that of nested ones.
    """

    size: int
    context: int
    costs: TagCosts
    source_links: LinkTables
    content_links: LinkTables
    calibration: Calibration
    nested: Calibration


def parse_parameters(values: Mapping[str, Any]) -> Parameters:
    """Return the parameters that the JSON file of a model holds.

    Raises:
        KeyError, TypeError, ValueError: the values are not of this version's form.
    """
    if values["version"] != VERSION:
        raise ValueError(f"version {values['version']} where {VERSION} is needed")
    costs = values["costs"]
    source, cue, content = (float(cost) for cost in costs["opening"])
    return Parameters(
        size=int(values["window"]["size"]),
        context=int(values["window"]["context"]),
        costs=TagCosts(opening=(source, cue, content), line=float(costs["line"])),
        source_links=_tables(values["links"]["source"]),
        content_links=_tables(values["links"]["content"]),
        calibration=_calibration(values["calibration"]),
        nested=_calibration(values["nested"]),
    )


def _calibration(values: Mapping[str, Any]) -> Calibration:
    return Calibration(
        weights=tuple(float(weight) for weight in values["weights"]),
        bias=float(values["bias"]),
        least=float(values["least"]),
    )


def _tables(values: Mapping[str, Any]) -> LinkTables:
    def array(name: str) -> np.ndarray[Any, np.dtype[np.float32]]:
        return np.asarray(values[name], np.float32)

    return LinkTables(
        distance=array("distance"),
        cues=array("cues"),
        ends=array("ends"),
        lines=array("lines"),
        none=array("none"),
        none_bias=float(values["none_bias"]),
    )
