"""Names of parties and answers as sentences have them."""

from collections.abc import Sequence

from markupsafe import Markup

from rashomon.model.comparison import Position, When
from rashomon.render.case.comparison_marks import called, said
from rashomon.render.html.days import long_days
from rashomon.render.html.text import isolated


def name(party: str) -> Markup:
    """Return the name of a party as pages show it."""
    return isolated(called(party))


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
