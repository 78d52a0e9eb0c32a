import uuid

import pytest

from rashomon.store import open_case


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def new_location(request, tmp_path_factory):
    """Return what gives the address of a case that is not there yet."""
    if request.param == "sqlite":
        return lambda: str(tmp_path_factory.mktemp("case") / "sarn.case")
    database = request.getfixturevalue("database")
    return lambda: f"{database}&schema=case_{uuid.uuid4().hex}"


@pytest.fixture
def case(new_location):
    """An empty case."""
    with open_case(new_location(), create=True) as case:
        yield case
