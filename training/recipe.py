"""The recipe of the attribution model, step by step; each step is kept, and done once.

1. **Network.** The encoder and its heads learn from all corpora at once, the texts damaged and
   embedded by lot; then once more from where they are, slower, what is not attribution counted
   less, and with the attributions that an earlier model finds in the texts that have none marked.
2. **Wording.** On the frozen encoder, small heads for sentences, hedges and loaded words.
3. **Export.** ONNX in int8, and in full precision to compare with.
4. **Tuning.** With the exported network, on the development articles: what tag sequences pay, and
   the confidence of attributions.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import onnxruntime as ort
import torch
from tokenizers import Tokenizer

from evaluation import factual, typed
from evaluation.corpora import polnear
from evaluation.marked import all_texts
from evaluation.matching import ROLES, Symmetric
from rashomon.analysis.encoder import Encoder
from rashomon.analysis.parameters import Calibration, Parameters
from rashomon.analysis.tags import TagCosts
from training.examples import Lesson
from training.export import export, link_tables, write_parameters
from training.loop import Lessons, Report, Run, Schedule
from training.network import Reader
from training.objective import Weights
from training.teacher import teach
from training.tuning import Encoded, encode, find, quotations, tune, tune_nested
from training.wording import Wording, train_wording


@dataclass(frozen=True, slots=True)
class Recipe:
    """All numbers of the recipe.

    Attributes:
        schedule: of the network's training.
        weights: what counts how much in it.
        second_schedule: of the second run, which begins with what the first has learned.
        second_weights: what counts how much in that.
    """

    schedule: Schedule = field(default_factory=lambda: Schedule(epochs=7, share=0.5))
    weights: Weights = field(
        default_factory=lambda: Weights(nested=0.5, link=0.3, marks=0.6, type=0.2, happened=0.3)
    )
    second_schedule: Schedule = field(
        default_factory=lambda: Schedule(epochs=3, rate=1e-4, head_rate=5e-4, share=0.25, seed=2)
    )
    second_weights: Weights = field(
        default_factory=lambda: Weights(nested=0.5, link=0.3, marks=0.3, type=0.3, happened=0.15)
    )


class Steps:
    """Carries the recipe out, in a folder where every step is kept.

    Args:
        recipe: its numbers.
        folder: where the steps are kept.
        pretrained: the folder of the pretrained encoder (``model.safetensors``,
            ``tokenizer.json``).
        teacher: the folder of an earlier model, which knew nothing but attributions.
        report: takes a line on how it goes.
    """

    def __init__(
        self,
        recipe: Recipe,
        folder: Path,
        pretrained: Path,
        teacher: Path,
        report: Report,
    ) -> None:
        self._teacher = teacher
        self._recipe = recipe
        self._folder = folder
        self._pretrained = pretrained
        self._report = report
        self._tokenizer = Tokenizer.from_file(str(pretrained / "tokenizer.json"))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()

    def network(self) -> Reader:
        """Return the trained network."""
        recipe = self._recipe
        attributed = [Lesson(article) for article in polnear("train")]
        marked, judged = all_texts("train"), factual.texts("train")
        typed_texts = [*typed.case("train"), *typed.own("snippets")]
        first = self._run(recipe.schedule, recipe.weights, "network").train(
            Lessons(attributed, marked, typed_texts, judged), self._tokenizer
        )
        typed_texts += typed.own("leads")
        others = (one.text for one in (*marked, *typed_texts, *judged))
        taught = teach(self._teacher, self._tokenizer, others)
        return self._run(recipe.second_schedule, recipe.second_weights, "second", first).train(
            Lessons(attributed, marked, typed_texts, judged, taught), self._tokenizer
        )

    def _run(
        self, schedule: Schedule, weights: Weights, name: str, start: Reader | None = None
    ) -> Run:
        return Run(
            schedule,
            weights,
            self._pretrained / "model.safetensors",
            self._folder / f"{name}.pt",
            lambda line: self._report(f"{name}: {line}"),
            start,
        )

    def wording(self, network: Reader) -> Wording:
        """Return the heads for sentences, hedges and loaded words."""
        kept = self._folder / "wording.pt"
        if kept.exists():
            wording = Wording()
            wording.load_state_dict(torch.load(kept, weights_only=True))
            return wording
        wording = train_wording(network, self._tokenizer, self._report)
        torch.save(wording.state_dict(), kept)
        return wording

    def model(self, target: Path) -> None:
        """Write the model that the package ships into the folder ``target``."""
        network = self.network()
        wording = self.wording(network)
        target.mkdir(parents=True, exist_ok=True)
        whole = self._folder / "whole.onnx"
        export(network, wording, whole, in_int8=False)
        export(network, wording, target / "model.onnx")
        articles = polnear("dev")
        size = self._recipe.schedule.size
        encoder = _encoder(target / "model.onnx")
        in_int8 = encode(encoder, self._tokenizer, articles, size)
        parameters = tune(in_int8, untuned(network, size), self._report)
        parameters = tune_nested(encoder, in_int8, parameters, self._report)
        write_parameters(parameters, target / "parameters.json")
        self._tokenizer.save(str(target / "tokenizer.json"), pretty=False)
        in_full = encode(_encoder(whole), self._tokenizer, articles, size)
        for name, encoded in (("full precision", in_full), ("int8", in_int8)):
            self._report(f"{name}: {_f1(encoded, parameters)}")


def untuned(network: Reader, size: int) -> Parameters:
    """Return parameters with the network's link tables, and nothing tuned."""
    nothing = Calibration(weights=(), bias=0.0, least=0.0)
    return Parameters(
        size=size,
        context=0,
        costs=TagCosts(),
        source_links=link_tables(network.link_weights["source"]),
        content_links=link_tables(network.link_weights["content"]),
        calibration=nothing,
        nested=nothing,
    )


def _f1(encoded: Sequence[Encoded], parameters: Parameters) -> str:
    """Return the F1 of what is found, whatever its confidence, as a line."""
    counts = Symmetric()
    for one in encoded:
        found = quotations(find(one, parameters), one.words)
        counts.add(one.article.text, one.article.quotations, found)
    return ", ".join(f"{name} {100 * counts.half[name].f1:.2f}" for name in (*ROLES, "all"))


def _encoder(model: Path) -> Encoder:
    return Encoder(ort.InferenceSession(model, providers=["CPUExecutionProvider"]))
