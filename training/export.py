"""From the trained network to the files that the package ships: ONNX, and its parameters.

Weights are stored in int8, a scale a column, in seven bits: on processors without VNNI the
eight-bit product of onnxruntime may overflow, and then one text reads differently on two machines.
"""

import json
import logging
import warnings
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from torch.nn import functional

from rashomon.analysis.encoder import Floats
from rashomon.analysis.heads import HAPPENED, LABELS, TYPE
from rashomon.analysis.links import LinkTables
from rashomon.analysis.parameters import VERSION, Parameters
from training.network import FAR, HEADS, WIDTH, Layer, LinkWeights, Reader
from training.wording import Wording

_OPSET = 20  # the first with Gelu as one node
_LONGEST = 512


class Exported(nn.Module):
    """The network as it is exported: heads over all pieces, attention spelled out.

    Looks are one table.
    """

    def __init__(self, reader: Reader, wording: Wording) -> None:
        super().__init__()
        self._reader = reader
        self._wording = wording
        self._looks = nn.Embedding.from_pretrained(reader.encoder.looks().detach().clone())

    def forward(self, piece: Tensor, look: Tensor, mask: Tensor) -> tuple[Tensor, ...]:
        """Return the outputs of all heads, ``[windows, pieces, width]`` each."""
        encoder = self._reader.encoder
        hidden = encoder.pieces(piece) + encoder.positions.weight[: piece.shape[1]]
        hidden = encoder.norm(hidden + self._looks(look))
        barred = ((1 - mask) * FAR)[:, None, None, :]
        for layer in encoder.layers:
            hidden = exported_layer(layer, hidden, barred)
        return (
            self._reader.tag(hidden).log_softmax(-1),
            self._reader.link(hidden),
            *(self._reader.marks[head](hidden).log_softmax(-1) for head in LABELS),
            self._reader.event_type(hidden),
            self._reader.happened(hidden).sigmoid(),
            functional.logsigmoid(self._wording.sentence(hidden)),
            self._wording.hedge(hidden).sigmoid(),
            self._wording.loaded(hidden).sigmoid(),
        )


OUTPUTS = ("tag", "link", *LABELS, TYPE, HAPPENED, "sentence", "hedge", "loaded")


def export(reader: Reader, wording: Wording, target: Path, *, in_int8: bool = True) -> None:
    """Write the network to ``target`` as ONNX, with dynamic numbers of windows and pieces."""
    reader, wording = reader.cpu().eval(), wording.cpu().eval()
    example = (
        torch.ones(2, 16, dtype=torch.long),
        torch.zeros(2, 16, dtype=torch.long),
        torch.ones(2, 16),
    )
    shape = {0: torch.export.Dim("windows"), 1: torch.export.Dim("pieces", max=_LONGEST)}
    with warnings.catch_warnings(), TemporaryDirectory() as folder:
        warnings.simplefilter("ignore")
        logging.disable(logging.WARNING)
        program = torch.onnx.export(
            Exported(reader, wording).eval(),
            example,
            dynamo=True,
            input_names=["piece", "look", "mask"],
            output_names=list(OUTPUTS),
            dynamic_shapes=(shape, shape, shape),
            opset_version=_OPSET,
            verbose=False,
        )
        logging.disable(logging.NOTSET)
        assert program is not None
        whole = Path(folder) / "whole.onnx"
        program.save(whole)
        if in_int8:
            quantize_dynamic(
                whole, target, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True
            )
        else:
            target.write_bytes(whole.read_bytes())
    model = onnx.load(target)
    onnx.checker.check_model(model)


def exported_layer(layer: nn.Module, hidden: Tensor, barred: Tensor) -> Tensor:
    """Return the next hidden states, as :class:`Layer` does, attention spelled out."""
    assert isinstance(layer, Layer)
    windows, pieces, _ = hidden.shape
    width = WIDTH // HEADS
    joint = layer.queries_keys_values(hidden).reshape(windows, pieces, 3, HEADS, width)
    query = joint[:, :, 0].transpose(1, 2)
    key = joint[:, :, 1].permute(0, 2, 3, 1)
    value = joint[:, :, 2].transpose(1, 2)
    attention = torch.softmax(query @ key * width**-0.5 + barred, -1)
    mixed = (attention @ value).transpose(1, 2).reshape(windows, pieces, WIDTH)
    hidden = layer.attended_norm(hidden + layer.attended(mixed))
    normal: Tensor = layer.outer_norm(hidden + layer.outer(functional.gelu(layer.inner(hidden))))
    return normal


def link_tables(weights: nn.Module) -> LinkTables:
    """Return the tables of one kind of link, as the package uses them."""
    assert isinstance(weights, LinkWeights)

    def array(parameter: Tensor) -> Floats:
        values: Floats = parameter.detach().cpu().float().numpy()
        return values

    return LinkTables(
        distance=array(weights.distance),
        cues=array(weights.cues),
        ends=array(weights.ends),
        lines=array(weights.lines),
        none=array(weights.none),
        none_bias=float(weights.none_bias.detach()),
    )


def write_parameters(parameters: Parameters, target: Path) -> None:
    """Write the numbers beside the network as JSON, as ``parse_parameters`` reads them."""
    values = {
        "version": VERSION,
        "window": {"size": parameters.size, "context": parameters.context},
        "costs": asdict(parameters.costs),
        "links": {
            "source": asdict(parameters.source_links),
            "content": asdict(parameters.content_links),
        },
        "calibration": asdict(parameters.calibration),
        "nested": asdict(parameters.nested),
    }
    target.write_text(json.dumps(values, default=_rounded, indent=1) + "\n", "utf-8")


def _rounded(array: Floats) -> list[float]:
    return [round(float(value), 5) for value in array]
