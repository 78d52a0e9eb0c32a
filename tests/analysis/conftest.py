import pytest

from rashomon.pipeline.resources import load_tokenizer


@pytest.fixture(scope="session")
def tokenizer():
    return load_tokenizer()
