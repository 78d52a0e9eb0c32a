from hypothesis import given
from hypothesis import strategies as st

from rashomon.store.log import FIRST, Act, chained, hash_of

TEXTS = st.text(st.characters(codec=None))
ACTS = st.builds(Act, TEXTS, st.none() | TEXTS, st.dictionaries(TEXTS, TEXTS))


@given(st.lists(ACTS), st.integers(0, 99))
def test_each_entry_holds_the_hash_of_the_one_before(acts, last):
    entries = chained(acts, "2023-05-03T08:00:00Z", last, FIRST)
    assert [one.number for one in entries] == list(range(last + 1, last + 1 + len(acts)))
    assert [one.previous for one in entries] == [FIRST, *(one.hash for one in entries)][: len(acts)]


def test_whatever_is_changed_changes_the_hash():
    act = Act("added", "sha256:0", {"text": "ab", "reading": "cd"})
    hashes = {
        hash_of(FIRST, 1, "2023-05-03T08:00:00Z", act),
        hash_of("1" + FIRST[1:], 1, "2023-05-03T08:00:00Z", act),
        hash_of(FIRST, 2, "2023-05-03T08:00:00Z", act),
        hash_of(FIRST, 1, "2023-05-03T08:00:01Z", act),
        hash_of(FIRST, 1, "2023-05-03T08:00:00Z", Act("added", None, act.details)),
        hash_of(FIRST, 1, "2023-05-03T08:00:00Z", Act("linked", "sha256:0", act.details)),
        hash_of(FIRST, 1, "2023-05-03T08:00:00Z", Act("added", "sha256:0", {"text": "abcd"})),
        hash_of(FIRST, 1, "2023-05-03T08:00:00Z", Act("added", "sha256:0", {})),
    }
    assert len(hashes) == 8


def test_the_hash_is_of_what_the_documentation_says():
    act = Act("added", "sha256:0", {"text": "ü"})
    # printf '["0…0",1,"2023-05-03T08:00:00Z","added","sha256:0",{"text":"\\u00fc"}]' | sha256sum
    known = "43335203dc61403930d3f3e15cdaf74653d0e08e6ed42d9bfcae6caf83367eba"
    assert hash_of(FIRST, 1, "2023-05-03T08:00:00Z", act) == known
