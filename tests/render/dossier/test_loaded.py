from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from rashomon.model.reading import Statement
from rashomon.model.spans import Span
from rashomon.render.dossier.loaded import Loaded
from rashomon.render.dossier.sources import sources_of
from rashomon.render.dossier.view import Links
from tests.render.case.accounts import TEXTS
from tests.render.dossier.made import ident, reading, span_in, view


def telling(*words, readings=None, paper="Tide"):
    """Return which of some words of a paper are shown as loaded."""
    made = view(readings=readings) if readings else view()
    loaded = Loaded(made, sources_of(made, Links()))
    spans = tuple(span_in(paper, one) for one in words)
    return [one.of(TEXTS[paper]) for one in loaded.telling(ident(paper), spans)]


def test_a_word_of_one_outlet_is_shown():
    assert telling("savage") == ["savage"]


def test_names_scraps_and_words_that_only_pass_on_are_not():
    assert telling("Osterby", "9", "at", ",", "said") == []


def test_what_accounts_are_asked_about_colours_none():
    assert telling("gas leak", "army", paper="Heron") == ["army"]


def test_a_name_with_a_loaded_word_beside_it_is_shown():
    assert telling("The savage raid") == ["The savage raid"]


def test_what_several_outlets_call_it_colours_none():
    whole = {
        ident(paper): replace(
            reading(paper), statements=(Statement("s1", Span(0, len(text)), False, ()),)
        )
        for paper, text in TEXTS.items()
    }
    assert telling("mill", "savage", readings=whole) == ["savage"]


@given(st.text(max_size=200))
def test_any_words_are_told_or_not(text):
    heron = reading("Heron")
    odd = replace(heron, document=replace(heron.document, text=text))
    made = view(readings={**view().readings, ident("Heron"): odd})
    loaded = Loaded(made, sources_of(made, Links()))
    whole = (Span(0, len(text)),)
    assert loaded.telling(ident("Heron"), whole) in ((), whole)
