"""The desk's script, its map data, the licences of both, and the base map."""

import hashlib
import json
import shutil
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from building.basemap import write_basemap
from building.node import find_node

_ATLAS = Path("node_modules", "world-atlas", "countries-10m.json")
_SCRIPTS = ("desk.js", "world.json", "third-party.txt")
_CODE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Assets:
    """Where the sources of the assets are, and where they go.

    Attributes:
        frontend: the folder with ``package.json`` and the sources.
        package: the folder of the Python package.
    """

    frontend: Path
    package: Path

    @property
    def static(self) -> Path:
        """Where the desk has what browsers load."""
        return self.package / "web" / "static"

    @property
    def basemap(self) -> Path:
        """Where dossiers have their base map."""
        return self.package / "render" / "figures" / "basemap.zip"

    @property
    def stamp(self) -> Path:
        """Where it stands of which sources they were made."""
        return self.static / "inputs.sha256"

    def outputs(self) -> tuple[Path, ...]:
        """Return all files that are made."""
        return (*(self.static / name for name in _SCRIPTS), self.basemap)

    def is_current(self) -> bool:
        """Return whether all is there, made from the sources as they are."""
        made = (*self.outputs(), self.stamp)
        return all(one.is_file() for one in made) and self.stamp.read_text() == self.digest()

    def digest(self) -> str:
        """Return what tells whether the sources changed, and the code that makes assets of them."""
        total = hashlib.sha256()
        for path in self._inputs():
            total.update(path.relative_to(path.parents[1]).as_posix().encode())
            total.update(hashlib.sha256(path.read_bytes()).digest())
        return total.hexdigest()

    def build(self) -> bool:
        """Make all, unless it is current.

        Returns:
            Whether something was made.

        Raises:
            BuildError: npm is missing or failed.
        """
        if self.is_current():
            return False
        digest = self.digest()
        node = find_node()
        if not _has_packages(self.frontend):
            # no script of a package is run; what is not needed to build is not fetched
            quiet = ("--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier")
            node.run(node.npm, "ci", "--omit=dev", *quiet, cwd=self.frontend)
        self.static.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(dir=self.static) as folder:
            node.run(node.node, "build.js", folder, cwd=self.frontend)
            basemap = Path(folder, "basemap.zip")
            write_basemap(self.frontend / _ATLAS, basemap)
            self.stamp.unlink(missing_ok=True)
            for target in self.outputs():
                shutil.move(Path(folder, target.name), target)
        self.stamp.write_text(digest)
        return True

    def _inputs(self) -> tuple[Path, ...]:
        sources = (path for path in (self.frontend / "src").rglob("*") if path.is_file())
        named = ("package.json", "package-lock.json", "tsconfig.json", "build.js")
        return (*(self.frontend / name for name in named), *sorted(sources), *_code())


def _has_packages(frontend: Path) -> bool:
    """Return whether npm has installed what its lock file names, but for development."""
    installed = frontend / "node_modules" / ".package-lock.json"
    if not installed.is_file():
        return False
    locked = json.loads((frontend / "package-lock.json").read_text("utf-8"))["packages"]
    present = json.loads(installed.read_text("utf-8"))["packages"]
    return all(
        present.get(path, {}).get("integrity") == package.get("integrity")
        for path, package in locked.items()
        if path and not (package.keys() & {"dev", "optional", "devOptional"})
    )


def _code() -> tuple[Path, ...]:
    return tuple(_CODE / f"{name}.py" for name in ("assets", "basemap"))
