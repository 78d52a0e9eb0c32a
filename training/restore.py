"""A shipped model as the start of a training run, so that heads are added without starting anew.

The ONNX file holds the weights in int8 with a scale a column; what rounding took from them, the
run's first steps give back. The embeddings of wordpieces are never trained: they are the pretrained
ones. The head for attributions within contents is not shipped, and starts from nothing.
"""

import json
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import Tensor, nn

from rashomon.analysis.encoder import Floats
from rashomon.analysis.links import LinkTables
from rashomon.analysis.parameters import parse_parameters
from rashomon.analysis.words import CASES, GAPS, QUOTATIONS
from training.network import WIDTH, LinkWeights, Reader

_PREFIX = "_reader."
_LOOKS = "_looks.weight"


def restore(network: Reader, folder: Path) -> None:
    """Set the weights of the encoder and of attribution to those of a shipped model.

    Args:
        network: its embeddings of wordpieces are set already.
        folder: holds ``model.onnx`` and ``parameters.json``.
    """
    stored = onnx.load(folder / "model.onnx").graph.initializer
    values = {one.name: numpy_helper.to_array(one) for one in stored}
    _set_named(network, values)
    matrices = [name for name in values if name.startswith("val_") and name.endswith("_quantized")]
    layers: list[nn.Linear] = []
    for layer in network.encoder.layers:
        layers += [layer.queries_keys_values, layer.attended, layer.inner, layer.outer]
    layers += [network.tag, network.link]
    if any(name.startswith(f"{_PREFIX}marks.") for name in values):
        layers += list(network.marks.values())
    # the file lists the matrices in the order in which the network uses them
    for linear, name in zip(layers, matrices, strict=False):
        _set(linear.weight, _unpacked(values, name.removesuffix("_quantized")).T)
    _set_looks(network, _unpacked(values, _LOOKS))
    parameters = parse_parameters(json.loads((folder / "parameters.json").read_text("utf-8")))
    _set_links(network.link_weights["source"], parameters.source_links)
    _set_links(network.link_weights["content"], parameters.content_links)


def _set_named(network: Reader, values: dict[str, Floats]) -> None:
    """Set what the file keeps in full precision under its own name: biases, norms, positions."""
    for name, parameter in network.named_parameters():
        if _PREFIX + name in values:
            _set(parameter, values[_PREFIX + name])


def _unpacked(values: dict[str, Floats], name: str) -> Floats:
    """Return a matrix as floats."""
    packed = values[f"{name}_quantized"].astype(np.float32)
    zero = values[f"{name}_zero_point"].astype(np.float32)
    unpacked: Floats = (packed - zero) * values[f"{name}_scale"]
    return unpacked


def _set_looks(network: Reader, looks: Floats) -> None:
    """Part the embedding of every look into those of case, gap and quotation."""
    table = looks.reshape(CASES, GAPS, QUOTATIONS, WIDTH)
    mean = table.mean((0, 1, 2))
    encoder = network.encoder
    _set(encoder.cases.weight, table.mean((1, 2)))
    _set(encoder.gaps.weight, table.mean((0, 2)) - mean)
    _set(encoder.quotations.weight, table.mean((0, 1)) - mean)


def _set_links(weights: nn.Module, tables: LinkTables) -> None:
    assert isinstance(weights, LinkWeights)
    for parameter, table in zip(
        weights.tables(),
        (tables.distance, tables.cues, tables.ends, tables.lines),
        strict=True,
    ):
        _set(parameter, table)
    _set(weights.none, tables.none)
    _set(weights.none_bias, np.asarray(tables.none_bias, np.float32))


def _set(parameter: Tensor, values: Floats) -> None:
    with torch.no_grad():
        parameter.copy_(torch.from_numpy(np.array(values, np.float32)))
