"""The words of a text as the encoder sees them: wordpieces with their offsets and their looks.

The encoder is uncased and blind to white space, so each word also carries what it looks like:
its case, the gap before it, and whether it stands inside quotation marks.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

from rashomon.model.spans import Span, Spans

Ints = npt.NDArray[np.int64]

# case of a word
NO_LETTERS, LOWER, TITLE, UPPER, MIXED = range(5)
# gap before a word
NO_GAP, SPACE, LINE, PARAGRAPH = range(4)
# quotation
OUTSIDE, INSIDE = range(2)

CASES, GAPS, QUOTATIONS = 5, 4, 2
LOOKS = CASES * GAPS * QUOTATIONS

_PIECE_OF_TEXT = 50_000
_SURROGATE = re.compile("[\ud800-\udfff]")
_OPENING = "“«„"
_CLOSING = "”»"
_STRAIGHT = '"'
_DOUBLE_MARKS = frozenset(_OPENING + _CLOSING + _STRAIGHT)
_SENTENCE_MARKS = frozenset(".!?")


@dataclass(frozen=True, slots=True)
class Words:
    """A text cut into ``n`` words of one or more wordpieces, ``m`` in all.

    A word is a run of letters and digits, or one punctuation mark.

    Attributes:
        start: ``[n]``, the first code point of each word.
        end: ``[n]``, the code point after its last.
        gap: ``[n]``, what parts it from the word before: ``NO_GAP`` to ``PARAGRAPH``.
        look: ``[n]``, case, gap and quotation in one number below ``LOOKS``.
        ends_sentence: ``[n]``, which words are ``.``, ``!`` or ``?``.
        piece: ``[m]``, the ids of the wordpieces.
        first: ``[n + 1]``, the index of the first wordpiece of each word; ``m`` at the end.
    """

    start: Ints
    end: Ints
    gap: Ints
    look: Ints
    ends_sentence: npt.NDArray[np.bool_]
    piece: Ints
    first: Ints

    def __len__(self) -> int:
        return len(self.start)


def find_words(text: str, tokenizer: Tokenizer) -> Words:
    """Return the words of ``text``.

    Args:
        text: any text; long ones are tokenized in parts, cut at white space.
        tokenizer: a wordpiece tokenizer without padding, truncation or special tokens.
    """
    starts: list[Ints] = [np.zeros(0, np.int64)]
    ends: list[Ints] = [np.zeros(0, np.int64)]
    pieces: list[Ints] = [np.zeros(0, np.int64)]
    firsts: list[Ints] = [np.zeros(0, np.int64)]
    count = 0
    for at, part in _parts(text):
        # half a surrogate pair is no character, and the tokenizer refuses it
        whole = _SURROGATE.sub("\ufffd", part)
        encoding = tokenizer.encode(whole, add_special_tokens=False)
        if not encoding.ids:
            continue
        word = np.asarray(encoding.word_ids, np.int64)
        offset = np.asarray(encoding.offsets, np.int64)
        first = np.flatnonzero(np.diff(word, prepend=-1))
        last = np.append(first[1:], len(word)) - 1
        starts.append(offset[first, 0] + at)
        ends.append(offset[last, 1] + at)
        pieces.append(np.asarray(encoding.ids, np.int64))
        firsts.append(first + count)
        count += len(word)
    start, end = np.concatenate(starts), np.concatenate(ends)
    gap, look = _looks(text, start, end)
    return Words(
        start=start,
        end=end,
        gap=gap,
        look=look,
        ends_sentence=np.fromiter((text[at] in _SENTENCE_MARKS for at in start), bool, len(start)),
        piece=np.concatenate(pieces),
        first=np.append(np.concatenate(firsts), count),
    )


def rare_words(text: str, words: Words) -> Spans:
    """Return the words of letters that the tokenizer has no piece of their own for."""
    several = np.flatnonzero(np.diff(words.first) > 1)
    spans = (Span(int(words.start[i]), int(words.end[i])) for i in several)
    return tuple(span for span in spans if span.of(text).isalpha())


def without_quotation_marks(text: str, words: Words, start: int, end: int) -> tuple[Words, Ints]:
    """Return words ``start`` to ``end`` as a text of their own, and which of ``words`` they are.

    Double quotation marks are left out, as if a space stood in their place.

    Args:
        text: the text.
        words: its words.
        start: the first word.
        end: the word after the last.
    """
    at = np.fromiter(
        (i for i in range(start, end) if text[words.start[i]] not in _DOUBLE_MARKS), np.int64
    )
    pieces = words.first[at + 1] - words.first[at]
    gap = words.gap[at]
    after_mark = np.diff(at, prepend=start - 1) > 1
    gap = np.where(after_mark & (gap == NO_GAP), SPACE, gap)
    gap[:1] = PARAGRAPH
    case = words.look[at] // (QUOTATIONS * GAPS)
    first = np.append(0, np.cumsum(pieces))
    piece_at = np.repeat(words.first[at] - first[:-1], pieces) + np.arange(first[-1])
    own = Words(
        start=words.start[at],
        end=words.end[at],
        gap=gap,
        look=(case * GAPS + gap) * QUOTATIONS + OUTSIDE,
        ends_sentence=words.ends_sentence[at],
        piece=words.piece[piece_at],
        first=first,
    )
    return own, at


def _parts(text: str) -> Iterator[tuple[int, str]]:
    """Yield the text in parts with their offsets, cut at white space where there is any."""
    at = 0
    while at < len(text):
        to = min(at + _PIECE_OF_TEXT, len(text))
        if to < len(text):
            cut = max(text.rfind(mark, at, to) for mark in ("\n", " "))
            to = cut + 1 if cut > at else to
        yield at, text[at:to]
        at = to


@cache
def _classes() -> tuple[npt.NDArray[np.bool_], npt.NDArray[np.bool_], npt.NDArray[np.bool_]]:
    """Return which code points of the basic plane are upper case, lower case, white space."""
    letters = [chr(code) for code in range(0x10000)]
    return (
        np.fromiter((c.isupper() for c in letters), bool, 0x10000),
        np.fromiter((c.islower() for c in letters), bool, 0x10000),
        np.fromiter((c.isspace() for c in letters), bool, 0x10000),
    )


def _looks(text: str, start: Ints, end: Ints) -> tuple[Ints, Ints]:
    if not len(start):
        return start, start
    code = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    code = np.where(code < 0x10000, code, np.uint32(0))
    is_upper, is_lower, is_space = (table[code] for table in _classes())

    upper, lower = _between(is_upper, start, end), _between(is_lower, start, end)
    title = is_upper[start] & (upper == 1)
    case = np.select(
        [(upper == 0) & (lower == 0), upper == 0, title, lower == 0],
        [NO_LETTERS, LOWER, TITLE, UPPER],
        MIXED,
    )
    before = np.append(0, end[:-1])
    breaks = _between(code == ord("\n"), before, start)
    spaces = _between(is_space, before, start)
    gap = np.select([breaks > 1, breaks == 1, spaces > 0], [PARAGRAPH, LINE, SPACE], NO_GAP)
    gap[0] = PARAGRAPH
    inside = _quotations(text, start, gap)
    return gap, (case * GAPS + gap) * QUOTATIONS + inside


def _between(marked: npt.NDArray[np.bool_], start: Ints, end: Ints) -> Ints:
    """Return how many characters of each stretch are marked."""
    sums = np.zeros(len(marked) + 1, np.int32)  # a text has fewer than 2^31 characters
    np.cumsum(marked, out=sums[1:])
    counts: Ints = (sums[end] - sums[start]).astype(np.int64)
    return counts


def _quotations(text: str, start: Ints, gap: Ints) -> Ints:
    """Return which words stand inside double quotation marks, the marks themselves included.

    A paragraph ends a quotation that nothing closed.
    """
    inside = np.zeros(len(start), np.int64)
    marks = [i for i, at in enumerate(start) if text[at] in _DOUBLE_MARKS]
    breaks = np.append(np.flatnonzero(gap == PARAGRAPH), len(start))
    opened: int | None = None
    for i in marks:
        mark = text[start[i]]
        if opened is not None and breaks[np.searchsorted(breaks, opened, "right")] <= i:
            inside[opened : breaks[np.searchsorted(breaks, opened, "right")]] = INSIDE
            opened = None
        inside[i] = INSIDE
        if mark in _OPENING or (mark == _STRAIGHT and opened is None):
            if opened is None:
                opened = i
        elif opened is not None:
            inside[opened:i] = INSIDE
            opened = None
    if opened is not None:
        inside[opened : breaks[np.searchsorted(breaks, opened, "right")]] = INSIDE
    return inside
