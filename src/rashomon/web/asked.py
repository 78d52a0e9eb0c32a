"""What the address of a page asks for."""

from collections.abc import Collection
from datetime import date

from starlette.requests import Request

_MOST = 1_000  # characters of a value
_DIGITS = 9


def text_asked(request: Request, name: str) -> str:
    """Return a text, without white space at its ends and cut where it is very long."""
    return request.query_params.get(name, "")[:_MOST].strip()


def number_asked(request: Request, name: str, default: int = 0) -> int:
    """Return a whole number, 0 or more; the default for anything else."""
    given = text_asked(request, name)
    is_number = given.isascii() and given.isdecimal() and len(given) <= _DIGITS
    return int(given) if is_number else default


def day_asked(request: Request, name: str) -> str:
    """Return a day as ``2017-06-19``; nothing for anything else."""
    given = text_asked(request, name)
    try:
        return given if date.fromisoformat(given).isoformat() == given else ""
    except ValueError:
        return ""


def choice_asked(request: Request, name: str, choices: Collection[str], default: str = "") -> str:
    """Return one of some values; the default for anything else."""
    given = text_asked(request, name)
    return given if given in choices else default
