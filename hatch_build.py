"""Makes the gazetteer that ships with the package, when a wheel or an editable install is built."""

import sys
from pathlib import Path
from types import ModuleType
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

_PACKAGE = Path(__file__).parent / "src" / "rashomon"


class GazetteerHook(BuildHookInterface):
    """Builds ``gazetteer.sqlite``, unless it is there and made from the same data by the same code.

    The data come from packages that ``[build-system] requires`` names by their exact versions.
    """

    def initialize(self, _version: str, _build_data: dict[str, Any]) -> None:
        """Build it before the files of the package are gathered."""
        # the package itself needs what is not there while it is built; its gazetteer does not
        bare = ModuleType("rashomon")
        bare.__path__ = [str(_PACKAGE)]
        sys.modules["rashomon"] = bare

        from rashomon.gazetteer.shipped import build
        from rashomon.gazetteer.tables import find_inputs

        target = _PACKAGE / "gazetteer" / "gazetteer.sqlite"
        self.app.display_info(f"gazetteer: {'built' if build(target, find_inputs()) else 'kept'}")
