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
