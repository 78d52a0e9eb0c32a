"""What the package reads, with its model, in reports written for these tests."""

import random

import pytest

from evaluation import damage
from evaluation.corpora import Article
from evaluation.matching import Quotation, jaccard, quotation
from rashomon.model.document import Document
from rashomon.pipeline.resources import load_analyser
from rashomon.settings import AnalysisSettings

REPORT = """\
Flood gates at Orle stayed shut for nine hours

Two engineers who worked the night shift told the Tarn Courier on Friday that the gates of the
Orle dam had stayed shut for nine hours after the alarm.

“Nobody picked up the telephone,” said Mira Tolan, the younger of the two. “We rang every office
on the list.”

The Lakes Ministry denied that there had been an alarm. Its spokesman, Jorun Veld, said the
engineers were “looking for somebody to blame”.

Veld would neither confirm nor deny that the director had been at a wedding.

Hanne Ruud, who leads the opposition in the valley, urged the prosecutor to open an inquiry.

According to the rescue service, 40 houses were flooded. Seven families are still without a roof.
"""

WHO_SAYS_WHAT = (
    ("Two engineers who worked the", "told", "stayed shut for nine hours", "asserts"),
    ("Mira Tolan", "said", "Nobody picked up the telephone", "asserts"),
    ("The Lakes Ministry", "denied", "there had been an alarm", "denies"),
    ("Jorun Veld", "said", "looking for somebody to blame", "asserts"),
    ("Veld", "neither confirm nor deny", "the director had been at a wedding", "doubts"),
    ("Hanne Ruud", "urged", "to open an inquiry", "demands"),
    ("the rescue service", "According to", "40 houses were flooded", "asserts"),
)


@pytest.fixture(scope="module")
def analyser():
    return load_analyser(AnalysisSettings())


def read(analyser, text):
    return analyser.read(Document(id="sha256:0", text=text))


def holding(reading, content):
    """Return the attributions whose content holds some words."""
    quote = reading.document.quote
    return [one for one in reading.attributions if content in quote(one.content)]


@pytest.mark.parametrize(("source", "cue", "content", "stance"), WHO_SAYS_WHAT)
def test_who_says_what(analyser, source, cue, content, stance):
    reading = read(analyser, REPORT)
    [one] = [one for one in holding(reading, content) if one.within is None]
    assert source in reading.document.quote(one.source)
    assert cue in reading.document.quote(one.cue)
    assert one.stance == stance


def test_what_nobody_is_cited_for_is_the_publishers_own(analyser):
    reading = read(analyser, REPORT)
    stated = [one.span.of(REPORT) for one in reading.statements]
    assert "Seven families are still without a roof." in stated
    assert not any("wedding" in words for words in stated)


def test_a_claim_within_a_claim_names_the_one_that_holds_it(analyser):
    text = (
        "The mayor said on Monday that a resident had told the police that the gates were "
        "open. He gave no name."
    )
    reading = read(analyser, text)
    numbers = {one.id: one for one in reading.attributions}
    [inner] = [one for one in reading.attributions if one.within]
    quote = reading.document.quote
    assert "resident" in quote(inner.source)
    assert "the gates were open" in quote(inner.content)
    assert "The mayor" in quote(numbers[inner.within].source)


@pytest.mark.parametrize(
    "kinds",
    [
        (damage.lowercased, damage.tokenized),
        (damage.without_quotation_marks,),
        (damage.on_one_line,),
        (damage.run_together,),
    ],
    ids=["lower-cased and tokenized", "no quotation marks", "on one line", "run together"],
)
def test_a_damaged_copy_reads_nearly_as_well(analyser, kinds):
    clean = [quotation(one) for one in read(analyser, REPORT).attributions if one.within is None]
    copy = damage.damaged(Article("report", REPORT, tuple(clean)), kinds, random.Random(1))
    found = [quotation(one) for one in read(analyser, copy.text).attributions]

    def is_found(marked: Quotation) -> bool:
        return any(
            jaccard(copy.text, marked.content, one.content) >= 0.5
            and jaccard(copy.text, marked.source, one.source) >= 0.5
            for one in found
        )

    assert sum(map(is_found, copy.quotations)) >= len(clean) - 2


def test_a_reading_does_not_depend_on_threads_or_on_what_is_read_before(analyser):
    first = read(analyser, REPORT)
    read(analyser, REPORT * 5)
    assert read(analyser, REPORT) == first
    assert read(load_analyser(AnalysisSettings(), threads=2), REPORT) == first


def test_no_statement_repeats_what_is_attributed(analyser):
    reading = read(analyser, REPORT * 3)
    attributed = [span for one in reading.attributions for span in one.content]
    for statement in reading.statements:
        assert not any(statement.span.overlaps(span) for span in attributed)


@pytest.mark.parametrize("text", ["", " \n\t", "…", "a", "“", "\ud800", "said " * 3000, "\0" * 50])
def test_any_text_is_read(analyser, text):
    reading = read(analyser, text)
    assert all(0 <= one.span.start < one.span.end <= len(text) for one in reading.statements)
