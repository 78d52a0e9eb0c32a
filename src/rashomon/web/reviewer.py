"""Who sits at the desk: the name under which decisions are kept."""

from urllib.parse import quote, unquote

from starlette.requests import Request
from starlette.responses import Response

from rashomon.pipeline.acting import MOST_NAME

_COOKIE = "rashomon-reviewer"
_YEAR = 365 * 24 * 3600


def reviewer_of(request: Request) -> str:
    """Return the name that the browser keeps, else that of the desk; may be empty."""
    kept = clean_name(unquote(request.cookies.get(_COOKIE, ""), errors="replace"))[:MOST_NAME]
    return kept or str(request.app.state.desk.reviewer)


def clean_name(name: str) -> str:
    """Return a name on one line, without what is not printed."""
    words = "".join(one if one.isprintable() else " " for one in name)
    return " ".join(words.split())


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
