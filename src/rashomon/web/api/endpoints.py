"""What an endpoint is: the one description by which requests are checked and that is shown."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from rashomon.web.api.checking import Schema, unknown_keywords
from rashomon.web.desk import Desk
from rashomon.web.receiving import Form

Method = Literal["GET", "POST"]

MOST_BYTES = 1_000_000
"""The largest body as JSON where nothing else is said, in bytes."""

_PLAIN = frozenset((400, 401, 403, 405, 413, 421, 500, 503))
"""The errors that any endpoint may answer with."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A request, checked.

    Attributes:
        path: the parts of the address that have names.
        query: the parameters, those left out with what stands for them.
        body: the fields of the body.
        form: what was sent with files, where it was; who handles it discards it.
        reviewer: who sends it, where that is known; else empty.
    """

    path: Mapping[str, str] = field(default_factory=dict)
    query: Mapping[str, Any] = field(default_factory=dict)
    body: Mapping[str, Any] = field(default_factory=dict)
    form: Form | None = None
    reviewer: str = ""


@dataclass(frozen=True, slots=True)
class Endpoint:
    """One thing that can be asked for.

    Attributes:
        method: ``GET`` where it changes nothing, ``POST`` where it does.
        path: where it is, below ``/api/v1``; names of its parts between braces.
        name: what it is called, for programs that are made from the description.
        group: with which others it is shown.
        about: what it does, as a sentence.
        handle: does it: of the desk and what is asked, what the answer holds.
        answers: the name of the schema of the answer.
        status: the status of the answer.
        parts: the schemas of the parts of its path, by name.
        query: the schemas of its parameters, by name.
        needed: the names of those that must be given.
        body: the schema of the body as JSON; ``None`` for no body.
        uploads: the schema of the fields of a form with files, where one may be sent instead.
        most_bytes: the largest body as JSON, in bytes.
        errors: the statuses of errors beside those that any endpoint may have.
        is_paged: whether the answer is a stretch of a list, and says which (``page``).
        leads_to: the names of endpoints that the answer leads to, each with where in the answer
            the parts of its path stand (``{"getJob": {"job": "/job/number"}}``).
    """

    method: Method
    path: str
    name: str
    group: str
    about: str
    handle: Callable[[Desk, Asked], Mapping[str, Any]]
    answers: str
    status: int = 200
    parts: Mapping[str, Schema] = field(default_factory=dict)
    query: Mapping[str, Schema] = field(default_factory=dict)
    needed: tuple[str, ...] = ()
    body: Schema | None = None
    uploads: Schema | None = None
    most_bytes: int = MOST_BYTES
    errors: tuple[int, ...] = ()
    is_paged: bool = False
    leads_to: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        described = [*self.parts.values(), *self.query.values()]
        described += [one for one in (self.body, self.uploads) if one]
        if unknown := frozenset[str]().union(*map(unknown_keywords, described)):
            raise ValueError(f"{self.name}: nothing checks {', '.join(sorted(unknown))}")
        if {f"{{{name}}}" for name in self.parts} != {
            one for one in self.path.split("/") if one.startswith("{")
        }:
            raise ValueError(f"{self.name}: the parts of {self.path} are not those described")

    @property
    def statuses(self) -> tuple[int, ...]:
        """The statuses of all errors that it may answer with, in order."""
        with_body = (415, 422) if self.body else ()
        return tuple(sorted(_PLAIN.union(self.errors, with_body)))
