"""Makes what ships and is not committed, when a wheel or an editable install is built."""

import importlib
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

_ROOT = Path(__file__).parent
_PACKAGE = _ROOT / "src" / "rashomon"


class AssetsHook(BuildHookInterface):
    """Builds the gazetteer, the base map and the desk's script.

    Each is kept where it is there and made from the same sources by the same code. The gazetteer
    is made from packages that ``[build-system] requires`` names by their exact versions, the others
    from those that ``frontend/package-lock.json`` names.
    """

    def dependencies(self) -> list[str]:
        """Return what the build needs beside what ``pyproject.toml`` names: npm, where it lacks."""
        node = _building("node")
        is_needed = not (_assets().is_current() or node.has_npm())
        return [node.REQUIREMENT] if is_needed else []

    def initialize(self, _version: str, _build_data: dict[str, Any]) -> None:
        """Build them before the files of the package are gathered."""
        # the package itself needs what is not there while it is built; its gazetteer does not
        bare = ModuleType("rashomon")
        bare.__path__ = [str(_PACKAGE)]
        sys.modules["rashomon"] = bare

        from rashomon.gazetteer.shipped import build
        from rashomon.gazetteer.tables import find_inputs

        target = _PACKAGE / "gazetteer" / "gazetteer.sqlite"
        self._tell("gazetteer", is_built=build(target, find_inputs()))
        self._tell("base map and script", is_built=_assets().build())

    def _tell(self, what: str, *, is_built: bool) -> None:
        self.app.display_info(f"{what}: {'built' if is_built else 'kept'}")


def _assets() -> Any:
    return _building("assets").Assets(_ROOT / "frontend", _PACKAGE)


def _building(name: str) -> ModuleType:
    """Return a module of the folder beside, which is not part of the package."""
    if str(_ROOT) not in sys.path:
        sys.path.insert(0, str(_ROOT))
    return importlib.import_module(f"building.{name}")
