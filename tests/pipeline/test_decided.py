"""Comparisons with what people decided of parties and of how claims relate."""

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from rashomon.compare.claims.ruled import RelationRuling
from rashomon.compare.decided import Decided
from rashomon.model.incidents import Incident, IncidentDocument, IncidentTime
from rashomon.model.origins import Origin, Origins
from rashomon.model.rulings import Ruling
from rashomon.model.spans import Span
from rashomon.pipeline.comparing import Accounts
from rashomon.pipeline.resources import load_comparer
from rashomon.pipeline.verifying import check_cells
from rashomon.render.case.comparison_record import comparison_record
from rashomon.render.schemas import schema
from tests.compare.accounts import event, harmed, party, reading, said
from tests.pipeline.drawn import drawn_accounts

COMPARER = load_comparer(is_relating=False)
FORMAT = Draft202012Validator(schema("comparison"))
NAMES = ("Marn", "Halk", "Officials", "The Osterby Monitor", "Mayor Quill", "Tide", "Estmark")
PAIRS = st.builds(
    Ruling, st.sampled_from(NAMES), st.sampled_from(NAMES), st.booleans(), st.sampled_from("xy")
)


def account(number, source, toll, killed, *, kind="monitor", day="2023-05-11", **more):
    text = f"{toll}, {source} said."
    made = reading(
        text,
        attributions=(said(text, 1, source, "said", toll, party="p1"),),
        parties=(party(1, source, kind, **more),),
        events=(event(text, 1, toll, casualties=(harmed(text, toll, killed, killed),)),),
        publisher=f"Paper {number}",
    )
    document = replace(made.document, id=f"sha256:{number}", published=day)
    return replace(made, document=document)


def accounts(*readings, **decided):
    by_id = {one.document.id: one for one in readings}
    documents = tuple(IncidentDocument(one, "main", ("e1",)) for one in by_id)
    nowhen = IncidentTime(None, None, None)
    incident = Incident("i1", "The mill", "attack", nowhen, None, (), documents, ())
    roots = tuple(Origin(f"o {one}", "document", one, one, (one,)) for one in by_id)
    return Accounts(incident, by_id, Origins(roots, ()), Decided(**decided))


NINE = account(1, "the Halk Watch", "Nine people died", 9)
THREE = account(2, "Mayor Quill", "Three people died", 3)
FOUR = account(3, "residents", "Four people died", 4, kind="unnamed")


def killed(given):
    """Return the point of who was killed, of accounts."""
    return next(one for one in given.compared(COMPARER).points if one.kind == "killed")


def one_party(name, other):
    return Ruling(name, other, is_one=True, reviewer="Oro Brinn")


def related(relation, first=NINE, second=THREE):
    return RelationRuling(
        *(first.document.id, Span(0, 10)), *(second.document.id, Span(0, 12)), relation, "Oro Brinn"
    )


def test_two_parties_that_are_one_do_not_contradict_each_other():
    assert killed(accounts(NINE, THREE)).is_contested
    given = accounts(NINE, THREE, parties=(one_party("the Halk Watch", "Mayor Quill"),))
    point = killed(given)
    assert not point.is_contested
    held = [one for position in point.positions for one in position.held_by]
    assert {(one.party, one.named_by) for one in held} == {("the Halk Watch", "Oro Brinn")}
    [toll] = given.compared(COMPARER).tolls
    assert [(one.party, one.lowest, one.highest) for one in toll.parties] == [
        ("the Halk Watch", 3, 9)
    ]


def test_words_that_name_nobody_are_who_people_say():
    again = replace(FOUR, document=replace(FOUR.document, id="sha256:4"))

    def holders(**decided):
        return {one.holder for one in killed(accounts(FOUR, again, **decided)).positions[0].held_by}

    assert len(holders()) == 2
    assert holders(parties=(one_party("Osterby residents", "residents"),)) == {"Osterby residents"}


def test_a_party_that_is_one_with_one_that_answers_is_not_silent():
    quiet = account(5, "Calder council", "A mill fell", 0)
    quiet = replace(quiet, events=(replace(quiet.events[0], casualties=()),))
    assert killed(accounts(NINE, quiet)).silent == ("Calder council",)
    merged = accounts(NINE, quiet, parties=(one_party("Calder council", "the Halk Watch"),))
    assert killed(merged).silent == ()


@pytest.mark.parametrize("relation", ["neutral", "entails"])
def test_claims_that_do_not_contradict_each_other_are_no_contest(relation):
    point = killed(accounts(NINE, THREE, relations=(related(relation),)))
    assert not point.is_contested
    assert point.reviewer == "Oro Brinn"


def test_what_others_differ_in_stays_contested():
    other = account(6, "the Tarn Court", "Three people died", 3)
    point = killed(accounts(NINE, THREE, other, relations=(related("neutral"),)))
    assert point.is_contested
    assert point.reviewer is None


def test_a_grade_follows_what_people_decide_of_claims():
    def rivals(given):
        reasons = [one for position in killed(given).positions for one in position.grade.reasons]
        return [one for one in reasons if "cannot be true with it" in one]

    assert rivals(accounts(NINE, THREE))
    assert not rivals(accounts(NINE, THREE, relations=(related("neutral"),)))


def test_claims_that_contradict_each_other_make_their_point_contested():
    more = account(2, "Mayor Quill", "Nine people died", 9, day="2023-05-12")
    wide = replace(
        more,
        events=(
            replace(more.events[0], casualties=(harmed(more.document.text, "Nine", 5, None),)),
        ),
    )
    assert not killed(accounts(NINE, wide)).is_contested
    ruled = accounts(NINE, wide, relations=(related("contradicts", second=wide),))
    assert killed(ruled).is_contested
    assert [one.kind for one in ruled.compared(COMPARER).points].count("other") == 0


def test_what_people_see_to_contradict_where_no_point_asks_is_a_point_of_its_own():
    same = account(2, "Mayor Quill", "Nine people died", 9)
    given = accounts(NINE, same, relations=(related("contradicts", second=same),))
    comparison = given.compared(COMPARER)
    [relation] = comparison.relations
    assert (relation.by, relation.reviewer) == ("reviewer", "Oro Brinn")
    [free] = [one for one in comparison.points if one.kind == "other"]
    assert free.is_contested
    assert {one.party for each in free.positions for one in each.held_by} == {
        "the Halk Watch",
        "Mayor Quill",
    }


def test_words_in_the_documents_own_voice_are_related_too():
    own = replace(NINE, attributions=(), parties=())
    given = accounts(own, THREE, relations=(related("entails", first=own),))
    [relation] = given.compared(COMPARER).relations
    assert relation.relation == "entails"
    assert relation.first.party == "Paper 1"


def test_what_is_decided_of_documents_that_are_not_there_changes_nothing():
    gone = account(9, "the Tarn Court", "Three people died", 3)
    nowhere = replace(related("neutral"), span=Span(7, 9_000))
    ruled = accounts(NINE, THREE, relations=(related("neutral", second=gone), nowhere))
    assert ruled.compared(COMPARER) == accounts(NINE, THREE).compared(COMPARER)


@given(drawn_accounts(), st.lists(PAIRS, max_size=5))
@settings(max_examples=40, deadline=None)
def test_whatever_is_decided_of_parties_every_cell_rests_on_words(given_accounts, rulings):
    ruled = replace(given_accounts, decided=Decided(parties=tuple(rulings)))
    assert check_cells(ruled.compared(COMPARER), ruled).breaks == ()


@given(drawn_accounts(), st.data())
@settings(max_examples=40, deadline=None)
def test_the_order_of_merges_does_not_matter(given_accounts, data):
    pairs = data.draw(st.lists(PAIRS, max_size=5, unique_by=lambda one: one.pair))
    again = data.draw(st.permutations(pairs))
    one, other = (
        replace(given_accounts, decided=Decided(parties=tuple(some))).compared(COMPARER)
        for some in (pairs, again)
    )
    assert one == other


@given(drawn_accounts(), st.data())
@settings(max_examples=40, deadline=None)
def test_whatever_is_decided_of_claims_every_cell_rests_on_words(given_accounts, data):
    ids = st.sampled_from([*given_accounts.readings, "sha256:gone"])
    spans = st.builds(Span, st.integers(-1, 60), st.integers(0, 90))
    relations = st.sampled_from(("entails", "contradicts", "neutral"))
    rulings = data.draw(
        st.lists(
            st.builds(RelationRuling, ids, spans, ids, spans, relations, st.just("x")), max_size=4
        )
    )
    ruled = replace(given_accounts, decided=Decided(relations=tuple(rulings)))
    assert check_cells(ruled.compared(COMPARER), ruled).breaks == ()


@given(drawn_accounts(), st.lists(PAIRS, max_size=3), st.data())
@settings(max_examples=30, deadline=None)
def test_comparisons_with_decisions_are_in_the_public_format(given_accounts, pairs, data):
    ids, spans = st.sampled_from([*given_accounts.readings]), st.sampled_from((Span(0, 40),))
    relations = st.sampled_from(("entails", "contradicts", "neutral"))
    rulings = st.builds(RelationRuling, ids, spans, ids, spans, relations, st.just("Oro"))
    decided = Decided(parties=tuple(pairs), relations=tuple(data.draw(st.lists(rulings))))
    ruled = replace(given_accounts, decided=decided)
    record = comparison_record(ruled.compared(COMPARER), ruled.documents)
    FORMAT.validate(json.loads(json.dumps(record)))
