"""Saying what a document is, and being told when it was read again with that."""

from tests.web.browser.serving import served

READ = 60_000  # milliseconds


def test_a_page_tells_when_its_document_was_read_again_and_keeps_what_is_typed(
    own_case, open_page, findings
):
    with served(own_case, "--reviewer", "Ann Reed") as desk:
        page = open_page(desk)
        page.get_by_role("link", name="Documents", exact=True).click()
        page.locator("tbody a.title").first.click()
        page.locator("html.with-script").wait_for()
        page.get_by_text("Say what this document is").click()
        page.get_by_label("Day of publication").fill("2 March 2019")
        page.get_by_role("button", name="Put it on record").click()
        page.get_by_text("Decision 1 is on record.").wait_for()
        bar = page.locator("#notices")
        assert "Reading 1 document again" in bar.inner_text()
        assert page.get_by_text("What is marked here is of before").is_visible()
        page.locator("#find").fill("half a thought")
        shown = bar.get_by_role("link", name="Show it as it is now")
        shown.wait_for(timeout=READ)
        assert "This page shows how it was before." in bar.inner_text()
        assert page.locator("#find").input_value() == "half a thought"
        for theme in ("light", "dark"):
            page.emulate_media(color_scheme=theme)
            assert findings(page) == [], theme
        shown.click()
        page.get_by_text("What is marked here is of before").wait_for(state="detached")
        assert bar.inner_text().strip() == ""
        page.goto(f"{desk.base}/jobs")
        assert "1 document read again" in page.locator("tbody tr").first.inner_text()
