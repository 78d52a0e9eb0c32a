from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from rashomon.model.rulings import Groups, Ruling, last_words

THINGS = st.sampled_from("abcdef")
RULINGS = st.lists(st.builds(Ruling, THINGS, THINGS, st.booleans()), max_size=8)


def same(first, second):
    return Ruling(first, second, is_one=True)


def other(first, second):
    return Ruling(first, second, is_one=False)


def test_what_belongs_with_one_belongs_with_all_that_it_belongs_with():
    groups = Groups([same("c", "b"), same("a", "b")])
    assert {groups.of(one) for one in "abc"} == {"a"}
    assert groups.of("d") == "d"


def test_what_people_keep_apart_is_not_joined_by_way_of_others():
    groups = Groups([same("a", "b"), same("b", "c"), other("a", "c")])
    assert groups.of("a") == groups.of("b") != groups.of("c")
    assert groups.are_apart("c", "b")
    assert not groups.join("c", "b")


def test_the_last_word_on_a_pair_holds():
    assert last_words([same("b", "a"), other("a", "b")]) == (other("a", "b"),)
    assert Groups([other("a", "b"), same("b", "a")]).of("b") == "a"


@given(RULINGS)
def test_nothing_is_joined_that_is_kept_apart(rulings):
    groups = Groups(rulings)
    for one in last_words(rulings):
        if not one.is_one:
            assert groups.of(one.first) != groups.of(one.second)


@given(RULINGS.map(last_words), st.randoms(use_true_random=False))
def test_groups_do_not_depend_on_the_order_of_decisions(rulings, random):
    shuffled = list(rulings)
    random.shuffle(shuffled)
    one, again = Groups(rulings), Groups(shuffled)
    assert [one.of(each) for each in "abcdef"] == [again.of(each) for each in "abcdef"]


def test_all_that_is_decided_holds_where_nothing_contradicts_it():
    for rulings in permutations([same("a", "b"), same("d", "c"), other("b", "c"), other("e", "a")]):
        groups = Groups(rulings)
        assert groups.of("a") == groups.of("b")
        assert groups.of("c") == groups.of("d")
        assert groups.are_apart("a", "d")
        assert groups.are_apart("e", "b")
