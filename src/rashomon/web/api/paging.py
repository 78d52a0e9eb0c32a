"""Lists, a stretch at a time."""

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from rashomon.web.api.endpoints import Asked

Item = TypeVar("Item")


def stretch(items: Sequence[Item], asked: Asked) -> Sequence[Item]:
    """Return the items that are asked for by ``offset`` and ``limit``."""
    start = int(asked.query["offset"])
    return items[start : start + int(asked.query["limit"])]


def paged(record: Mapping[str, Any], total: int, asked: Asked) -> dict[str, Any]:
    """Return a record of a stretch of a list, with which stretch it is.

    Args:
        record: what is answered.
        total: how many items the whole list has.
        asked: what was asked for.
    """
    offset, limit = int(asked.query["offset"]), int(asked.query["limit"])
    return {**record, "page": {"offset": offset, "limit": limit, "total": total}}
