"""The places that a toponym may be: by its name, parts of it, or names written nearly so."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rashomon.analysis.places.table import PlaceTable
from rashomon.analysis.places.toponyms import Toponym
from rashomon.model.gazetteer import Gazetteer, GazetteerEntry, NameMatch

_STATES = ("US", "CA")
_COUNTRIES = ("A.PCL",)
_SETTLED = ("P.", "A.")
_FEWEST_LETTERS = 5
"""Letters of the shortest name that is looked for among names written nearly so."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a toponym may be.

    Attributes:
        entry: the place.
        is_main: whether the toponym is its usual name.
        likeness: 1 for a name of its own; else how nearly one is written so.
        is_own: whether it is of the user's own list.
        is_full: whether the word after the toponym is a part of its name ("Mosul" of "Mosul dam").
        is_bare: whether a word for its kind was left off the toponym ("Idlib" of "Idlib province").
        is_part: whether the toponym is a part of it ("eastern Aleppo").
    """

    entry: GazetteerEntry
    is_main: bool
    likeness: float
    is_own: bool
    is_full: bool = False
    is_bare: bool = False
    is_part: bool = False


def candidates(toponym: Toponym, gazetteer: Gazetteer, table: PlaceTable) -> tuple[Candidate, ...]:
    """Return the places that a toponym may be; none where the gazetteer knows none.

    Args:
        toponym: what is looked up.
        gazetteer: the places.
        table: the words by which texts name places.
    """
    found = gazetteer.find(toponym.name)
    if toponym.kind == "abbreviation":
        return _made(
            match
            for match in found
            if match.entry.feature == "A.ADM1" and match.entry.country in _STATES
        )
    if toponym.kind == "demonym":
        countries = [match for match in found if match.entry.feature.startswith(_COUNTRIES)]
        return _made(countries or found)
    return (
        (
            *_made(found),
            *_with_kind(toponym, gazetteer),
            *_without_kind(toponym.name, gazetteer, table),
        )
        or _whole(toponym.name, gazetteer, table)
        or _made(_alike(toponym.name, gazetteer))
    )


def _made(
    matches: Iterable[NameMatch],
    *,
    is_full: bool = False,
    is_bare: bool = False,
    is_part: bool = False,
) -> tuple[Candidate, ...]:
    return tuple(
        Candidate(one.entry, one.is_main, one.likeness, one.is_own, is_full, is_bare, is_part)
        for one in matches
    )


def _with_kind(toponym: Toponym, gazetteer: Gazetteer) -> tuple[Candidate, ...]:
    """Return the places of a name together with the word after it, if they are of that kind.

    "Mosul" of "the Mosul dam" is the dam; that of "Mosul province" may still be the town.
    """
    if not toponym.kind_of:
        return ()
    matches = gazetteer.find(f"{toponym.name} {toponym.kind_of}")
    fitting = (one for one in matches if one.entry.feature.startswith(toponym.wanted))
    return _made(fitting, is_full=True)


def _without_kind(name: str, gazetteer: Gazetteer, table: PlaceTable) -> tuple[Candidate, ...]:
    """Return the places of a name less the word for their kind, if they are of that kind."""
    words = name.split()
    if len(words) < 2:
        return ()
    for stem, word in ((words[:-1], words[-1]), (words[1:], words[0])):
        wanted = table.features.get(word.lower().rstrip("."))
        if wanted:
            matches = gazetteer.find(" ".join(stem))
            fitting = [one for one in matches if one.entry.feature.startswith(wanted)]
            if not fitting and wanted[0].startswith(_SETTLED):
                fitting = [one for one in matches if one.entry.feature.startswith(_SETTLED)]
            return _made(fitting, is_bare=True)
    return ()


def _whole(name: str, gazetteer: Gazetteer, table: PlaceTable) -> tuple[Candidate, ...]:
    """Return the places of which a name names a part ("eastern Aleppo", "W. Columbia")."""
    words = name.split()
    if len(words) < 2:
        return ()
    first, rest = words[0].lower().rstrip("."), " ".join(words[1:])
    if in_full := table.in_full.get(first):
        return _made(gazetteer.find(f"{in_full} {rest}"))
    return _made(gazetteer.find(rest), is_part=True) if first in table.parts else ()


def _alike(name: str, gazetteer: Gazetteer) -> Sequence[NameMatch]:
    is_long = sum(map(str.isalpha, name)) >= _FEWEST_LETTERS
    return gazetteer.find_like(name) if is_long else ()
