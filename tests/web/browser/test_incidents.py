"""The page of incidents, with its map and its line of time."""

import pytest

from tests.web.browser.conftest import PHONE
from tests.web.browser.placing import NEAR, case_of_places
from tests.web.browser.serving import served_as_it_is


@pytest.fixture(scope="module")
def places(tmp_path_factory):
    """A desk of incidents that are known on a map, all but one near each other."""
    with served_as_it_is(case_of_places(tmp_path_factory.mktemp("places"))) as desk:
        yield desk


@pytest.fixture
def page(places, open_page):
    return open_page(places)


def test_a_map_and_a_line_of_time_stand_beside_the_list(page):
    page.wait_for_selector("#incidents-map svg .places circle")
    assert page.locator("#incidents-map .land path").count() > 0
    assert page.locator("#incidents-timeline [role=button]").count() > 0


def test_a_place_that_is_picked_leaves_its_incidents_in_the_list(page):
    rows = page.locator("#incidents tbody tr")
    total = rows.count()
    place = page.get_by_role("button", name="Norrby: 1 incident, 4 documents")
    place.click()
    assert place.get_attribute("aria-pressed") == "true"
    told = page.locator(".chosen")
    assert told.inner_text().startswith(f"1 incident of {total}: Norrby")
    assert rows.locator("visible=true").locator(".title").all_inner_texts() == [
        "A ferry sinks off Norrby"
    ]
    told.get_by_role("button", name="Show all").click()
    assert rows.locator("visible=true").count() == total
    assert place.get_attribute("aria-pressed") == "false"


def test_a_map_shows_where_most_are_and_the_rest_when_asked(page):
    places = page.locator("#incidents-map [role=button]")
    page.wait_for_selector("#incidents-map svg")
    assert places.count() == len(NEAR)
    page.get_by_role("button", name="Show all places").click()
    assert places.count() == len(NEAR) + 1
    page.get_by_role("button", name="Show where most are").click()
    assert places.count() == len(NEAR)


def test_the_line_of_time_is_used_by_keyboard(page):
    bars = page.locator("#incidents-timeline [role=button]")
    bars.first.focus()
    page.keyboard.press("End")
    last = bars.last
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == (
        last.get_attribute("aria-label")
    )
    page.keyboard.press("Enter")
    assert last.get_attribute("aria-pressed") == "true"
    page.keyboard.press("Escape")
    assert last.get_attribute("aria-pressed") == "false"


def test_days_are_chosen_by_drawing_over_them(page):
    line = page.locator("#incidents-timeline svg")
    line.scroll_into_view_if_needed()
    box = line.bounding_box()
    page.mouse.move(box["x"] + 2, box["y"] + 3)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] - 2, box["y"] + 3, steps=4)
    page.mouse.up()
    page.get_by_role("link", name="Filter the whole case").click()
    assert page.input_value("[name=since]") < page.input_value("[name=until]")


def test_a_phone_shows_all_without_scrolling_sideways(places, open_page):
    page = open_page(places, size=PHONE)
    page.wait_for_selector("#incidents-map svg")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_without_script_the_list_is_whole(places, open_page):
    page = open_page(places, java_script_enabled=False)
    assert page.locator("#incidents tbody tr").count() > 0
    page.locator("#incidents .title").first.click()
    assert page.locator("h1").inner_text()


def test_the_figures_are_accessible_also_when_something_is_picked(page, findings):
    place = page.locator("#incidents-map [role=button]").first
    place.wait_for()
    for theme in ("light", "dark"):
        page.emulate_media(color_scheme=theme)
        assert findings(page) == [], theme
        place.click()
        assert findings(page) == [], theme


def test_a_map_that_cannot_be_drawn_says_so_and_the_rest_works(places, open_page):
    page = open_page(places)
    page.route("**/world.json", lambda route: route.fulfill(status=500))
    page.reload()
    page.get_by_text("The map could not be drawn").wait_for()
    page.locator("#incidents-timeline [role=button]").first.click()
    assert page.locator("#incidents tbody tr").locator("visible=true").count() == 1
