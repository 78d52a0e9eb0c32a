"""What a person does at the desk, from the first page to what is kept after a restart."""

import re

import pytest

from tests.web.browser.hands import select_words
from tests.web.browser.living import REPORTS
from tests.web.browser.serving import served

ANSWER = "Estmark"
SAID = "an Estmark aircraft had fired two missiles at the bridge shortly after 7 p.m."
RATHER = "an Estmark aircraft had fired two missiles at the bridge"


@pytest.fixture
def desk(own_case):
    with served(own_case, "--reviewer", "Ann Reed") as opened:
        yield opened


def open_claim(page):
    """Go from the first page to the claim behind the contested answer."""
    page.get_by_role("link", name="Incidents", exact=True).click()
    page.locator("#incidents .title").first.click()
    contested = page.locator(".contested", has_text="Answers that cannot all be true")
    contested.get_by_role("link", name=ANSWER, exact=True).click()
    panel = page.locator(":target")
    panel.get_by_role("link", name="decide", exact=True).first.click()
    page.locator("html.with-script").wait_for()


def content_field(page):
    return page.get_by_label("What is said")


def test_from_the_first_page_to_the_words_of_a_contested_answer(desk, open_page):
    page = open_page(desk)
    page.locator("#incidents .title").first.click()
    row = page.locator("table.matrix tr", has_text="who did it")
    row.get_by_role("link", name=ANSWER, exact=True).first.click()
    panel = page.locator(":target")
    assert "aircraft had fired" in panel.locator("mark.words").first.inner_text()
    panel.get_by_role("link", name="whole text").first.click()
    assert re.search(r"\?at=\d+-\d+#at$", page.url)
    words = page.locator("#text .words")
    assert "aircraft had fired" in "".join(words.all_inner_texts())
    assert words.first.is_visible()


def test_a_span_is_corrected_undone_and_corrected_for_good(own_case, open_page):
    with served(own_case, "--reviewer", "Ann Reed") as desk:
        page = open_page(desk)
        open_claim(page)
        assert content_field(page).input_value() == SAID
        address = page.url
        correct(page, RATHER)
        page.goto(address)
        assert content_field(page).input_value() == RATHER

        page.get_by_role("link", name="Decisions", exact=True).click()
        page.get_by_role("button", name="Undo").click()
        page.goto(address)
        assert content_field(page).input_value() == SAID
        correct(page, RATHER)

    with served(own_case, "--reviewer", "Ben Holt") as again:
        page = open_page(again)
        page.get_by_role("link", name="Decisions", exact=True).click()
        kept = page.locator(".decisions tbody tr", has_text="correct").first
        assert "Ann Reed" in kept.inner_text()
        open_claim(page)
        assert content_field(page).input_value() == RATHER


def correct(page, words):
    """Take other words for what is said, and put that on record."""
    select_words(page, words)
    field = page.locator("[data-span]", has=content_field(page))
    field.get_by_role("button", name="Take the selected words").click()
    assert content_field(page).input_value() == words
    page.get_by_role("button", name="Put the correction on record").click()
    page.wait_for_load_state()


def test_two_parties_are_merged_and_taken_apart_again(desk, open_page):
    page = open_page(desk)
    page.get_by_role("link", name="Parties", exact=True).click()
    names = page.locator("main .title").all_inner_texts()
    first, second = [one for one in names if names.count(one) == 1][:2]
    page.get_by_role("link", name=first, exact=True).click()
    page.locator("main").get_by_role("link", name=re.compile("together|merge", re.I)).first.click()
    page.get_by_label("the other name").fill(second)
    page.get_by_role("button", name="They are one party").click()

    page.get_by_role("link", name="Parties", exact=True).click()
    merged = page.locator("main tr", has=page.get_by_role("link", name=first, exact=True))
    assert f"also {second}" in merged.inner_text()
    assert page.get_by_role("link", name=second, exact=True).count() == 0
    page.get_by_role("link", name="Decisions", exact=True).click()
    page.get_by_role("button", name="Undo").click()
    page.get_by_role("link", name="Parties", exact=True).click()
    page.get_by_role("link", name=second, exact=True).wait_for()


def test_of_two_people_who_decide_at_once_nothing_is_lost(desk, open_page):
    first, second = open_page(desk), open_page(desk)
    second.get_by_role("link", name="Ann Reed").click()
    second.get_by_label("Name", exact=True).fill("Ben Holt")
    second.get_by_role("button", name="Decide under this name").click()
    for page in (first, second):
        open_claim(page)
    for page, stance in ((first, "doubts"), (second, "denies")):
        page.get_by_label("Stance").select_option(stance)
        page.get_by_role("button", name="Put the correction on record").click()

    second.get_by_role("heading", name="Somebody decided on this while you did").wait_for()
    second.get_by_role("link", name="All conflicts").click()
    conflict = second.locator("article.conflicting")
    for told in ("Ann Reed", "doubts", "Ben Holt", "denies"):
        assert told in conflict.inner_text()
    conflict.get_by_role("button", name="Undo").first.click()
    second.get_by_text("Reviewers do not differ on anything").wait_for()


def test_from_nothing_to_the_incidents(tmp_path, open_page):
    with served(tmp_path / "new.case") as desk:
        page = open_page(desk)
        page.get_by_text("This case is empty").wait_for()
        page.get_by_role("link", name="Add documents").click()
        page.locator("input[type=file]").first.set_input_files(sorted(REPORTS.iterdir()))
        page.get_by_role("button", name="Add the files").click()
        page.get_by_role("link", name="See the incidents").click(timeout=120_000)
        page.get_by_role("link", name="Eleven die as Kessel Bridge falls").click()
        page.locator("table.matrix").wait_for()
