"""``python -m building``: makes the assets again where their sources changed."""

import sys
from pathlib import Path

from building.assets import Assets
from building.node import BuildError

ROOT = Path(__file__).parent.parent


def main() -> int:
    """Make them, and say whether it was necessary."""
    assets = Assets(ROOT / "frontend", ROOT / "src" / "rashomon")
    try:
        is_made = assets.build()
    except BuildError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    sys.stdout.write("made\n" if is_made else "kept\n")
    return 0


sys.exit(main())
