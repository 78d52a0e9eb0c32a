"""What made readings and linkings: the package, its models, and the settings that matter."""

import hashlib
import json
from dataclasses import asdict
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

from rashomon.gazetteer.importing import own_lists
from rashomon.settings import AnalysisSettings, LinkingSettings

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
        "rashomon": package_version(),
        "model": _model_digest("attribution"),
        "settings": _digest(json.dumps(values, sort_keys=True).encode()),
    }


def sketch_names(settings: LinkingSettings) -> tuple[str, str]:
    """Return what the sketches for origins and for incidents are stored as.

    A name holds what its sketches depend on beside the reading; where that changes there are no
    sketches of the new name, and they are made anew.
    """
    from rashomon.linking import origins  # who only compares need not wait for it

    tables = _tables("agencies", "publishers", "citations")
    if settings.publishers:
        tables += Path(settings.publishers).read_bytes()
    words = _tables("incidents", "given_names") + _model_digest("incidents").encode()
    made_by = f"{package_version()}-{origins.VERSION}"
    return f"origins/{made_by}-{_digest(tables)}", f"incidents/{made_by}-{_digest(words)}"


def _tables(*names: str) -> bytes:
    folder = files("rashomon.tables")
    return b"".join(folder.joinpath(f"{name}.toml").read_bytes() for name in names)


def package_version() -> str:
    """Return the version of the package."""
    return version("rashomon")


@cache
def _model_digest(name: str) -> str:
    """Return what tells the files of a model from those of another."""
    folder = files("rashomon.models").joinpath(name)
    made = (one for one in folder.iterdir() if one.name.endswith((".onnx", ".json")))
    whole = hashlib.sha256()
    for one in sorted(made, key=lambda one: one.name):
        whole.update(one.read_bytes())
    return whole.hexdigest()[:_DIGITS]


def _stamp(path: Path) -> str:
    """Return what tells a list of places from another: too large to hash at every start."""
    status = path.stat()
    return f"{path.name} {status.st_size} {status.st_mtime_ns}"


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:_DIGITS]
