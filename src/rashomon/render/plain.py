"""Words from outside as a terminal may show them."""

import re
import unicodedata

_SPACES = re.compile(r"\s+")


def flat(words: str) -> str:
    """Return ``words`` on one line, without characters that steer a terminal or turn text round."""
    line = _SPACES.sub(" ", words)
    return line if line.isprintable() else "".join(filter(_is_shown, line))


def plain(words: str) -> str:
    """Return the same without white space at either end."""
    return flat(words).strip()


def _is_shown(character: str) -> bool:
    # Cc: terminal controls; Cf: bidirectional overrides and other invisible marks; Cs: halves of
    # surrogate pairs, which no stream takes
    return unicodedata.category(character) not in ("Cc", "Cf", "Cs")
