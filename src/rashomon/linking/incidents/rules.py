"""What is said of two documents beside what was learned, since no corpus teaches it.

The corpora that mark which reports belong together know few kinds of events, in most of which a
shooting is all that happens; so what kinds of events say is set by hand.
"""

from collections.abc import Sequence

from rashomon.linking.incidents.features import Side, between, beyond, where
from rashomon.linking.incidents.kinds import fitting
from rashomon.linking.incidents.sketches import LONG, Days, Range, Sketch
from rashomon.linking.incidents.tables import Words

_SELDOM = 3.0
"""For an event of a seldom kind on one day: an attack with gas, an earthquake."""
_OTHER_KIND = -3.0
"""Where none of the kinds of events that they are about go together: a strike and a protest."""
_NEXT_DAY = -1.5
"""Where both give days and none is the same, but for a night between: days are misread by one."""
_OTHER_DAY = -3.0
"""Where more lies between, and both are sure of their days: two strikes on one town."""
_OTHER_EVENT = -8.0
"""Where more lies between, both are sure of one day, and what else they tell differs too, their
counts of the killed or their places: they share no age, and no names of several people.
"""
_OTHER_PLACE = -2.0
"""Where both are sure of their places, and these lie far apart: strikes on two towns."""
_FAR = 40.0
"""Km beyond their radii that are far."""
_SURE = 0.6
"""Weight of the days, or the place, of which a report is sure."""
_OF_NAMED = 0.25
"""What is left of what other days and places say where both name somebody whom few name: one who
was hurt makes them one incident, one who speaks for an army does not.
"""
_OF_ONE_NAMED = 0.6
"""The same of two events that differ in all that is told of them, where both name one alone: a
mayor speaks of one strike and of the next.
"""


def by_rule(a: Side, b: Side, words: Words) -> float:
    """Return the log-odds that are added to what was learned."""
    found = _SELDOM * _seldom(a, b, words)
    if not _kinds_fit(a, b, words):
        found += _OTHER_KIND
    apart = _days_apart(a.sketch.days, b.sketch.days)
    if _places_differ(a, b):
        apart += _OTHER_PLACE
    apart *= _left(a, b)
    return found + min(apart, _other_event(a, b))


def _other_event(a: Side, b: Side) -> float:
    """Return what it says that two documents differ in their days and in what else they tell."""
    if not _are_of_other_days(a.sketch, b.sketch) or set(a.sketch.ages) & set(b.sketch.ages):
        return 0.0
    if not (_counts_differ(a.sketch.killed, b.sketch.killed) or _places_differ(a, b)):
        return 0.0
    named = len(a.strong & b.strong)
    return _OTHER_EVENT * (_OF_NAMED if named > 1 else _OF_ONE_NAMED if named else 1.0)


def _are_of_other_days(a: Sketch, b: Sketch) -> bool:
    """Return whether two documents are each sure of one day, with more than a night between."""
    if not a.days or not b.days or min(a.days[0].weight, b.days[0].weight) < _SURE:
        return False
    one, other = a.days[0], b.days[0]
    are_single = one.first == one.last and other.first == other.last
    return are_single and min(between(x, y) for x in a.days for y in b.days) > 1


def _counts_differ(a: Range | None, b: Range | None) -> bool:
    if a is None or b is None or a[1] is None or b[1] is None:
        return False  # who says "at least" is still counting
    if a[1] == 0 or b[1] == 0:
        return False  # who says that nobody died may deny what the other tells
    return a[1] < b[0] or b[1] < a[0]


def _left(a: Side, b: Side) -> float:
    """Return how much of what days and places say is left, given who both name, and ages."""
    if not a.strong & b.strong:
        return 1.0
    return 0.0 if set(a.sketch.ages) & set(b.sketch.ages) else _OF_NAMED


def _seldom(a: Side, b: Side, words: Words) -> float:
    """Return how much it says, 0 to 1, that both are about an event of a seldom kind on one day."""
    return max(
        (
            where(spot, other_spot)
            for day in a.told.keys() & b.told.keys()
            for one, spot, is_main in a.told[day]
            for other, other_spot, other_is_main in b.told[day]
            if is_main and other_is_main and one == other and one in words.seldom
        ),
        default=0.0,
    )


def _kinds_fit(a: Side, b: Side, words: Words) -> bool:
    some, others = a.sketch.types, b.sketch.types
    if not some or not others:
        return True
    return any(fitting(one, other, words) > 0 for one, _ in some for other, _ in others)


def _places_differ(a: Side, b: Side) -> bool:
    if not a.spots or not b.spots or min(a.spots[0].weight, b.spots[0].weight) < _SURE:
        return False
    return beyond(a.spots[0], b.spots[0]) > _FAR


def _is_short(days: Days) -> bool:
    """Return whether a report may be sure of days: *in late 2014* tells of what came before."""
    return days.last - days.first <= LONG


def _days_apart(some: Sequence[Days], others: Sequence[Days]) -> float:
    if not some or not others:
        return 0.0
    apart = min(between(one, other) for one in some for other in others)
    if apart == 0:
        return 0.0
    is_sure = all(one[0].weight >= _SURE and _is_short(one[0]) for one in (some, others))
    return _OTHER_DAY if apart > 1 and is_sure else _NEXT_DAY
