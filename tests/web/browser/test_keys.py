"""Keys for what a page offers: in the queue, in its help, and not while somebody types."""

import pytest

from tests.web.browser.serving import served


@pytest.fixture
def page(own_case, open_page):
    with served(own_case, "--reviewer", "Ann Reed") as desk:
        opened = open_page(desk)
        opened.get_by_role("link", name="Review", exact=True).click()
        opened.locator("html.with-script").wait_for()
        yield opened


def decisions(page):
    page.get_by_role("link", name="Decisions", exact=True).click()
    return page.locator(".decisions tbody tr")


def press(page, key):
    """Press a key that leads to another page, and wait until it is there."""
    with page.expect_navigation():
        page.keyboard.press(key)
    page.locator("html.with-script").wait_for()


def test_the_queue_is_walked_and_decided_by_keys(page):
    first = page.url
    press(page, "j")
    assert page.url != first
    press(page, "k")
    while not page.locator("[data-key=a][value=accept]").count():
        press(page, "j")
    press(page, "a")
    assert "accept" in decisions(page).first.inner_text()


def test_a_claim_of_the_queue_is_opened_to_be_corrected_by_a_key(page):
    while not page.locator("[data-key=c]").count():
        press(page, "j")
    press(page, "c")
    assert page.get_by_role("button", name="Put the correction on record").is_visible()


def test_keys_do_nothing_while_somebody_types(page):
    address = page.url
    page.locator("#find").fill("")
    page.locator("#find").press_sequentially("jack?")
    assert page.url == address
    assert page.locator("#find").input_value() == "jack?"
    assert page.locator("dialog").count() == 0


def test_the_help_is_accessible(page, findings):
    page.keyboard.press("?")
    page.get_by_role("dialog", name="Keys of this page").wait_for()
    for theme in ("light", "dark"):
        page.emulate_media(color_scheme=theme)
        assert findings(page) == [], theme


def test_the_key_that_shows_the_help_closes_it_and_so_does_escape(page):
    dialog = page.get_by_role("dialog", name="Keys of this page")
    for close in ("?", "Escape"):
        page.keyboard.press("?")
        dialog.wait_for()
        page.keyboard.press(close)
        dialog.wait_for(state="detached")
    address = page.url
    press(page, "j")
    assert page.url != address


def test_help_shows_the_keys_of_the_page_and_turns_them_off(page):
    page.keyboard.press("?")
    dialog = page.get_by_role("dialog", name="Keys of this page")
    shown = dialog.locator("dt").all_inner_texts()
    offered = page.eval_on_selector_all("[data-key]", "all => all.map(one => one.dataset.key)")
    assert set(shown) == {*offered, "?"}
    dialog.get_by_label("Use these keys").uncheck()
    page.keyboard.press("Escape")
    dialog.wait_for(state="detached")
    address = page.url
    page.keyboard.press("j")
    page.keyboard.press("?")
    dialog.get_by_label("Use these keys").check()
    assert page.url == address
    dialog.get_by_role("button", name="Close").click()
    press(page, "j")
    assert page.url != address


def test_an_answer_that_lies_over_the_page_is_closed_by_escape(page):
    page.get_by_role("link", name="Incidents", exact=True).click()
    page.locator("#incidents tbody a").first.click()
    page.locator("#matrix td a").first.click()
    page.locator(".answer:target, .answer:has(:target)").wait_for()
    page.keyboard.press("Escape")
    page.wait_for_url("**/incidents/*#row-*")
    assert page.locator(".answer:target, .answer:has(:target)").count() == 0
