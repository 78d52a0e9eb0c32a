"""Any text gives a result, with spans that resolve and counts that are ranges."""

import string
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.analysis.casualties import find_harms, total
from rashomon.analysis.mentions import Mention
from rashomon.model.spans import Span
from tests.analysis.casualties.reading import TABLE

LIMIT = 10_000_000_000
"""More than this is no count of people."""

WORDS = [
    "killed",
    "wounded",
    "dead",
    "died",
    "shot",
    "people",
    "men",
    "children",
    "soldiers",
    "12",
    "dozens",
    "at",
    "least",
    "of",
    "them",
    "the",
    "a",
    "and",
    ",",
    ".",
    "(",
    ")",
    "were",
    "was",
    "who",
    "including",
    "among",
    "toll",
    "to",
    "no",
    "one",
    "between",
    "3,000",
    "million",
    "not",
    "could",
    "15",
    "-",
    "year",
    "old",
    "bodies",
    "Anna",
    "Brandt",
    "'s",
    "himself",
    "both",
    "or",
    "without",
    "wounding",
    "custody",
    "in",
    "fled",
    "twenty",
    "hundred",
    "point",
    "half",
    "thirds",
    "1,2",
    "1.234",
    "12k",
    "½",
    "٥٨",
    "\u200f",
]
SENTENCES = st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join)
ANY = st.text(max_size=200) | SENTENCES


def check(text, found):
    for one in found:
        casualties = one.casualties
        assert casualties.span.holds(one.cue)
        assert casualties.span.holds(one.people)
        assert 0 <= casualties.span.start < casualties.span.end <= len(text)
        assert 0 <= casualties.min <= LIMIT * 100
        assert casualties.max is None or casualties.min <= casualties.max
        assert not one.is_denied or (casualties.min, casualties.max) == (0, 0)


@settings(deadline=None)
@given(ANY)
def test_any_text(text):
    found = find_harms(text, [Span(0, len(text))], (), TABLE)
    check(text, found)
    for kind in ("killed", "injured", "detained", "displaced", "missing"):
        total(found, kind)


@settings(deadline=None)
@given(ANY, st.data())
def test_any_sentences_and_actors(text, data):
    cuts = st.lists(st.integers(0, len(text)), max_size=6).map(sorted)
    edges = data.draw(cuts)
    spans = [Span(a, b) for a, b in pairwise(edges) if a < b]
    labels = st.sampled_from(("person", "organisation"))
    actors = [Mention(data.draw(labels), span, 0.5) for span in spans]
    check(text, find_harms(text, spans, actors, TABLE))


@settings(deadline=None)
@given(SENTENCES)
def test_a_sentence_says_the_same_wherever_it_stands(text):
    before = "Nothing was said. "
    alone = find_harms(text, [Span(0, len(text))], (), TABLE)
    spans = [Span(0, len(before)), Span(len(before), len(before) + len(text))]
    beside = find_harms(before + text, spans, (), TABLE)
    assert [moved(one, 1, len(before)) for one in alone] == list(beside)


def moved(harm, sentences, characters):
    """Return a harm that stands so many sentences and characters later."""

    def later(span):
        return Span(span.start + characters, span.end + characters)

    return replace(
        harm,
        sentence=harm.sentence + sentences,
        cue=later(harm.cue),
        people=later(harm.people),
        casualties=replace(harm.casualties, span=later(harm.casualties.span)),
    )


@pytest.mark.parametrize(
    "text",
    [
        "\0killed\0 12 people",
        "\ud800 12 people were killed \udfff",
        "قُتل 12 شخصا 12 people were killed 💥💥",
        "12 people were killed " * 1_000,
        "12 " * 4_000 + "killed",
        "twenty " * 4_000 + "people were killed",
        "one-" * 4_000 + "one people were killed",
        "1,2" * 4_000 + " people were killed",
        "half a " * 4_000 + "million people were killed",
        "one in " * 4_000 + "ten people were killed",
        "million, " * 4_000 + "people were killed",
        "1\u200f" * 4_000 + " people were killed",
        "5\ufe0f\u20e3" * 4_000 + " people were killed",
        "killed 12 of",
        "killed " + "12 of the " * 4_000,
        "killed " + "12 of 12 people " * 4_000,
        "killed at least",
        "killed " * 4_000,
        "people, " * 4_000 + "were killed",
        "people and " * 4_000 + "were killed",
        "who " * 2_000 + "were killed",
        "9" * 40_000 + " people were killed",
        "9," * 4_000 + " people were killed",
        "a" * 40_000 + " killed 12 people",
        "one hundred " * 2_000 + "people were killed",
        "Anna " * 4_000 + "was killed",
        "in the in the " * 2_000 + "killed",
        "12 people were killed, three of them children " * 1_000,
        "killed and " * 2_000 + "12 people",
        string.punctuation * 1_000 + "killed",
    ],
    ids=lambda text: text[:12].encode("ascii", "replace").decode(),
)
def test_hostile_texts(text):
    check(text, find_harms(text, [Span(0, len(text))], (), TABLE))
