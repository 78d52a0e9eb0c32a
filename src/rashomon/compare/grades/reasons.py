"""Numbers and names as reasons have them."""

from collections.abc import Iterable

_SHOWN = 4
"""How many names a reason lists."""


def number_of(count: int, what: str) -> str:
    """Return a number with what it counts: ``1 origin``, ``2 origins``."""
    return f"{count:,} {what}" if count == 1 else f"{count:,} {what}s"


def some_of(names: Iterable[str]) -> str:
    """Return names as a list, once each, the first ones where there are many."""
    given = list(dict.fromkeys(names))
    shown = ", ".join(given[:_SHOWN])
    return shown if len(given) <= _SHOWN else f"{shown} and {len(given) - _SHOWN:,} more"
