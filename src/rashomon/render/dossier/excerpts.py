"""Words with those around them, up to where sentences or paragraphs begin and end."""

import re
from collections.abc import Iterable

from markupsafe import Markup

from rashomon.model.spans import Span
from rashomon.render.html.marks import Mark, marked

AROUND = 260
"""How many characters before and behind are shown, at most."""
_LONGEST = 1200
_SHARE = 2 / 3
_BREAK = re.compile(r"\n+|(?<=[.!?…][\"'”’»)\s])\s*(?=\S)")
_CUT = Markup('<span class="cut">…</span>')
_GAP = " " + _CUT + " "


def excerpt(text: str, span: Span, marks: Iterable[Mark] = (), around: int = AROUND) -> Markup:
    """Return words, set off as ``mark class="words"``, with those around them.

    Args:
        text: the text of the document.
        span: the words; of very long ones the middle is left out.
        marks: what else is marked.
        around: how many characters before and behind are shown, at most.
    """
    window = window_of(text, span, around)
    kept = [Mark(span, "words"), *marks]
    if span.end - span.start <= _LONGEST:
        stretches = [window]
    else:
        first = span.start + int(_LONGEST * _SHARE)
        last = span.end - (_LONGEST - int(_LONGEST * _SHARE))
        stretches = [Span(window.start, first), Span(last, window.end)]
    shown = _GAP.join(marked(text, kept, one) for one in stretches)
    before = _CUT + " " if text[: window.start].strip() else Markup()
    after = " " + _CUT if text[window.end :].strip() else Markup()
    return before + shown + after


def window_of(text: str, span: Span, around: int = AROUND) -> Span:
    """Return the stretch that shows words with their neighbours.

    It reaches back to the beginning of the paragraph or of a sentence, as far as there is room,
    and on to such an end; where there is neither, to a space.
    """
    return Span(_start(text, span.start, around), _end(text, span.end, around))


def _start(text: str, at: int, around: int) -> int:
    first = max(0, at - around)
    before = text[first:at]
    if (line := before.rfind("\n")) >= 0:
        return first + line + 1
    if not first:
        return 0
    found = _BREAK.search(before)
    if found:
        return first + found.end()
    space = before.find(" ")
    return first + space + 1 if space >= 0 else first


def _end(text: str, at: int, around: int) -> int:
    last = min(len(text), at + around)
    behind = text[at:last]
    if (line := behind.find("\n")) >= 0:
        return at + line
    if last == len(text):
        return last
    ends = [one.start() for one in _BREAK.finditer(behind)]
    if ends:
        return at + len(behind[: ends[-1]].rstrip())
    space = behind.rfind(" ")
    return at + space if space >= 0 else last
