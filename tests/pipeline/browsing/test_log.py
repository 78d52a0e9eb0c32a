"""The log a page at a time."""

import pytest

from rashomon.pipeline.browsing.log import log_page
from rashomon.store import open_case
from tests.store.making import BRIDGE, DAM


@pytest.fixture
def case(tmp_path):
    with open_case(str(tmp_path / "sarn.case"), create=True) as case:
        case.add([DAM])
        case.add([BRIDGE])
        yield case


@pytest.mark.parametrize("size", [1, 2, 3, 100])
@pytest.mark.parametrize("asked", [{}, {"action": "added"}, {"subject": "sha256"}])
def test_all_pages_together_are_the_log_the_last_entry_first(case, size, asked):
    first = log_page(case, 1, size, **asked)
    pages = [log_page(case, number, size, **asked) for number in range(1, first.pages + 1)]
    found = [one for page in pages for one in page.items]
    whole = list(case.log())[::-1]
    assert len(whole) > 1
    assert found == [one for one in whole if not asked or one.action == "added"]


def test_of_what_was_never_done_there_is_an_empty_page(case):
    assert log_page(case, 3, 10, action="undone").items == ()
    assert log_page(case, 1, 10, subject="no such document").total == 0
