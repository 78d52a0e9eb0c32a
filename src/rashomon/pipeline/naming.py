"""Documents as a person names them: by the beginning of an id, or by the file that was added."""

import re

from rashomon.model.case import DocumentRow
from rashomon.model.errors import UnknownItemError
from rashomon.store.case import Case
from rashomon.store.contents import LEAST

_BEGINNING = re.compile(f"(?:sha256:)?[0-9a-f]{{{LEAST},64}}")
_SHOWN = 5


def document_named(case: Case, typed: str) -> str:
    """Return the ``id`` of a document.

    Args:
        case: the case.
        typed: the ``id``, enough of its beginning, or the name of the file that was added, with or
            without folders. Of several versions of an article the current one is meant.

    Raises:
        UnknownItemError: there is no such document, or more than one.
    """
    try:
        if _BEGINNING.fullmatch(typed):
            return case.document(typed).id
    except UnknownItemError:  # a file may be called like the beginning of an id
        if not (called := _called(case, typed)):
            raise
    else:
        called = _called(case, typed)
    if len(called) == 1:
        return called[0].id
    if called:
        ids = ", ".join(one.id.removeprefix("sha256:")[:12] for one in called[:_SHOWN])
        more = ", …" if len(called) > _SHOWN else ""
        what = f"{len(called)} documents are called {typed!r}"
        raise UnknownItemError(what, remedy=f"name one by the beginning of its id: {ids}{more}")
    remedy = (
        f"name it by its file, or by {LEAST} characters or more of its id, "
        "as 'rashomon documents CASE' lists them"
    )
    raise UnknownItemError(f"there is no document {typed!r}", remedy=remedy)


def _called(case: Case, typed: str) -> list[DocumentRow]:
    """Return the documents whose file is called so."""
    name = typed.removeprefix("./")
    found = [
        row for row in case.documents() if name and row.path and f"/{row.path}".endswith(f"/{name}")
    ]
    return [row for row in found if row.is_current] or found
