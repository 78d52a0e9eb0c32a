"""The folders in which what a desk is handed waits to be read, and those that a killed desk left.

A folder is called by the process that made it, so that others know whether it is still wanted.
"""

import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

_PREFIX = "rashomon-desk-"
_NAME = re.compile(rf"{_PREFIX}([0-9]{{1,10}})-\w+", re.ASCII)


def new_folder() -> Path:
    """Return a new folder that nobody else may look into."""
    return Path(tempfile.mkdtemp(prefix=f"{_PREFIX}{os.getpid()}-"))


def remove_left() -> None:
    """Remove the folders of this user whose process is gone: they hold what people handed over.

    Only where a process can be asked for without touching it (POSIX).
    """
    if os.name == "posix":
        for folder in _left():
            shutil.rmtree(folder, ignore_errors=True)


def _left() -> Iterator[Path]:
    with os.scandir(tempfile.gettempdir()) as found:
        for one in found:
            named = _NAME.fullmatch(one.name)
            if not named or not one.is_dir(follow_symlinks=False):
                continue
            is_own = one.stat(follow_symlinks=False).st_uid == os.getuid()
            if is_own and not _is_alive(int(named[1])):
                yield Path(one.path)


def _is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return True
    return True
