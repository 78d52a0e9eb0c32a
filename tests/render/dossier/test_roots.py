from dataclasses import replace
from itertools import pairwise

from rashomon.model.origins import Derivation, Origin, Origins
from rashomon.model.spans import Span
from rashomon.render.dossier.roots import roots_of
from rashomon.render.dossier.sources import sources_of
from rashomon.render.dossier.view import Links
from tests.render.dossier.made import ORIGINS, ident, view


def roots(origins=ORIGINS):
    made = view(origins=origins)
    return roots_of(origins, made.readings, sources_of(made, Links()))


def outlets(branches):
    return {one.source.outlet: outlets(one.branches) for one in branches}


def test_a_copy_hangs_below_what_it_comes_from_with_the_reason():
    wire = roots().trees[0]
    assert (wire.name, wire.kind, wire.count) == ("Osterby Wire", "agency", 2)
    assert outlets(wire.branches) == {"Tide": {"Gull": {}}}
    (reason,) = wire.branches[0].branches[0].reasons
    assert (reason.kind, reason.words, reason.score) == ("copy", "95 % of it", "95%")


def test_a_passage_from_elsewhere_is_quoted_with_its_root():
    heron = next(one for one in roots().trees if one.id == "o2")
    (reason,) = heron.branches[0].reasons
    assert reason.quote == "A gas leak tore the mill apart"
    assert reason.root == "o4"
    assert [one.name for one in roots().cited] == ["Swan"]


def test_what_shares_with_no_other_is_listed():
    assert [one.outlet for one in roots().alone] == ["Plover"]


def test_words_that_several_quote_are_listed_once_with_all_who_do():
    said = tuple(
        Derivation(ident(one), Span(0, 9), None, None, "o5", "statement", 0.9, "the same words")
        for one in ("Tide", "Gull")
    )
    quoted = Origin("o5", "statement", "Mayor Rask", None, ())
    origins = Origins((*ORIGINS.origins, quoted), (*ORIGINS.derivations, *said))
    (shared,) = roots(origins).shared
    assert shared.speaker == "Mayor Rask"
    assert [one.outlet for one in shared.sources] == ["Tide", "Gull"]


def test_documents_that_copy_each_other_are_not_lost():
    there = replace(ORIGINS.derivations[1], document=ident("Tide"), parent=ident("Gull"))
    origins = replace(ORIGINS, derivations=(there, ORIGINS.derivations[1]))
    assert set(outlets(roots(origins).trees[0].branches)) == {"Tide", "Gull"}


def test_a_chain_of_a_thousand_copies_is_shown():
    made = view()
    names = [f"sha256:{one:064x}" for one in range(1000)]
    edges = tuple(
        Derivation(one, None, before, None, "o1", "copy", 1.0, "the same")
        for before, one in pairwise(names)
    )
    origins = Origins((Origin("o1", "document", "Tide", names[0], tuple(names)),), edges)
    first = next(iter(sources_of(made, Links()).values()))
    sources = {one: replace(first, document=one) for one in names}
    readings = dict.fromkeys(names, next(iter(made.readings.values())))
    (tree,) = roots_of(origins, readings, sources).trees
    depth, branches = 0, tree.branches
    while branches:
        depth, branches = depth + 1, branches[0].branches
    assert depth == 1000
