import pytest

from rashomon.store import open_case


@pytest.fixture
def case(new_location):
    """An empty case."""
    with open_case(new_location(), create=True) as case:
        yield case
