"""Addresses of articles: many ways to write one are one."""

import re
from urllib.parse import parse_qsl, quote, urlencode, urlsplit

_PORTS = {"http": 80, "https": 443}
_WWW = re.compile(r"^www\d?\.(?=.*\.)")
_HOST = re.compile(r"[^\W_]+(?:[-._:]+[^\W_]+)*")
_BY_NUMBER = re.compile("%([0-9A-Fa-f]{2})")
_SLASHES = re.compile("/{2,}")


def article_address(url: str | None) -> str | None:
    """Return the one way in which the address of an article is written.

    ``http`` and ``https``, a leading ``www.``, the case of the host, its own port, what follows
    ``#``, a slash at the end, the order of parameters, and those that only follow readers
    around (``utm_source``) make no difference.

    Args:
        url: any address, or what somebody took for one.

    Returns:
        The address without its scheme; ``None`` where it is none of the web.
    """
    try:
        return _address(url) if url else None
    except ValueError:  # brackets that hold no IPv6 address, a port that is no number
        return None


def _address(url: str) -> str | None:
    from courlan import normalize_url  # who only reads a case need not wait for it

    parts = urlsplit(url.strip())
    host = _WWW.sub("", (parts.hostname or "").rstrip("."))
    if parts.scheme not in _PORTS or not _HOST.fullmatch(host):
        return None
    port = f":{parts.port}" if parts.port not in (None, *_PORTS.values()) else ""
    path = _SLASHES.sub("/", _path(parts.path)).rstrip("/")
    # the library knows which parameters only follow readers around
    asked = parse_qsl(urlsplit(normalize_url(parts)).query, keep_blank_values=True)
    query = urlencode(sorted(asked), errors="surrogatepass")
    return f"{host}{port}{path}{'?' if query else ''}{query}"


def _path(path: str) -> str:
    """Return a path with just what must be written by number written so."""
    plain = _BY_NUMBER.sub(lambda found: _unreserved(int(found[1], 16)) or found[0].upper(), path)
    return quote(plain, safe="%/:@!$&'()*+,;=~", errors="surrogatepass")


def _unreserved(code: int) -> str | None:
    """Return the character of a number where it means the same written as itself."""
    character = chr(code)
    return character if code < 128 and (character.isalnum() or character in "-._~") else None
