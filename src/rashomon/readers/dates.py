"""The date of publication as inputs write it, to ISO 8601."""

import re
from datetime import datetime
from email.utils import parsedate_to_datetime

_NAMED = ("%d %B %Y", "%d %b %Y", "%B %d %Y", "%b %d %Y")
_FOUR_DIGITS = re.compile(r"\b\d{4}\b")
_NOISE = re.compile(
    r"(?<=\d)(?:st|nd|rd|th)\b|[,.]|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.I
)


def parse_date(text: str) -> str | None:
    """Return ``text`` as ``YYYY-MM-DD``, or ``None`` where it names no one day for certain.

    Read are ISO 8601 dates and times, RFC 2822 dates (feeds, mail) and English dates with the
    month as a word. Numbers alone (``03/04/2017``) name two days and are not read. A time
    keeps the day of its own zone.
    """
    words = text.strip()
    try:
        return datetime.fromisoformat(words).date().isoformat()
    except ValueError:
        pass
    if _FOUR_DIGITS.search(words):  # the parser of mail dates makes a century up
        try:
            return parsedate_to_datetime(words).date().isoformat()
        except (ValueError, OverflowError):
            pass
    plain = " ".join(_NOISE.sub(" ", words).split())
    for form in _NAMED:
        try:
            return datetime.strptime(plain, form).date().isoformat()
        except ValueError:
            continue
    return None
