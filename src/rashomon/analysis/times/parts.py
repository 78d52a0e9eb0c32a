"""From the meanings of words to those of numbers, lengths, parts of years and times on the clock.

Like all builders these take parts by the names that the rules of ``times.toml`` give them, and
return ``None`` where they make no sense.
"""

from collections.abc import Mapping
from typing import Any

from rashomon.analysis.times.lengths import Length, Repeated
from rashomon.analysis.times.periods import Unit
from rashomon.analysis.times.quantities import Quantity
from rashomon.analysis.times.recurring import MonthDay, PartOfYear, Recurring

_PARTS: Mapping[str, int] = {"month": 12, "quarter": 4, "half": 2, "season": 4}
_MOST_DAYS = 31
_HOURS = 24
_NIGHT_BEGINS = 6


def same(value: Any) -> Any:
    """Return the one part."""
    return value


def nothing() -> bool:
    """Return that the words are known, and no more."""
    return True


def number(low: Quantity | int, more: float = 0) -> Quantity | None:
    """Return a number, with a fraction more; ``None`` where it is no single one."""
    exact = low.exact if isinstance(low, Quantity) else low
    return None if exact is None else Quantity(exact + more, exact + more)


def number_between(low: Quantity, high: Quantity) -> Quantity | None:
    """Return from one number to a higher one."""
    first, last = low.exact, high.exact
    is_rising = first is not None and last is not None and first < last
    return Quantity(first, last) if is_rising else None


def length(unit: Unit, quantity: Quantity | None = None, count: float | None = None) -> Length:
    """Return how long something takes; without a number it is not told."""
    return Length(quantity or Quantity(count, count), unit)


def every(
    unit: Unit | None = None, length: Length | None = None, count: float = 1
) -> Repeated | None:
    """Return "every week", "every two weeks"; "twice a week" comes to the same as the first."""
    if length is None:
        length = Length(Quantity(count, count), unit) if unit else None
    return Repeated(length.value) if length else None


def every_date(
    weekday: int | None = None, recurring: Recurring | None = None, part_of_day: str = ""
) -> Repeated | None:
    """Return "every Friday", "each July", "every morning"."""
    if weekday:
        return Repeated(f"XXXX-WXX-{weekday}{part_of_day}")
    bare = recurring.bare if recurring else f"XXXX-XX-XX{part_of_day}"
    return Repeated(bare) if bare else None


def part_of_year(unit: Unit, number: int) -> PartOfYear | None:
    """Return a month, quarter, half or season."""
    return PartOfYear(unit, number) if 1 <= number <= _PARTS[unit] else None


def day_of_month(month: int, day: int, weekday: int | None = None) -> MonthDay | None:
    """Return a day of a month, though the month may be too short for it."""
    return MonthDay(month, day, weekday) if 1 <= day <= _MOST_DAYS else None


def clock(hour: Quantity | tuple[int, ...], half: str = "", zone: str = "") -> str | None:
    """Return a time of day as TIMEX3 writes it: ``T17:00``.

    Args:
        hour: a number, or hours, minutes and perhaps seconds.
        half: ``am``, ``pm``, or the sign of a part of the day.
        zone: what TIMEX3 writes of the time zone.
    """
    parts = hour if isinstance(hour, tuple) else _hour_and_minute(hour)
    if parts is None or parts[0] > (_HOURS // 2 if half else _HOURS):
        return None
    first = parts[0] % 12 if half else parts[0]
    if half in ("pm", "TAF", "TEV") or (half == "TNI" and first > _NIGHT_BEGINS):
        first += 12
    rest = "".join(f":{part:02}" for part in parts[1:])
    return f"T{first:02}{rest or ':00'}{zone}"


def half_past(hour: Quantity) -> str | None:
    """Return half an hour past a full one."""
    return clock((int(hour.exact), 30)) if hour.exact else None


def _hour_and_minute(number: Quantity) -> tuple[int, ...] | None:
    """Return what a number is as a time of day: 5 is five o'clock, 5.3 half past five."""
    if number.exact is None or number.exact > _HOURS:
        return None
    whole, rest = divmod(round(number.exact * 100), 100)
    return (whole, rest) if rest < 60 else None
