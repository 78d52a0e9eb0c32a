"""Names of parties and answers as sentences have them."""

from collections.abc import Sequence

from markupsafe import Markup

from rashomon.model.comparison import Point, Position, When
from rashomon.render.case.comparison_marks import called, said
from rashomon.render.cutting import cut
from rashomon.render.html.days import long_days
from rashomon.render.html.text import isolated
from rashomon.render.plain import plain

_LONGEST_NAME = 80
_NOBODY = "unnamed"
"""What words that name no source at all are put to."""


def name(party: str) -> Markup:
    """Return the name of a party as pages show it, of a very long one its beginning."""
    if party == _NOBODY:
        return isolated("somebody not named")
    return isolated(cut(called(party), _LONGEST_NAME))


def question_words(point: Point) -> str:
    """Return what a point asks; of claims that no question fits, that they seem opposed."""
    label = plain(point.label)
    return f"opposed claims ({label})" if point.kind == "other" else label


def listing(parties: Sequence[str], most: int = 3) -> Markup:
    """Return names as in a sentence: ``A, B and 3 others``."""
    shown = [name(one) for one in parties[:most]]
    more = len(parties) - len(shown)
    if more == 1:
        shown.append(name(parties[-1]))
    elif more:
        shown.append(Markup(f"{more:,} others"))
    if len(shown) < len(("A", "B")):
        return Markup("").join(shown)
    return Markup("{} and {}").format(Markup(", ").join(shown[:-1]), shown[-1])


def answer_words(position: Position, longest: int = 90) -> str:
    """Return an answer for people, so many characters at most; days as people write them."""
    value = position.value
    if isinstance(value, When):
        return long_days(value.earliest, value.latest)
    return said(position, longest)
