"""A list a page at a time."""

from hypothesis import given
from hypothesis import strategies as st

from rashomon.pipeline.browsing.pages import page_of


@given(st.lists(st.integers(), max_size=60), st.integers(1, 20))
def test_all_pages_together_are_the_list(items, size):
    first = page_of(items, 1, size)
    pages = [page_of(items, number, size) for number in range(1, first.pages + 1)]
    assert [item for page in pages for item in page.items] == items
    assert all(page.total == len(items) for page in pages)
    for page in pages:
        if page.items:
            assert tuple(items[page.first - 1 : page.last]) == page.items


@given(st.lists(st.integers(), max_size=60), st.integers(-(10**9), 10**9), st.integers(1, 20))
def test_a_page_that_there_is_not_is_the_nearest(items, number, size):
    page = page_of(items, number, size)
    assert 1 <= page.number <= page.pages
    assert page.items or not items
