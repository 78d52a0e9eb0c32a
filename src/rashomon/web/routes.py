"""All that the desk answers: the modules that have pages, each with its ``ROUTES``.

A module of pages has ``ROUTES``, and may have ``NOTICING`` (see ``rashomon.web.notices``) and
``BODY_LIMITS``: by path, how many bytes a request to it may bring. A new module wants one line
here.
"""

from collections.abc import Sequence
from types import ModuleType

from starlette.routing import BaseRoute

from rashomon.web.api import routes as programs
from rashomon.web.notices import Noticing
from rashomon.web.pages import (
    adding,
    bar,
    conflicts,
    deciding,
    decisions,
    describing,
    document,
    documents,
    incident,
    incidents,
    joining,
    origins,
    parties,
    queue,
    records,
    reviewer,
    search,
    weighing,
)

MODULES: Sequence[ModuleType] = (
    incidents,
    incident,
    documents,
    document,
    parties,
    origins,
    search,
    decisions,
    records,
    adding,
    bar,
    queue,
    conflicts,
    deciding,
    describing,
    joining,
    weighing,
    reviewer,
    programs,
)


def all_routes() -> list[BaseRoute]:
    """Return the routes of all modules, in their order."""
    return [route for module in MODULES for route in module.ROUTES]


def all_noticing() -> tuple[Noticing, ...]:
    """Return what says something on every page."""
    return tuple(one for module in MODULES for one in getattr(module, "NOTICING", ()))


def body_limits() -> dict[str, int]:
    """Return by path how many bytes a request to it may bring, where it is not the usual."""
    limits: dict[str, int] = {}
    for module in MODULES:
        limits |= getattr(module, "BODY_LIMITS", {})
    return limits
