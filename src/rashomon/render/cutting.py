"""Words cut to a length, with a sign where some are left out."""


def cut(words: str, most: int) -> str:
    """Return words, of which as many characters as ``most`` are left: their beginning."""
    return words if len(words) <= most else f"{words[: most - 1].rstrip()}…"


def cut_amid(words: str, most: int) -> str:
    """Return words of which some in the middle are left out where there are more than ``most``."""
    if len(words) <= most:
        return words
    half = most // 2
    return f"{words[:half].rsplit(' ', 1)[0]} … {words[-half:].split(' ', 1)[-1]}"
