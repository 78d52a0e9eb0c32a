"""The number of people that a document as a whole gives as killed, injured and so on."""

from collections.abc import Sequence
from typing import TypeAlias

from rashomon.analysis.casualties.cues import Fate
from rashomon.analysis.casualties.harms import Harm
from rashomon.model.reading import CasualtyKind

Range: TypeAlias = tuple[int, int | None]
"""The fewest, and the most or ``None``."""

LEAD = 9
"""Sentences from the first that tells of such people on, in which their number is looked for:
later ones are often those of other events. 4 to 20 were tried on the train part of the gun
violence reports; 9 and 12 were best, by less than a point."""


def total(harms: Sequence[Harm], kind: CasualtyKind) -> Range | None:
    """Return how many people a document says were harmed in all, or ``None`` where it does not.

    What is denied, has not come to be, tells of other events, or is part of another number is
    left out. Of what is left

    1. the first number counts that is given near the first mention of such people ("three were
       wounded"); those who harmed themselves in the same sentence are added;
    2. else, of those hurt whether dead or not ("seven people were shot"), the largest number,
       less the dead, if any are left;
    3. else the largest number of those of whom it is said how they are ("two are in critical
       condition");
    4. else the most people whom one sentence tells of without a number ("a man and his son");
       where people died, those who were only said to be shot may be the same, and do not count;
    5. else any number;
    6. else none, where it is said that it happened to nobody.

    Args:
        harms: all that a document says of people harmed.
        kind: what happened to them.
    """
    told = [one for one in harms if one.casualties.kind == kind and _is_fact(one)]
    near = _near(told, told)
    dead = total(_near(harms, told), "killed") if kind == "injured" else None
    if numbers := _numbers(near, "told"):
        return _with_doers(numbers[0], told)
    left = [_without(_range(one), dead) for one in _numbers(told, "open")]
    left += [_range(one) for one in _numbers(told, "living") if not any(most for _, most in left)]
    if any(least for least, _ in left):
        return max(left, key=lambda range_: range_[0])
    if some := [one for one in told if one.sort != "number" and not (dead and one.fate == "open")]:
        return _with_doers(_largest(some), told)
    if numbers := _numbers(told, "told"):
        return _range(numbers[0])
    return (0, 0) if left or _is_nobody(harms, kind) else None


def _near(harms: Sequence[Harm], told: Sequence[Harm]) -> Sequence[Harm]:
    """Return those of some harms that are told near the first of others, if there are any."""
    return [one for one in harms if not told or one.sentence <= told[0].sentence + LEAD]


def _numbers(harms: Sequence[Harm], fate: Fate) -> list[Harm]:
    return [one for one in harms if one.sort == "number" and one.fate == fate]


def _is_nobody(harms: Sequence[Harm], kind: CasualtyKind) -> bool:
    """Return whether it is said that it happened to nobody, not only to nobody else."""
    return any(
        one.casualties.kind == kind and one.sort in ("nobody", "any") and not one.is_more
        for one in harms
        if one.is_denied
    )


def _is_fact(harm: Harm) -> bool:
    """Return whether a harm may be all that happened."""
    if harm.is_denied or harm.is_hypothetical or harm.is_background or harm.casualties.is_part:
        return False
    return harm.casualties.min > 0  # "killed or wounded" says nothing of either


def _range(harm: Harm) -> Range:
    return harm.casualties.min, harm.casualties.max


def _largest(harms: Sequence[Harm]) -> Harm:
    return max(harms, key=lambda one: one.casualties.min)


def _with_doers(harm: Harm, told: Sequence[Harm]) -> Range:
    """Return the count of a harm, and of those who in the same sentence did it to themselves."""
    least, most = _range(harm)
    is_added = harm.sort != "self" and any(
        one.sort == "self" and one.sentence == harm.sentence for one in told
    )
    return least + is_added, None if most is None else most + is_added


def _without(some: Range, dead: Range | None) -> Range:
    """Return how many are left of some people when the dead are taken off."""
    if dead is None:
        return some
    least, most = some
    fewest, all_dead = dead
    fewest_left = max(0, least - (fewest if all_dead is None else all_dead))
    return fewest_left, None if most is None else max(0, most - fewest)
