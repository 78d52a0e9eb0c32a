"""Why two documents are held to tell of one incident, as a sentence."""

from collections.abc import Iterable, Iterator
from datetime import date

from rashomon.linking.incidents.background import Telling
from rashomon.linking.incidents.features import Side
from rashomon.linking.incidents.sketches import Range, Sketch, Spot
from rashomon.linking.incidents.tables import Model, Words
from rashomon.model.incidents import IncidentPlace, IncidentTime

DECIDED = "a person decided that both tell of the same incident"
"""The reason for a link that a person made."""

_NAMES = 3
_ALIKE = 0.6
_COPY = 0.97
_RARE = 6.0
_SOME = 0.25
_LATE = 14


def reason(a: Side, b: Side, model: Model) -> str:
    """Return what speaks for the two telling of one incident, and against it."""
    parts = [*_what(a.sketch, b.sketch, model), *_tolls(a.sketch, b.sketch)]
    parts += [*_names(a, b, model), *_wording(a, b), *_against(a.sketch, b.sketch)]
    return "; ".join(parts) if parts else "their words go together"


def in_passing_reason(telling: Telling, spot: Spot, model: Model) -> str:
    """Return why what a document tells in passing is held to be a certain incident.

    Args:
        telling: what it tells.
        spot: where the incident took place.
        model: what was learned.
    """
    what = model.words.labels.get(telling.types[0], telling.types[0])
    days = dict.fromkeys(date.fromordinal(one).isoformat() for one in (telling.first, telling.last))
    where = telling.spot.name
    near = "" if where == spot.name else f", near {spot.name}"
    toll = f"; {_number(telling.killed)} killed" if telling.killed else ""
    words = " ".join(telling.trigger.split())
    return f"one tells in passing of {what} (“{words}”) in {where}{near} on {_listed(days)}{toll}"


def called(type_: str | None, place: IncidentPlace | None, time: IncidentTime, words: Words) -> str:
    """Return what an incident is called that no headline names."""
    what = words.labels.get(type_ or "", "an incident")
    where = f" in {place.name}" if place else ""
    when = f", {time.edtf}" if time.edtf else ""
    return f"{what[0].upper()}{what[1:]}{where}{when}"


def _what(a: Sketch, b: Sketch, model: Model) -> Iterator[str]:
    types = {one for one, weight in a.types if weight >= _SOME}
    # what both have beside, such as the fire that shells set, is not what they tell of
    chief = {one for one, _ in (*a.types[:1], *b.types[:1])}
    both = [one for one, _ in b.types if one in types & chief]
    where, when = _where(a, b), _when(a, b)
    if both or where or when:
        what = model.words.labels.get(both[0], both[0]) if both else "something"
        yield f"both tell of {what}{where}{when}"


def _where(a: Sketch, b: Sketch) -> str:
    names = {one.name for one in a.spots[:3]}
    shared = [one.name for one in b.spots[:3] if one.name in names]
    return f" in {shared[0]}" if shared else ""


def _when(a: Sketch, b: Sketch) -> str:
    for one in a.days:
        for other in b.days:
            first, last = max(one.first, other.first), min(one.last, other.last)
            if first == last:
                return f" on {date.fromordinal(first).isoformat()}"
    return ""


def _tolls(a: Sketch, b: Sketch) -> Iterator[str]:
    for kind, one, other in (
        ("killed", a.killed, b.killed),
        ("injured", a.injured, b.injured),
    ):
        if one and other:
            both = _number(one) if one == other else f"{_number(one)} and {_number(other)}"
            yield f"{both} {kind}"


def _number(count: Range) -> str:
    least, most = count
    if most is None:
        return f"at least {least:,}"
    return f"{least:,}" if least == most else f"{least:,} to {most:,}"


def _names(a: Side, b: Side, model: Model) -> Iterator[str]:
    shared = [one for one, _ in a.sketch.names if one in b.names]
    rare = [
        one
        for one, _ in a.sketch.terms
        if one in b.terms
        and one not in a.local | b.local
        and not one.isdigit()
        and model.rarity.weigh(one) >= _RARE
        and not any(one in name.split() for name in shared)
    ]
    if shared:
        yield f"both name {_listed(one.title() for one in _whole(shared)[:_NAMES])}"
    if rare:
        yield f"both have the rare {_words(rare[:_NAMES])}"
    if ages := sorted(set(a.sketch.ages) & set(b.sketch.ages)):
        yield f"both tell of people aged {_listed(str(one) for one in ages[:_NAMES])}"


def _whole(pairs: Iterable[str]) -> list[str]:
    """Return names without those that overlap: *Mayor Teodor* and *Teodor Quill* are one man."""
    found: list[str] = []
    for one in pairs:
        first, last = one.split()[0], one.split()[-1]
        for number, name in enumerate(found):
            words = name.split()
            if words[-1] == first:
                found[number] = " ".join([*words, last])
            elif words[0] == last:
                found[number] = " ".join([first, *words])
            elif first not in words and last not in words:
                continue
            break
        else:
            found.append(one)
    return found


def _wording(a: Side, b: Side) -> Iterator[str]:
    alike = sum(weight * b.terms.get(one, 0.0) for one, weight in a.sketch.terms)
    if alike >= _COPY:
        yield "their words are nearly the same"
    elif alike >= _ALIKE:
        yield "their wording is much alike"


def _against(a: Sketch, b: Sketch) -> Iterator[str]:
    if a.days and b.days and not _when(a, b):
        apart = max(a.days[0].first - b.days[0].last, b.days[0].first - a.days[0].last)
        if apart > 0:
            days = "day" if apart == 1 else "days"
            yield f"though the days that they give lie {apart:,} {days} apart"
    if a.published and b.published and abs(a.published - b.published) > _LATE:
        yield f"published {abs(a.published - b.published):,} days apart"


def _words(found: list[str]) -> str:
    return f"{'word' if len(found) == 1 else 'words'} {_listed(found)}"


def _listed(parts: Iterable[str]) -> str:
    *most, last = parts
    return f"{', '.join(most)} and {last}" if most else last
