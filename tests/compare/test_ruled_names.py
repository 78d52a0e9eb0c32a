"""Names of parties as people put them together and keep them apart."""

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from rashomon.compare.speakers.names import DecidedNames, are_alike, named, one_name_each
from rashomon.model.rulings import Ruling

NAMES = [
    ("Halen Rights Monitor", "monitor"),
    ("Halen Rights Monitor", "monitor"),
    ("the Monitor", "monitor"),
    ("Norvian army", "military"),
    ("Brinn council", "government"),
]


def same(name, other, reviewer="Oro"):
    return Ruling(name, other, is_one=True, reviewer=reviewer)


def apart(name, other):
    return Ruling(name, other, is_one=False, reviewer="Oro")


def called(*rulings, names=NAMES):
    return one_name_each(names, rulings)


def test_a_party_is_called_as_people_decided():
    found = called(same("Norvian army", "Brinn council"))
    assert found["Brinn council"] == found["Norvian army"] == "Norvian army"
    assert found["the Monitor"] == "Halen Rights Monitor"


def test_a_party_goes_by_its_name_where_no_document_uses_that():
    assert called(same("The Calder Force", "Norvian army"))["Norvian army"] == "The Calder Force"


def test_what_goes_by_a_name_of_a_party_goes_with_it():
    found = called(same("Brinn council", "the monitor"))
    assert found["Halen Rights Monitor"] == found["the Monitor"] == "Brinn council"


def test_who_decided_is_known_of_those_alone_of_whom_it_was_decided():
    found = named(NAMES, [same("Norvian army", "Brinn council", "Mira")])
    assert found["Norvian army"].reviewer == found["Brinn council"].reviewer == "Mira"
    assert found["the Monitor"].reviewer is None


def test_merges_go_on_from_one_to_the_next_in_any_order():
    rulings = [same("Brinn council", "Norvian army"), same("Norvian army", "the Monitor")]
    for some in permutations(rulings):
        assert set(called(*some).values()) == {"Brinn council"}


def test_names_that_people_keep_apart_are_two_parties():
    found = called(apart("the Monitor", "Halen Rights Monitor"))
    assert found["the Monitor"] == "the Monitor"
    assert found["Halen Rights Monitor"] == "Halen Rights Monitor"


def test_what_is_kept_apart_from_a_long_name_is_apart_from_what_is_short_for_it():
    names = [*NAMES, ("HRM", "monitor")]
    found = called(apart("Halen Rights Monitor", "the Monitor"), names=names)
    assert found["HRM"] == "Halen Rights Monitor" != found["the Monitor"]


def test_a_name_within_a_longer_one_can_be_kept_apart():
    within = ("another group, the Halen Rights Monitor", "monitor")
    names = [*NAMES, within]
    assert called(names=names)[within[0]] == "Halen Rights Monitor"
    found = called(apart(within[0], "Halen Rights Monitor"), names=names)
    assert found[within[0]] == within[0]


def test_what_is_decided_of_names_that_nobody_uses_changes_nothing():
    assert called(same("Estmark", "Tarn"), apart("Tarn", "Sarn")) == called()


def test_names_alone_are_called_as_people_decided():
    decided = DecidedNames([same("Estmark", "the Tarn court"), apart("Sarn", "Estmark")])
    assert decided.called("Tarn court").name == "Estmark"
    assert decided.called("Sarn") is None
    assert decided.are_apart("the Sarn", "Tarn Court")


WORDS = st.sampled_from(
    ("Halen", "Rights", "Monitor", "the", "HRM", "Norvian", "army", "نور", "\0")
)
SPELT = st.lists(WORDS, min_size=1, max_size=4).map(" ".join) | st.text(min_size=1, max_size=9)
KINDS = st.sampled_from(("monitor", "military", "unnamed", None))


@given(st.lists(st.tuples(SPELT, KINDS), max_size=8), st.data())
def test_names_that_people_keep_apart_never_are_one_whatever_else_is_decided(names, data):
    known = st.sampled_from([name for name, _ in names] or ["Sarn"]) | SPELT
    rulings = data.draw(st.lists(st.builds(Ruling, known, known, st.booleans()), max_size=5))
    found = one_name_each(names, rulings)
    assert found.keys() == {name for name, _ in names}
    for one in rulings:
        if one.is_one or not {one.first, one.second} <= found.keys():
            continue
        again = [each for each in rulings if is_of_pair(each, one.first, one.second)]
        if not are_alike(one.first, one.second) and not again[-1].is_one:
            assert found[one.first] != found[one.second]


def is_of_pair(ruling, name, other):
    """Return whether a decision is on two names, however they are spelt."""
    pairs = (ruling.pair, ruling.pair[::-1])
    return any(are_alike(one, name) and are_alike(two, other) for one, two in pairs)
