"""Numbers as ranges, as they are written, whatever stands around them."""

import re
from dataclasses import dataclass

from rashomon.analysis.casualties.counts import Count, CountTable
from rashomon.analysis.casualties.lines import Line
from rashomon.analysis.casualties.numerals import Numerals
from rashomon.analysis.casualties.values import Value, read_value

_RANGE = re.compile(r"(\d{1,9})-(\d{1,9})")


@dataclass(frozen=True, slots=True)
class Written:
    """A number as it is written, whatever stands around it.

    Attributes:
        count: how many.
        end: the word after its last.
        is_short: whether its unit is written in letters: "12k".
    """

    count: Count
    end: int
    is_short: bool = False


def find_range(line: Line, at: int, table: CountTable) -> Written | None:
    """Return the range that is written from word ``at``: of one number, of two, or open."""
    if at >= len(line.words):
        return None
    if (joined := _RANGE.fullmatch(line.words[at])) is not None:
        low, high = map(int, joined.groups())
        end, unit = _units_after(line, at + 1, table.numerals)
        return Written(Count(low * unit, high * unit), end) if low < high else None
    is_between = line.words[at] == "between"
    pair = None if _has_changed(line, at) else _pair(line, at + is_between, table, is_between)
    if pair is not None or is_between:
        return pair
    first = read_value(line, at, table.numerals)
    if first is None or first.number is None:
        return _open(line, at, table)
    return Written(Count(first.number, first.number), first.end, first.is_short)


def _units_after(line: Line, at: int, numerals: Numerals) -> tuple[int, int]:
    """Return the word after the units from a word on, and what they multiply by."""
    unit = 1
    while at < len(line.words) and line.words[at] in numerals.units and unit <= numerals.limit:
        unit, at = unit * numerals.units[line.words[at]], at + 1
    return at, unit


def _pair(line: Line, at: int, table: CountTable, is_between: bool) -> Written | None:
    """Return the range of two numbers: "20 to 30", "one or two million"."""
    words, numerals = line.words, table.numerals
    first = read_value(line, at, numerals)
    joiners = ("and",) if is_between else ("to", "or", "-", "–")
    if first is None or first.end >= len(words) or words[first.end] not in joiners:
        return None
    second = read_value(line, first.end + 1, numerals)
    if second is None or second.number is None:
        return None
    low = _sharing(line, at, first, second, numerals)
    if low is None or low >= second.number:
        return None
    return Written(Count(low, second.number), second.end, second.is_short)


def _sharing(line: Line, at: int, first: Value, second: Value, numerals: Numerals) -> int | None:
    """Return the lower number of a range, with the unit of the higher if it has none itself."""
    if first.unit > 1 or second.unit == 1 or first.is_short:
        return first.number
    shared = read_value(line, at, numerals, implied=second.unit)
    is_below = shared is not None and (shared.number or 0) < (second.number or 0)
    return shared.number if shared is not None and is_below else first.number


def _has_changed(line: Line, at: int) -> bool:
    """Return whether a number is one that is no longer right: "rose from 12 to 15"."""
    return at > 0 and line.words[at - 1] in ("from", "by")


def _open(line: Line, at: int, table: CountTable) -> Written | None:
    """Return the range of words for a number that is left open: at least so many."""
    words = line.words
    if words[at] in table.open_units:
        least, end = table.open_units[words[at]], at + 1
        while end + 1 < len(words) and words[end] == "of" and words[end + 1] in table.open_units:
            least, end = least * table.open_units[words[end + 1]], end + 2
        return Written(Count(least, None), end)
    vague = table.vague.at(words, at)
    if vague is None:
        return None
    least, end = vague
    is_of = words[end : end + 1] == ("of",)  # "a couple of hundred"
    after, unit = _units_after(line, end + is_of, table.numerals)
    if unit > 1:
        return Written(Count(unit, None), after)  # "several dozen" is read as "dozens"
    is_open = end < len(words) and words[end] in table.open_units
    return _open(line, end, table) if is_open else Written(Count(least, None), end)
