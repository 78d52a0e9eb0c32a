"""Origins as trees."""

from hypothesis import given
from hypothesis import strategies as st

from rashomon.model.origins import Derivation, Origin, Origins
from rashomon.pipeline.browsing.origins import origin_tree
from tests.pipeline.browsing.held import holding, row

IDS = tuple(f"d{number}" for number in range(8))


def contents(documents, edges):
    """Return a case whose documents come from each other by pairs of a child and a parent."""
    origin = Origin("o1", "agency", "The Wire", None, tuple(documents))
    derivations = tuple(
        Derivation(child, None, parent, None, "o1", "copy", 0.5, "all its words")
        for child, parent in edges
    )
    return holding(map(row, IDS), origins=Origins((origin,), derivations)), origin


@given(
    st.lists(st.sampled_from(IDS), unique=True),
    st.lists(st.tuples(st.sampled_from(IDS), st.none() | st.sampled_from(IDS)), max_size=20),
)
def test_every_document_stands_once_and_never_before_what_it_hangs_below(documents, edges):
    held, origin = contents(documents, edges)
    tree = origin_tree(held, origin)
    assert sorted(one.row.id for one in tree) == sorted(documents)
    above = []
    for one in tree:
        del above[one.depth :]
        assert len(above) == one.depth
        if one.depth:
            assert one.edge is not None
            assert one.edge.parent == above[-1]
        above.append(one.row.id)


def test_a_long_chain_is_no_trouble():
    chain = tuple(f"d{number}" for number in range(3_000))
    edges = tuple(zip(chain[1:], chain, strict=False))
    origin = Origin("o1", "document", "d0", "d0", chain)
    derivations = tuple(
        Derivation(child, None, parent, None, "o1", "version", 0.9, "a later state")
        for child, parent in edges
    )
    held = holding(map(row, chain), origins=Origins((origin,), derivations))
    tree = origin_tree(held, origin)
    assert [one.depth for one in tree] == list(range(3_000))
