"""``python -m training.relating_recipe``: make the relation model from the corpora.

Train on marked pairs, train on with made ones, export, calibrate; an interrupted run goes on at the
last epoch.
"""

import json
import logging
import random
import warnings
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import numpy as np
import onnxruntime as ort
import torch
import typer
from onnxruntime.quantization import QuantType, quantize_dynamic
from tokenizers import Tokenizer
from torch import Tensor, nn

from evaluation.related import ClaimPair, parts
from rashomon.compare.claims.relating import LONGEST, RELATIONS, Floats, Relater
from training.export import exported_layer
from training.headline_pairs import headline_pairs
from training.loop import Report
from training.made_pairs import made
from training.network import FAR
from training.relating import Relater as Network
from training.relating import RelatingSchedule, train
from training.told_pairs import told_pairs

_SECOND = RelatingSchedule(epochs=3, rate=1e-4, head_rate=4e-4, seed=2)
"""The second run, in which pairs that were made are seen as well."""
_THIRD = RelatingSchedule(epochs=1, rate=7e-5, head_rate=2e-4, seed=3)
"""The third, with others that were made, and claims about violence."""
_TOLD = 5000
"""How many pairs of claims about violence."""
_SEED = 1
_OPSET = 20
_TEMPERATURES = np.linspace(0.5, 3.0, 101)


class _Exported(nn.Module):
    """The network as it is exported: attention spelled out."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self._network = network

    def forward(self, piece: Tensor, side: Tensor, mask: Tensor) -> Tensor:
        network, encoder = self._network, self._network.encoder
        hidden = encoder.pieces(piece) + encoder.positions.weight[: piece.shape[1]]
        hidden = encoder.norm(hidden + side[..., None] * network.second)
        barred = ((1 - mask) * FAR)[:, None, None, :]
        for layer in encoder.layers:
            hidden = exported_layer(layer, hidden, barred)
        scores: Tensor = network.relation(torch.tanh(network.inner(hidden[:, 0])))
        return scores


MODEL = Path(__file__).parent.parent / "src" / "rashomon" / "models" / "relation"


def make(pretrained: Path, folder: Path, target: Path, report: Report) -> None:
    """Write the model into a folder.

    Args:
        pretrained: the folder of the pretrained encoder.
        folder: where the run is kept between epochs.
        target: where the model is written.
        report: takes a line on how it goes.
    """
    tokenizer = Tokenizer.from_file(str(pretrained / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    pairs = parts()
    weights, marked = pretrained / "model.safetensors", pairs["train"]
    first = train(marked, tokenizer, weights, folder / "first.pt", report, RelatingSchedule())
    dice = random.Random(_SEED)
    shown = [*marked, *made(marked, dice), *headline_pairs(dice)]
    second = train(shown, tokenizer, first, folder / "second.pt", report, _SECOND)
    dice = random.Random(_SEED + 1)
    shown = [*marked, *made(marked, dice), *headline_pairs(dice), *told_pairs(_TOLD, dice)]
    network = train(shown, tokenizer, second, folder / "third.pt", report, _THIRD)
    target.mkdir(parents=True, exist_ok=True)
    export(network, target / "model.onnx")
    session = ort.InferenceSession(target / "model.onnx", providers=["CPUExecutionProvider"])
    temperature = calibrated(Relater(session, tokenizer, 1.0), pairs["dev"])
    (target / "parameters.json").write_text(
        json.dumps({"version": 1, "temperature": temperature}) + "\n", "utf-8"
    )


def export(network: Network, target: Path) -> None:
    """Write a network as ONNX in int8, with dynamic numbers of pairs and pieces."""
    example = (torch.ones(2, 16, dtype=torch.long), torch.zeros(2, 16), torch.ones(2, 16))
    shape = {0: torch.export.Dim("pairs"), 1: torch.export.Dim("pieces", max=LONGEST)}
    with warnings.catch_warnings(), TemporaryDirectory() as folder:
        warnings.simplefilter("ignore")
        logging.disable(logging.WARNING)
        program = torch.onnx.export(
            _Exported(network.cpu().eval()).eval(),
            example,
            dynamo=True,
            input_names=["piece", "side", "mask"],
            output_names=["relation"],
            dynamic_shapes=(shape, shape, shape),
            opset_version=_OPSET,
            verbose=False,
        )
        logging.disable(logging.NOTSET)
        assert program is not None
        whole = Path(folder) / "whole.onnx"
        program.save(whole)
        quantize_dynamic(
            whole, target, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True
        )


def calibrated(relater: Relater, pairs: tuple[ClaimPair, ...]) -> float:
    """Return the temperature at which a model promises most truly (Guo et al. 2017)."""
    probabilities = relater.probabilities([(one.a, one.b) for one in pairs])
    right = np.array([RELATIONS.index(one.relation) for one in pairs])
    scores = np.log(np.maximum(probabilities, 1e-9))
    losses = [_loss(scores / temperature, right) for temperature in _TEMPERATURES]
    return round(float(_TEMPERATURES[int(np.argmin(losses))]), 3)


def _loss(scores: Floats, right: np.ndarray) -> float:
    scores = scores - scores.max(-1, keepdims=True)
    chosen = scores[np.arange(len(right)), right]
    return float((np.log(np.exp(scores).sum(-1)) - chosen).mean())


def command(
    pretrained: Annotated[
        Path,
        typer.Option(help="The folder of all-MiniLM-L6-v2: model.safetensors, tokenizer.json."),
    ],
    folder: Annotated[Path, typer.Option(help="Where the run is kept.")] = Path("runs/relation"),
    target: Annotated[Path, typer.Option(help="Where the model is written.")] = MODEL,
) -> None:
    """Train, export and calibrate the relation model; run again, it goes on where it was."""
    make(pretrained, folder, target, typer.echo)


if __name__ == "__main__":
    typer.run(command)
