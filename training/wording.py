"""Small heads on the frozen encoder: where sentences begin, what hedges, what is loaded.

Each is one linear layer on the hidden states of words, trained apart, so that attribution loses
nothing by them. The texts are damaged as in the training of attributions.
"""

import random
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

from evaluation.corpora import Article
from evaluation.damage import damaged
from evaluation.wording import HEADS, marks, texts
from rashomon.analysis.encoder import Floats, Task
from rashomon.analysis.windows import plan
from rashomon.analysis.words import find_words
from training.examples import batches, inputs
from training.loop import Report
from training.mangling import draw_damage
from training.network import WIDTH, Reader

SIZE = 254
_BATCH = 4096
_DAMAGED = 0.4
_EPOCHS = 30
_ROWS = 8192
_RATE = 2e-2


class Wording(nn.Module):
    """The heads: a logit a piece each."""

    def __init__(self) -> None:
        super().__init__()
        self.sentence = nn.Linear(WIDTH, 1)
        self.hedge = nn.Linear(WIDTH, 1)
        self.loaded = nn.Linear(WIDTH, 1)


def train_wording(reader: Reader, tokenizer: Tokenizer, report: Report) -> Wording:
    """Return the trained heads; ``python -m evaluation wording`` says how good they are."""
    wording = Wording()
    for name in HEADS:
        dice = random.Random(name)
        articles = [
            damaged(one, draw_damage(dice), dice) if dice.random() < _DAMAGED else one
            for one in texts(name)[0]
        ]
        _fit(getattr(wording, name), *_marked_words(reader, articles, tokenizer, name))
        report(f"wording: {name} learned from {len(articles)} texts")
    return wording


def _fit(head: nn.Linear, states: Tensor, marked: Tensor) -> None:
    """Fit a head by logistic regression; then move its bias to where F1 is best at one half."""
    torch.manual_seed(0)
    optimizer = torch.optim.AdamW(head.parameters(), lr=_RATE, weight_decay=1e-3)
    steps = _EPOCHS * (len(states) // _ROWS + 1)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, _RATE, total_steps=steps)
    for _ in range(_EPOCHS):
        order = torch.randperm(len(states))
        for chosen in order.split(_ROWS):
            logits = head(states[chosen].float())[:, 0]
            loss = functional.binary_cross_entropy_with_logits(logits, marked[chosen])
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            schedule.step()
    with torch.no_grad():
        logits = torch.cat([head(part.float())[:, 0] for part in states.split(65_536)])
        head.bias -= _best_threshold(logits.numpy(), marked.numpy())


def _best_threshold(logits: Floats, marked: Floats) -> float:
    """Return the logit from which on marking words gives the best F1."""
    order = np.argsort(-logits)
    right = np.cumsum(marked[order])
    f1 = 2 * right / (np.arange(1, len(order) + 1) + marked.sum())
    return float(logits[order[int(f1.argmax())]])


@torch.no_grad()
def _marked_words(
    reader: Reader, articles: Sequence[Article], tokenizer: Tokenizer, head: str
) -> tuple[Tensor, Tensor]:
    """Return the hidden states of all words, and which of them are marked for a head."""
    device = next(reader.parameters()).device
    found = [find_words(one.text, tokenizer) for one in articles]
    marked_in = [marks(one, words, head) for one, words in zip(articles, found, strict=True)]
    tasks: list[tuple[int, Task]] = []
    for i, (one, words) in enumerate(zip(articles, found, strict=True)):
        windows = plan(one.text, words, 0, len(words), size=SIZE, context=0)
        tasks += [(i, Task(words, window)) for window in windows]
    states: list[Tensor] = []
    marked: list[npt.NDArray[np.bool_]] = []
    for batch in batches(tasks, lambda pair: pair[1].pieces, _BATCH):
        given = inputs([task for _, task in batch], device)
        hidden = reader.encoder(given.piece, given.look, given.mask).cpu().half()
        for row, (i, task) in enumerate(batch):
            count = task.window.last - task.window.first
            states.append(hidden[row, given.first[row, :count].cpu()])
            marked.append(marked_in[i][task.window.first : task.window.last])
    return torch.cat(states), torch.from_numpy(np.concatenate(marked)).float()
