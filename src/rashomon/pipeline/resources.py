"""What ships with the package, and what users add to it: models, word tables, places.

Imports stand inside what needs them: who compares need not wait for what reads, nor who reads for
what links.
"""

import json
import tomllib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache, partial
from importlib.resources import as_file, files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rashomon.model.errors import ModelError, SettingsError
from rashomon.settings import AnalysisSettings, LinkingSettings

if TYPE_CHECKING:
    import onnxruntime as ort
    from tokenizers import Tokenizer

    from rashomon.analysis.analyser import Analyser
    from rashomon.analysis.assembly import Tables
    from rashomon.analysis.encoder import Encoder
    from rashomon.analysis.parameters import Parameters
    from rashomon.compare.claims.relating import Relater
    from rashomon.compare.comparing import Comparer
    from rashomon.gazetteer.lookup import SqliteGazetteer
    from rashomon.linking.incidents import Model as IncidentModel
    from rashomon.linking.incidents.tables import Words as IncidentWords
    from rashomon.linking.origins import OriginTables
    from rashomon.pipeline.numbers import NumberedRelater
    from rashomon.render.dossier.method import ModelNote

_MODEL = files("rashomon.models").joinpath("attribution")
_INCIDENTS = files("rashomon.models").joinpath("incidents")
_RELATION = files("rashomon.models").joinpath("relation")
_TABLES = files("rashomon.tables")

_TOLD_IN = {"parties": "docs/parties.md", "publishers": "docs/origins.md"}

# twice as slow as the two plain nodes that it replaces: see docs/decisions/0004
_SLOWER_WHEN_FUSED = ["SkipLayerNormFusion"]


def load_analyser(settings: AnalysisSettings, *, threads: int = 1) -> "Analyser":
    """Return an analyser with the models and tables of the package.

    Args:
        settings: how texts are analysed.
        threads: processor threads that the encoder may use.

    Raises:
        ModelError: a model file or a list of places is missing or damaged.
        SettingsError: the user's file of parties is missing, or makes no sense.
    """
    from rashomon.analysis.analyser import Analyser

    return Analyser(
        load_encoder(threads=threads),
        load_tokenizer(),
        load_parameters(),
        load_tables(settings),
        load_gazetteer(settings),
        settings,
    )


def load_encoder(*, threads: int = 1) -> "Encoder":
    """Return the encoder with its heads, running on ``threads`` processor threads.

    Raises:
        ModelError: the model file is missing or damaged.
    """
    from rashomon.analysis.encoder import Encoder

    with _model_file("model.onnx") as path:
        return Encoder(_session(path, threads))


def load_tokenizer() -> "Tokenizer":
    """Return the tokenizer that the encoder was trained with.

    Raises:
        ModelError: its file is missing or damaged.
    """
    from tokenizers import Tokenizer

    with _model_file("tokenizer.json") as path:
        return Tokenizer.from_file(str(path))


def load_parameters() -> "Parameters":
    """Return the numbers beside the encoder.

    Raises:
        ModelError: their file is missing, damaged or of another version.
    """
    from rashomon.analysis.parameters import parse_parameters

    with _model_file("parameters.json") as path:
        return parse_parameters(json.loads(path.read_text("utf-8")))


@contextmanager
def _model_file(name: str, folder: Traversable = _MODEL) -> Iterator[Path]:
    """Give the path of a model file; whatever goes wrong with it is a ``ModelError``."""
    try:
        with as_file(folder.joinpath(name)) as path:
            yield path
    except Exception as error:
        raise ModelError(
            f"the model file cannot be used ({type(error).__name__}: {error})",
            where=str(folder.joinpath(name)),
            remedy="install the package again",
        ) from error


def load_incident_model() -> "IncidentModel":
    """Return what finding incidents needs: words, how rare terms are, and what was learned.

    Raises:
        ModelError: a file of the model is missing, damaged or of another version.
    """
    from rashomon.linking.incidents import build_model, build_rarity

    with _model_file("frequencies.json", _INCIDENTS) as path:
        rarity = build_rarity(json.loads(path.read_text("utf-8")))
    with _model_file("weights.json", _INCIDENTS) as path:
        return build_model(load_incident_words(), rarity, json.loads(path.read_text("utf-8")))


def load_incident_words() -> "IncidentWords":
    """Return the words that finding incidents needs."""
    from rashomon.linking.incidents import build_words

    return build_words(_table("incidents"), _table("given_names"))


def load_comparer(*, is_relating: bool = True, threads: int = 1) -> "Comparer":
    """Return what compares accounts; the relation model is loaded when it is first asked.

    Args:
        is_relating: whether the relation model is asked as well.
        threads: how many pairs of claims the relation model reads at the same time.
    """
    from rashomon.compare.comparing import build_comparer

    tables = {
        name: _table(name)
        for name in ("points", "questions", "exclusive", "actors", "countries", "grades")
    }
    relating = cache(partial(load_relater, threads=threads)) if is_relating else None
    return build_comparer(tables, relating)


def load_relater(*, threads: int = 1) -> "Relater":
    """Return what says how two claims relate.

    Raises:
        ModelError: a file of the model is missing, damaged or of another version.
    """
    from rashomon.compare.claims.relating import Relater

    with _model_file("parameters.json", _RELATION) as path:
        temperature = float(json.loads(path.read_text("utf-8"))["temperature"])
    with _model_file("model.onnx", _RELATION) as path:
        return Relater(_session(path, 1), load_tokenizer(), temperature, threads)


def load_pair_relater(*, threads: int = 1) -> "NumberedRelater":
    """Return what says how any two claims relate, by their numbers where nothing else differs.

    Raises:
        ModelError: a file of the model is missing, damaged or of another version.
    """
    from rashomon.analysis.casualties.counts import build_counts
    from rashomon.pipeline.numbers import NumberedRelater

    counts = build_counts(_table("casualties")["counting"])
    return NumberedRelater(load_relater(threads=threads), counts)


def load_gazetteer(settings: AnalysisSettings) -> "SqliteGazetteer":
    """Return the places of the package and of the lists that the user imported.

    Raises:
        ModelError: a list is missing, damaged or of another version.
    """
    from rashomon.gazetteer.importing import own_lists
    from rashomon.gazetteer.lookup import SqliteGazetteer

    return SqliteGazetteer(own=own_lists(Path(settings.gazetteer)) if settings.gazetteer else ())


def load_tables(settings: AnalysisSettings | None = None) -> "Tables":
    """Return the word tables of the package, with the user's parties before its own.

    Raises:
        SettingsError: the user's file of parties is missing, or makes no sense.
    """
    from rashomon.analysis.assembly import Tables
    from rashomon.analysis.boilerplate import build_boilerplate
    from rashomon.analysis.casualties.table import build_casualties
    from rashomon.analysis.events.lexicon import build_events
    from rashomon.analysis.lexicon import build_lexicon
    from rashomon.analysis.parties.tables import build_parties, faults_of_parties
    from rashomon.analysis.places.table import build_places
    from rashomon.analysis.times.table import build_times

    countries = _table("countries")
    parties = [_table("parties")]
    if settings and settings.parties:
        own = _own_table(Path(settings.parties), "parties", faults_of_parties)
        parties.insert(0, own)
    return Tables(
        lexicon=build_lexicon(_table("reporting"), _table("modifiers")),
        parties=build_parties(
            _table("sources"), _table("actors"), countries, parties, _table("given_names")
        ),
        times=build_times(_table("times")),
        places=build_places(_table("places"), countries, _table("outlets")),
        casualties=build_casualties(_table("casualties")),
        events=build_events(_table("events")),
        boilerplate=build_boilerplate(_table("boilerplate")),
        finite=frozenset(_table("finite")["finite"]),
        countries={code: country["name"] for code, country in countries.items()},
    )


def load_countries() -> dict[str, str]:
    """Return the names of countries by their codes (ISO 3166-1 alpha-2)."""
    return {code: country["name"] for code, country in _table("countries").items()}


def load_model_notes() -> "tuple[ModelNote, ...]":
    """Return what dossiers say of the models, as their cards have it."""
    from rashomon.render.dossier.method import ModelNote

    return tuple(
        ModelNote(one["name"], one["does"], tuple(one["scores"]), tuple(one["limits"]))
        for one in _table("models")["models"]
    )


def load_origin_tables(settings: LinkingSettings | None = None) -> "OriginTables":
    """Return what is known of agencies and publishers, with the user's publishers first.

    Raises:
        SettingsError: the user's file of publishers is missing, or makes no sense.
    """
    from rashomon.linking.origins import build_origin_tables, faults_of_publishers

    publishers = [_table("publishers")]
    if settings and settings.publishers:
        own = _own_table(Path(settings.publishers), "publishers", faults_of_publishers)
        publishers.insert(0, own)
    return build_origin_tables(_table("agencies"), publishers, _table("citations"))


def _own_table(
    path: Path, of: str, faults_of: Callable[[Mapping[str, Any]], list[str]]
) -> dict[str, Any]:
    """Return a user's file of parties or of publishers.

    Raises:
        SettingsError: it is missing, or makes no sense.
    """
    remedy = f"see {_TOLD_IN[of]} for what the file must look like"
    try:
        table = tomllib.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        what = f"the file of {of} cannot be read ({error})"
        raise SettingsError(what, where=str(path), remedy=remedy) from error
    if faults := faults_of(table):
        raise SettingsError("; ".join(faults), where=str(path), remedy=remedy)
    return table


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads(_TABLES.joinpath(f"{name}.toml").read_text("utf-8"))


def _session(model: Path, threads: int) -> "ort.InferenceSession":
    import onnxruntime as ort

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
