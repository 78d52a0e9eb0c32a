"""What search knows of documents, against what their readings have; versions in their order."""

from collections.abc import Iterable
from itertools import groupby
from operator import itemgetter
from typing import Any

from rashomon.model.reading import Reading
from rashomon.store.codec import digest, to_json
from rashomon.store.connection import Connection
from rashomon.store.indexing import days_of, points_of
from rashomon.store.verifying.findings import Findings, Spoken

_PAGE = 500  # documents of which all that search knows is held at once
_UNKNOWN = -2  # in the place of a claim that is not there
_INDEXES = ("claims by words", "documents by words", "times by days", "places by where they are")
_KINDS = ("claims", "days", "places")


def spoken_in(reading: Reading) -> Spoken:
    """Return what search must know of a current document."""
    claims = (one.id for one in reading.attributions)
    return _spoken(claims, days_of(reading), points_of(reading))


NOTHING = Spoken(*[digest(to_json([]))] * 3)
"""What search must know of a document that is not current."""


def check_index(db: Connection, findings: Findings) -> None:
    """Check that search knows what the readings of all current documents have."""
    ids: dict[int, str] = dict(db.rows("ids"))
    numbers = sorted(ids)
    for at in range(0, len(numbers), _PAGE):
        page = numbers[at : at + _PAGE]
        known = _known(db, page[0], page[-1])
        for number in page:
            _compare(ids[number], known.get(number, NOTHING), findings)
    [sizes] = db.rows("index sizes")
    for what, wanted, there in zip(_INDEXES, sizes[::2], sizes[1::2], strict=True):
        if wanted != there:
            findings.add("index", f"search knows {there} {what} of {wanted}")
    for kind in ("days", "places"):
        for (document,) in db.rows(f"other {kind}"):
            what = f"search looks for its {kind} where they are not"
            findings.add(ids.get(document, "index"), what)


def check_versions(db: Connection, findings: Findings) -> None:
    """Check that the versions of each article are in the order in which they were obtained."""
    states = sorted(db.rows("all states"), key=itemgetter(0, 1, 2))
    for article, found in groupby(states, key=itemgetter(0)):
        stored = [(version, current) for *_, version, current in found]
        last = len(stored)
        if stored != [(version, int(version == last)) for version in range(1, last + 1)]:
            what = (
                "its versions are not numbered one by one as they were obtained, the last current"
            )
            findings.add(str(article), what)
    for (document,) in db.rows("single states out of order"):
        findings.add(document, "it has no address, and is not its only version")


def _compare(document: str, known: Spoken, findings: Findings) -> None:
    seen = findings.seen.get(document)
    if seen is None:
        if known != NOTHING:
            findings.add("index", f"search knows claims of {document}, which is not there whole")
        return
    for kind, wanted, there in zip(_KINDS, seen.spoken, known, strict=True):
        if wanted != there:
            findings.add(document, f"search does not know the {kind} that its reading has")


def _known(db: Connection, first: int, last: int) -> dict[int, Spoken]:
    """Return what search knows of some documents, by their numbers."""
    claims, days, places = (
        _by_document(db.rows(f"indexed {kind}", (first, last))) for kind in _KINDS
    )
    found = {}
    for document in claims.keys() | days.keys() | places.keys():
        own = claims.get(document, [])
        order: dict[int | None, int | None] = {one: at for at, (one, _) in enumerate(own)}
        order[None] = None
        found[document] = _spoken(
            (attribution for _, attribution in own),
            *(
                [(order.get(claim, _UNKNOWN), *rest) for claim, *rest in kind.get(document, [])]
                for kind in (days, places)
            ),
        )
    return found


def _by_document(rows: Iterable[tuple[Any, ...]]) -> dict[int, list[tuple[Any, ...]]]:
    found: dict[int, list[tuple[Any, ...]]] = {}
    for document, *values in rows:
        found.setdefault(document, []).append(tuple(values))
    return found


def _spoken(claims: Iterable[str], *others: Iterable[tuple[Any, ...]]) -> Spoken:
    days, places = (sorted(map(to_json, map(list, rows))) for rows in others)
    written = (to_json(list(claims)), b"[%b]" % b"".join(days), b"[%b]" % b"".join(places))
    return Spoken(*map(digest, written))
