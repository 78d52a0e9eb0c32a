"""When: time expressions, what they denote, and what happened then."""

from rashomon.analysis.times.find import find_times
from rashomon.analysis.times.table import TimeTable, build_times

__all__ = ["TimeTable", "build_times", "find_times"]
