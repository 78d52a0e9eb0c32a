import uuid

import pytest

from tests.store import server


@pytest.fixture(scope="session")
def database():
    """The address of a database on a server that runs as long as the tests do."""
    pytest.importorskip("psycopg", reason="psycopg is not installed")
    folder = server.programs()
    if folder is None:
        pytest.skip("no PostgreSQL server is installed (Debian: apt-get install postgresql)")
    with server.running(folder) as address:
        yield address


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def new_location(request, tmp_path_factory):
    """Return what gives the address of a case that is not there yet."""
    if request.param == "sqlite":
        return lambda: str(tmp_path_factory.mktemp("case") / "sarn.case")
    database = request.getfixturevalue("database")
    return lambda: f"{database}&schema=case_{uuid.uuid4().hex}"
