"""What holds of every page: its links lead somewhere, and nothing of a document acts in it."""

import re
from urllib.parse import urldefrag, urljoin

import pytest

from rashomon.model.case import Decision
from rashomon.model.origins import Derivation, Origin, Origins
from rashomon.model.spans import Span
from rashomon.store import open_case
from tests.store.making import entry
from tests.web.desks import BASE, browser, case_at, incident_of
from tests.web.pages.looking import Look

_MOST = 160


def crawled(client, start="/"):
    """Yield the address and the answer of every page that can be reached by links."""
    waiting, seen = [start], {start}
    kinds = {}
    while waiting:
        address = waiting.pop(0)
        answer = client.get(address)
        yield address, answer
        if not is_page(answer):
            continue
        for link in Look(answer.text).links:
            to = urldefrag(urljoin(f"{BASE}{address}", link.replace("\x00", "")))[0]
            if not to.startswith(f"{BASE}/"):
                continue
            path = to.removeprefix(BASE)
            kind = re.sub(r"(?<=[/=])[^/=&?]*\d[^/=&?]*", "*", path)
            kinds[kind] = kinds.get(kind, 0) + 1
            if path not in seen and kinds[kind] <= 3 and len(seen) < _MOST:
                seen.add(path)
                waiting.append(path)


def is_page(answer):
    kept_as_file = "attachment" in answer.headers.get("content-disposition", "")
    return answer.headers["content-type"].startswith("text/html") and not kept_as_file


def wrong_pages(answers):
    """Yield the address and the faults of every page that has some."""
    for address, answer in answers.items():
        if is_page(answer) and (faults := list(Look(answer.text).faults())):
            yield address, faults


@pytest.fixture(scope="module")
def answers(bridge):
    """The answers of all pages of the desk of a bridge, by their addresses."""
    return dict(crawled(bridge))


def test_every_link_of_every_page_leads_somewhere(answers):
    assert {one.status_code for one in answers.values()} == {200}
    paths = {address.partition("?")[0].split("/")[1] for address in answers}
    assert {"incidents", "documents", "parties", "party", "origins", "search", "log"} <= paths
    assert {"queue", "add", "decide", "decisions", "about", "reviewer", "api"} <= paths


def test_no_page_has_what_the_policy_of_the_desk_would_stop(answers):
    assert not dict(wrong_pages(answers))


NASTY = (
    '"><script>alert(1)</script><img src=x onerror=alert(2)> \u202egnp.exe\u2066 '
    "</textarea></title></script><!-- {{ 7*7 }} {% x %} ' onmouseover=alert(3) \x07 \ud800 "
    "javascript:alert(4) سلام"
)


@pytest.fixture
def hostile(tmp_path):
    first = entry(
        f"{NASTY} Mayor {NASTY} said nine died. {NASTY}\n" * 3,
        [
            {"source": "Mayor", "content": "nine died", "name": NASTY, "side": NASTY},
            {"source": '"><script>', "content": NASTY[20:90], "stance": "denies"},
        ],
        times=[("nine", "2023-05-10")],
        places=[("died", 10.0, 20.0)],
        publisher=NASTY,
        title=NASTY,
        url="javascript:alert(5)//" + NASTY,
        path=NASTY,
        external_id=NASTY,
        language=NASTY,
        published="2023-05-11",
    )
    second = entry("x" * 1_000_000, title="\u202e" * 50, publisher="y" * 100_000)
    ids = [one.reading.document.id for one in (first, second)]
    origins = Origins(
        (Origin("o1", "agency", NASTY, None, tuple(ids)),),
        (
            Derivation(ids[0], Span(0, 40), ids[1], Span(0, 40), "o1", "passage", 0.5, NASTY),
            Derivation(ids[1], None, None, None, "o1", "byline", 0.5, NASTY),
        ),
    )
    incident = incident_of(1, NASTY, first, second, place=NASTY, country="ZZ", type_=NASTY)
    location = case_at(tmp_path, first, second, incidents=[incident], origins=origins)
    with open_case(location) as case:
        case.decide(Decision("accept", ids[0], Span(0, 30), {"what": NASTY}, NASTY, NASTY))
        case.decide(Decision("same_party", None, None, {"name": NASTY, "with": "B"}, NASTY))
    return browser(location)


def test_of_a_hostile_case_every_page_shows_words_and_nothing_acts(hostile):
    answers = dict(crawled(hostile))
    assert len(answers) > 25
    assert {one.status_code for one in answers.values()} == {200}
    assert not dict(wrong_pages(answers))
    assert max(len(one.content) for one in answers.values()) < 4_000_000


@pytest.mark.parametrize(
    "address",
    [
        "/incidents/i9",
        "/incidents/%2e%2e",
        "/documents/ffff",
        "/documents/sha256:",
        "/origins/o9",
        "/party?name=nobody",
        "/party",
        "/nowhere",
        "/documents/a/b",
    ],
)
def test_what_is_not_there_is_said_with_what_to_do(tmp_path, address):
    answer = browser(case_at(tmp_path)).get(address)
    assert answer.status_code == 404
    page = Look(answer.text)
    assert "What to do:" in page.text
    assert "/" in page.links


def test_a_case_that_is_gone_is_said_with_what_to_do(tmp_path):
    location = case_at(tmp_path)
    client = browser(location)
    (tmp_path / "desk.case").unlink()
    answer = client.get("/incidents")
    assert answer.status_code == 503
    assert "there is no such case" in Look(answer.text).text.lower()
