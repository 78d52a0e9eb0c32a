"""Who is named in which documents, put together."""

from hypothesis import given
from hypothesis import strategies as st

from rashomon.model.case import Decision, KeptDecision
from rashomon.pipeline.browsing.parties import Mentioned, gather_parties

NAMES = st.sampled_from(("Quill", "quill", "Mayor Quill", "The Watch", "the watch", "Osterby"))
MENTIONS = st.builds(
    Mentioned,
    NAMES,
    st.none() | st.sampled_from(("person", "monitor")),
    st.none() | st.sampled_from(("Osterby", "Norvia")),
    st.integers(0, 4),
)
CASES = st.dictionaries(st.sampled_from("abcde"), st.lists(MENTIONS, max_size=5))


def same(first, second, *, kind="same_party", number=1, is_undone=False):
    value = {"name": first, "with": second}
    decision = Decision(kind, None, None, value, "Ann")
    return KeptDecision(number, decision, "2023-05-10T08:00:00Z", is_undone)


DECISIONS = st.lists(
    st.builds(same, NAMES, NAMES, kind=st.sampled_from(("same_party", "other_party"))), max_size=4
)


@given(CASES, DECISIONS)
def test_no_claim_is_lost_and_none_is_counted_twice(mentioned, decisions):
    rows = gather_parties(mentioned, decisions)
    assert sum(one.total for one in rows) == sum(
        each.claims for some in mentioned.values() for each in some
    )
    named = {each.name.casefold() for some in mentioned.values() for each in some}
    told = {name.casefold() for one in rows for name in (one.name, *one.names)}
    assert named <= told


@given(CASES)
def test_names_that_differ_in_their_case_are_one(mentioned):
    rows = gather_parties(mentioned, ())
    assert len({one.name.casefold() for one in rows}) == len(rows)


def test_people_put_names_together_and_say_what_the_party_is_called():
    mentioned = {
        "a": [Mentioned("Mayor Quill", "person", None, 2)],
        "b": [Mentioned("Quill", None, "Osterby", 1)],
    }
    (row,) = gather_parties(mentioned, [same("quill", "Mayor Quill")])
    assert (row.name, row.kind, row.side, row.total) == ("quill", "person", "Osterby", 3)
    assert row.reviewer == "Ann"
    assert len(gather_parties(mentioned, [same("quill", "Mayor Quill", is_undone=True)])) == 2
    apart = same("Quill", "Mayor Quill", kind="other_party", number=2)
    assert len(gather_parties(mentioned, [same("Quill", "Mayor Quill"), apart])) == 2
