"""Commands in the documents, with their output; ``python -m tests.docs.showing`` renews it.

A block is held against what its commands print where it begins with the making of a case of the
bundled example.
"""

import os
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

from markdown_it import MarkdownIt

ROOT = Path(__file__).parents[2]
PAGES = ("README.md", "docs/guide.md", "docs/compare.md")
CASE = "bridge.case"


def blocks(page, language):
    """Return the blocks of code of a page that are in a language."""
    tokens = MarkdownIt().parse((ROOT / page).read_text("utf-8"))
    return [token.content for token in tokens if token.type == "fence" and token.info == language]


def run(arguments, **options):
    """Run a module of this environment in the root of the repository, and return what it prints."""
    environment = {name: value for name, value in os.environ.items() if name != "COLUMNS"}
    return subprocess.run(
        [sys.executable, "-m", *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=300,
        check=True,
        **{"env": environment, **options},
    ).stdout


def case_blocks(page):
    """Return the blocks of a page that make a case and ask it."""
    return [one for one in blocks(page, "console") if one.startswith(f"$ rashomon add {CASE} ex")]


def printed(block, folder):
    """Return a block with what its commands print now; the case is made in a folder."""
    lines = []
    for line in block.splitlines():
        if line.startswith("$ "):
            program, *arguments = shlex.split(line.removeprefix("$ "))
            assert program == "rashomon"
            made = [str(folder / CASE) if one == CASE else one for one in arguments]
            lines += [line, *run(["rashomon", *made]).splitlines()]
    return "\n".join(lines) + "\n"


def renew():
    """Write into the documents what their commands print now."""
    for page in PAGES:
        text = (ROOT / page).read_text("utf-8")
        for block in case_blocks(page):
            with tempfile.TemporaryDirectory() as folder:
                text = text.replace(block, printed(block, Path(folder)))
        (ROOT / page).write_text(text, "utf-8")


if __name__ == "__main__":
    renew()
