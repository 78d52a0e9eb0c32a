"""``python -m tests.docs.pictures``: renews the pictures of the desk's pages in ``docs/pictures``.

Each page is shown as it looks with the reports of the example after some days of use, in both
themes and on a phone.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import httpx
from playwright.sync_api import sync_playwright

from tests.docs.palette import reduced
from tests.web.browser.living import fill_bridge, live_in
from tests.web.browser.places import find_pages
from tests.web.browser.serving import find_browser, served

PICTURES = Path(__file__).parents[2] / "docs" / "pictures"
WAYS = {
    "light": ("light", {"width": 1200, "height": 760}),
    "dark": ("dark", {"width": 1200, "height": 760}),
    "phone": ("light", {"width": 390, "height": 760}),
}
SHOWN = {
    "incidents": "/incidents",
    "incident": "/incidents/{incident}",
    "document": "/documents/{document}",
    "documents": "/documents",
    "parties": "/parties",
    "origin": "/origins/{origin}",
    "search": "/search",
    "queue": "/queue",
    "correct": "/decide/item",
    "add": "/add",
    "decisions": "/decisions",
    "about": "/about",
}
"""The pages that have a picture, by the path of their route."""

_MOST = 100_000  # bytes of a picture


def main():
    """Take all pictures."""
    PICTURES.mkdir(exist_ok=True)
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        case = fill_bridge(Path(folder))
        browser = playwright.chromium.launch(
            executable_path=find_browser(), args=["--no-sandbox", "--disable-lcd-text"]
        )
        with served(case, "--reviewer", "Ann Reed") as desk:
            live_in(desk)
            with httpx.Client(follow_redirects=True, timeout=60) as client:
                client.get(desk.address)
                found = find_pages(lambda address: client.get(desk.base + address).text)
            for way, (theme, size) in WAYS.items():
                page = browser.new_context(color_scheme=theme, viewport=size).new_page()
                page.goto(desk.address)
                for name, route in SHOWN.items():
                    page.goto(desk.base + found[route])
                    page.wait_for_load_state("networkidle")
                    _keep(PICTURES / f"{name}-{way}.png", page.screenshot())


def _keep(target, png):
    small = reduced(png)
    if len(small) > _MOST:
        sys.exit(f"{target.name} would take {len(small):,} bytes; show less")
    target.write_bytes(small)


if __name__ == "__main__":
    main()
