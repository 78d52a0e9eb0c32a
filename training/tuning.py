"""The numbers beside the network, chosen on development articles with the network as it is shipped.

What tag sequences pay is what gives the best F1 of whole attributions; confidence is a logistic
regression on what the heads say of each attribution found; and the least confidence that is
reported is again what gives the best F1. Coordinate descent over a few values each: with so few
numbers there is little to overfit, and the reserved articles tell.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
import torch
from tokenizers import Tokenizer
from torch.nn import functional

from evaluation.calibration import which_are_right
from evaluation.corpora import Article
from evaluation.matching import Quotation, Symmetric
from evaluation.nested import marked
from rashomon.analysis.attributions import Found, find_attributions
from rashomon.analysis.confidence import FEATURES, confidence
from rashomon.analysis.encoder import Encoder, Floats, Task
from rashomon.analysis.parameters import Calibration, Parameters
from rashomon.analysis.tags import TagCosts, WordSpan
from rashomon.analysis.windows import plan
from rashomon.analysis.words import Words, find_words
from rashomon.model.spans import Span
from training.loop import Report

_OPENINGS = (-1.0, -0.75, -0.5, -0.25, 0.0, 0.25, 0.5)
_LINES = (0.0, 0.5, 1.0, 2.0)
_ROUNDS = 2
_PENALTY = 1e-2


@dataclass(frozen=True, slots=True)
class Encoded:
    """An article with what the heads say of it."""

    article: Article
    words: Words
    heads: dict[str, Floats]


def encode(
    encoder: Encoder, tokenizer: Tokenizer, articles: Iterable[Article], size: int
) -> list[Encoded]:
    """Return what the heads say of each article, in windows of ``size`` wordpieces."""
    encoded = []
    for article in articles:
        words = find_words(article.text, tokenizer)
        windows = plan(article.text, words, 0, len(words), size=size, context=0)
        parts = encoder.run([Task(words, window) for window in windows])
        heads = {name: np.concatenate([part[name] for part in parts]) for name in parts[0]}
        encoded.append(Encoded(article, words, heads))
    return encoded


def find(one: Encoded, parameters: Parameters, head: str = "tag") -> list[Found]:
    """Return the attributions of an article, or with ``head="nested"`` those within contents."""
    words, heads = one.words, one.heads
    return find_attributions(heads[head], heads["link"], words.gap, words.ends_sentence, parameters)


def quotations(found: Iterable[Found], words: Words) -> list[Quotation]:
    """Return what was found, in characters."""

    def span(part: WordSpan) -> Span:
        return Span(int(words.start[part.start]), int(words.end[part.end - 1]))

    return [
        Quotation(
            source=(span(one.source),) if one.source else (),
            cue=(span(one.cue),),
            content=tuple(span(part) for part in one.contents),
        )
        for one in found
    ]


def tune(encoded: Sequence[Encoded], parameters: Parameters, report: Report) -> Parameters:
    """Return ``parameters`` with costs, calibration and least confidence chosen on ``encoded``."""
    costs = _best_costs(encoded, parameters, report)
    parameters = replace(parameters, costs=costs)
    values, right = _judged(encoded, parameters)
    to_find = sum(len(one.article.quotations) for one in encoded)
    calibration = calibrate(values, right, to_find)
    report(f"least confidence {calibration.least:.2f}")
    return replace(parameters, calibration=calibration)


def tune_nested(encoded: Sequence[Encoded], parameters: Parameters, report: Report) -> Parameters:
    """Return ``parameters`` with the calibration of attributions within contents.

    It is fitted on the half of the marked contents that no figure is given for.
    """
    by_name = {one.article.id: one for one in encoded}
    values: list[Floats] = []
    right: list[bool] = []
    contents = marked(tuned=True)
    for content in contents:
        one = by_name[content.document]
        found = find(one, parameters, "nested")
        pairs = [
            (each, spans)
            for each, spans in zip(found, quotations(found, one.words), strict=True)
            if content.holds(spans)
        ]
        judged = content.judge(one.article.text, [spans for _, spans in pairs])
        for (each, spans), wanted in zip(pairs, judged, strict=True):
            if wanted or not content.allows(spans):
                values.append(each.evidence)
                right.append(wanted is not None)
    nested = calibrate(np.stack(values), right, sum(len(content.must) for content in contents))
    report(f"nested: {sum(right)} of {len(right)} right, least confidence {nested.least:.2f}")
    return replace(parameters, nested=nested)


def calibrate(values: Floats, right: Sequence[bool], to_find: int) -> Calibration:
    """Return a calibration fitted to what speaks for attributions, and which of them are right.

    Args:
        values: ``[n, FEATURES]``, the evidence.
        right: ``[n]``.
        to_find: how many there are to find; for the least confidence.
    """
    features = torch.from_numpy(values)
    mean, scale = features.mean(0), features.std(0).clamp(min=1e-3)
    normal = (features - mean) / scale
    target = torch.tensor(right, dtype=torch.float32)
    weights = torch.zeros(len(FEATURES) + 1, requires_grad=True)
    optimizer = torch.optim.LBFGS([weights], max_iter=200, line_search_fn="strong_wolfe")

    def closure() -> torch.Tensor:
        optimizer.zero_grad()
        score = normal @ weights[:-1] + weights[-1]
        loss = functional.binary_cross_entropy_with_logits(score, target)
        loss = loss + _PENALTY * weights[:-1].square().mean()
        loss.backward()  # type: ignore[no-untyped-call]
        return loss

    optimizer.step(closure)  # type: ignore[no-untyped-call]
    plain = (weights[:-1] / scale).detach()
    bias = float(weights[-1]) - float(plain @ mean)
    fitted = Calibration(tuple(float(weight) for weight in plain), bias, 0.0)
    sure = [confidence(row, fitted) for row in values]
    return replace(fitted, least=_best_least(sure, right, to_find))


def _best_costs(encoded: Sequence[Encoded], parameters: Parameters, report: Report) -> TagCosts:
    """Return the costs that give the best F1 of whole attributions, one number at a time."""
    best, best_score = parameters.costs, _score(encoded, parameters)
    report(f"costs as they are: {best_score:.2f}")

    def consider(candidates: Iterable[TagCosts]) -> None:
        nonlocal best, best_score
        for costs in candidates:
            score = _score(encoded, replace(parameters, costs=costs))
            if score > best_score:
                best, best_score = costs, score
                report(f"{costs}: {score:.2f}")

    for _ in range(_ROUNDS):
        for role in range(len(best.opening)):
            consider([_with_opening(best, role, value) for value in _OPENINGS])
        consider([replace(best, line=value) for value in _LINES])
    return best


def _with_opening(costs: TagCosts, role: int, value: float) -> TagCosts:
    source, cue, content = (value if i == role else old for i, old in enumerate(costs.opening))
    return replace(costs, opening=(source, cue, content))


def _score(encoded: Sequence[Encoded], parameters: Parameters) -> float:
    """Return F1 of whole attributions, in per cent: Jaccard 0.5 and exact, halved."""
    counts = Symmetric()
    for one in encoded:
        found = quotations(find(one, parameters), one.words)
        counts.add(one.article.text, one.article.quotations, found)
    return 50 * (counts.half["all"].f1 + counts.exact["all"].f1)


def _judged(encoded: Sequence[Encoded], parameters: Parameters) -> tuple[Floats, list[bool]]:
    """Return the evidence of all attributions that are found, and which of them are right."""
    values: list[Floats] = []
    right: list[bool] = []
    for one in encoded:
        found = find(one, parameters)
        values += [each.evidence for each in found]
        made = quotations(found, one.words)
        right += which_are_right(one.article.text, one.article.quotations, made)
    return np.stack(values), right


def _best_least(sure: Sequence[float], right: Sequence[bool], to_find: int) -> float:
    """Return the confidence from which on reporting attributions gives the best F1."""
    order = np.argsort(-np.asarray(sure))
    hits = np.cumsum(np.asarray(right)[order])
    f1 = 2 * hits / (np.arange(1, len(order) + 1) + to_find)
    # halfway to the next one down, rounded: the third decimal would be noise
    return round(float(sure[order[int(f1.argmax())]]), 2)
