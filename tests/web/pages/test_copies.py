"""The tick box at an item: the same words in other documents, as a person without script sees."""

import html
import re

import pytest

from rashomon.pipeline.reviewing import reviewed
from rashomon.store import open_case
from tests.web.reviewers import Reviewer, about


@pytest.fixture
def mira(own_bridge):
    return Reviewer(own_bridge)


@pytest.fixture
def denial(mira):
    """A report that outlets print, and a claim of it that denies."""
    with open_case(mira.location, read_only=True) as case:
        row = next(row for row in case.documents() if row.publisher == "Valley Times")
        seen = reviewed(case, row.id)
    found = next(one for one in seen.items if one.values.get("stance") == "denies")
    return seen.reading.document, found


def copying(page):
    """Return how many documents a page says copy the words, and those that it lists."""
    [box] = set(
        re.findall(r'<input type="checkbox" name="copies"[^>]*>[a-z ]* also in the (\d+)', page)
    )
    listed = re.findall(r'<div class="copies">.*?</div>', page, re.S)[0]
    return int(box), re.findall(r"<li>.*?</li>", listed, re.S)


def test_the_form_says_in_which_documents_the_words_stand_and_is_not_ticked(mira, denial):
    page = mira.page("/decide/item", **about(*denial))
    number, listed = copying(page)
    assert number == len(listed) > 1
    assert "Lakes24" in "".join(listed)
    assert "read the same there" in "".join(listed)
    assert not re.search(r'name="copies"[^>]*checked', page)
    mira.send("/decide/item", {**mira.form(page), "stance": "doubts"})
    assert len(mira.decisions()) == 1


def test_a_ticked_box_decides_in_all_of_them_and_one_button_undoes_it(mira, denial):
    page = mira.page("/decide/item", **about(*denial))
    number, _ = copying(page)
    page = mira.send("/decide/item", {**mira.form(page), "stance": "doubts", "copies": "1"})
    said = f"Decision 1 is on record, also in {number} documents with the same words."
    assert said in html.unescape(page)
    assert len(mira.decisions()) == number + 1
    page = mira.page("/decide/item", **about(*denial))
    assert copying(page)[0] == number  # they go together: the next decision is on all of them too
    mira.send("/decide/undo", {"number": "1"})
    assert all(one.is_undone for one in mira.decisions())


def test_a_box_that_was_ticked_stays_so_where_something_is_wrong(mira, denial):
    fields = mira.form(mira.page("/decide/item", **about(*denial)))
    page = mira.send("/decide/item", {**fields, "content": "no such", "copies": "1"}, status=422)
    assert re.search(r'name="copies"[^>]*checked', page)


def test_a_document_on_which_another_decided_is_left_alone_and_said_so(mira, denial):
    with open_case(mira.location, read_only=True) as case:
        other = next(row for row in case.documents() if row.publisher == "Lakes24")
        items = reviewed(case, other.id).items
        theirs = next(one for one in items if one.values.get("stance") == "denies")
    jorun = Reviewer(mira.location, "Jorun")
    named = {"document": other.id, "what": "claim", "item": theirs.id}
    jorun.send("/decide/item", {**named, "verdict": "accept"})
    page = mira.page("/decide/item", **about(*denial))
    number, listed = copying(page)
    assert number == len(listed) - 1
    assert "left alone: decision 1 is on it there" in "".join(listed)
    fields = {**mira.form(page), "stance": "doubts", "copies": "1"}
    assert "; 1 other was left alone." in mira.send("/decide/item", fields)


def test_the_queue_says_in_how_many_documents_a_task_stands_and_these_are_done(mira):
    at = 0
    while "accept_with_copies" not in (page := mira.page("/queue/i1", at=str(at))):
        assert "Leave it, next" in page, "nothing in the queue is copied"
        at += 1
    number, _ = copying(page)
    before = int(re.search(r"of (\d+) things? to look at", page)[1])
    forms = re.findall(r'<form[^>]*method="post".*?</form>', page, re.S)
    [which] = [at for at, one in enumerate(forms) if "accept_with_copies" in one]
    fields = mira.form(page, which)
    page = mira.send("/decide/item", {**fields, "verdict": "accept_with_copies"})
    seen = [one.decision for one in mira.decisions()]
    assert {one.kind for one in seen} == {"accept"}
    assert 1 < len(seen) <= number + 1
    assert f"Decision 1 is on record, also in {len(seen) - 1} document" in page
    left = int(re.search(r"of (\d+) things? to look at", page)[1])
    assert left < before
    shown = [mira.page("/queue/i1", at=str(one)) for one in range(left)]
    assert not any(
        f'name="document" value="{one.document}"' in page
        and f'name="item" value="{html.escape(one.value["item"])}"' in page
        for one in seen
        for page in shown
    )


def test_what_reading_missed_is_put_in_wherever_the_words_stand(mira, denial):
    document, item = denial
    at = f"{item.span.start}-{item.span.end}"
    named = {"document": document.id, "what": "time"}
    page = mira.page("/decide/new", **named, at=at)
    number, listed = copying(page)
    assert "not read there" in "".join(listed)
    fields = {**mira.form(page), "edtf": "2023-05", "copies": "1"}
    mira.send("/decide/new", fields)
    assert {one.decision.kind for one in mira.decisions()} == {"insert"}
    assert len(mira.decisions()) == number + 1
    page = mira.page("/decide/new", **named)  # the words are typed: where they stand is not known
    assert "also in documents that copy these words" in page
