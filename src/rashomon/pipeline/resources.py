"""What ships with the package: the models and the word tables."""

import json
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import onnxruntime as ort
from tokenizers import Tokenizer

from rashomon.analysis.analyser import Analyser
from rashomon.analysis.assembly import Tables
from rashomon.analysis.boilerplate import build_boilerplate
from rashomon.analysis.encoder import Encoder
from rashomon.analysis.events.lexicon import build_events
from rashomon.analysis.lexicon import build_lexicon
from rashomon.analysis.parameters import Parameters, parse_parameters
from rashomon.analysis.parties.tables import build_parties
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
    return Analyser(
        load_encoder(threads=threads),
        load_tokenizer(),
        load_parameters(),
        load_tables(),
        settings,
    )


def load_encoder(*, threads: int = 1) -> Encoder:
    """Return the encoder with its heads, running on ``threads`` processor threads.

    Raises:
        ModelError: the model file is missing or damaged.
    """
    with _model_file("model.onnx") as path:
        return Encoder(_session(path, threads))


def load_tokenizer() -> Tokenizer:
    """Return the tokenizer that the encoder was trained with.

    Raises:
        ModelError: its file is missing or damaged.
    """
    with _model_file("tokenizer.json") as path:
        return Tokenizer.from_file(str(path))


def load_parameters() -> Parameters:
    """Return the numbers beside the encoder.

    Raises:
        ModelError: their file is missing, damaged or of another version.
    """
    with _model_file("parameters.json") as path:
        return parse_parameters(json.loads(path.read_text("utf-8")))


@contextmanager
def _model_file(name: str) -> Iterator[Path]:
    """Give the path of a model file; whatever goes wrong with it is a ``ModelError``."""
    try:
        with as_file(_MODEL.joinpath(name)) as path:
            yield path
    except Exception as error:
        raise ModelError(
            f"the model file cannot be used ({type(error).__name__}: {error})",
            where=str(_MODEL.joinpath(name)),
            remedy="install the package again",
        ) from error


def load_tables() -> Tables:
    """Return the word tables of the package."""
    return Tables(
        lexicon=build_lexicon(_table("reporting"), _table("modifiers")),
        parties=build_parties(
            _table("sources"),
            _table("actors"),
            _table("countries"),
            [_table("parties")],
            _table("given_names"),
        ),
        events=build_events(_table("events")),
        boilerplate=build_boilerplate(_table("boilerplate")),
        finite=frozenset(_table("finite")["finite"]),
    )


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads(_TABLES.joinpath(f"{name}.toml").read_text("utf-8"))


def _session(model: Path, threads: int) -> ort.InferenceSession:
    options = ort.SessionOptions()
    # the arena keeps the memory of the largest batch; without it nothing is slower
    options.enable_cpu_mem_arena = False
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    return ort.InferenceSession(
        model,
        options,
        providers=["CPUExecutionProvider"],
        disabled_optimizers=_SLOWER_WHEN_FUSED,
    )
