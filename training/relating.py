"""The relation of two claims: a cross-encoder, its training and its export.

Both claims go through one MiniLM-L6 together, and the state of the first mark says whether the
first entails the second, contradicts it, or neither.
"""

import random
import time
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import get_args

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

from evaluation.related import ClaimPair
from rashomon.compare.claims.relating import Encoded, encode_pair, pair_inputs
from rashomon.model.comparison import Relation
from training.examples import batches
from training.loop import Report
from training.network import FAR, WIDTH, Encoder, load_pretrained, load_second_type
from training.stepping import Stepping

RELATIONS: tuple[Relation, ...] = get_args(Relation)
_REPORT_EVERY = 100


@dataclass(frozen=True, slots=True)
class RelatingSchedule:
    """The numbers of a run.

    Attributes:
        epochs: how often each pair is seen.
        rate: the highest learning rate of the encoder.
        head_rate: that of the head.
        warm_up: the share of the steps in which the rate rises; then it falls to nothing.
        batch: wordpieces of a batch, padding included.
        longest: wordpieces of a pair; what is longer is cut at the end of the longer claim.
        turned: the share of contradicting pairs that are shown the other way round as well.
        smoothing: how much of the certainty goes to the other relations.
        dropout: the share of activations left out.
        decay: weight decay.
        averaging: the decay of the running average of weights, which is what is kept.
        clip: the longest gradient.
        seed: of everything that is drawn by lot.
    """

    epochs: int = 3
    rate: float = 1.5e-4
    head_rate: float = 1e-3
    warm_up: float = 0.08
    batch: int = 2048
    longest: int = 128
    turned: float = 0.3
    smoothing: float = 0.05
    dropout: float = 0.1
    decay: float = 0.01
    averaging: float = 0.998
    clip: float = 1.0
    seed: int = 1


class Relater(nn.Module):
    """The encoder over both claims, and the head."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.encoder = Encoder(dropout)
        self.second = nn.Parameter(torch.zeros(WIDTH))
        self.dropout = nn.Dropout(dropout)
        self.inner = nn.Linear(WIDTH, WIDTH)
        self.relation = nn.Linear(WIDTH, len(RELATIONS))

    def forward(self, piece: Tensor, side: Tensor, mask: Tensor) -> Tensor:
        """Return ``[pairs, relations]`` scores.

        Args:
            piece: wordpieces, ``[pairs, pieces]``.
            side: 1 for those of the second claim.
            mask: 0 at padding.
        """
        encoder = self.encoder
        hidden = encoder.pieces(piece) + encoder.positions.weight[: piece.shape[1]]
        hidden = encoder.dropout(encoder.norm(hidden + side[..., None] * self.second))
        barred = ((1 - mask) * FAR)[:, None, None, :]
        for layer in encoder.layers:
            hidden = layer(hidden, barred)
        scores: Tensor = self.relation(self.dropout(torch.tanh(self.inner(hidden[:, 0]))))
        return scores


@dataclass(frozen=True, slots=True)
class _Lesson:
    pair: Encoded
    relation: int


def train(
    pairs: Sequence[ClaimPair],
    tokenizer: Tokenizer,
    start: Path | Relater,
    checkpoint: Path,
    report: Report,
    schedule: RelatingSchedule,
) -> Relater:
    """Return a network that has learned from pairs; interrupted, it goes on at the last epoch.

    Args:
        pairs: what to learn from.
        tokenizer: cuts claims into wordpieces.
        start: the pretrained encoder (``model.safetensors``), or a network that has learned.
        checkpoint: where the run is kept between epochs.
        report: takes a line on how it goes.
        schedule: the numbers of the run.
    """
    torch.manual_seed(schedule.seed)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    network = start if isinstance(start, Relater) else _pretrained(start, schedule.dropout)
    network.encoder.pieces.weight.requires_grad_(False)
    for looks in (network.encoder.cases, network.encoder.gaps, network.encoder.quotations):
        looks.weight.requires_grad_(False)
    network.to(device)
    stepping = Stepping(network, _groups(network, schedule), schedule, checkpoint, asdict(schedule))
    if stepping.epoch:
        report(f"resumed after epoch {stepping.epoch}")
    lessons = [
        _Lesson(
            encode_pair(tokenizer, one.a, one.b, schedule.longest), RELATIONS.index(one.relation)
        )
        for one in pairs
    ]
    for epoch in range(stepping.epoch, schedule.epochs):
        dice = random.Random(f"{schedule.seed}/{epoch}")
        torch.manual_seed(1000 * schedule.seed + epoch)
        shown = [*lessons, *_turned(pairs, tokenizer, schedule, dice)]
        dice.shuffle(shown)
        made = batches(shown, lambda one: one.pair.length, schedule.batch, dice)
        started, pieces, total = time.monotonic(), 0, 0.0
        for done, batch in enumerate(made, start=1):
            network.train()
            loss = _loss(network, batch, device, schedule.smoothing)
            stepping.take(loss, (epoch + done / len(made)) / schedule.epochs)
            total += float(loss.detach())
            pieces += sum(one.pair.length for one in batch)
            if done % _REPORT_EVERY == 0 or done == len(made):
                rate = pieces / (time.monotonic() - started)
                report(
                    f"epoch {epoch + 1}/{schedule.epochs}, {done / len(made):.0%}: "
                    f"loss {total / done:.4f}, {rate:,.0f} pieces a second"
                )
        stepping.end_epoch()
    return stepping.average.eval()


def _pretrained(weights: Path, dropout: float) -> Relater:
    network = Relater(dropout)
    load_pretrained(network.encoder, weights)
    load_second_type(network.second, weights)
    return network


def _turned(
    pairs: Iterable[ClaimPair],
    tokenizer: Tokenizer,
    schedule: RelatingSchedule,
    dice: random.Random,
) -> list[_Lesson]:
    """Return some contradicting pairs the other way round: they contradict each other still."""
    return [
        _Lesson(
            encode_pair(tokenizer, one.b, one.a, schedule.longest), RELATIONS.index(one.relation)
        )
        for one in pairs
        if one.relation == "contradicts" and dice.random() < schedule.turned
    ]


def _loss(
    network: Relater, batch: Sequence[_Lesson], device: torch.device, smoothing: float
) -> Tensor:
    given = pair_inputs([one.pair for one in batch])
    inputs = {name: torch.from_numpy(values).to(device) for name, values in given.items()}
    target = torch.tensor([one.relation for one in batch], device=device)
    with torch.autocast(device.type, torch.bfloat16):
        scores = network(**inputs)
    return functional.cross_entropy(scores.float(), target, label_smoothing=smoothing)


def _groups(network: Relater, schedule: RelatingSchedule) -> list[tuple[list[nn.Parameter], float]]:
    learning = [one for one in network.named_parameters() if one[1].requires_grad]
    slow = [weights for name, weights in learning if name.startswith("encoder.")]
    fast = [weights for name, weights in learning if not name.startswith("encoder.")]
    return [(slow, schedule.rate), (fast, schedule.head_rate)]
