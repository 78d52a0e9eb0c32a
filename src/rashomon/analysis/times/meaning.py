"""What words for dates and times of day mean, before it is known what they are counted from."""

from dataclasses import dataclass

from rashomon.analysis.times.context import Context
from rashomon.analysis.times.periods import Period
from rashomon.analysis.times.values import Value


class DateMeaning:
    """The meaning of a date or a time of day; by itself, of words of that form without a value."""

    __slots__ = ()

    @property
    def bare(self) -> str | None:
        """The TIMEX3 value without a context, as far as there is one."""
        return None

    @property
    def is_time(self) -> bool:
        """Whether a time of day is meant."""
        return False

    @property
    def goes_on(self) -> bool:
        """Whether words after it ("the next day") may count from it."""
        return True

    def resolve(self, context: Context, /) -> Value | None:
        """Return what the words come to, ``None`` where the context lacks what they need.

        Raises:
            OverflowError: a day outside the calendar of ``datetime``.
            ValueError: likewise.
        """
        del context
        return None


@dataclass(frozen=True, slots=True)
class Fixed(DateMeaning):
    """A date that needs nothing but its words."""

    period: Period

    def resolve(self, _: Context, /) -> Value:
        """Return the date."""
        return Value(self.period)


@dataclass(frozen=True, slots=True)
class Vague(DateMeaning):
    """A time that the words do not tell: ``PAST_REF``, ``PRESENT_REF``, ``FUTURE_REF``."""

    reference: str

    @property
    def bare(self) -> str:
        """The reference."""
        return self.reference
