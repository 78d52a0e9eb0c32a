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
            bench = browser.new_page()
            for way, (theme, size) in WAYS.items():
                page = browser.new_context(color_scheme=theme, viewport=size).new_page()
                page.goto(desk.address)
                for name, route in SHOWN.items():
                    page.goto(desk.base + found[route])
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
