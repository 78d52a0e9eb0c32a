"""People killed, injured, detained, displaced or missing: how many, who, and how it is told.

Each sentence is read by itself: its words become a line of letters (:mod:`chunks`), in which the
subjects and objects of what happened to people are sought (:mod:`clauses`, :mod:`told`).
"""

from rashomon.analysis.casualties.find import find_harms
from rashomon.analysis.casualties.harms import Harm
from rashomon.analysis.casualties.table import CasualtyTable, build_casualties
from rashomon.analysis.casualties.totals import total

__all__ = ["CasualtyTable", "Harm", "build_casualties", "find_harms", "total"]
