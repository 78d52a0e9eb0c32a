"""One training run: it can be interrupted at any time, and goes on at the last whole epoch."""

import random
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import nn

from evaluation.factual import FactualText
from evaluation.marked import MarkedText
from evaluation.matching import Quotation
from evaluation.typed import TypedText
from training.examples import (
    Example,
    Lesson,
    Piece,
    batches,
    factual_example,
    inputs,
    marked_example,
    typed_example,
    varied_example,
    windows,
)
from training.network import Reader, load_pretrained
from training.objective import Weights, loss
from training.stepping import Stepping


@dataclass(frozen=True, slots=True)
class Lessons:
    """All that the network learns from.

    Attributes:
        attributed: articles with their attributions.
        marked: texts with what other heads mark.
        typed: texts with the type of their event.
        factual: sentences with judgements on whether events took place.
        taught: the attributions of texts in which nobody marked any, by the text.
    """

    attributed: Sequence[Lesson]
    marked: Sequence[MarkedText]
    typed: Sequence[TypedText]
    factual: Sequence[FactualText]
    taught: Mapping[str, Sequence[Quotation]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Schedule:
    """The numbers of a run.

    Attributes:
        epochs: how often each lesson is seen.
        rate: the highest learning rate of the encoder.
        head_rate: that of the heads and of the looks.
        warm_up: the share of the steps in which the rate rises; then it falls to nothing.
        batch: wordpieces of a batch, padding included.
        size: wordpieces of a window.
        damage: the share of lessons that are damaged.
        embedding: the share of lessons that get sentences put into other mouths.
        share: the share of the judged sentences that an epoch sees, drawn by lot.
        dropout: the share of activations left out.
        decay: weight decay.
        averaging: the decay of the running average of weights, which is what is kept.
        clip: the longest gradient.
        seed: of everything that is drawn by lot.
    """

    epochs: int
    rate: float = 2e-4
    head_rate: float = 1e-3
    warm_up: float = 0.08
    batch: int = 2048
    size: int = 254
    damage: float = 0.5
    embedding: float = 0.3
    share: float = 1.0
    dropout: float = 0.1
    decay: float = 0.01
    averaging: float = 0.998
    clip: float = 1.0
    seed: int = 1


Report = Callable[[str], None]

_REPORT_EVERY = 100
_LOOKS = ("cases", "gaps", "quotations")


class Run:
    """A training run with its checkpoint.

    Args:
        schedule: its numbers.
        weights: how much each part of the loss counts.
        pretrained: the pretrained encoder (``model.safetensors``).
        checkpoint: where the run is kept between epochs.
        report: takes a line on how it goes.
        start: a network to start from, instead of the pretrained encoder with new heads.
    """

    def __init__(
        self,
        schedule: Schedule,
        weights: Weights,
        pretrained: Path,
        checkpoint: Path,
        report: Report,
        start: Reader | None = None,
    ) -> None:
        torch.manual_seed(schedule.seed)
        self._schedule = schedule
        self._weights = weights
        self._report = report
        self._device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
        self._network = Reader(schedule.dropout)
        load_pretrained(self._network.encoder, pretrained)
        if start is not None:
            self._network.load_state_dict(start.state_dict())
        # what the pieces mean is known; a small corpus can only make it worse
        self._network.encoder.pieces.weight.requires_grad_(False)
        self._network.to(self._device)
        self._stepping = Stepping(
            self._network, _groups(self._network, schedule), schedule, checkpoint, asdict(schedule)
        )
        if self._stepping.epoch:
            report(f"resumed after epoch {self._stepping.epoch}")

    def train(self, lessons: Lessons, tokenizer: Tokenizer) -> Reader:
        """Train on all lessons; return the averaged network.

        Args:
            lessons: what to learn from.
            tokenizer: cuts texts into wordpieces.
        """
        schedule = self._schedule
        for epoch in range(self._stepping.epoch, schedule.epochs):
            dice = random.Random(f"{schedule.seed}/{epoch}")
            torch.manual_seed(1000 * schedule.seed + epoch)
            examples = self._examples(lessons, tokenizer, dice)
            cut = windows(examples, schedule.size, dice)
            made = batches(cut, lambda piece: piece.length, schedule.batch, dice)
            started, pieces = time.monotonic(), 0
            sums: Counter[str] = Counter()
            for done, batch in enumerate(made, start=1):
                sums.update(self._learn(batch, (epoch + done / len(made)) / schedule.epochs))
                pieces += sum(piece.task.pieces for piece in batch)
                if done % _REPORT_EVERY == 0 or done == len(made):
                    means = {name: value / done for name, value in sums.items()}
                    self._tell(epoch, done / len(made), means, started, pieces)
            self._stepping.end_epoch()
        return self._stepping.average.eval()

    def _examples(
        self, lessons: Lessons, tokenizer: Tokenizer, dice: random.Random
    ) -> list[Example]:
        """Return what one epoch sees, varied by lot."""
        schedule = self._schedule
        damage = schedule.damage
        attributed = [
            varied_example(
                one, tokenizer, embedding=schedule.embedding, damage_rate=damage, dice=dice
            )
            for one in lessons.attributed
        ]
        said = lessons.taught.get
        marked = [
            marked_example(one, said(one.text), tokenizer, damage_rate=damage, dice=dice)
            for one in lessons.marked
        ]
        typed = [
            typed_example(one, said(one.text), tokenizer, damage_rate=damage, dice=dice)
            for one in lessons.typed
        ]
        drawn = dice.sample(lessons.factual, round(schedule.share * len(lessons.factual)))
        judged = [factual_example(one, said(one.text), tokenizer) for one in drawn]
        return [*attributed, *marked, *typed, *judged]

    def _tell(
        self, epoch: int, share: float, means: Mapping[str, float], started: float, pieces: int
    ) -> None:
        rate = pieces / (time.monotonic() - started)
        parts = ", ".join(f"{name} {mean:.4f}" for name, mean in means.items())
        self._report(
            f"epoch {epoch + 1}/{self._schedule.epochs}, {share:.0%}: {parts}, "
            f"{rate:,.0f} pieces a second"
        )

    def _learn(self, batch: Sequence[Piece], progress: float) -> Mapping[str, float]:
        """Take one step; return the parts of the loss."""
        self._network.train()
        given = inputs([piece.task for piece in batch], self._device)
        with torch.autocast(self._device.type, torch.bfloat16):
            scores = self._network(given.piece, given.look, given.mask, given.first)
        parts = loss(self._network, scores.float(), batch)
        self._stepping.take(parts.total(self._weights), progress)
        return parts.parts()


def _groups(network: Reader, schedule: Schedule) -> list[tuple[list[nn.Parameter], float]]:
    """Return the parameters with their learning rates: heads and looks learn faster."""
    fast: list[nn.Parameter] = []
    slow: list[nn.Parameter] = []
    for name, parameter in network.named_parameters():
        if not parameter.requires_grad:
            continue
        is_new = not name.startswith("encoder.") or name.split(".")[1] in _LOOKS
        (fast if is_new else slow).append(parameter)
    return [(slow, schedule.rate), (fast, schedule.head_rate)]
