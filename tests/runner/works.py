"""Work that is done apart: what goes well, what does not end, and what goes wrong."""

import os
import time
from pathlib import Path

from rashomon.model.errors import CaseError


def count(upto, tell):
    for number in range(upto):
        tell(number)


def linger(file, tell):
    """Tell once and go on for an hour; put in order what was done where that is broken off."""
    try:
        tell("begun")
        time.sleep(3600)
    except KeyboardInterrupt:
        Path(file).write_text("in order")
        raise


def refuse(tell):
    tell("begun")
    raise CaseError("it is in use", where="a.case", remedy="wait")


def stumble(_):
    raise ZeroDivisionError("nobody foresaw this")


def die(_):
    os._exit(3)
