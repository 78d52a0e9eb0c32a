"""Who sits at the desk: the name under which decisions are kept."""

from urllib.parse import quote, unquote

from starlette.requests import Request
from starlette.responses import Response

_COOKIE = "rashomon-reviewer"
_YEAR = 365 * 24 * 3600
MOST = 80
"""Characters of a name."""


def reviewer_of(request: Request) -> str:
    """Return the name that the browser keeps, else that of the desk; may be empty."""
    kept = clean_name(unquote(request.cookies.get(_COOKIE, ""), errors="replace"))
    return kept or str(request.app.state.desk.reviewer)


def clean_name(name: str) -> str:
    """Return a name on one line, without what is not printed, cut where it is very long."""
    words = "".join(one if one.isprintable() else " " for one in name[: 4 * MOST])
    return " ".join(words.split())[:MOST]


def keep_reviewer(answer: Response, name: str, *, is_secure: bool) -> None:
    """Let the browser keep the name under which its person decides.

    Args:
        answer: what the browser is sent.
        name: the name.
        is_secure: whether the desk is reached by HTTPS.
    """
    answer.set_cookie(
        _COOKIE,
        quote(clean_name(name), safe=""),
        max_age=_YEAR,
        httponly=True,
        samesite="strict",
        secure=is_secure,
    )
