"""What processes of our own do to need little memory."""

import ctypes

_MMAP_THRESHOLD = -3  # M_MMAP_THRESHOLD of glibc's malloc.h
_LARGE = 1_000_000


def return_large_blocks() -> None:
    """Let this process give large blocks back to the system as soon as they are free.

    glibc by and by keeps blocks of up to 32 MB for itself, and the encoder's come in many sizes:
    a process then needs 300 MB where 200 are enough (``docs/decisions/0004``). Other C libraries
    are left as they are. For processes of our own: it holds for all that runs in them.
    """
    try:
        set_option = ctypes.CDLL(None).mallopt
    except (AttributeError, OSError, TypeError):  # not glibc
        return
    set_option(_MMAP_THRESHOLD, _LARGE)
