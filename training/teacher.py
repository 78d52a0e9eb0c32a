"""Attributions in texts in which nobody marked any, as an earlier model finds them.

Heads that learn from texts without attributions bend the encoder there: it forgets who says what in
the very words that they are about. A model that knows nothing but attributions holds against it.
"""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TypeAlias

import onnxruntime as ort
from tokenizers import Tokenizer

from evaluation.corpora import Article
from evaluation.matching import Quotation
from rashomon.analysis.encoder import Encoder
from rashomon.analysis.parameters import parse_parameters
from training.tuning import encode, find, quotations

Taught: TypeAlias = Mapping[str, tuple[Quotation, ...]]
"""The attributions of texts, by the text."""


def teach(folder: Path, tokenizer: Tokenizer, texts: Iterable[str]) -> Taught:
    """Return what an earlier model finds in texts.

    Args:
        folder: the model: ``model.onnx`` and ``parameters.json``.
        tokenizer: cuts texts into wordpieces.
        texts: the texts.

    Raises:
        FileNotFoundError: there is no such model.
    """
    parameters = parse_parameters(json.loads((folder / "parameters.json").read_text("utf-8")))
    session = ort.InferenceSession(folder / "model.onnx", providers=["CPUExecutionProvider"])
    articles = (Article("", text, ()) for text in dict.fromkeys(texts))
    encoded = encode(Encoder(session), tokenizer, articles, parameters.size)
    return {
        one.article.text: tuple(quotations(find(one, parameters), one.words)) for one in encoded
    }
