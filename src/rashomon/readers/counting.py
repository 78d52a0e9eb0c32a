"""How many documents stand behind inputs, where that can be told without reading them."""

from collections.abc import Iterable

from rashomon.model.errors import InputError
from rashomon.model.failure import Failure
from rashomon.readers.opening import holds_many
from rashomon.readers.source import Source

_LINES = ("jsonl",)
_BLOCK = 1 << 20


def count_documents(inputs: Iterable[Source | Failure]) -> int | None:
    """Return how many documents or failures the inputs give; ``None`` where that is not known.

    A file of one document counts as one, a table with a row a line has as many as it has lines;
    how many an archive holds is not known before it is read.
    """
    total = 0
    for one in inputs:
        number = 1 if isinstance(one, Failure) else _count(one)
        if number is None:
            return None
        total += number
    return total


def _count(source: Source) -> int | None:
    if source.is_stream or source.is_address:
        return None
    if source.kind in _LINES:
        return _lines(source)
    return None if holds_many(source) else 1


def _lines(source: Source) -> int:
    lines = 0
    last = b"\n"
    try:
        with source.open() as stream:
            while block := stream.read(_BLOCK):
                lines += block.count(b"\n")
                last = block[-1:]
    except InputError:  # it is said when the input is read
        return 1
    return lines + (last != b"\n")
