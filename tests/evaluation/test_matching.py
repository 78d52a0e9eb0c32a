"""The definitions of the figures, each on cases that are counted by hand."""

import pytest

from evaluation.matching import (
    Asymmetric,
    ExactSpans,
    Quotation,
    Symmetric,
    jaccard,
    matched_all,
)
from rashomon.model.spans import Span

TEXT = "Ana said the dam had burst, and Ilo denied that anybody was told."


def spans(*parts):
    return tuple(Span(TEXT.index(part), TEXT.index(part) + len(part)) for part in parts)


def said(source="Ana", cue="said", content="the dam had burst"):
    return Quotation(spans(source) if source else (), spans(cue), spans(content))


DENIED = Quotation(spans("Ilo"), spans("denied"), spans("that anybody was told"))


def symmetric(marked, found):
    figures = Symmetric()
    figures.add(TEXT, marked, found)
    return figures


def test_the_same_attributions_match_wholly():
    figures = symmetric([said(), DENIED], [DENIED, said()])
    assert [figures.half[name].f1 for name in ("source", "cue", "content", "all")] == [1, 1, 1, 1]
    assert figures.exact["all"].f1 == 1


def test_half_of_the_words_are_enough_for_a_match_but_not_for_an_exact_one():
    figures = symmetric([said()], [said(content="had burst")])
    assert (figures.half["content"].right, figures.exact["content"].right) == (1, 0)
    assert (figures.half["all"].right, figures.exact["all"].right) == (1, 0)


def test_less_than_half_is_no_match():
    figures = symmetric([said()], [said(content="burst")])
    assert figures.half["content"].right == figures.half["all"].right == 0
    assert figures.words["content"].precision == 1
    assert figures.words["content"].recall == 0.25


def test_a_wrong_source_spoils_the_attribution_and_nothing_else():
    figures = symmetric([said()], [said(source="Ilo")])
    assert [figures.half[name].f1 for name in ("source", "cue", "content", "all")] == [0, 1, 1, 0]


def test_attributions_without_a_source_match_where_both_lack_it():
    nobody = said(source="")
    assert symmetric([nobody], [nobody]).half["all"].f1 == 1
    assert symmetric([nobody], [said()]).half["all"].f1 == 0
    assert symmetric([nobody], [nobody]).half["source"].marked == 0


def test_one_found_attribution_matches_one_marked_at_most():
    figures = symmetric([said()], [said(), said()])
    assert (figures.half["all"].right, figures.half["all"].found) == (1, 2)
    assert figures.half["all"].f1 == pytest.approx(2 / 3)


def test_the_better_pair_is_matched_first():
    part = said(content="had burst")
    assert matched_all(TEXT, [said()], [part, said()]) == {1: 0}


def test_exact_spans_ask_for_all_spans_and_overlapping_cues():
    figures = ExactSpans()
    figures.add([said()], [said(cue="said", content="the dam had")])
    assert figures.counts["cue"].right == figures.counts["source"].right == 1
    assert figures.counts["content"].right == figures.counts["all"].right == 0


@pytest.mark.parametrize(("threshold", "right"), [(0.3, 1), (0.8, 0)])
def test_asymmetric_overlap_is_the_share_of_the_marked_characters(threshold, right):
    figures = Asymmetric(threshold)
    figures.add([said()], [said(content="the dam had")])
    assert (figures.quotes.right, figures.speakers.right) == (right, right)


def test_asymmetric_overlap_forgives_what_is_found_beside():
    figures = Asymmetric(0.8)
    figures.add([said()], [said(content="said the dam had burst, and Ilo denied")])
    assert figures.quotes.right == 1


def test_jaccard_counts_words_and_punctuation_marks():
    assert jaccard(TEXT, spans("dam had burst,"), spans("burst, and")) == 2 / 5
