"""``python -m tests.docs.pictures``: renews the pictures of the desk's pages in ``docs/pictures``.

Each page is shown as it looks with the reports of the example after some days of use, in both
themes and on a phone.
"""

import base64
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import httpx
import numpy as np
from playwright.sync_api import sync_playwright

from tests.docs.palette import small_png
from tests.web.browser.living import fill_bridge, live_in
from tests.web.browser.places import find_pages
from tests.web.browser.placing import case_of_places
from tests.web.browser.serving import find_browser, served, served_as_it_is

PICTURES = Path(__file__).parents[2] / "docs" / "pictures"
WAYS = {
    "light": ("light", {"width": 1200, "height": 760}),
    "dark": ("dark", {"width": 1200, "height": 760}),
    "phone": ("light", {"width": 390, "height": 760}),
}
SHOWN = {
    "incident": "/incidents/{incident}",
    "document": "/documents/{document}",
    "documents": "/documents",
    "parties": "/parties",
    "origin": "/origins/{origin}",
    "search": "/search",
    "queue": "/queue/{incident}",
    "correct": "/decide/item",
    "describe": "/decide/documents",
    "add": "/add",
    "decisions": "/decisions",
    "about": "/about",
}
"""The pages that have a picture, by the path of their route."""

_ASKED = {"search": "?words=bridge", "queue": "?at=4"}
_DOSSIER = "/incidents/i1/dossier"
_HOME = "/home/ann"  # which a page names
_MOST = 100_000  # bytes of a picture


_POINTS = """async png => {
    const answer = await fetch("data:image/png;base64," + png);
    const picture = await createImageBitmap(await answer.blob());
    const canvas = new OffscreenCanvas(picture.width, picture.height);
    const context = canvas.getContext("2d");
    context.drawImage(picture, 0, 0);
    const { data } = context.getImageData(0, 0, picture.width, picture.height);
    let bytes = "";
    for (let at = 0; at < data.length; at += 32768) {
        bytes += String.fromCharCode(...data.subarray(at, at + 32768));
    }
    return btoa(bytes);
}"""


def main():
    """Take all pictures, and write the page that shows them."""
    PICTURES.mkdir(exist_ok=True)
    (PICTURES / "README.md").write_text(_gallery(), "utf-8")
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=find_browser(), args=["--no-sandbox", "--disable-lcd-text"]
        )
        with served(fill_bridge(Path(folder)), "--reviewer", "Ann Reed", home=_HOME) as desk:
            live_in(desk)
            _take(browser, desk, _addresses(desk, Path(folder)))
        with served_as_it_is(case_of_places(Path(folder))) as desk:
            _take(browser, desk, {"incidents": f"{desk.base}/incidents"})


def _gallery():
    """Return a page of documents that shows the pictures."""
    named = ["incidents", *SHOWN, "dossier"]
    parts = [
        f"## {name.capitalize()}\n\n"
        + "\n".join(f"![{name}, {way}]({name}-{way}.png)" for way in WAYS)
        for name in named
    ]
    head = (
        "# The desk in pictures\n\nEach page in both themes and on a phone, with invented reports. "
        "`python -m tests.docs.pictures` takes them\nanew."
    )
    return "\n\n".join([head, *parts]) + "\n"


def _addresses(desk, folder):
    """Return where what is shown of a desk is; its dossier is a file in the folder."""
    with httpx.Client(follow_redirects=True, timeout=60, headers={"Connection": "close"}) as client:
        client.get(desk.address)
        found = find_pages(lambda address: client.get(desk.base + address).text)
        dossier = folder / "dossier.html"
        dossier.write_text(client.get(desk.base + _DOSSIER).text, "utf-8")
    shown = {name: desk.base + found[route] for name, route in SHOWN.items()}
    for name, asked in _ASKED.items():
        shown[name] = shown[name].partition("?")[0] + asked
    return shown | {"dossier": dossier.as_uri()}


def _take(browser, desk, addresses):
    """Take pictures of some pages of a desk, in every way."""
    bench = browser.new_page()
    for way, (theme, size) in WAYS.items():
        page = browser.new_context(color_scheme=theme, viewport=size).new_page()
        page.goto(desk.address)
        for name, address in addresses.items():
            page.goto(address)
            page.wait_for_load_state("networkidle")
            points = _points(bench, page.screenshot(), size)
            _keep(PICTURES / f"{name}-{way}.png", small_png(points))


def _points(bench, png, size):
    """Return red, green and blue of every point of a picture, as a browser reads it."""
    given = bench.evaluate(_POINTS, base64.b64encode(png).decode())
    points = np.frombuffer(base64.b64decode(given), np.uint8)
    return points.reshape(size["height"], size["width"], 4)[:, :, :3]


def _keep(target, png):
    if len(png) > _MOST:
        sys.exit(f"{target.name} would take {len(png):,} bytes; show less")
    target.write_bytes(png)


if __name__ == "__main__":
    main()
