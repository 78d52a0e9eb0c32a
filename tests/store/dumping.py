"""Cases as texts, to keep one of every released schema: a statement for each row of each table.

``python -m tests.store.dumping`` writes those of the newest schema to ``tests/store/schemas``. That
is done once, when a schema is released.
"""

import tempfile
from dataclasses import replace
from pathlib import Path

import apsw

from rashomon.model.case import Decision, Description
from rashomon.model.document import Facts
from rashomon.model.spans import Span
from rashomon.store import open_case
from rashomon.store.migrating import load_scripts

from .making import BRIDGE, DAM, VERSIONS
from .server import programs, running
from .test_linking import FLOOD, LINKING

SCHEMAS = Path(__file__).parent / "schemas"
DECISION = Decision("stance", DAM.reading.document.id, Span(4, 9), {"is": "doubts"}, "Mira")
FLOOD_ID = FLOOD.reading.document.id
SAID = Decision("describe", FLOOD_ID, None, {"publisher": "Orle Times"}, "Mira")
FLOOD_AS_SAID = replace(
    FLOOD.reading, document=replace(FLOOD.reading.document, publisher="Orle Times")
)

_OWN = "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ({}) AND {} ORDER BY 1"
_REFERRED_TO = ("makers", "documents")  # rows of other tables name theirs


def fill(case):
    """Add something of everything to a case."""
    case.add([DAM, BRIDGE])
    case.add([FLOOD])
    case.put_linking(LINKING)
    case.decide(DECISION)
    case.decide(SAID)
    made_of = case.grounds(FLOOD_ID).made_of
    facts = Facts(publisher="Orle Times")
    case.put_described(Description(FLOOD_ID, made_of, facts, FLOOD_AS_SAID, VERSIONS))


def dump_sqlite(path):
    """Yield a statement for each row of a case in a file, those of indexes too."""
    db = apsw.Connection(path, flags=apsw.SQLITE_OPEN_READONLY)
    tables = db.execute(_OWN.format("'table', 'shadow'", "name NOT LIKE 'sqlite%'")).fetchall()
    for (table,) in tables:
        for row in db.execute(f"SELECT * FROM {table} ORDER BY 1"):
            yield f"INSERT INTO {table} VALUES ({', '.join(map(apsw.format_sql_value, row))});"


def build_sqlite(path, schema):
    """Make the case that is kept of a schema in a file."""
    db = apsw.Connection(path)
    for script in load_scripts("sqlite")[:schema]:
        db.execute(script)
    for (table,) in db.execute(_OWN.format("'shadow'", "true")).fetchall():
        db.execute(f"DELETE FROM {table}")
    db.execute((SCHEMAS / f"sqlite-{schema}.sql").read_text("utf-8"))
    db.execute(f"PRAGMA application_id = {0x52415348}")
    db.execute(f"PRAGMA user_version = {schema}")
    db.close()


def dump_postgresql(db):
    """Yield a statement for each row of the case in the first schema of a connection."""
    from psycopg import sql

    named = "SELECT tablename FROM pg_tables WHERE schemaname = current_schema() ORDER BY 1"
    tables = [table for (table,) in db.execute(named)]
    for table in (*_REFERRED_TO, *(one for one in tables if one not in _REFERRED_TO)):
        name = sql.Identifier(table)
        for row in db.execute(sql.SQL("SELECT * FROM {} ORDER BY 1").format(name)):
            values = sql.SQL(", ").join(map(sql.Literal, row))
            yield sql.SQL("INSERT INTO {} VALUES ({});").format(name, values).as_string(db)


def build_postgresql(db, schema):
    """Make the case that is kept of a schema in the first schema of a connection."""
    for script in load_scripts("postgresql")[:schema]:
        db.execute(script)
    db.execute("DELETE FROM rashomon_case")
    db.execute((SCHEMAS / f"postgresql-{schema}.sql").read_text("utf-8"))


def dumped(address):
    """Make a case, fill it, and return it as text."""
    with open_case(address, create=True) as case:
        fill(case)
    if not address.startswith("postgresql:"):
        return "\n".join(dump_sqlite(address)) + "\n"
    import psycopg

    server, _, schema = address.rpartition("&schema=")
    with psycopg.connect(f"{server}&options=-csearch_path%3D{schema}") as db:
        return "\n".join(dump_postgresql(db)) + "\n"


def main():
    """Keep a case of the newest schema for each database."""
    with tempfile.TemporaryDirectory() as folder, running(programs()) as database:
        addresses = {"sqlite": f"{folder}/kept.case", "postgresql": f"{database}&schema=kept"}
        for dialect, address in addresses.items():
            name = f"{dialect}-{len(load_scripts(dialect))}.sql"
            (SCHEMAS / name).write_text(dumped(address), "utf-8")


if __name__ == "__main__":
    main()
