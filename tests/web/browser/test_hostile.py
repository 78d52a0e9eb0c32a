"""A case of documents that attack who reads them: nothing runs, nothing breaks, all is shown."""

from dataclasses import replace

import httpx
import pytest

from rashomon.pipeline.acting import MOST_NAME
from tests.store.making import entry
from tests.web.browser.conftest import PHONE
from tests.web.browser.places import find_pages
from tests.web.browser.serving import served_as_it_is
from tests.web.desks import case_at, incident_of

ATTACK = (
    "\"'></title></textarea></script><script>window.harmed = 1</script>"
    "<img src=http://elsewhere.test/x onerror='window.harmed = 2'>"
    "<style>body { display: none }</style><base href=http://elsewhere.test>"
    "<a href='javascript:window.harmed = 3'>here</a> {{ 7 * 7 }} \u202egnp.exe\u2066 سلام"
)
LONG = 1_000_000
DOCUMENTS, PARTIES_EACH = 100, 100


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    """A desk of documents with attacks, one of a single line, and ten thousand parties."""
    attacks = [
        entry(
            f"{ATTACK} said {number} that the mill fell {ATTACK}.",
            ({"source": ATTACK, "name": ATTACK, "content": "the mill fell"},),
            (("the mill", "2023-05-10"),),
            ((ATTACK, 91.0, 181.0),),
            **dict.fromkeys(("publisher", "title", "path"), ATTACK),
            url=f"javascript:window.harmed = 4//{ATTACK}{number}",
        )
        for number in range(2)
    ]
    line = entry("x" * LONG, title="o" * 5_000, publisher="ל" * 5_000)
    crowd = [entry(*_crowded(number), publisher=f"Tide {number}") for number in range(DOCUMENTS)]
    incidents = [
        replace(incident_of(1, ATTACK, *attacks, line, place=ATTACK), parties=(ATTACK,)),
        incident_of(2, "A mill falls", *crowd, day="2023-05-10"),
    ]
    case = case_at(tmp_path_factory.mktemp("hostile"), *attacks, line, *crowd, incidents=incidents)
    with served_as_it_is(case, reviewer=ATTACK[:MOST_NAME]) as desk:
        yield desk


def _crowded(number):
    """Return a text in which many speak, with what they say."""
    names = [f"Speaker {number * PARTIES_EACH + one:05}" for one in range(PARTIES_EACH)]
    said = [f"mill {one:05} fell" for one in range(PARTIES_EACH)]
    text = " ".join(f"{name} said that {what}." for name, what in zip(names, said, strict=True))
    claims = [{"source": name, "content": what} for name, what in zip(names, said, strict=True)]
    return text, claims


@pytest.fixture(scope="module")
def hostile_pages(hostile):
    with httpx.Client(follow_redirects=True, timeout=120) as client:
        client.get(hostile.address)
        return find_pages(lambda address: client.get(hostile.base + address).text)


def test_nothing_of_a_document_runs_or_takes_part_in_a_page(hostile, hostile_pages, open_page):
    page = open_page(hostile, size=PHONE)
    for address in hostile_pages.values():
        answer = page.goto(hostile.base + address)
        assert answer.status < 400, address
        page.wait_for_load_state("networkidle")
        assert page.evaluate(TAKES_PART) == [], address
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), address


TAKES_PART = """() => {
    const found = [...document.querySelectorAll("body *")].flatMap((one) => [
        ...(one.matches("script:not([type='application/json']), style, base, iframe, object, embed")
            ? [one.outerHTML] : []),
        ...(one.matches("img:not([src^='/']):not([src^='data:'])") ? [one.outerHTML] : []),
        ...[...one.attributes].filter((each) => /^on|^style$|^srcdoc$/.test(each.name)
            // what a field is filled with does nothing
            || (each.name !== "value" && /^\\s*javascript:/i.test(each.value)))
            .map((each) => each.name + "=" + each.value),
    ]);
    if (window.harmed !== undefined) found.push("a script ran: " + window.harmed);
    if (getComputedStyle(document.body).display === "none") found.push("a style took hold");
    return found;
}"""


def test_what_attacks_is_shown_as_words(hostile, open_page):
    page = open_page(hostile)
    page.goto(f"{hostile.base}/documents")
    page.locator("main a[href^='/documents/']", has_text="window.harmed = 1").first.click()
    shown = page.locator("#text").inner_text()
    assert "<script>window.harmed = 1</script>" in shown
    assert "\u202e" not in shown


def test_a_line_of_a_million_characters_is_read_part_by_part(hostile, open_page):
    page = open_page(hostile, size=PHONE)
    page.goto(f"{hostile.base}/documents")
    page.locator("main a[href^='/documents/']", has_text="ooooo").first.click()
    assert page.locator("#text").inner_text().startswith("xxx")
    page.get_by_role("link", name="Next part").first.click()
    assert page.locator("#text").inner_text().startswith("xxx")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_ten_thousand_parties_are_shown_page_by_page(hostile, open_page):
    page = open_page(hostile)
    page.goto(f"{hostile.base}/parties")
    assert "10,001 who speak or act" in page.locator("main").inner_text()
    assert page.locator("main tbody tr").count() < 1_000
    page.locator("form.filter input[name=words]").fill("Speaker 09999")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Speaker 09999").wait_for()
