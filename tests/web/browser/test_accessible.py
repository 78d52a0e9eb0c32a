"""No page has what axe-core calls serious or critical, in both themes, and none is too wide."""

import pytest

from tests.web.browser.conftest import PHONE
from tests.web.browser.places import page_routes


@pytest.fixture(scope="module")
def page(shown, chromium):
    with chromium.new_context() as context:
        opened = context.new_page()
        opened.goto(shown.address)
        yield opened


@pytest.mark.parametrize("route", sorted(page_routes()))
def test_a_page_is_accessible(shown, pages, page, findings, route):
    assert route in pages, f"no link leads to {route}"
    answer = page.goto(shown.base + pages[route])
    assert answer.ok
    page.wait_for_load_state("networkidle")
    for theme in ("light", "dark"):
        page.emulate_media(color_scheme=theme)
        assert findings(page) == [], theme


@pytest.mark.parametrize("route", sorted(page_routes()))
def test_a_page_fits_a_phone(shown, pages, page, route):
    page.set_viewport_size(PHONE)
    page.goto(shown.base + pages[route])
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
