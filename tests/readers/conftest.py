import pytest

from rashomon.model.failure import Failure
from rashomon.readers import locate, read_source
from rashomon.settings import ReaderSettings


@pytest.fixture
def read(tmp_path):
    """Write bytes to a file of the given name and return what is read from it."""

    def reader(name, raw, *, given=None, kind=None, **settings):
        path = tmp_path / name
        path.write_bytes(raw if isinstance(raw, bytes) else raw.encode())
        found = []
        for source in locate([str(path)], kind=kind, given=given):
            if isinstance(source, Failure):
                found.append(source)
            else:
                found.extend(read_source(source, ReaderSettings(**settings)))
        return found

    return reader


@pytest.fixture
def read_one(read):
    """As ``read``, for an input that holds exactly one document or failure."""

    def reader(*args, **kwargs):
        [found] = read(*args, **kwargs)
        return found

    return reader
