"""The encoder and its heads, in PyTorch, for training; ``export`` writes them as ONNX.

MiniLM-L6 (Wang et al. 2020) with two additions: each wordpiece also carries what its word looks
like (case, gap, quotation: see ``rashomon.analysis.words``), as embeddings that start near zero,
and queries, keys and values are one matrix, which is faster.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from rashomon.analysis import links
from rashomon.analysis.heads import LABELS, TYPES
from rashomon.analysis.tags import TAGS, tag_count
from rashomon.analysis.words import CASES, GAPS, LOOKS, QUOTATIONS

WIDTH = 384
HEADS = 12
LAYERS = 6
_INNER = 1536
_PIECES = 30_522
_POSITIONS = 512
_EPSILON = 1e-12
FAR = -1e4
LINK_WIDTH = 64
LINK_KINDS = 2
LINK_SIDES = 4


class Layer(nn.Module):
    """One transformer layer of BERT, normalised after each part."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.queries_keys_values = nn.Linear(WIDTH, 3 * WIDTH)
        self.attended = nn.Linear(WIDTH, WIDTH)
        self.attended_norm = nn.LayerNorm(WIDTH, eps=_EPSILON)
        self.inner = nn.Linear(WIDTH, _INNER)
        self.outer = nn.Linear(_INNER, WIDTH)
        self.outer_norm = nn.LayerNorm(WIDTH, eps=_EPSILON)
        self.dropout = nn.Dropout(dropout)

    def forward(self, hidden: Tensor, barred: Tensor) -> Tensor:
        """Return the next hidden states.

        Args:
            hidden: ``[windows, pieces, WIDTH]``.
            barred: ``[windows, 1, 1, pieces]``, added to scores; very negative at padding.
        """
        windows, pieces, _ = hidden.shape
        joint = self.queries_keys_values(hidden).view(windows, pieces, 3, HEADS, WIDTH // HEADS)
        query, key, value = joint.permute(2, 0, 3, 1, 4)
        mixed = functional.scaled_dot_product_attention(query, key, value, attn_mask=barred)
        mixed = mixed.transpose(1, 2).reshape(windows, pieces, WIDTH)
        hidden = self.attended_norm(hidden + self.dropout(self.attended(mixed)))
        inner = functional.gelu(self.inner(hidden))
        normal: Tensor = self.outer_norm(hidden + self.dropout(self.outer(inner)))
        return normal


class Encoder(nn.Module):
    """Wordpieces and their looks in, hidden states out."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.pieces = nn.Embedding(_PIECES, WIDTH, padding_idx=0)
        self.positions = nn.Embedding(_POSITIONS, WIDTH)
        self.cases = nn.Embedding(CASES, WIDTH)
        self.gaps = nn.Embedding(GAPS, WIDTH)
        self.quotations = nn.Embedding(QUOTATIONS, WIDTH)
        for looks in (self.cases, self.gaps, self.quotations):
            nn.init.normal_(looks.weight, std=0.005)
        self.norm = nn.LayerNorm(WIDTH, eps=_EPSILON)
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))

    def looks(self) -> Tensor:
        """Return ``[LOOKS, WIDTH]``: the embedding of every look."""
        cases = self.cases.weight[:, None, None]
        gaps = self.gaps.weight[None, :, None]
        return (cases + gaps + self.quotations.weight[None, None]).reshape(LOOKS, WIDTH)

    def forward(self, piece: Tensor, look: Tensor, mask: Tensor) -> Tensor:
        """Return ``[windows, pieces, WIDTH]``; the arguments are ``[windows, pieces]``."""
        hidden = self.pieces(piece) + self.positions.weight[: piece.shape[1]]
        hidden = hidden + functional.embedding(look, self.looks())
        hidden = self.dropout(self.norm(hidden))
        barred = ((1 - mask) * FAR)[:, None, None, :]
        for layer in self.layers:
            hidden = layer(hidden, barred)
        return hidden


class LinkWeights(nn.Module):
    """What a link needs beside the vectors of its spans (``rashomon.analysis.links``)."""

    def __init__(self) -> None:
        super().__init__()
        self.distance = nn.Parameter(torch.zeros(links.DISTANCES))
        self.cues = nn.Parameter(torch.zeros(links.BETWEEN))
        self.ends = nn.Parameter(torch.zeros(links.ENDS))
        self.lines = nn.Parameter(torch.zeros(links.LINES))
        self.none = nn.Parameter(torch.zeros(LINK_WIDTH))
        self.none_bias = nn.Parameter(torch.zeros(()))

    def tables(self) -> tuple[nn.Parameter, ...]:
        """Return the tables in the order of the features."""
        return self.distance, self.cues, self.ends, self.lines


@dataclass(frozen=True, slots=True)
class Scores:
    """What the heads say of each word: ``[windows, words, ...]``."""

    tags: Tensor
    nested: Tensor
    links: Tensor
    marks: Mapping[str, Tensor]
    types: Tensor
    happened: Tensor

    def float(self) -> "Scores":
        """Return the scores in full precision."""
        return Scores(
            tags=self.tags.float(),
            nested=self.nested.float(),
            links=self.links.float(),
            marks={head: scores.float() for head, scores in self.marks.items()},
            types=self.types.float(),
            happened=self.happened.float(),
        )


class Reader(nn.Module):
    """The encoder with the heads of attribution and the others that are trained with it."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.encoder = Encoder(dropout)
        self.dropout = nn.Dropout(dropout)
        self.tag = nn.Linear(WIDTH, TAGS)
        self.nested = nn.Linear(WIDTH, TAGS)
        self.link = nn.Linear(WIDTH, LINK_KINDS * LINK_SIDES * LINK_WIDTH)
        self.link_weights = nn.ModuleDict({"source": LinkWeights(), "content": LinkWeights()})
        self.marks = nn.ModuleDict(
            {head: nn.Linear(WIDTH, tag_count(len(labels))) for head, labels in LABELS.items()}
        )
        self.event_type = nn.Linear(WIDTH, len(TYPES))
        self.happened = nn.Linear(WIDTH, 1)

    def forward(self, piece: Tensor, look: Tensor, mask: Tensor, first: Tensor) -> Scores:
        """Return the scores of the words whose first wordpieces are ``first``."""
        hidden = self.encoder(piece, look, mask)
        words = hidden.gather(1, first[..., None].expand(-1, -1, WIDTH))
        words = self.dropout(words)
        links_of = self.link(words).unflatten(-1, (LINK_KINDS, LINK_SIDES, LINK_WIDTH))
        return Scores(
            tags=self.tag(words),
            nested=self.nested(words),
            links=links_of,
            marks={head: layer(words) for head, layer in self.marks.items()},
            types=self.event_type(words),
            happened=self.happened(words),
        )


def load_second_type(target: nn.Parameter, path: Path) -> None:
    """Set ``[WIDTH]`` weights to what tells the second text of a pair from the first (BERT)."""
    types = load_file(path)["embeddings.token_type_embeddings.weight"].float()
    with torch.no_grad():
        target.copy_(types[1] - types[0])


def load_pretrained(encoder: Encoder, path: Path) -> None:
    """Set the encoder's weights to those of a BERT checkpoint (``model.safetensors``)."""
    weights = {name.removeprefix("bert."): value for name, value in load_file(path).items()}

    def copy(target: Tensor, *names: str) -> None:
        with torch.no_grad():
            target.copy_(torch.cat([weights[name].float() for name in names]))

    embeddings = "embeddings.{}_embeddings.weight"
    copy(encoder.pieces.weight, embeddings.format("word"))
    copy(encoder.positions.weight, embeddings.format("position"))
    with torch.no_grad():
        # every piece is of the first type: its embedding goes into the positions
        encoder.positions.weight += weights[embeddings.format("token_type")][0]
    for part in ("weight", "bias"):
        copy(getattr(encoder.norm, part), f"embeddings.LayerNorm.{part}")
        for number, layer in enumerate(encoder.layers):
            at = f"encoder.layer.{number}"
            three = (f"{at}.attention.self.{name}.{part}" for name in ("query", "key", "value"))
            copy(getattr(layer.queries_keys_values, part), *three)
            for module, name in (
                (layer.attended, "attention.output.dense"),
                (layer.attended_norm, "attention.output.LayerNorm"),
                (layer.inner, "intermediate.dense"),
                (layer.outer, "output.dense"),
                (layer.outer_norm, "output.LayerNorm"),
            ):
                copy(getattr(module, part), f"{at}.{name}.{part}")
