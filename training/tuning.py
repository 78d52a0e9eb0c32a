"""The numbers beside the network, chosen on development articles with the network as it is shipped.

What tag sequences pay is what gives the best F1; confidence is a logistic regression on what the
heads say of each attribution found; and the least confidence that is reported is again what gives
the best F1. One number is chosen after the other from a few values: there is little to overfit, and
the reserved articles tell.
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
from rashomon.analysis.encoder import Encoder, Floats
from rashomon.analysis.nesting import Nester
from rashomon.analysis.parameters import Calibration, Parameters
from rashomon.analysis.tags import Role, TagCosts, WordSpan
from rashomon.analysis.words import Words, find_words
from rashomon.model.spans import Span
from training.loop import Report

_OPENINGS = (-1.0, -0.75, -0.5, -0.25, 0.0, 0.25, 0.5)
_LINES = (0.0, 0.5, 1.0, 2.0)
_LEAST = (0.0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4)
_ROUNDS = 2
_PENALTY = 2.0
_LEAST_SCALE = 0.5


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
        [heads] = encoder.encode(article.text, [(words, 0, len(words))], size=size, context=0)
        encoded.append(Encoded(article, words, heads))
    return encoded


def find(one: Encoded, parameters: Parameters) -> list[Found]:
    """Return the attributions of an article."""
    words, heads = one.words, one.heads
    return find_attributions(
        heads["tag"], heads["link"], words.gap, words.ends_sentence, parameters
    )


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
    calibration = calibrate(*_judged(encoded, parameters))
    scored = [
        (_score(encoded, parameters, replace(calibration, least=least)), least) for least in _LEAST
    ]
    score, least = max(scored)
    report(f"least confidence {least}: {score:.2f}")
    return replace(parameters, calibration=replace(calibration, least=least))


def tune_nested(
    encoder: Encoder, encoded: Sequence[Encoded], parameters: Parameters, report: Report
) -> Parameters:
    """Return ``parameters`` with the calibration of attributions within contents.

    It is fitted on the half of the marked contents that no figure is given for.
    """
    by_name = {one.article.id: one for one in encoded}
    nester = Nester(encoder, parameters)
    values: list[Floats] = []
    right: list[bool] = []
    contents = marked(tuned=True)
    for content in contents:
        one = by_name[content.document]
        text, words = one.article.text, one.words
        first = int(np.searchsorted(words.end, content.content.start, "right"))
        last = int(np.searchsorted(words.start, content.content.end, "left"))
        [found] = nester.find_within(text, words, [WordSpan(Role.CONTENT, first, last)])
        spans = quotations(found, words)
        judged = content.judge(text, spans)
        for each, span, wanted in zip(found, spans, judged, strict=True):
            if wanted or not content.allows(span):
                values.append(each.evidence)
                right.append(wanted is not None)
    nested = calibrate(np.stack(values), right)
    to_find = sum(len(content.must) for content in contents)
    least = _best_least([confidence(row, nested) for row in values], right, to_find)
    report(f"nested: {sum(right)} of {len(right)} right, least confidence {least}")
    return replace(parameters, nested=replace(nested, least=least))


def calibrate(values: Floats, right: Sequence[bool]) -> Calibration:
    """Return a calibration fitted to what speaks for attributions, and which of them are right.

    Args:
        values: ``[n, FEATURES]``, the evidence.
        right: ``[n]``.
    """
    # a feature that hardly varies here says nothing, and must not shout elsewhere
    features = torch.from_numpy(values)
    mean, scale = features.mean(0), features.std(0).clamp(min=_LEAST_SCALE)
    normal = (features - mean) / scale
    target = torch.tensor(right, dtype=torch.float32)
    weights = torch.zeros(len(FEATURES) + 1, requires_grad=True)
    optimizer = torch.optim.LBFGS([weights], max_iter=200, line_search_fn="strong_wolfe")

    def closure() -> torch.Tensor:
        optimizer.zero_grad()
        score = normal @ weights[:-1] + weights[-1]
        loss = functional.binary_cross_entropy_with_logits(score, target)
        loss = loss + _PENALTY / len(right) * weights[:-1].square().sum()
        loss.backward()
        return loss

    optimizer.step(closure)
    plain = (weights[:-1] / scale).detach()
    bias = float(weights[-1].detach()) - float(plain @ mean)
    return Calibration(tuple(float(weight) for weight in plain), bias, least=0.0)


def _best_costs(encoded: Sequence[Encoded], parameters: Parameters, report: Report) -> TagCosts:
    """Return the costs that give the best score, one number at a time."""
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


def _score(
    encoded: Sequence[Encoded], parameters: Parameters, calibration: Calibration | None = None
) -> float:
    """Return the mean F1, in per cent, of elements and whole attributions.

    Costs decide where spans end, so that near and exact matches count; with a ``calibration`` it is
    which attributions are reported, those that it is sure enough of, and near ones are enough.
    """
    counts = Symmetric()
    for one in encoded:
        found = [
            each
            for each in find(one, parameters)
            if calibration is None or confidence(each.evidence, calibration) >= calibration.least
        ]
        made = quotations(found, one.words)
        counts.add(one.article.text, one.article.quotations, made)
    kinds = (counts.half,) if calibration else (counts.half, counts.exact)
    values = [count.f1 for kind in kinds for count in kind.values()]
    return 100 * float(np.mean(values))


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
    values, hits = np.asarray(sure), np.asarray(right)

    def f1(least: float) -> float:
        reported = values >= least
        return float(2 * hits[reported].sum() / (reported.sum() + to_find))

    return max(_LEAST, key=f1)
