"""Deciding in all documents that copy the words, by a key and by the box that says so."""

import pytest

from tests.web.browser.serving import served


@pytest.fixture
def page(own_case, open_page):
    with served(own_case, "--reviewer", "Ann Reed") as desk:
        opened = open_page(desk)
        opened.get_by_role("link", name="Review", exact=True).click()
        opened.locator("html.with-script").wait_for()
        while not opened.locator("[data-key=e]").count():
            press(opened, "j")
        yield opened


def press(page, key):
    """Press a key that leads to another page, and wait until it is there."""
    with page.expect_navigation():
        page.keyboard.press(key)
    page.locator("html.with-script").wait_for()


def test_a_key_accepts_in_all_documents_that_copy_the_words(page):
    press(page, "e")
    notice = page.get_by_text("with the same words")
    assert "is on record, also in" in notice.inner_text()
    press(page, "u")
    assert page.get_by_text("taken back").is_visible()


def test_which_documents_copy_the_words_is_told_behind_the_box(page, findings):
    box = page.get_by_role("checkbox", name="these words")
    assert not box.is_checked()
    page.get_by_text("Which they are").click()
    assert page.locator(".copies li a").first.is_visible()
    for theme in ("light", "dark"):
        page.emulate_media(color_scheme=theme)
        assert findings(page) == [], theme
    press(page, "c")
    page.get_by_text("Which they are").last.click()
    assert findings(page) == []
