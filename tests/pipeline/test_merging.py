"""Putting parties, origins and incidents together, and taking them apart, in a case."""

import json

import pytest

from rashomon.model.document import Document, identity
from rashomon.model.errors import CaseError, SettingsError, UnknownItemError
from rashomon.model.spans import Span
from rashomon.model.tasks import Words
from rashomon.pipeline.adding import fill, load_preparer
from rashomon.pipeline.claims import relate_claims
from rashomon.pipeline.comparing import accounts_of
from rashomon.pipeline.linking import link_with, load_linkers
from rashomon.pipeline.merging import (
    merge_incidents,
    merge_origins,
    merge_parties,
    names_of_party,
    one_act,
    part_origins,
    part_parties,
    split_incident,
    take_back,
)
from rashomon.pipeline.resources import load_comparer
from rashomon.render.case.comparison_record import comparison_record
from rashomon.review.rulings import contrary
from rashomon.settings import Settings
from rashomon.store import open_case

REPORTS = {
    "Tide": "At least 11 people were killed when shells hit the grain market in Osterby on "
    "Friday, Mayor Teodor Quill said. The market hall burned down before noon.",
    "Gull": "Shells struck the grain market of Osterby on Friday and killed 12 people, according "
    "to Mayor Teodor Quill. Smoke rose from the market hall for hours.",
    "Herald": "Shells struck the grain market of Osterby on Friday and killed 12 people, according "
    "to Mayor Teodor Quill. Smoke rose from the market hall for hours. Rain fell.",
    "Heron": "The Lakes Ministry said that nine soldiers were killed in a clash at Brinn on "
    "Friday.",
}
ONE = {"reviewer": "Oro Brinn"}
COMPARER = load_comparer(is_relating=False)
LINKERS = load_linkers(Settings().linking)


@pytest.fixture(scope="module")
def prepared():
    prepare = load_preparer(Settings(), 1)

    def entry_of(publisher, text):
        [entry] = prepare(
            Document(
                identity(text.encode()),
                text,
                publisher=publisher,
                url=f"https://{publisher.lower()}.example/market",
                published="2023-05-13",
            )
        )
        return entry

    return entry_of


@pytest.fixture(scope="module")
def entries(prepared):
    return [prepared(publisher, text) for publisher, text in REPORTS.items()]


@pytest.fixture
def case(entries, tmp_path):
    with open_case(str(tmp_path / "market.case"), create=True) as made:
        list(fill(made, entries))
        link_with(made, LINKERS)
        yield made


@pytest.fixture
def ids(case):
    return {row.publisher: row.id for row in case.documents()}


def mains(case):
    """Return the documents of each incident that any is about, by publisher."""
    link_with(case, LINKERS)
    names = {row.id: row.publisher for row in case.documents()}
    about = [
        {names[each.document] for each in one.documents if each.role == "main"}
        for one in case.incidents()
    ]
    return [one for one in about if one]


def shown(case):
    """Return all comparisons of a case as programs get them."""
    link_with(case, LINKERS)
    found = []
    for one in case.incidents():
        accounts = accounts_of(case, one.id)
        found.append(comparison_record(accounts.compared(COMPARER), accounts.documents))
    return json.dumps(found, sort_keys=True)


def compared(case):
    link_with(case, LINKERS)
    return accounts_of(case, "i1").compared(COMPARER)


APART = [{"Tide", "Gull", "Herald"}, {"Heron"}]


def test_two_incidents_are_one_until_it_is_undone(case):
    before = shown(case)
    assert mains(case) == APART
    numbers = merge_incidents(case, "i1", "i2", **ONE)
    assert len(numbers) == len(REPORTS) - 1
    assert mains(case) == [set(REPORTS)]
    assert shown(case) != before
    assert take_back(case, numbers[1], reviewer="Mira Tal") == numbers
    assert shown(case) == before


def test_documents_of_an_incident_are_one_of_their_own_until_it_is_undone(case, ids):
    before = shown(case)
    numbers = split_incident(case, "i1", [ids["Gull"], ids["Herald"][:20]], **ONE)
    assert sorted(map(sorted, mains(case))) == [["Gull", "Herald"], ["Heron"], ["Tide"]]
    take_back(case, numbers[0], **ONE)
    assert shown(case) == before


def test_what_is_decided_of_an_article_holds_for_its_next_version(case, prepared):
    merge_incidents(case, "i1", "i2", **ONE)
    assert mains(case) == [set(REPORTS)]
    case.add([prepared("Heron", f"{REPORTS['Heron']} Eight were named.")])
    assert mains(case) == [set(REPORTS)]


def test_a_later_merge_holds_against_an_earlier_split(case, ids):
    split_incident(case, "i1", [ids["Tide"]], **ONE)
    one, other = (
        each.id for each in linked_incidents(case) if {"Tide", "Gull"} & publishers(case, each)
    )
    merge_incidents(case, one, other, **ONE)
    assert mains(case) == APART
    assert contrary(case.decisions()) == ()


def test_a_later_split_holds_against_an_earlier_merge(case, ids):
    merge_incidents(case, "i1", "i2", **ONE)
    link_with(case, LINKERS)
    split_incident(case, "i1", [ids["Heron"]], **ONE)
    assert mains(case) == APART


def test_a_split_holds_where_a_document_is_bound_to_others_by_way_of_one(case, ids):
    merge_incidents(case, "i1", "i2", **ONE)
    link_with(case, LINKERS)
    split_incident(case, "i1", [ids["Heron"], ids["Tide"]], **ONE)
    assert sorted(map(sorted, mains(case))) == [["Gull", "Herald"], ["Heron", "Tide"]]


def linked_incidents(case):
    link_with(case, LINKERS)
    return case.incidents()


def publishers(case, incident):
    names = {row.id: row.publisher for row in case.documents()}
    return {names[one.document] for one in incident.documents if one.role == "main"}


def test_two_people_who_decide_otherwise_are_a_conflict(case, ids):
    merge_incidents(case, "i1", "i2", **ONE)
    link_with(case, LINKERS)
    split_incident(case, "i1", [ids["Heron"]], reviewer="Mira Tal")
    assert contrary(case.decisions())


def test_parties_are_one_until_it_is_undone(case):
    before = shown(case)
    numbers = merge_parties(case, "Mayor Teodor Quill", ["Lakes Ministry", "Tide"], **ONE)
    assert len(numbers) == 2
    assert names_of_party(compared(case), "Mayor Teodor Quill") == ("Mayor Teodor Quill", "Tide")
    assert one_act(case, numbers[0]) == numbers
    take_back(case, numbers[0], **ONE)
    assert one_act(case, numbers[0]) == ()
    assert shown(case) == before


def test_documents_said_to_be_independent_count_twice_and_the_grade_follows(case, ids):
    before, record = compared(case), shown(case)
    numbers = part_origins(case, ids["Gull"], ids["Herald"], **ONE)
    after = compared(case)
    assert after.independent_origins == before.independent_origins + 1

    def twelve(comparison):
        positions = [each for one in comparison.points for each in one.positions]
        return next(one for one in positions if one.label == "12")

    assert len(twelve(after).origins) == len(twelve(before).origins) + 1
    assert twelve(after).grade != twelve(before).grade
    take_back(case, numbers[0], **ONE)
    assert shown(case) == record


def test_documents_said_to_share_a_root_count_once(case, ids):
    before, record = compared(case), shown(case)
    numbers = merge_origins(case, [ids["Tide"], ids["Gull"], ids["Herald"]], **ONE)
    assert compared(case).independent_origins == before.independent_origins - 1
    take_back(case, numbers[1], **ONE)
    assert shown(case) == record


def test_a_name_and_a_document_are_taken_apart_from_several_in_one_act(case, ids):
    names = part_parties(case, "Mayor Teodor Quill", "Lakes Ministry", "Tide", **ONE)
    origins = part_origins(case, ids["Gull"], ids["Herald"], ids["Tide"], **ONE)
    assert [len(one) for one in (names, origins)] == [2, 2]
    for numbers in (names, origins):
        assert take_back(case, numbers[0], **ONE) == numbers


def test_how_claims_relate_is_kept_with_their_words(case, ids):
    before = shown(case)
    first, second = Words(ids["Tide"], Span(0, 30)), Words(ids["Gull"], Span(0, 40))
    [number] = relate_claims(case, first, second, "neutral", note="same day", **ONE)
    assert compared(case).relations == ()
    [kept] = case.decisions()
    assert kept.decision.value == {
        "with": ids["Gull"],
        "with_span": "0-40",
        "relation": "neutral",
    }
    take_back(case, number, **ONE)
    assert shown(case) == before


def test_what_cannot_be_meant_is_refused_and_nothing_is_kept(case, ids):
    tide, gull = ids["Tide"], ids["Gull"]
    passing = [one.id for one in case.incidents() if not publishers(case, one)]
    words = Words(tide, Span(0, 9))
    at = case.document(gull).text.index(". ")
    blank = Words(gull, Span(at, at + 2))
    for refused, error in (
        (lambda: merge_incidents(case, "i1", "1", **ONE), SettingsError),
        (lambda: merge_incidents(case, "i1", "", **ONE), UnknownItemError),
        (lambda: merge_incidents(case, "i1", "i99", **ONE), UnknownItemError),
        (lambda: merge_incidents(case, "i1", "i2", reviewer=" "), SettingsError),
        (lambda: split_incident(case, "i1", [], **ONE), SettingsError),
        (lambda: split_incident(case, "i1", [ids["Heron"]], **ONE), SettingsError),
        (lambda: split_incident(case, "i1", [tide, gull, ids["Herald"]], **ONE), SettingsError),
        (lambda: split_incident(case, "i1", ["sha256:zz"], **ONE), UnknownItemError),
        (lambda: merge_parties(case, "Quill", ["Quill "], **ONE), SettingsError),
        (lambda: merge_parties(case, "", ["Quill"], **ONE), SettingsError),
        (lambda: part_parties(case, "Quill", "Quill", **ONE), SettingsError),
        (lambda: part_parties(case, "Activists", "the activists", **ONE), SettingsError),
        (lambda: merge_parties(case, "Quill", ["the Quill"], **ONE), SettingsError),
        (lambda: merge_parties(case, "Quill", ["unnamed"], **ONE), SettingsError),
        (lambda: merge_origins(case, [tide, tide[:15]], **ONE), SettingsError),
        (lambda: part_parties(case, "Quill", "Brinn", "Quill ", **ONE), SettingsError),
        (lambda: part_origins(case, tide, tide, **ONE), SettingsError),
        (lambda: part_origins(case, tide, gull, tide, **ONE), SettingsError),
        (lambda: relate_claims(case, words, words, "neutral", **ONE), SettingsError),
        (lambda: relate_claims(case, words, Words(gull), "neutral", **ONE), SettingsError),
        (
            lambda: relate_claims(case, words, Words(gull, Span(0, 9_999)), "neutral", **ONE),
            CaseError,
        ),
        (lambda: relate_claims(case, words, blank, "contradicts", **ONE), SettingsError),
        (lambda: relate_claims(case, blank, words, "contradicts", **ONE), SettingsError),
        (lambda: take_back(case, 1, **ONE), UnknownItemError),
        *(
            (lambda one=one: merge_incidents(case, "i1", one, **ONE), SettingsError)
            for one in passing
        ),
    ):
        with pytest.raises(error):
            refused()
    assert list(case.decisions()) == []


def test_an_act_is_undone_once(case):
    numbers = merge_incidents(case, "i1", "i2", **ONE)
    take_back(case, numbers[0], **ONE)
    with pytest.raises(CaseError):
        take_back(case, numbers[0], **ONE)
