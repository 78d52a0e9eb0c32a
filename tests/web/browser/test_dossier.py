"""A dossier in the browser, opened from its file: without a desk, a network or a script."""

import pytest

from rashomon import open_case
from rashomon.pipeline.dossier import report
from rashomon.pipeline.resources import load_comparer
from rashomon.settings import Settings
from tests.web.browser.conftest import DESK, PHONE


@pytest.fixture(scope="module")
def dossier(bridge, tmp_path_factory):
    """The file of the dossier on a bridge."""
    with open_case(str(bridge), read_only=True) as case:
        made = report(case, "bridge.case", "i1", load_comparer(is_relating=False), Settings())
    file = tmp_path_factory.mktemp("dossier") / "bridge.html"
    file.write_text(made.page, "utf-8")
    return file.as_uri()


@pytest.fixture
def page(chromium, dossier):
    """The dossier in a window that runs no scripts, in which nothing may ask for anything."""
    with chromium.new_context(viewport=DESK, java_script_enabled=False) as context:
        asked = []
        context.on("request", lambda request: asked.append(request.url))
        context.set_default_timeout(15_000)
        opened = context.new_page()
        opened.goto(dossier)
        yield opened
        assert {one.partition("#")[0] for one in asked} == {dossier}


def test_a_cell_opens_its_words_and_closes_to_where_it_was(page):
    row = page.get_by_role("row").filter(has_text="who did it")
    row.get_by_role("link", name="Estmark").first.click()
    answer = page.locator(".answer:target, .answer:has(:target)")
    assert answer.locator("mark.words").first.is_visible()
    box = answer.bounding_box()
    assert (box["y"], box["height"]) == (0, DESK["height"])
    assert row.first.is_visible()
    answer.get_by_role("link", name="Close").click()
    assert page.locator(".answer:target").count() == 0


def test_a_cell_is_opened_and_closed_with_the_keyboard(page):
    link = page.get_by_role("row").filter(has_text="who did it").get_by_role("link").nth(1)
    link.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**#q*")
    page.keyboard.press("Tab")
    close = page.locator(".answer:target .close, .answer:has(:target) .close")
    assert close.is_visible()


def test_it_fits_a_phone(chromium, dossier):
    with chromium.new_context(viewport=PHONE) as context:
        page = context.new_page()
        page.goto(dossier)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_it_is_accessible(chromium, dossier, findings, theme, size):
    with chromium.new_context(viewport=size, color_scheme=theme) as context:
        page = context.new_page()
        page.goto(dossier)
        assert findings(page) == []


def test_it_prints_all_words(chromium, dossier):
    with chromium.new_context(viewport=DESK) as context:
        page = context.new_page()
        page.goto(f"{dossier}#q2-1")
        page.emulate_media(media="print")
        answers = page.locator(".answer")
        shown = [answers.nth(at).bounding_box() for at in range(answers.count())]
        assert all(one and one["height"] > 0 for one in shown)
        tops = [one["y"] for one in shown]
        assert tops == sorted(tops)


def test_the_table_is_printed_as_wide_as_the_sheet_along(chromium, dossier):
    with chromium.new_context(viewport=DESK) as context:
        page = context.new_page()
        page.goto(dossier)
        page.emulate_media(media="print")
        table, text = (page.locator(one).bounding_box()["width"] for one in (".matrix", "#matrix"))
        assert table > 1.3 * text
