"""A grade that a person gives to a position, as a decision that holds on to words."""

import re

from rashomon.model.case import Decision
from rashomon.model.comparison import Comparison, Point, Position
from rashomon.model.errors import SettingsError, UnknownItemError
from rashomon.pipeline.comparing import chosen_point, listed_some
from rashomon.pipeline.verdicts import AIRWARS, GRADE

_PAIR = re.compile(r"[A-F][1-6]")


def grade_decision(
    comparison: Comparison,
    point: str,
    number: str,
    grade: str,
    pair: str,
    *,
    reviewer: str,
    note: str,
) -> Decision:
    """Return the decision that gives a position of an incident a grade.

    Incidents, points and positions are counted anew by each linking and reading. So it holds on to
    the first words in which somebody gives the answer, or else denies it.

    Args:
        comparison: the accounts of the incident.
        point: the ``id`` of a point (``q3``).
        number: which of its positions, from 1.
        grade: one of Airwars' words.
        pair: an Admiralty pair (``B2``), or empty.
        reviewer: who decides.
        note: why; may be empty.

    Raises:
        SettingsError: there is no such grade or pair.
        UnknownItemError: there is no such point or position.
    """
    if grade.lower() not in AIRWARS:
        remedy = f"write one of {', '.join(AIRWARS)}"
        raise SettingsError(f"{grade!r} is no grade", where=GRADE, remedy=remedy)
    if pair and not _PAIR.fullmatch(pair.upper()):
        remedy = "write a letter from A to F and a number from 1 to 6, as B2"
        raise SettingsError(f"{pair!r} is no Admiralty pair", where=GRADE, remedy=remedy)
    asked = chosen_point(comparison, point)
    position = _chosen_position(asked, number)
    words = (*position.held_by, *position.denied_by)[0]
    value = {
        "kind": asked.kind,
        "who": asked.who or "",
        "answer": position.label,
        "airwars": grade.lower(),
        "admiralty": pair.upper(),
    }
    return Decision(GRADE, words.document, words.span, value, reviewer, note)


def _chosen_position(point: Point, number: str) -> Position:
    known = {str(at): one for at, one in enumerate(point.positions, 1)}
    if number not in known:
        labels = listed_some(f"{at} ({one.label})" for at, one in known.items())
        raise UnknownItemError(
            f"there is no position {number!r} in {point.id}", remedy=f"there are {labels}"
        )
    return known[number]
