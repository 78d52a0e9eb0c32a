"""Words beside a name that bar it from being who did it: *condemnation of the raid by Norvia*."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rashomon.compare.phrases import any_of

_BLANKS = {" ": r"\s+"}
_FEW = r"(?:[^\W_]+\s+)"
_BE = r"(?:is|are|was|were|been|being)"


@dataclass(frozen=True, slots=True)
class Barring:
    """What stands beside a name that is not of who did it.

    Attributes:
        about: finds, right before a deed, words for what others do about it or call so.
        harmed: finds, right before a deed, those who did it, where it is done to them.
        hitting: finds, right before somebody's arms, words that say that they were hit.
        holding: finds, right before a name, words for holding a place.
        idle: finds, right behind somebody's arms, words that say that they did nothing to others.
        others: finds, right behind a verb, what makes no attack of it: *launched an inquiry*.
        said: finds words for saying.
        member: finds, right behind a name, words for one of those named.
    """

    about: re.Pattern[str]
    harmed: re.Pattern[str]
    hitting: re.Pattern[str]
    holding: re.Pattern[str]
    idle: re.Pattern[str]
    others: re.Pattern[str]
    said: re.Pattern[str]
    member: re.Pattern[str]

    def is_about(self, before: str) -> bool:
        """Return whether words before a deed say that others do something about it."""
        return bool(self.about.search(before))

    def are_hit(self, before: str) -> bool:
        """Return whether words before somebody's arms say that these were hit."""
        return bool(self.hitting.search(before))

    def is_holding(self, before: str) -> bool:
        """Return whether words before a name say that it holds a place."""
        return bool(self.holding.search(before))

    def do_nothing(self, text: str, at: int) -> bool:
        """Return whether words behind somebody's arms say that these did nothing to others."""
        return bool(self.idle.match(text, at))

    def is_of_no_others(self, text: str, at: int) -> bool:
        """Return whether words behind a verb say that nobody was attacked."""
        return bool(self.others.match(text, at))


def build_barring(table: Mapping[str, Iterable[str]]) -> Barring:
    """Return what bars names, of the part ``barring`` of ``points.toml``."""
    words = {name: any_of(some, _BLANKS) for name, some in table.items()}
    helped = rf"\s+(?:(?:had|has|have|{_BE}|also|later|reportedly)\s+){{0,3}}"
    return Barring(
        about=_compiled(
            rf"\b(?:{words['reactions']}\s+(?:about|at|into|of|on|over|to|towards?)\s+{_FEW}{{0,3}}"
            rf"|{words['called']}\s+{_FEW}{{0,4}})$"
        ),
        harmed=_compiled(rf"\b{words['doers']}\s+(?:later\s+)?{_BE}\s+{_FEW}{{0,2}}$"),
        hitting=_compiled(
            rf"\b{words['hitting']}\s+"
            r"(?:(?:an?|the|its|their|one|two|several|of|unmanned|armed|civilian|military)\s+){0,4}$"
        ),
        holding=_compiled(rf"\b{words['holding']}\s+by\s+(?:the\s+)?$"),
        idle=_compiled(
            rf"[\s-]+{words['no_arms']}\b|\s+{_FEW}{{0,2}}(?:could|may|might|would)\b"
            rf"|{helped}{words['idle']}\b(?!\s+(?:by|into)\b)"
            rf"|{helped}{_BE}\s+{words['downed']}\b"
        ),
        others=_compiled(
            r"\s+(?:(?:back|by|out\s+at|(?:him|her|it|them)sel(?:f|ves))\b"
            rf"|(?:(?:an?|its|new|the|their)\s+)?{_FEW}?{words['harmless']}\b"
            rf"|(?:the|an?)\s+(?:suspected\s+)?{words['doers']}\b)"
        ),
        said=_compiled(rf"\b{words['said']}\b"),
        member=_compiled(rf"\s+{words['members']}\b"),
    )


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.I)
