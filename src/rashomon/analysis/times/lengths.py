"""How long something takes, and how often it happens."""

from collections.abc import Mapping
from dataclasses import dataclass

from rashomon.analysis.times.periods import Unit
from rashomon.analysis.times.quantities import Quantity

_SIGNS: Mapping[Unit, tuple[str, str]] = {
    "second": ("PT", "S"),
    "minute": ("PT", "M"),
    "hour": ("PT", "H"),
    "day": ("P", "D"),
    "weekend": ("P", "WE"),
    "week": ("P", "W"),
    "month": ("P", "M"),
    "quarter": ("P", "Q"),
    "year": ("P", "Y"),
    "decade": ("P", "DE"),
    "century": ("P", "CE"),
}


@dataclass(frozen=True, slots=True)
class Length:
    """How long something takes: "more than two weeks"."""

    quantity: Quantity
    unit: Unit

    @property
    def value(self) -> str:
        """The TIMEX3 value: ``P2W``, ``PT1H30M``; ``PXD`` where the words give no one number."""
        lead, sign = _SIGNS[self.unit]
        exact = self.quantity.exact
        if exact is None:
            return f"{lead}X{sign}"
        if self.unit in ("decade", "century"):
            return f"P{exact * (10 if self.unit == 'decade' else 100):g}Y"
        whole, rest = divmod(exact, 1)
        if rest and self.unit in ("minute", "hour"):
            finer = "S" if self.unit == "minute" else "M"
            return f"{lead}{f'{whole:g}{sign}' if whole else ''}{rest * 60:g}{finer}"
        return f"{lead}{exact:g}{sign}"


@dataclass(frozen=True, slots=True)
class Repeated:
    """How often something happens: "daily", "every Friday".

    Attributes:
        value: as TIMEX3 writes it (``P1D``, ``XXXX-WXX-5``).
    """

    value: str
