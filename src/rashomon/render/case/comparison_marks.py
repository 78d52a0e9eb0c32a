"""What stands beside an answer: marks that say how it is held, and who holds it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from rich.text import Text

from rashomon.model.comparison import Count, Grade, Holding, Point, Position, When
from rashomon.render.cutting import cut
from rashomon.render.plain import plain
from rashomon.render.words import day_words

_LONGEST_LABEL = 60


@dataclass(frozen=True, slots=True)
class Mark:
    """A sign with what it means; it never rests on its colour.

    Attributes:
        sign: one character.
        word: what it is called.
        meaning: what it says, for the legend.
        style: how it is shown where there are colours.
    """

    sign: str
    word: str
    meaning: str
    style: str


CONTESTED = Mark(
    "≠", "contested", "answers cannot all be true, or one denies what another says", "bold red"
)
UPDATE = Mark("↑", "rising", "later accounts count more", "bold yellow")
DENIED = Mark("✗", "denied", "somebody else says that it is not so, or doubts it", "red")
SINGLE = Mark("°", "one origin", "all who say so draw on one root", "yellow")
OWN_VOICE = Mark("¶", "own voice only", "outlets say so themselves and name no source", "magenta")
SILENT = Mark("–", "silent", "speaks of the incident; no answer of theirs to this was found", "dim")

MARKS = (CONTESTED, UPDATE, DENIED, SINGLE, OWN_VOICE, SILENT)


def point_marks(point: Point) -> tuple[Mark, ...]:
    """Return what is to be said of a point as a whole."""
    said = ((CONTESTED, point.is_contested), (UPDATE, point.is_update))
    return tuple(mark for mark, holds in said if holds)


def position_marks(position: Position) -> tuple[Mark, ...]:
    """Return what is to be said of who holds a position."""
    if not position.held_by:
        return ()
    said = (
        (DENIED, bool(deniers(position))),
        (SINGLE, len(position.origins) == 1),
        (OWN_VOICE, all(is_own_voice(one) for one in position.held_by)),
    )
    return tuple(mark for mark, holds in said if holds)


def deniers(position: Position) -> list[str]:
    """Return the names of those who deny what others say."""
    holders = {one.party for one in position.held_by}
    return [one for one in names(position.denied_by) if one not in holders]


def is_doubt(denials: Iterable[Holding]) -> bool:
    """Return whether those who do not hold an answer to be so no more than doubt it."""
    return all(one.voice.stance == "doubts" for one in denials)


def is_own_voice(holding: Holding) -> bool:
    """Return whether a document says it itself, and names nobody who does."""
    return holding.voice.attribution is None


def names(holdings: Iterable[Holding]) -> list[str]:
    """Return the names of parties, each once, in the order in which they come."""
    return list(dict.fromkeys(one.party for one in holdings))


def called(party: str) -> str:
    """Return the name of a party as it is shown: of a document without a publisher, its file."""
    path = PurePath(party)
    return plain(path.name if "/" in party and path.suffix else party)


def listed(given: Sequence[str], most: int) -> str:
    """Return names in one line: so many at most, and how many there are more."""
    shown = ", ".join(map(called, given[:most]))
    return f"{shown} +{len(given) - most}" if len(given) > most else shown


def said(position: Position, longest: int = _LONGEST_LABEL) -> str:
    """Return an answer for people, so many characters at most."""
    value = position.value
    words = (
        day_words(value.earliest, value.latest)
        if isinstance(value, When)
        else plain(position.label)
    )
    return cut(words, longest)


def size_of(position: Position) -> tuple[int, int]:
    """Return what orders counts from few to many; all else is of one size."""
    value = position.value
    return value.size if isinstance(value, Count) else (0, 0)


def answer(position: Position, style: str = "", longest: int = _LONGEST_LABEL) -> Text:
    """Return an answer with its marks and its grade."""
    words = Text(said(position, longest), style)
    marks = position_marks(position)
    if marks:
        words.append(" ")
    for mark in marks:
        words.append(mark.sign, mark.style)
    if position.grade:
        words.append(f" ({grade_words(position.grade)})", "not bold dim")
    return words


def grade_words(grade: Grade) -> str:
    """Return a grade in short, with who set it where a person did."""
    return f"{grade.airwars}, set by {plain(grade.reviewer)}" if grade.reviewer else grade.airwars
