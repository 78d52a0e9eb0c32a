"""Readings as the package wrote them, as objects again: what takes time is read once.

Commands that need the readings of a whole corpus keep them in ``runs/readings``, a line a
document, as ``rashomon read --format jsonl`` writes them.
"""

import subprocess
import sys
import types
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path
from typing import Any, Union, get_args, get_origin, get_type_hints

from evaluation.corpora import ROOT, corpus, rows
from evaluation.unpacked import unpacked
from rashomon.model.reading import Reading
from rashomon.model.spans import Span

KEPT = ROOT / "runs" / "readings"


def readings(name: str, kept: Path = KEPT) -> Iterator[Reading | None]:
    """Yield the reading of each row of a corpus; ``None`` where it could not be read.

    What is not kept yet is read, which takes minutes.

    Args:
        name: the corpus, as in ``linking/gun_violence.documents``.
        kept: the folder in which readings are kept.

    Raises:
        CorpusMissingError: the corpus is not there, nor are its readings.
    """
    path = kept / f"{name.replace('/', '.')}.jsonl"
    if not path.exists():
        _read(corpus(f"{name}.jsonl.gz"), path)
    for row in rows(path):
        yield None if "error" in row else decode(Reading, row)


def _read(source: Path, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    plain, part = path.with_suffix(".in.jsonl"), path.with_suffix(".part")
    unpacked(source, plain)
    with part.open("wb") as output:
        command = [sys.executable, "-m", "rashomon", "read", str(plain), "--format", "jsonl"]
        subprocess.run(command, stdout=output, check=False)  # status 1: a row could not be read
    plain.unlink()
    part.rename(path)


def decode(kind: Any, value: Any) -> Any:
    """Return the object of a type that stands in JSON as ``value``; what is left out is default."""
    if value is None or kind is Any:
        return value
    if kind is Span:
        return Span(*value)
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        return decode(next(one for one in get_args(kind) if one is not type(None)), value)
    if origin is tuple:
        item = get_args(kind)[0]
        return tuple(decode(item, one) for one in value)
    if isinstance(kind, type) and is_dataclass(kind):
        return _object(kind, value)
    return value


def _object(kind: Any, value: dict[str, Any]) -> Any:
    hints = _hints(kind)
    return kind(**{name: decode(hints[name], value[name]) for name in hints if name in value})


@cache
def _hints(kind: Any) -> dict[str, Any]:
    hints = get_type_hints(kind)
    return {field.name: hints[field.name] for field in fields(kind)}
