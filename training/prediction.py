"""What trained networks say of texts, in PyTorch: teachers for students, and figures on the way."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from tokenizers import Tokenizer

from evaluation.matching import Quotation
from rashomon.analysis.attributions import Found, find_attributions
from rashomon.analysis.encoder import Floats, Task
from rashomon.analysis.links import LinkTables
from rashomon.analysis.parameters import Calibration, Parameters
from rashomon.analysis.tags import TagCosts, WordSpan
from rashomon.analysis.windows import plan
from rashomon.analysis.words import Words, find_words
from rashomon.model.spans import Span
from training.examples import batches, inputs
from training.network import LinkWeights, Reader

_BATCH = 4096


@dataclass(frozen=True, slots=True)
class Prediction:
    """What networks say of one text.

    Attributes:
        text: the text.
        words: its words.
        tags: ``[n, TAGS]``, log-probabilities, averaged over the networks.
        nested: the same for attributions within contents.
        links: ``[n, 2 * 4 * width]``, of the first network.
    """

    text: str
    words: Words
    tags: Floats
    nested: Floats
    links: Floats


def predict(
    networks: Sequence[Reader],
    texts: Sequence[str],
    tokenizer: Tokenizer,
    *,
    size: int,
) -> list[Prediction]:
    """Return what ``networks`` say of each text, in windows of ``size`` wordpieces."""
    found = [find_words(text, tokenizer) for text in texts]
    made = [_outputs(network, texts, found, size) for network in networks]
    predictions = []
    for i, (text, words) in enumerate(zip(texts, found, strict=True)):
        tags, nested = (
            np.log(np.mean([np.exp(outputs[i][head]) for outputs in made], axis=0) + 1e-9)
            for head in (0, 1)
        )
        predictions.append(Prediction(text, words, tags, nested, made[0][i][2]))
    return predictions


def found_in(prediction: Prediction, network: Reader, *, nested: bool = False) -> list[Found]:
    """Return the attributions that a prediction holds, or those within contents."""
    marks = np.fromiter((prediction.text[at] in ".!?" for at in prediction.words.start), bool)
    return find_attributions(
        prediction.nested if nested else prediction.tags,
        prediction.links,
        prediction.words.gap,
        marks,
        plain_parameters(network),
    )


def quotations(found: Sequence[Found], words: Words) -> tuple[Quotation, ...]:
    """Return what was found, in characters."""

    def span(part: WordSpan) -> Span:
        return Span(int(words.start[part.start]), int(words.end[part.end - 1]))

    return tuple(
        Quotation(
            source=(span(one.source),) if one.source else (),
            cue=(span(one.cue),),
            content=tuple(span(part) for part in one.contents),
        )
        for one in found
    )


def plain_parameters(network: Reader) -> Parameters:
    """Return parameters with the network's link tables, and nothing tuned."""
    nothing = Calibration(weights=(), bias=0.0, least=0.0)
    return Parameters(
        size=0,
        context=0,
        costs=TagCosts(),
        source_links=link_tables(network.link_weights["source"]),
        content_links=link_tables(network.link_weights["content"]),
        calibration=nothing,
        nested=nothing,
    )


def link_tables(weights: torch.nn.Module) -> LinkTables:
    """Return the tables of one kind of link, as the package uses them."""
    assert isinstance(weights, LinkWeights)

    def array(parameter: torch.Tensor) -> Floats:
        values: Floats = parameter.detach().cpu().float().numpy()
        return values

    return LinkTables(
        distance=array(weights.distance),
        cues=array(weights.cues),
        ends=array(weights.ends),
        lines=array(weights.lines),
        none=array(weights.none),
        none_bias=float(weights.none_bias),
    )


@torch.no_grad()
def _outputs(
    network: Reader, texts: Sequence[str], found: Sequence[Words], size: int
) -> list[tuple[Floats, Floats, Floats]]:
    """Return tags, nested tags (log-probabilities) and links of every text."""
    device = next(network.parameters()).device
    tasks: list[Task] = []
    owners: list[int] = []
    for i, (text, words) in enumerate(zip(texts, found, strict=True)):
        windows = plan(text, words, 0, len(words), size=size, context=0)
        tasks += [Task(words, window) for window in windows]
        owners += [i] * len(windows)
    parts: list[tuple[Floats, Floats, Floats] | None] = [None] * len(tasks)
    for batch in batches(range(len(tasks)), lambda i: tasks[i].pieces, _BATCH):
        given = inputs([tasks[i] for i in batch], device)
        scores = network(given.piece, given.look, given.mask, given.first).float()
        heads = [
            head.flatten(2).cpu().numpy()
            for head in (scores.tags.log_softmax(-1), scores.nested.log_softmax(-1), scores.links)
        ]
        for row, i in enumerate(batch):
            window = tasks[i].window
            tags, nested, links = (head[row, : window.last - window.first] for head in heads)
            parts[i] = tags, nested, links
    whole: list[list[tuple[Floats, Floats, Floats]]] = [[] for _ in texts]
    for owner, part in zip(owners, parts, strict=True):
        assert part is not None
        whole[owner].append(part)
    return [_joined(one) for one in whole]


def _joined(parts: Sequence[tuple[Floats, Floats, Floats]]) -> tuple[Floats, Floats, Floats]:
    tags, nested, links = (np.concatenate([part[head] for part in parts]) for head in range(3))
    return tags, nested, links
