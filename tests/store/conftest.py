import pytest

from rashomon.store import open_case


@pytest.fixture
def location(tmp_path):
    """The address of a case that is not there yet."""
    return str(tmp_path / "sarn.case")


@pytest.fixture
def case(location):
    """An empty case."""
    with open_case(location, create=True) as case:
        yield case
