"""What the network is trained to: the tags that people gave, and their links."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from rashomon.analysis import links
from rashomon.analysis.encoder import Floats
from rashomon.analysis.heads import LABELS
from rashomon.analysis.tags import TAGS, tag_count
from rashomon.analysis.words import Ints
from training.examples import UNKNOWN, Bounds, Linked, Piece
from training.network import LINK_WIDTH, LinkWeights, Reader, Scores

_FAR = -1e4


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each part of the loss counts.

    Attributes:
        nested: the tags of attributions within contents.
        link: the links.
        marks: what the other heads mark, each of them.
        type: the types of events.
        happened: whether they took place.
    """

    nested: float
    link: float
    marks: float
    type: float
    happened: float


@dataclass(frozen=True, slots=True)
class Loss:
    """The parts of the loss of a batch, in nats a word, a link or a text."""

    tag: Tensor
    nested: Tensor
    link: Tensor
    marks: Tensor
    type: Tensor
    happened: Tensor

    def total(self, weights: Weights) -> Tensor:
        """Return their weighted sum."""
        attribution = self.tag + weights.nested * self.nested + weights.link * self.link
        others = weights.type * self.type + weights.happened * self.happened
        return attribution + weights.marks * self.marks + others

    def parts(self) -> Mapping[str, float]:
        """Return each part by its name."""
        return {each.name: float(getattr(self, each.name).detach()) for each in fields(self)}


def loss(network: Reader, scores: Scores, batch: Sequence[Piece]) -> Loss:
    """Return the loss of a batch."""
    tags = [_targets(piece, piece.example.tags, TAGS) for piece in batch]
    nested = [_targets(piece, piece.example.nested_tags, TAGS) for piece in batch]
    return Loss(
        tag=_cross_entropy(scores.tags, tags),
        nested=_cross_entropy(scores.nested, nested),
        link=_link_loss(network, scores.links, batch),
        marks=torch.stack([_marks_loss(scores, batch, head) for head in LABELS]).sum(),
        type=_type_loss(scores.types, batch),
        happened=_happened_loss(scores.happened, batch),
    )


def _type_loss(logits: Tensor, batch: Sequence[Piece]) -> Tensor:
    """Return the loss of the types of texts that have one; a text is the mean of its words."""
    losses = [
        functional.cross_entropy(
            logits[row, : window.last - window.first].mean(0),
            torch.tensor(piece.example.type, device=logits.device),
        )
        for row, piece in enumerate(batch)
        if piece.example.type != UNKNOWN and (window := piece.task.window)
    ]
    return torch.stack(losses).mean() if losses else logits.sum() * 0


def _happened_loss(logits: Tensor, batch: Sequence[Piece]) -> Tensor:
    """Return the cross-entropy with the judgements, over the words that have one."""
    losses = []
    for row, piece in enumerate(batch):
        window, judged = piece.task.window, piece.example.happened
        if judged is not None:
            target = torch.from_numpy(judged[window.first : window.last]).to(logits.device)
            known = ~target.isnan()
            if not known.any():
                continue
            said = logits[row, : len(target), 0][known]
            losses.append(
                functional.binary_cross_entropy_with_logits(said, target[known], reduction="none")
            )
    return torch.cat(losses).mean() if losses else logits.sum() * 0


def _marks_loss(scores: Scores, batch: Sequence[Piece], head: str) -> Tensor:
    """Return the loss of one of the other heads, over the pieces that teach it."""
    count = tag_count(len(LABELS[head]))
    targets = [
        _targets(piece, piece.example.marks[head], count)
        if head in piece.example.marks
        else np.zeros((piece.task.window.last - piece.task.window.first, count), np.float32)
        for piece in batch
    ]
    return _cross_entropy(scores.marks[head], targets)


def _targets(piece: Piece, tags: Ints, count: int) -> Floats:
    """Return ``[words, count]``: the tags to learn; rows of zeros where nothing is known."""
    window = piece.task.window
    here = tags[window.first : window.last]
    known: Floats = np.eye(count, dtype=np.float32)[here] * (here != UNKNOWN)[:, None]
    return known


def _cross_entropy(logits: Tensor, targets: Sequence[Floats]) -> Tensor:
    """Return the mean over the words that have a target."""
    rows = [torch.from_numpy(target).to(logits.device) for target in targets]
    target = torch.nn.utils.rnn.pad_sequence(rows, batch_first=True)
    count = target.sum().clamp(min=1)
    return -(target * logits.log_softmax(-1)).sum() / count


@dataclass(slots=True)
class _Spans:
    """The spans of one window and which of them belong together.

    Attributes:
        cues, sources, contents: in words of the window.
        cue_of: for each content the number of its cue, or -1 for none in the window.
        sources_of: for each cue the numbers of its sources in the window.
    """

    cues: list[Bounds] = field(default_factory=list)
    sources: list[Bounds] = field(default_factory=list)
    contents: list[Bounds] = field(default_factory=list)
    cue_of: list[int] = field(default_factory=list)
    sources_of: list[list[int]] = field(default_factory=list)


def _link_loss(network: Reader, vectors: Tensor, batch: Sequence[Piece]) -> Tensor:
    """Return the mean negative log-probability of the right links, of both kinds."""
    losses: dict[str, list[Tensor]] = {"source": [], "content": []}
    for row, piece in enumerate(batch):
        for linked in (piece.example.linked, piece.example.nested):
            spans = _spans_in(piece, linked)
            if spans.cues:
                _add_links(network, vectors[row], piece, spans, losses)
    means = [torch.cat(parts).mean() for parts in losses.values() if parts]
    return torch.stack(means).sum() if means else vectors.sum() * 0


def _add_links(
    network: Reader, vectors: Tensor, piece: Piece, spans: _Spans, losses: dict[str, list[Tensor]]
) -> None:
    window, words = piece.task.window, piece.example.words
    rows = slice(window.first, window.last)
    cues, sources, contents = (
        np.array(found, np.int64).reshape(-1, 2)
        for found in (spans.cues, spans.sources, spans.contents)
    )
    place = links.layout(words.ends_sentence[rows], words.gap[rows], cues)
    if len(contents):
        right = [[cue] if cue >= 0 else [] for cue in spans.cue_of]
        kind = network.link_weights["content"]
        losses["content"].append(_losses(vectors[:, 1], contents, cues, place, kind, right))
    if len(sources):
        kind = network.link_weights["source"]
        losses["source"].append(
            _losses(vectors[:, 0], cues, sources, place, kind, spans.sources_of)
        )


def _losses(
    vectors: Tensor,
    rows: Ints,
    columns: Ints,
    place: links.Layout,
    weights: torch.nn.Module,
    right: Sequence[Sequence[int]],
) -> Tensor:
    """Return ``[rows]``: the loss of each row; where nothing is ``right``, "none" is.

    The same scores as :func:`rashomon.analysis.links.link` gives.
    """
    assert isinstance(weights, LinkWeights)
    features, between = links.standing(rows, columns, place)
    seeking = vectors[rows[:, 0], 0] + vectors[rows[:, 1] - 1, 1]
    sought = vectors[columns[:, 0], 2] + vectors[columns[:, 1] - 1, 3]
    scores = seeking @ sought.T / LINK_WIDTH**0.5
    for i, table in enumerate(weights.tables()):
        scores = scores + table[torch.from_numpy(features[..., i])]
    too_far = between > links.REACH
    scores = scores.masked_fill(torch.from_numpy(too_far).to(scores.device), _FAR)
    none = seeking @ weights.none / LINK_WIDTH**0.5 + weights.none_bias
    log = torch.cat([scores, none[:, None]], 1).log_softmax(1)
    target = torch.zeros_like(log, dtype=torch.bool)
    for row, partners in enumerate(right):
        near = [partner for partner in partners if not too_far[row, partner]]
        target[row, near or [len(columns)]] = True
    return -torch.logsumexp(log.masked_fill(~target, _FAR), 1)


def _spans_in(piece: Piece, linked: Iterable[Linked]) -> _Spans:
    """Return the spans of the attributions that lie in a window, wholly or in part."""
    window = piece.task.window
    spans = _Spans()
    numbers: dict[Bounds, int] = {}

    def within(bounds: Iterable[Bounds]) -> list[Bounds]:
        return [
            (max(start, window.first) - window.first, min(end, window.last) - window.first)
            for start, end in bounds
            if start < window.last and end > window.first
        ]

    for one in linked:
        cue = within([one.cue])
        contents = within(one.contents)
        spans.contents += contents
        spans.cue_of += [len(spans.cues) if cue else -1] * len(contents)
        if not cue:
            continue
        spans.cues += cue
        own = []
        for source in within(one.sources):
            if source not in numbers:
                numbers[source] = len(spans.sources)
                spans.sources.append(source)
            own.append(numbers[source])
        spans.sources_of.append(own)
    return spans
