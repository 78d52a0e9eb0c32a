"""What ships with the package: the models and the word tables."""

import json
import tomllib
from importlib.resources import files
from typing import Any

import onnxruntime as ort
from tokenizers import Tokenizer

from rashomon.analysis.analyser import Analyser
from rashomon.analysis.assembly import Tables
from rashomon.analysis.boilerplate import build_boilerplate
from rashomon.analysis.encoder import Encoder
from rashomon.analysis.lexicon import build_lexicon
from rashomon.analysis.parameters import parse_parameters
from rashomon.analysis.parties import build_sources
from rashomon.model.errors import ModelError
from rashomon.settings import AnalysisSettings

_MODEL = files("rashomon.models").joinpath("attribution")
_TABLES = files("rashomon.tables")

# twice as slow as the two plain nodes that it replaces: see docs/decisions/0004
_SLOWER_WHEN_FUSED = ["SkipLayerNormFusion"]


def load_analyser(settings: AnalysisSettings, *, threads: int = 1) -> Analyser:
    """Return an analyser with the models and tables of the package.

    Args:
        settings: how texts are analysed.
        threads: processor threads that the encoder may use.

    Raises:
        ModelError: a model file is missing or damaged.
    """
    try:
        session = _session(_MODEL.joinpath("model.onnx").read_bytes(), threads)
        tokenizer = Tokenizer.from_buffer(_MODEL.joinpath("tokenizer.json").read_bytes())
        parameters = parse_parameters(json.loads(_MODEL.joinpath("parameters.json").read_text()))
    except Exception as error:
        raise ModelError(
            f"the model cannot be loaded ({type(error).__name__}: {error})",
            where=str(_MODEL),
            remedy="install the package again",
        ) from error
    return Analyser(Encoder(session), tokenizer, parameters, load_tables(), settings)


def load_tables() -> Tables:
    """Return the word tables of the package."""
    return Tables(
        lexicon=build_lexicon(_table("reporting"), _table("modifiers")),
        sources=build_sources(_table("sources")),
        boilerplate=build_boilerplate(_table("boilerplate")),
        finite=frozenset(_table("finite")["finite"]),
    )


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads(_TABLES.joinpath(f"{name}.toml").read_text("utf-8"))


def _session(model: bytes, threads: int) -> ort.InferenceSession:
    options = ort.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    return ort.InferenceSession(
        model,
        options,
        providers=["CPUExecutionProvider"],
        disabled_optimizers=_SLOWER_WHEN_FUSED,
    )
