"""What people decided that comparing heeds."""

from dataclasses import dataclass

from rashomon.compare.claims.ruled import RelationRuling
from rashomon.compare.grades.verdicts import Verdict
from rashomon.model.rulings import Ruling


@dataclass(frozen=True, slots=True)
class Decided:
    """Decisions of people upon comparisons, the first first.

    Attributes:
        verdicts: the grades that they gave.
        parties: which names are of one party, called by the first of them, and which are of two.
        relations: how claims relate.
    """

    verdicts: tuple[Verdict, ...] = ()
    parties: tuple[Ruling, ...] = ()
    relations: tuple[RelationRuling, ...] = ()


NOTHING = Decided()
"""Where nobody decided anything."""
