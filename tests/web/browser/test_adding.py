"""Adding documents in the browser: by dropping files, by pasting text."""

import pytest

from tests.web.browser.serving import served

REPORT = """BRINN, 11 May 2023 - The mayor of Brinn, Odo Farrant, said that Kessel Bridge had been
blown up from below. "Somebody laid charges under the second arch," he said. The army denied it.
"""
DROP = """([name, text]) => {
    const dropped = new DataTransfer();
    dropped.items.add(new File([text], name, { type: "text/plain" }));
    return dropped;
}"""


@pytest.fixture
def page(own_case, open_page):
    with served(own_case, "--reviewer", "Ann Reed") as desk:
        opened = open_page(desk)
        opened.get_by_role("link", name="Add", exact=True).click()
        opened.locator("html.with-script").wait_for()
        yield opened


def drop(page, target, name, text):
    """Drop a file on an element of a page, as if it were dragged there."""
    files = page.evaluate_handle(DROP, [name, text])
    for kind in ("dragenter", "dragover", "drop"):
        page.dispatch_event(target, kind, {"dataTransfer": files})


def test_a_dropped_file_becomes_a_document_of_the_case(page):
    drop(page, "form[data-drop]", "brinn.txt", REPORT)
    page.get_by_text("1 file chosen, not added yet.").wait_for()
    assert page.evaluate("document.activeElement.textContent") == "Add the files"
    page.keyboard.press("Enter")
    page.get_by_text("1 document added").wait_for(timeout=60_000)
    page.get_by_role("link", name="See the incidents").wait_for(timeout=60_000)
    page.get_by_role("link", name="Documents", exact=True).click()
    page.get_by_role("link", name="brinn.txt").click()
    assert "Somebody laid charges" in page.locator("#text").inner_text()


def test_a_file_that_misses_the_form_does_not_take_the_place_of_the_desk(page):
    files = page.evaluate_handle(DROP, ["brinn.txt", REPORT])
    is_kept = page.evaluate(
        """files => !document.body.dispatchEvent(
            new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer: files }))""",
        files,
    )
    assert is_kept


UNDATED = """Kessel Bridge at Halen was hit by a missile on Tuesday evening, Sela Orrin, a teacher,
said. Twelve people were killed, she said. The army denied that it had fired at the bridge.
"""


def test_a_plain_text_is_described_and_says_what_tuesday_means(page):
    drop(page, "form[data-drop]", "tuesday.txt", UNDATED)
    page.get_by_role("button", name="Add the files").click()
    notice = page.locator(".notice", has_text="1 document says no publisher or no day")
    notice.wait_for(timeout=60_000)
    notice.get_by_role("link", name="Say what it is").click()
    page.get_by_label("Publisher").fill("The Orle Clarion")
    page.get_by_label("Day of publication").fill("11 May 2023")
    page.get_by_role("button", name="Put it on record").click()
    page.get_by_text("Decision 1 is on record.").wait_for()
    page.get_by_role("link", name="All jobs").click()
    page.get_by_role("link", name="Reading 1 document again").click()
    page.get_by_role("link", name="See the incidents").wait_for(timeout=60_000)
    page.get_by_role("link", name="Documents", exact=True).click()
    row = page.locator("tr", has_text="tuesday.txt")
    assert "The Orle Clarion" in row.inner_text()
    row.locator("td.aside").get_by_role("link").first.click()
    when = page.locator("table.matrix tr", has=page.get_by_role("rowheader", name="when"))
    answers = when.get_by_role("link", name="9 May 2023", exact=True).all()
    panels = [page.locator(f"[id='{one.get_attribute('href')[1:]}']") for one in answers]
    told = [" ".join(one.text_content().split()) for one in panels]
    own = next(one for one in told if "The Orle Clarion" in one)
    assert "on Tuesday evening" in own
    assert "11 May 2023" in own
