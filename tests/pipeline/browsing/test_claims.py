"""Which claim holds some words."""

from rashomon.model.spans import Span
from rashomon.pipeline.browsing.claims import claim_at
from tests.store.making import entry, span

TEXT = "The Watch says the mayor said ten people died at the mill. Nobody else spoke."
WHOLE = "the mayor said ten people died at the mill"
READING = entry(
    TEXT,
    claims=(
        {"source": "The Watch", "content": WHOLE},
        {"source": "the mayor", "content": "ten people died at the mill"},
    ),
).reading


def test_words_are_of_the_claim_that_holds_most_of_them_and_of_the_innermost():
    assert claim_at(READING, span(TEXT, "ten people")).id == "a2"
    assert claim_at(READING, span(TEXT, WHOLE)).id == "a1"
    assert claim_at(READING, span(TEXT, "Nobody")) is None
    assert claim_at(READING, Span(0, len(TEXT))).id == "a1"
