"""Addresses of articles: many ways to write one are one."""

import re
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

from courlan import normalize_url

_PORTS = {"http": 80, "https": 443}
_WWW = re.compile(r"^www\d?\.(?=.*\.)")
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
    parts = urlsplit(url.strip())
    if parts.scheme not in _PORTS or not parts.hostname:
        return None
    cleaned = urlsplit(
        normalize_url(parts._replace(fragment=""), strict=False, trailing_slash=False)
    )
    host = _WWW.sub("", parts.hostname.rstrip("."))
    port = f":{parts.port}" if parts.port not in (None, *_PORTS.values()) else ""
    path = _SLASHES.sub(
        "/",
        quote(
            unquote(cleaned.path, errors="surrogateescape"),
            safe="/:@!$&'()*+,;=~",
            errors="surrogateescape",
        ),
    ).rstrip("/")
    asked = urlencode(
        sorted(parse_qsl(cleaned.query, keep_blank_values=True)), errors="surrogatepass"
    )
    return f"{host}{port}{path}{'?' if asked else ''}{asked}"
