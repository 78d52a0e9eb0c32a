"""What a date is counted from: the day of publication, what has been told, the verb beside it."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, NamedTuple, TypeAlias

from rashomon.analysis.times.periods import Period, Unit, is_coarser
from rashomon.analysis.times.values import Base

Direction: TypeAlias = Literal["past", "future", "until"]
"""Which way from the day of publication the verb beside a time points; or that something goes on
until then, which days of the week leave to come, and months do not ("served until July")."""


class Origin(NamedTuple):
    """A day that something is counted from, and how it is known."""

    day: date
    base: Base


@dataclass(frozen=True, slots=True)
class Context:
    """What a date is counted from.

    Attributes:
        now: the day of publication, ``None`` where it is not known.
        told: the periods that the text told before, the last first.
        direction: which way the verb beside the words points, ``None`` where none shows it.
    """

    now: date | None
    told: tuple[Period, ...] = ()
    direction: Direction | None = None

    def origin(self, unit: Unit, is_told: bool) -> Origin | None:
        """Return the day to count such units from, ``None`` where there is none.

        Args:
            unit: what is counted.
            is_told: whether it is counted from what was told, rather than from the publication;
                where nothing was told that is precise enough, the publication serves.
        """
        told = self.told_in(unit) if is_told else None
        if told:
            return Origin(told.first, "told")
        return Origin(self.now, "now") if self.now else None

    def told_in(self, unit: Unit) -> Period | None:
        """Return the period told last that is precise enough to count such units from."""
        return next((one for one in self.told if not is_coarser(one.unit, unit)), None)

    @property
    def told_part(self) -> Period | None:
        """The quarter or half told last, as reports of business figures do."""
        return next((one for one in self.told if one.unit in ("quarter", "half")), None)

    def tell(self, told: Period) -> "Context":
        """Return the context after a period was told; of each unit only the last is kept."""
        rest = tuple(one for one in self.told if one.unit != told.unit)
        return replace(self, told=(told, *rest))
