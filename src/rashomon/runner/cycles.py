"""How often a process looks for cycles among what it has made."""

import gc

_NEW = 300_000
_YOUNG, _OLD = 50, 100


def look_for_cycles_seldom() -> None:
    """Let this process look for cycles after far more new values than Python would.

    What is made here are values that never change, hundreds of thousands at a time, and hardly a
    cycle among them: of what linking, comparing and drawing take, looking took 5 to 25 %, and
    freed nothing.
    """
    gc.set_threshold(_NEW, _YOUNG, _OLD)
