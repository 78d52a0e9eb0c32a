"""Articles whose bytes changed at the same address."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.model.case import Query
from rashomon.store import open_case

from .making import entry

URL = "https://lakes.example/flood"
OTHER_URL = "http://www.lakes.example/flood/?utm_source=letter#top"
FIRST = entry("Flood at Orle.\nSeven families lost their roof.", url=URL)
SECOND = entry("Flood at Orle.\nNine families lost their roof.", url=OTHER_URL)


def ids(*entries):
    return [one.reading.document.id for one in entries]


def states(case):
    return {row.id: (row.version, row.versions, row.is_current) for row in case.documents()}


@pytest.mark.parametrize(
    "batches", [[[FIRST], [SECOND]], [[FIRST, SECOND]]], ids=["apart", "together"]
)
def test_other_bytes_at_the_same_address_are_the_next_version(case, batches):
    [first, second] = [one for batch in batches for one in case.add(batch)]
    assert (first.outcome, first.version, first.change) == ("new", 1, None)
    assert (second.outcome, second.version) == ("version", 2)
    text = SECOND.reading.document.text
    assert [span.of(text) for span in second.change.added] == ["Nine"]
    assert second.change.previous == first.document
    assert states(case) == {first.document: (1, 2, False), second.document: (2, 2, True)}


def test_the_current_version_is_the_one_obtained_last(case):
    older = entry("Flood feared at Orle.", url=URL, obtained_at="2021-05-01T08:00:00Z")
    newer = entry("Flood over at Orle.", url=URL, obtained_at="2022-05-01T08:00:00Z")
    middle = entry("Flood at Orle.", url=URL, obtained_at="2021-05-02T08:00:00Z")
    case.add([newer])
    [addition] = case.add([older])
    assert (addition.outcome, addition.version, addition.change) == ("version", 1, None)
    case.add([middle])
    assert [row.id for row in case.versions(newer.reading.document.id)] == ids(older, middle, newer)
    assert [row.is_current for row in case.versions(older.reading.document.id)] == [
        False,
        False,
        True,
    ]
    assert case.change(newer.reading.document.id).previous == middle.reading.document.id
    assert case.change(older.reading.document.id) is None
    assert case.verify().breaks == ()


def test_documents_without_an_address_have_no_versions(case):
    case.add([entry("One."), entry("Two."), entry("Three.", url="not an address")])
    assert set(states(case).values()) == {(1, 1, True)}


def test_what_is_no_longer_current_is_not_found_and_has_no_sketch(case):
    case.add([FIRST])
    assert len(case.search(Query("seven", what="documents"))) == 1
    case.add([SECOND])
    assert case.search(Query("seven", what="documents")) == ()
    assert len(case.search(Query("nine", what="documents"))) == 1
    assert [one for one, _ in case.sketches("origins")] == ids(SECOND)


def test_a_version_that_comes_late_is_not_found_and_the_current_one_still_is(case):
    case.add([entry("Flood over at Orle.", url=URL, obtained_at="2022-05-01T08:00:00Z")])
    case.add([entry("Flood feared at Orle.", url=URL, obtained_at="2021-05-01T08:00:00Z")])
    assert case.search(Query("feared", what="documents")) == ()
    assert len(case.search(Query("over", what="documents"))) == 1


def test_a_new_reading_of_an_old_version_is_not_found(case):
    case.add([FIRST, SECOND])
    case.read_again([FIRST])
    assert case.search(Query("seven", what="documents")) == ()
    assert case.verify().breaks == ()


def test_the_contents_are_the_same_whatever_the_order_of_adding(tmp_path, case):
    older = entry("Flood feared at Orle.", url=URL, obtained_at="2021-05-01T08:00:00Z")
    newer = entry("Flood over at Orle.", url=URL, obtained_at="2022-05-01T08:00:00Z")
    case.add([older, newer])
    with open_case(str(tmp_path / "other.case"), create=True) as other:
        other.add([newer])
        other.add([older])
        assert other.verify().digest == case.verify().digest
        other.add([entry("More.")])
        assert other.verify().digest != case.verify().digest


STATES = st.tuples(st.sampled_from("ab"), st.none() | st.integers(1, 3))


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(STATES, max_size=3), max_size=4))
def test_whatever_comes_when_the_last_state_is_current_and_found(tmp_path_factory, batches):
    path = tmp_path_factory.mktemp("versions") / "a.case"
    articles = {}
    with open_case(str(path), create=True) as case:
        for number, batch in enumerate(batches):
            entries = []
            for at, (page, day) in enumerate(batch):
                moment = day and f"2021-05-0{day}T08:00:00Z"
                url = f"https://lakes.example/{page}"
                entries.append(entry(f"State {number}-{at}.", url=url, obtained_at=moment))
                state = (moment or "now", number, at, entries[-1].reading.document.id)
                articles.setdefault(page, []).append(state)
            case.add(entries)
        current = {max(states)[-1] for states in articles.values()}
        assert {row.id for row in case.documents() if row.is_current} == current
        found = case.search(Query("state", what="documents", limit=99))
        assert {hit.document.id for hit in found} == current
        for states in articles.values():
            assert [row.id for row in case.versions(states[0][-1])] == [
                s[-1] for s in sorted(states)
            ]
        assert case.verify().breaks == ()
