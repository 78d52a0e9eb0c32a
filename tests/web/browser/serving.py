"""Desks that are served: by the command, as people serve them, or from what a test has made."""

import os
import shutil
import signal
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Thread
from urllib.parse import urlsplit

import uvicorn

from rashomon.web.app import create_app
from rashomon.web.server import address_of, listening

TOKEN = "a-token-for-browser-tests"
_BROWSERS = ("chromium", "chromium-browser", "google-chrome")
_LONGEST = 60  # seconds, until a served desk has ended


def find_browser():
    """Return where Chromium is; ``None`` where there is none."""
    return next(filter(None, map(shutil.which, _BROWSERS)), None)


@dataclass(frozen=True, slots=True)
class Served:
    """A desk that is being served.

    Attributes:
        address: what its command printed: where it is, with the token.
    """

    address: str

    @property
    def base(self):
        """Return where its pages are."""
        parts = urlsplit(self.address)
        return f"{parts.scheme}://{parts.netloc}"


@contextmanager
def served(case, *options, home=None):
    """Serve a case as long as the block lasts, to somebody with another home if one is given."""
    environment = {**os.environ, "HOME": home} if home else None
    command = [sys.executable, "-m", "rashomon", "serve", str(case), "--port", "0"]
    with subprocess.Popen(
        [*command, "--token", TOKEN, *options], stdout=subprocess.PIPE, text=True, env=environment
    ) as process:
        try:
            line = process.stdout.readline()
            if "http" not in line:
                raise AssertionError(f"the desk was not served; it said {line!r}")
            yield Served(line.split()[-1])
        finally:
            process.send_signal(signal.SIGINT)
            try:
                process.wait(_LONGEST)
            except subprocess.TimeoutExpired:
                process.kill()
                raise


@contextmanager
def served_as_it_is(case, **values):
    """Serve a case within this process, without linking it first, as long as the block lasts."""
    with listening("127.0.0.1", 0) as door:
        app = create_app(str(case), token=TOKEN, **values)
        server = uvicorn.Server(uvicorn.Config(app, log_level="error", lifespan="off"))
        thread = Thread(target=server.run, kwargs={"sockets": [door]})
        thread.start()
        try:
            yield Served(address_of(door, TOKEN))
        finally:
            server.should_exit = True
            thread.join(_LONGEST)
