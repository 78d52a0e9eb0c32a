import shutil

import httpx
import pytest

from tests.web.browser.living import fill_bridge, live_in
from tests.web.browser.places import find_pages
from tests.web.browser.serving import find_browser, served
from tests.web.browser.watching import Watch

_ONE_BY_ONE = {"Connection": "close"}
_GRAVE = {"serious", "critical"}
_PATIENCE = 15_000  # milliseconds
DESK, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}


@pytest.fixture(scope="session")
def chromium():
    """A browser that all tests share; each opens windows of its own."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    program = find_browser()
    if program is None:
        pytest.skip("no Chromium is installed (Debian: apt-get install chromium)")
    with playwright.sync_playwright() as started:
        browser = started.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def bridge(tmp_path_factory):
    """A case of the reports of a bridge; nobody writes to it."""
    return fill_bridge(tmp_path_factory.mktemp("bridge"))


@pytest.fixture(scope="session")
def shown(bridge, tmp_path_factory):
    """A desk of the reports that people have used, served; no test writes to its case."""
    copy = tmp_path_factory.mktemp("shown") / "bridge.case"
    shutil.copy(bridge, copy)
    with served(copy, "--reviewer", "Ann Reed") as desk:
        live_in(desk)
        yield desk


@pytest.fixture(scope="session")
def pages(shown):
    """An address for each kind of page of that desk, by the path of its route."""
    with httpx.Client(follow_redirects=True, timeout=60, headers=_ONE_BY_ONE) as client:
        client.get(shown.address)
        return find_pages(lambda address: client.get(shown.base + address).text)


@pytest.fixture
def own_case(bridge, tmp_path):
    """A copy of the case of the reports, for one test to write to."""
    copy = tmp_path / "bridge.case"
    shutil.copy(bridge, copy)
    return copy


@pytest.fixture
def open_page(chromium):
    """Opens a desk in a window of its own, in which nothing may go wrong unseen."""
    watches = []

    def opened(desk, *, theme="light", size=DESK, **options):
        context = chromium.new_context(color_scheme=theme, viewport=size, **options)
        context.set_default_timeout(_PATIENCE)
        watches.append(Watch(context))
        page = context.new_page()
        page.goto(desk.address)
        return page

    yield opened
    for watch in watches:
        watch.end()


@pytest.fixture(scope="session")
def findings():
    """Returns what axe-core finds serious or critical in a page, in words."""
    module = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is missing")
    axe = module.Axe()

    def found(page):
        return [
            f"{one['id']}: {node['html'][:200]} ({node['failureSummary'][:300]})"
            for one in axe.run(page).response["violations"]
            if one["impact"] in _GRAVE
            for node in one["nodes"][:3]
        ]

    return found
