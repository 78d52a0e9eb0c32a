"""How the tests of this folder read the times of a text."""

import tomllib
from importlib.resources import files

from rashomon.analysis.times import build_times, find_times
from rashomon.model.document import Document

RAW = tomllib.loads(files("rashomon.tables").joinpath("times.toml").read_text("utf-8"))
TABLE = build_times(RAW)

MONDAY = "2017-06-19"
"""The day of publication of the texts, a Monday."""


def read(text, published=MONDAY, marked=(), attributions=(), sentences=()):
    """Return the times that are found in a text."""
    document = Document(id="sha256:0", text=text, published=published)
    return find_times(document, sentences, marked, attributions, TABLE)


def only(text, published=MONDAY, **beside):
    """Return the one time of a text."""
    [found] = read(text, published, **beside)
    return found


def words(text, **beside):
    """Return the words of all times of a text."""
    return [one.span.of(text) for one in read(text, **beside)]
