"""Origins with what people decided of the roots of documents."""

from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.model.rulings import Ruling
from rashomon.model.spans import Span
from tests.linking.origins.conftest import LEAVES, OTHER, Case, reading

REPORT = " ".join(LEAVES)
UNLIKE = " ".join(OTHER)
ROOT = reading(REPORT, "The Brinn Herald", "2021-03-05")
COPY = reading(REPORT, "Tarn Courier", "2021-03-06")
CUT = reading(" ".join(LEAVES[:5]), "Weir Post", "2021-03-07")
OWN = reading(UNLIKE, "Orle Gazette", "2021-03-08")
HOST = reading(" ".join((*OTHER, LEAVES[3], LEAVES[4])), "Lakes Daily", "2021-03-09")
WIRED = reading(f"TARN (Reuters) - {UNLIKE}", "Sarn Mirror", "2021-03-10")


def same(one, other):
    return Ruling(one.document.id, other.document.id, is_one=True, reviewer="Mira Tal")


def apart(one, other):
    return Ruling(one.document.id, other.document.id, is_one=False, reviewer="Mira Tal")


def test_documents_said_to_share_a_root_do():
    traced = Case(ROOT, OWN, rulings=[same(OWN, ROOT)])
    assert traced.groups() == {frozenset({0, 1})}
    [why] = traced.derivations("decision")
    assert why.document == OWN.document.id
    assert why.score == 1
    assert why.reason == (
        "Mira Tal decided that Orle Gazette, 2021-03-08 and The Brinn Herald, 2021-03-05 come from "
        "one root"
    )


def test_what_comes_from_one_comes_from_the_root_of_both():
    traced = Case(ROOT, COPY, OWN, rulings=[same(OWN, COPY)])
    assert traced.groups() == {frozenset({0, 1, 2})}
    assert [one.document for one in traced.derivations("copy")] == [COPY.document.id]


def test_an_agency_stays_the_root_of_what_shares_it():
    traced = Case(ROOT, WIRED, rulings=[same(ROOT, WIRED)])
    [origin] = traced.origins.origins
    assert (origin.kind, origin.name) == ("agency", "Reuters")


def test_a_copy_said_to_be_independent_is_a_root_of_its_own_as_a_whole_and_in_part():
    traced = Case(ROOT, COPY, rulings=[apart(COPY, ROOT)])
    assert traced.groups() == {frozenset({0}), frozenset({1})}
    assert traced.origins.derivations == ()
    whole, part = (
        traced.origins.of(COPY.document.id, span) for span in (None, Span(0, len(REPORT) // 2))
    )
    assert whole == part


def test_what_was_copied_from_an_independent_document_goes_with_it():
    traced = Case(ROOT, COPY, CUT, rulings=[apart(COPY, ROOT), same(CUT, COPY)])
    assert traced.groups() == {frozenset({0}), frozenset({1, 2})}


def test_a_passage_of_an_independent_document_is_none():
    assert len(Case(ROOT, HOST).derivations("passage")) == 1
    assert Case(ROOT, HOST, rulings=[apart(ROOT, HOST)]).origins.derivations == ()


def test_of_decisions_that_cannot_all_hold_those_that_keep_apart_do():
    rulings = [same(ROOT, OWN), same(OWN, WIRED), apart(ROOT, WIRED)]
    origin = Case(ROOT, OWN, WIRED, rulings=rulings).origins.by_document()
    assert origin[ROOT.document.id] != origin[WIRED.document.id]


def test_what_is_decided_of_documents_that_are_not_there_changes_nothing():
    assert Case(ROOT, COPY, rulings=[apart(COPY, OWN)]).origins == Case(ROOT, COPY).origins


def test_one_house_without_its_second_document_is_no_reason():
    both = [reading(REPORT, "Tarn Courier", "2021-03-06"), reading(UNLIKE, "Tarn Courier")]
    assert len(Case(*both, stories="i1").derivations("publisher")) == 2
    assert Case(*both, stories="i1", rulings=[apart(*both)]).origins.derivations == ()


ALL = (ROOT, COPY, CUT, OWN, HOST, WIRED)
RULINGS = st.builds(
    lambda one, other, is_one: Ruling(one.document.id, other.document.id, is_one, "x"),
    st.sampled_from(ALL),
    st.sampled_from(ALL),
    st.booleans(),
)


@given(st.data())
@settings(max_examples=40, deadline=None)
def test_whatever_is_decided_the_origins_are_a_tree_that_does_not_depend_on_the_order(data):
    rulings = data.draw(st.lists(RULINGS, max_size=6, unique_by=lambda one: one.pair))
    origins = Case(*ALL, rulings=rulings).origins
    assert Case(*ALL, rulings=data.draw(st.permutations(rulings))).origins == origins
    assert sorted(each for one in origins.origins for each in one.documents) == sorted(
        one.document.id for one in ALL
    )
    names = {one.id for one in origins.origins}
    root = origins.by_document()
    whole = [one for one in origins.derivations if one.span is None]
    assert len({one.document for one in whole}) == len(whole)
    for one in origins.derivations:
        assert one.root in names
        if one.span is None:
            assert one.root == root[one.document]
            assert one.parent is None or root[one.parent] == one.root
    for one in rulings:
        if not one.is_one and one.first != one.second:
            assert root[one.first] != root[one.second]
