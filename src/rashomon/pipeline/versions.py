"""What made a reading: the versions of the package, its model, and the settings that matter."""

import hashlib
import json
from dataclasses import asdict
from functools import cache
from importlib.resources import files
from pathlib import Path

from rashomon import __version__
from rashomon.gazetteer.importing import own_lists
from rashomon.settings import AnalysisSettings

_DIGITS = 12


def reading_versions(settings: AnalysisSettings) -> dict[str, str]:
    """Return what a reading depends on beside the document, by name.

    Two readings of a document by equal versions are equal.

    Args:
        settings: how texts are analysed; of the user's own files it is their contents that count.
    """
    values = asdict(settings)
    if settings.parties:
        values["parties"] = _digest(Path(settings.parties).read_bytes())
    lists = own_lists(Path(settings.gazetteer)) if settings.gazetteer else ()
    values["gazetteer"] = [_stamp(path) for path in lists]
    return {
        "rashomon": __version__,
        "model": _model_digest(),
        "settings": _digest(json.dumps(values, sort_keys=True).encode()),
    }


@cache
def _model_digest() -> str:
    folder = files("rashomon.models").joinpath("attribution")
    both = folder.joinpath("model.onnx").read_bytes(), folder.joinpath("parameters.json")
    return _digest(both[0] + both[1].read_bytes())


def _stamp(path: Path) -> str:
    """Return what tells a list of places from another: too large to hash at every start."""
    status = path.stat()
    return f"{path.name} {status.st_size} {status.st_mtime_ns}"


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:_DIGITS]
