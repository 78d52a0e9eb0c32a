"""Inputs that go wrong in ways that no file on disk can be made to."""

import os
import time
from dataclasses import dataclass

from rashomon.readers import Source


@dataclass(frozen=True, slots=True)
class Deadly(Source):
    """Takes the process that reads it down with it."""

    def read(self, _, **__):
        os._exit(3)


@dataclass(frozen=True, slots=True)
class Endless(Source):
    """Is never read to its end."""

    def read(self, _, **__):
        time.sleep(3600)


@dataclass(frozen=True, slots=True)
class Faulty(Source):
    """Trips over something that nobody foresaw."""

    def read(self, _, **__):
        raise ZeroDivisionError("nobody foresaw this")
