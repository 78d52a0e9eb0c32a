"""What linking came to, as a case keeps it: rows that are the same as before stay untouched."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from rashomon.model.case import Linking, Pair
from rashomon.model.errors import UnknownItemError
from rashomon.model.incidents import Incident
from rashomon.model.origins import Derivation, Origin, Origins
from rashomon.store import records
from rashomon.store.codec import damage, decode, digest, encode
from rashomon.store.columns import to_column, versions_column
from rashomon.store.connection import Connection
from rashomon.store.log import Act


def pairs(db: Connection, linker: str) -> Iterator[Pair]:
    """Yield what a linker kept of pairs, in the order of their ids."""
    return (Pair(*row) for row in db.rows("pairs", (linker,)))


def linked_by(db: Connection) -> Mapping[str, str] | None:
    """Return what linked the case, by name; ``None`` where something changed since."""
    found = db.rows("linked by")
    if not found:
        return None
    with damage():
        return dict(json.loads(found[0][0]))


def unlink(db: Connection) -> None:
    """Have a case be out of date with what it was linked by: something has changed since."""
    db.write("unlink", [()])
    db.write("count unlinking", [()])


def times_unlinked(db: Connection) -> int:
    """Return how often a case has been put out of date."""
    [(times,)] = db.rows("times unlinked")
    return int(times)


def put(db: Connection, linking: Linking) -> None:
    """Store what linking came to; see ``Case.put_linking``."""
    with db.writing():
        is_up_to_date = linking.unlinked in (None, times_unlinked(db))
        numbers = _Numbers(db)
        for name, rows in rows_of(linking.origins, linking.incidents, numbers).items():
            _replace(db, name, rows)
        _put_pairs(db, linking, numbers)
        db.write("unlink", [()])
        if is_up_to_date:
            db.write("set linked", [(versions_column(linking.versions),)])
        details = {
            "origins": str(len(linking.origins.origins)),
            "incidents": str(len(linking.incidents)),
            "results": results_hash(db),
        }
        records.append(db, [Act("linked", None, details)])


def origins(db: Connection) -> Origins:
    """Return the origins of the last linking."""
    return Origins(
        tuple(decode(Origin, data) for *_, data in db.rows("origins")),
        tuple(decode(Derivation, data) for *_, data in db.rows("derivations")),
    )


def incidents(db: Connection) -> tuple[Incident, ...]:
    """Return the incidents of the last linking."""
    return tuple(decode(Incident, data) for *_, data in db.rows("incidents"))


def results_hash(db: Connection) -> str:
    """Return SHA-256 over origins, derivations and incidents as they are stored."""
    hashes = [
        digest(data)
        for statement in ("origins", "derivations", "incidents")
        for *_, data in db.rows(statement)
    ]
    return digest(b"".join(hashes)).hex()


class _Numbers(dict[str, int]):
    """The numbers of documents by their ids; an error for one that is not in the case."""

    def __init__(self, db: Connection) -> None:
        super().__init__(db.rows("numbers of ids"))
        self._where = db.where

    def __missing__(self, document: str) -> int:
        raise UnknownItemError(
            f"linking names a document {document!r} that is not there",
            where=self._where,
            remedy="add it first",
        )


def rows_of(
    origins: Origins, incidents: Sequence[Incident], numbers: Mapping[str, int]
) -> dict[str, list[tuple[Any, ...]]]:
    """Return the rows that keep what linking came to, by what each of them is.

    Args:
        origins: the origins.
        incidents: the incidents.
        numbers: those of the documents, by their ids.
    """
    tables: dict[str, Iterable[tuple[Any, ...]]] = {
        "origin": ((at, to_column(one.id), encode(one)) for at, one in enumerate(origins.origins)),
        "derivation": (
            (at, numbers[one.document], encode(one)) for at, one in enumerate(origins.derivations)
        ),
        "incident": ((at, to_column(one.id), encode(one)) for at, one in enumerate(incidents)),
        "document origin": (
            (numbers[document], to_column(one.id))
            for one in origins.origins
            for document in one.documents
        ),
        "incident document": (
            (to_column(one.id), numbers[part.document])
            for one in incidents
            for part in one.documents
        ),
    }
    return {name: list(dict.fromkeys(rows)) for name, rows in tables.items()}


def _replace(db: Connection, name: str, rows: Sequence[tuple[Any, ...]]) -> None:
    """Make some rows all that is stored of a kind, touching no more than differs."""
    before, after = set(db.rows(f"{name}s")), set(rows)
    key = 2 if name == "incident document" else 1
    db.write(f"remove {name}", [row[:key] for row in before - after])
    db.write(f"put {name}", [row for row in rows if row not in before])


def _put_pairs(db: Connection, linking: Linking, numbers: Mapping[str, int]) -> None:
    for linker, gone in linking.gone_pairs.items():
        rows = ((linker, numbers[one], numbers[other]) for one, other in gone)
        db.write("remove pair", rows)
    for (linker,) in db.rows("linkers of pairs"):
        if linker not in {**linking.new_pairs, **linking.gone_pairs}:  # an older version's
            db.write("remove pairs of linker", [(linker,)])
    for linker, new in linking.new_pairs.items():
        kept = ((linker, numbers[one.first], numbers[one.second], one.data) for one in new)
        db.write("put pair", kept)
