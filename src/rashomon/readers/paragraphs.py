"""From the lines of pages to running text."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

_LETTERS = str.maketrans(
    {
        "\0": " ",
        "\ufb00": "ff",
        "\ufb01": "fi",
        "\ufb02": "fl",
        "\ufb03": "ffi",
        "\ufb04": "ffl",
        "\ufb05": "st",
        "\ufb06": "st",
    }
)
_SOFT_HYPHEN = "\u00ad"
_HYPHENS = ("-", "\u2010", _SOFT_HYPHEN)
_SURROGATES = re.compile("[\ud800-\udfff]")
_SENTENCE_END = re.compile(r"[.!?:;…][\"'”’»)\]]*$")
_PAGE_NUMBER = re.compile(r"\W*(?:page\W*)?\d{1,4}(?:\W*(?:of|/)\W*\d{1,4})?\W*", re.I)
_DIGITS = re.compile(r"\d+")
_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_BULLET = re.compile(r"[•‣◦▪■●*] ")
_LEAST_PAGES = 3
_RUNNING_LINES = 2
# a line shorter than this part of its page's width ends its paragraph, if a sentence ends there;
# one shorter than the second, if what follows begins with a capital: a headline
_SHORT, _VERY_SHORT = 0.8, 0.5


def flowing(pages: Sequence[str]) -> str:
    """Return the text of pages, a paragraph a line, with empty lines between them.

    Left out are page numbers and lines that head or foot most pages. A word that a line's end
    parts is put together; it keeps its hyphen where the text writes it with one elsewhere.
    """
    bodies = [_lines(page) for page in pages]
    for _ in range(_RUNNING_LINES):
        bodies = _without_edge(_without_edge(bodies, 0), -1)
    words = Counter(word.lower() for lines in bodies for word in _WORD.findall("\n".join(lines)))
    joined = (_join(lines, words) for lines in _paragraphs(bodies))
    return "\n\n".join(paragraph for paragraph in joined if paragraph)


def _lines(page: str) -> list[str]:
    text = _SURROGATES.sub("\ufffd", page).translate(_LETTERS)
    return _trimmed([" ".join(line.split()) for line in text.splitlines()])


def _trimmed(lines: list[str]) -> list[str]:
    """Return lines without the empty ones at both ends."""
    full = [place for place, line in enumerate(lines) if line]
    return lines[full[0] : full[-1] + 1] if full else []


def _without_edge(pages: list[list[str]], edge: int) -> list[list[str]]:
    """Return pages without their first (0) or last (-1) line where it is a running one."""
    shapes = Counter(_DIGITS.sub("#", lines[edge]) for lines in pages if lines)
    most = max(len(pages) / 2, _LEAST_PAGES - 1)

    def is_running(line: str) -> bool:
        is_number = len(pages) > 1 and bool(_PAGE_NUMBER.fullmatch(line))
        return is_number or shapes[_DIGITS.sub("#", line)] > most

    return [
        _trimmed(lines[1:] if edge == 0 else lines[:-1])
        if lines and is_running(lines[edge])
        else lines
        for lines in pages
    ]


def _paragraphs(pages: list[list[str]]) -> Iterator[list[str]]:
    """Yield the lines of each paragraph; one may run over the end of a page."""
    paragraph: list[str] = []
    for lines in pages:
        if paragraph and lines and not _runs_on(paragraph[-1], lines[0]):
            yield paragraph
            paragraph = []
        width = sorted(map(len, lines))[len(lines) * 9 // 10] if lines else 0
        for place, line in enumerate(lines):
            below = lines[place + 1] if place + 1 < len(lines) else None
            if line:
                paragraph.append(line)
            if paragraph and below is not None and _ends(line, below, width):
                yield paragraph
                paragraph = []
    if paragraph:
        yield paragraph


def _ends(line: str, below: str, width: int) -> bool:
    """Return whether a paragraph ends with ``line``, ``below`` being the next one of the page."""
    if not line or not below:
        return True
    if _BULLET.match(below):
        return True
    if _parted(line):
        return False
    if len(line) < _SHORT * width and _SENTENCE_END.search(line):
        return True
    return len(line) < _VERY_SHORT * width and not below[0].islower()


def _runs_on(line: str, below: str) -> bool:
    """Return whether a paragraph goes on over the end of a page."""
    return bool(_parted(line)) or (not _SENTENCE_END.search(line) and below[0].islower())


def _join(lines: list[str], words: Counter[str]) -> str:
    parts = lines[:1]
    for above, line in pairwise(lines):
        before, follows = _parted(above), _FIRST_WORD.match(line)
        if before and follows:
            parts[-1] = parts[-1][:-1] + _hyphen(above[-1], before, follows[0], words)
        else:
            parts.append(" ")
        parts.append(line)
    return "".join(parts).replace(_SOFT_HYPHEN, "")


def _parted(line: str) -> str:
    """Return the letters before the hyphen with which a line ends; empty for no such end."""
    if not line.endswith(_HYPHENS):
        return ""
    start = len(line) - 1
    while start and line[start - 1].isalpha():
        start -= 1
    return line[start:-1]


def _hyphen(hyphen: str, before: str, after: str, words: Counter[str]) -> str:
    """Return the hyphen of a word that a line's end parted; empty where it is none of its own."""
    if hyphen == _SOFT_HYPHEN or words[(before + after).lower()]:
        return ""
    has_own = words[f"{before}-{after}".lower()] or not after[0].islower()
    return hyphen if has_own else ""
