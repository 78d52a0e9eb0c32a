"""Pairs of claims about violence, made from parts: invented sides, towns and numbers.

The marked sources hardly tell of strikes and tolls. What one account leaves out of another, or says
otherwise, is made here on purpose: who did it, to what, by what means, how many, when, whether at
all. The parts are of this file; nothing is taken from a text.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass, replace

from evaluation.related import ClaimPair
from rashomon.model.comparison import Relation

_SYLLABLES = (
    "bra",
    "cal",
    "dor",
    "es",
    "fen",
    "gar",
    "hal",
    "kes",
    "lor",
    "mar",
    "nor",
    "ost",
    "quil",
    "sar",
    "tem",
    "ul",
    "ves",
    "wen",
)
_ENDS = ("by", "dale", "en", "ia", "in", "mark", "on", "ra", "via")
_SOURCES = (
    "officials said",
    "the army said",
    "a monitoring group said",
    "residents said",
    "state television reported",
    "a hospital doctor said",
    "a spokesman said",
    "witnesses said",
)
_FORCES = (
    "forces",
    "soldiers",
    "warplanes",
    "jets",
    "rebels",
    "militants",
    "police",
    "gunmen",
    "artillery",
)
_TARGETS = (
    ("a school", "school"),
    ("a market", "market"),
    ("a hospital", "hospital"),
    ("a checkpoint", "checkpoint"),
    ("a bus carrying evacuees", "bus"),
    ("a wedding", "wedding"),
    ("a weapons depot", "weapons depot"),
    ("a mosque", "mosque"),
    ("a military base", "base"),
    ("a police station", "police station"),
    ("a residential building", "building"),
    ("a refugee camp", "camp"),
    ("a convoy of trucks", "convoy"),
    ("an aid warehouse", "warehouse"),
    ("a power station", "power station"),
    ("a ferry", "ferry"),
)
_MEANS = (
    ("bombed", "bombed", "an air strike", "air"),
    ("shelled", "shelled", "shelling", "ground"),
    ("attacked", "attacked", "an attack", ""),
    ("hit", "hit", "a strike", ""),
    ("blew up", "blown up", "a car bomb", "planted"),
    ("stormed", "stormed", "a raid", "raid"),
)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_NUMBERS = (
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "a dozen",
    "15",
    "17",
    "20",
    "22",
    "26",
    "30",
    "35",
    "40",
    "forty",
    "48",
    "58",
    "60",
    "73",
    "80",
    "100",
    "112",
    "126",
    "200",
)
_PEOPLE = ("people", "civilians", "children", "soldiers", "fighters", "villagers")
_OTHERS = (
    "The {target} had opened two years earlier.",
    "{town} lies close to the border.",
    "The government promised an inquiry into the events in {town}.",
    "Thousands have fled {town} since the spring.",
    "Talks between {side} and {other} are to begin next week.",
    "{side} has denied similar accusations before.",
    "The {target} in {town} is the only one in the province.",
    "Aid groups warned of shortages in {town}.",
)


@dataclass(frozen=True, slots=True)
class _Act:
    """What happened, as one account has it."""

    side: str
    other: str
    forces: str
    target: tuple[str, str]
    means: tuple[str, str, str, str]
    town: str
    day: str
    number: str
    people: str
    source: str


def told_pairs(number: int, dice: random.Random) -> list[ClaimPair]:
    """Return so many pairs of claims; the same for the same dice."""
    return [_pair(dice) for _ in range(number)]


def _pair(dice: random.Random) -> ClaimPair:
    act = _act(dice)
    relation: Relation = dice.choice(("entails", "contradicts", "neutral"))
    make = {"entails": _follows, "contradicts": _excludes, "neutral": _tells_more}[relation]
    first, second = make(act, dice)
    return ClaimPair("told", first, second, relation)


def _act(dice: random.Random) -> _Act:
    side, other = _names(2, dice)
    return _Act(
        side,
        other,
        dice.choice(_FORCES),
        dice.choice(_TARGETS),
        dice.choice(_MEANS),
        _names(1, dice)[0],
        dice.choice(_DAYS),
        dice.choice(_NUMBERS),
        dice.choice(_PEOPLE),
        dice.choice(_SOURCES),
    )


def _names(number: int, dice: random.Random) -> list[str]:
    found: dict[str, None] = {}
    while len(found) < number:
        found[
            "".join(dice.sample(_SYLLABLES, dice.choice((1, 2)))).capitalize() + dice.choice(_ENDS)
        ] = None
    return list(found)


def _hit(act: _Act, dice: random.Random, *, day: bool = True, town: bool = True) -> str:
    """Return a sentence on who hit what, with or without when and where."""
    when = f" on {act.day}" if day else ""
    where = f" in {act.town}" if town else ""
    active, passive, noun, _ = act.means
    who = f"{act.side} {act.forces}"
    return dice.choice(
        (
            f"{who} {active} {act.target[0]}{where}{when}.",
            f"{_capital(act.target[0])}{where} was {passive} by {who}{when}.",
            f"{_capital(noun)} by {who} hit {act.target[0]}{where}{when}.",
        )
    )


def _killed(act: _Act, dice: random.Random) -> str:
    """Return a sentence on how many were killed."""
    noun, place = act.means[2], f"{act.target[0]} in {act.town}"
    toll = f"{dice.choice(('', 'at least '))}{act.number} {act.people}"
    source = act.source.removesuffix(" said").removesuffix(" reported")
    return dice.choice(
        (
            f"{_capital(toll)} were killed when {place} was {act.means[1]} on {act.day}.",
            f"{_capital(noun)} on {place} killed {toll}, {act.source}.",
            f"{_capital(source)} said that {toll} had died in {noun} on {place}.",
        )
    )


def _follows(act: _Act, dice: random.Random) -> tuple[str, str]:
    target = act.target[1]
    if dice.random() < _HALF:
        first = _attributed(_hit(act, dice), act, dice)
        return first, dice.choice(
            (
                f"The {target} was hit.",
                f"{_capital(act.target[0])} in {act.town} was attacked.",
                f"{act.side} {act.forces} attacked {act.target[0]}.",
                _hit(
                    replace(act, means=("attacked", "attacked", "an attack", "")), dice, day=False
                ),
                _hit(act, dice, day=False, town=False),
                f"There was an attack in {act.town}.",
                f"It was {act.side} that hit the {target}.",
                f"The attack was on {act.day}.",
            )
        )
    first = _killed(act, dice)
    return first, dice.choice(
        (
            f"{_capital(act.people)} were killed.",
            f"There were deaths in {act.town}.",
            f"Some {act.people} died.",
            f"{_capital(act.people)} were killed in the attack on the {target}.",
            "People were killed.",
            f"The attack on the {target} cost lives.",
            f"{act.number} {act.people} were killed.".capitalize(),
        )
    )


def _excludes(act: _Act, dice: random.Random) -> tuple[str, str]:
    target = act.target[1]
    if dice.random() < _HALF:
        first = _attributed(_hit(act, dice), act, dice)
        other = replace(act, side=act.other, forces=dice.choice(_FORCES))
        ways = [one for one in _MEANS if one[3] and act.means[3] and one[3] != act.means[3]]
        away = next(one for one in dice.sample(_DAYS, len(_DAYS)) if one != act.day)
        makers: list[Callable[[], str]] = [
            lambda: f"The {target} was not hit.",
            lambda: f"No {target} in {act.town} was attacked.",
            lambda: f"It was {act.other} that {act.means[0]} the {target}, not {act.side}.",
            lambda: _hit(other, dice, day=False),
            lambda: f"{act.side} {act.forces} had nothing to do with the attack on the {target}.",
            lambda: f"There was no attack in {act.town} on {act.day}.",
            lambda: f"{act.side} did not attack the {target}.",
            lambda: f"The {target} in {act.town} was damaged by a gas leak, not by an attack.",
            lambda: f"The {target} was attacked on {away}, not on {act.day}.",
            lambda: f"The attack on the {target} was staged by {act.other}.",
        ]
        if ways:
            makers.append(lambda: f"The {target} was destroyed by {dice.choice(ways)[2]}.")
        return first, dice.choice(makers)()
    first = _killed(act, dice)
    less = dice.choice([one for one in ("one person", "nobody") if one])
    return first, dice.choice(
        (
            f"Nobody was killed in {act.town}.",
            f"No {act.people} died in the attack on the {target}.",
            "There were no casualties.",
            f"{_capital(less)} was killed when the {target} was hit.",
            f"The attack on the {target} killed no one.",
            f"All {act.people} at the {target} survived.",
            f"The report that {act.people} were killed in {act.town} is false.",
        )
    )


def _tells_more(act: _Act, dice: random.Random) -> tuple[str, str]:
    target = act.target[1]
    first = _attributed(_hit(act, dice), act, dice) if dice.random() < _HALF else _killed(act, dice)
    elsewhere = replace(_act(dice), side=act.side)
    return first, dice.choice(
        (
            dice.choice(_OTHERS).format(
                target=target, town=act.town, side=act.side, other=act.other
            ),
            dice.choice(_OTHERS).format(
                target=target, town=act.town, side=act.side, other=act.other
            ),
            _hit(elsewhere, dice),
            f"The attack on the {target} was revenge for one on {elsewhere.town}.",
            f"The {target} had been used to store weapons.",
            f"{act.other} called for a meeting of the council.",
            f"{act.side} said that its {act.forces} had acted lawfully.",
            f"Several of the wounded were taken to {elsewhere.town}.",
            f"The attack on the {target} in {act.town} was the third this month.",
        )
    )


def _attributed(sentence: str, act: _Act, dice: random.Random) -> str:
    return f"{sentence[:-1]}, {act.source}." if dice.random() < _HALF else sentence


_HALF = 0.5


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
