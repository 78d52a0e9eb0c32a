import pytest

from rashomon.analysis.statements import find_statements
from rashomon.model.spans import Span
from rashomon.pipeline.resources import load_tables

FINITE = load_tables().finite


def stated(text, *attributed, boilerplate=()):
    """Return the statements in sentences that end in ``|``."""
    sentences, at, clean = [], 0, text.replace("|", "")
    for part in text.split("|"):
        if part.strip():
            start = clean.index(part.strip(), at)
            sentences.append(Span(start, start + len(part.strip())))
            at = sentences[-1].end

    def span(words):
        return Span(clean.index(words), clean.index(words) + len(words))

    found = find_statements(
        clean, sentences, map(span, attributed), tuple(map(span, boilerplate)), FINITE
    )
    return [one.of(clean) for one in found]


def test_a_sentence_that_nobody_is_cited_for_is_a_statement():
    text = "The bridge fell on Tuesday.|Lint said he saw it.|It was old."
    assert stated(text, "Lint said he saw it") == ["The bridge fell on Tuesday.", "It was old."]


def test_the_part_of_a_sentence_that_holds_a_clause_is_a_statement():
    text = "The bridge, which was built in 1931, fell as Lint said he was leaving."
    assert stated(text, "Lint said he was leaving") == [
        "The bridge, which was built in 1931, fell as"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "On Tuesday evening in the town of Brinn, Lint said he was leaving.",
        "Lint said he was leaving in an interview with the local paper.",
        "However, Lint said he was leaving.",
    ],
)
def test_what_only_places_a_claim_is_no_statement(text):
    assert stated(text, "Lint said he was leaving") == []


def test_a_conjunction_between_claim_and_statement_belongs_to_neither():
    text = "Lint said he was leaving, but the bus in front of him did not brake."
    assert stated(text, "Lint said he was leaving") == ["the bus in front of him did not brake"]


def test_boilerplate_and_scraps_are_no_statements():
    text = "Photo.|The bridge fell on Tuesday.|Read more about it here."
    assert stated(text, boilerplate=["Read more about it here."]) == ["The bridge fell on Tuesday."]
