"""From a reading to its sketch."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from urllib.parse import unquote, urlsplit

from rashomon.linking.incidents.datelines import places_for_datelines
from rashomon.linking.incidents.names import find_names
from rashomon.linking.incidents.parties import is_named
from rashomon.linking.incidents.sketches import LONG, Days, Range, Sketch, Spot, Told
from rashomon.linking.incidents.tables import Model
from rashomon.linking.incidents.terms import heaviest, tokens, weights
from rashomon.model.reading import Casualties, Event, Place, Reading, Time
from rashomon.model.spans import Span, subtract

_TEXT = 20_000
"""Code points of a text that are looked at: what a report is about stands before."""
_TERMS = 80
_NAMES = 24
_NAME_WEIGHT = 12.0
_AGES = 12
_DAYS = 4
_SPOTS = 12
_TOLD = 48
_TITLE = 200
_TRIGGER = 40
_AROUND = 4
_FADING = 0.2
"""How fast what stands later in a text weighs less."""
_FIRST = 3
_WEEK = 6
_UNDATED = 0.3
"""How much an event without a day says for the week until publication, beside one with days.

On shootings, train and dev, 0.3 for a week, 0.5 for a night and 1 for two days are level, and each
better than none; contested accounts gain most by the first.
"""
_AGE = re.compile(
    r"\b(?:(\d{1,2}|[a-z]{3,9}) ?- ?|(\d{1,2}|[a-z]{3,9}) )years?(?: ?- ?| )olds?\b"
    r"|, (\d{1,2}) ?[,\n]|\bage[d]? (\d{1,2})\b"
)


def make_sketch(reading: Reading, model: Model) -> Sketch:
    """Return the sketch of a document."""
    document = reading.document
    text = _article(reading)
    title = (document.title or "")[:_TITLE]
    heads = tokens(f"{title} {_slug(document.url or '')}")
    found = tokens(text)
    local = _local(reading)
    terms = heaviest(weights(heads, found, model.rarity, local), _TERMS)
    # headlines have capitals of their own
    names = {
        name
        for words in (title, text)
        for name in find_names(words, model.words.given, model.rarity)
    }
    persons = {one: _weight(one, model) for one in names if not local.issuperset(one.split())}
    published = _ordinal(document.published)
    focus = _Focus(reading, model, published)
    return Sketch(
        published=published,
        title=title,
        publisher=_publisher(document.publisher or ""),
        terms=terms,
        heads=tuple(dict.fromkeys(heads))[:40],
        names=heaviest(persons, _NAMES),
        local=tuple(sorted(local.intersection([*heads, *dict(terms)]))),
        ages=tuple(sorted(set(_ages(f"{title}\n{text}", model.words.numbers)))[:_AGES]),
        days=focus.days(),
        days_told=focus.days_told,
        spots=focus.spots,
        types=focus.types(),
        killed=focus.toll("killed"),
        injured=focus.toll("injured"),
        told=focus.told,
        words=len(found),
    )


def _article(reading: Reading) -> str:
    text = reading.document.text[:_TEXT]
    parts = subtract(Span(0, len(text)), reading.boilerplate)
    return "\n\n".join(part.of(text) for part in parts)


def _local(reading: Reading) -> frozenset[str]:
    """Return the terms of the names of places that are placed: where they lie says more."""
    text = reading.document.text
    return frozenset(
        one
        for place in reading.places
        if place.lat is not None
        for one in tokens(f"{place.span.of(text)} {place.name}"[:_TITLE])
    )


def _publisher(name: str) -> str:
    """Return the name of a publisher; of an address the host alone."""
    return re.sub(r"^www\.|:\d+$", "", name.casefold().strip())[:80]


def _slug(url: str) -> str:
    """Return the words of an address that may be those of a headline."""
    try:
        path = unquote(urlsplit(url).path)
    except ValueError:
        return ""
    parts = [one for one in path.split("/") if one.count("-") + one.count("_") >= 2]
    return " ".join(re.sub(r"\.\w+$|\d{5,}", " ", one) for one in parts[-1:])


def _weight(name: str, model: Model) -> float:
    known = model.rarity.of.get(name)
    parts = sum(model.rarity.weigh(one) for one in name.split())
    return min(parts, _NAME_WEIGHT if known is None else known)


def _ages(text: str, numbers: Mapping[str, int]) -> Iterator[int]:
    for match in _AGE.finditer(text.lower()):
        said = next(one for one in match.groups() if one)
        age = int(said) if said.isdecimal() else numbers.get(said, 0)
        if age:
            yield age


def _ordinal(day: str | None) -> int | None:
    try:
        return date.fromisoformat(day).toordinal() if day else None
    except ValueError:
        return None


class _Focus:
    """What a reading is about: the days, places, types and tolls of its main events."""

    def __init__(self, reading: Reading, model: Model, published: int | None) -> None:
        self._reading = reading
        self._model = model
        self._published = published
        self._times = {one.id: one for one in reading.times}
        self._places = {one.id: one for one in reading.places}
        self._instead = places_for_datelines(reading)
        self._parties = _named_parties(reading, model)
        self._events = [one for one in reading.events if one.type not in model.words.speech]
        main = [one for one in self._events if _is_main(one)]
        self._main = {one.id: 1 / (1 + _FADING * at) for at, one in enumerate(main)}
        self._first = frozenset(one.id for one in main[:_FIRST])
        self._spot_of: dict[str, int] = {}
        self.spots = self._make_spots()
        stretches = (self._stretch(one) for one in self._kept())
        self.days_told = tuple(dict.fromkeys(one for one in stretches if one))
        self.told = tuple(map(self._tell, self._kept()))

    def _kept(self) -> Sequence[Event]:
        """Return the events that the sketch keeps: the first ones, main ones first."""
        chosen = sorted(self._events, key=lambda one: one.id not in self._main)[:_TOLD]
        return sorted(chosen, key=lambda one: (one.trigger, one.id))

    def _stretch(self, event: Event) -> tuple[int, int] | None:
        time = self._times.get(event.time or "")
        found = _stretch_of(time) if time else None
        if found and self._published and found[0] > self._published + 1:
            return None  # nothing that happened is told before it did
        return found

    def days(self) -> tuple[Days, ...]:
        """Return when what it is about took place, the likeliest first.

        First events without a day were in the news: where later ones have days, which may be those
        of what came before, the week until publication speaks against them.
        """
        weighed: dict[tuple[int, int], float] = defaultdict(float)
        undated = 0.0
        for event in self._events:
            weight = self._main.get(event.id, 0.0) * (1.5 if event.casualties else 1)
            stretch = self._stretch(event)
            if weight and stretch:
                long = stretch[1] - stretch[0] > LONG
                weighed[stretch] += weight * (0.2 if long else 1)
            elif event.time is None and event.id in self._first:
                undated += weight
        if weighed and undated and self._published:
            weighed[self._published - _WEEK, self._published] += _UNDATED * undated
        whole = sum(weighed.values())
        best = sorted(weighed.items(), key=lambda one: (-one[1], one[0]))[:_DAYS]
        return tuple(Days(*stretch, weight / whole) for stretch, weight in best)

    def types(self) -> tuple[tuple[str, float], ...]:
        weighed: dict[str, float] = defaultdict(float)
        for event in self._events:
            if event.id in self._main:
                weighed[event.type] += self._main[event.id]
        whole = sum(weighed.values())
        return tuple((one, weight / whole) for one, weight in heaviest(weighed, 4))

    def toll(self, kind: str) -> Range | None:
        """Return how many were killed or injured: the largest count, the first ones preferred."""
        counts = [
            (self._main[event.id], found)
            for event in self._events
            if event.id in self._main and (found := _count(event.casualties, kind))
        ]
        return max(counts, key=lambda one: one[0] * one[1][0])[1] if counts else None

    def _make_spots(self) -> tuple[Spot, ...]:
        weighed: dict[str, float] = defaultdict(float)
        for event in self._events:
            place = self._place_of(event)
            if place in self._places:
                weighed[place] += self._main.get(event.id, 0.0)
        same: dict[tuple[object, ...], list[str]] = {}
        for id_ in weighed:
            same.setdefault(_key(self._places[id_]), []).append(id_)
        whole = sum(weighed.values()) or 1.0
        groups = sorted(
            ((sum(weighed[one] for one in ids), ids) for ids in same.values()),
            key=lambda one: (-one[0], self._places[one[1][0]].span),
        )[:_SPOTS]
        for number, (_, ids) in enumerate(groups):
            self._spot_of.update(dict.fromkeys(ids, number))
        return tuple(_spot(self._places[ids[0]], weight / whole) for weight, ids in groups)

    def _place_of(self, event: Event) -> str:
        place = event.place or ""
        return self._instead.get(place, place)

    def _tell(self, event: Event) -> Told:
        text = self._reading.document.text
        stretch = self._stretch(event)
        around = {
            one: self._model.rarity.weigh(one)
            for one in tokens(event.span.of(text)[:600])
            if not one.isdigit()
        }
        sides = (self._parties.get(one or "") for one in (event.agent, event.target))
        return Told(
            id=event.id,
            type=event.type,
            days=self.days_told.index(stretch) if stretch else None,
            spot=self._spot_of.get(self._place_of(event)),
            killed=_count(event.casualties, "killed"),
            injured=_count(event.casualties, "injured"),
            is_main=event.id in self._main,
            is_told_as_fact=event.modality in ("happened", "alleged"),
            trigger=event.trigger.of(text)[:_TRIGGER],
            parties=tuple(one[:60] for one in sides if one),
            words=tuple(one for one, _ in heaviest(around, _AROUND)) if stretch else (),
        )


def _named_parties(reading: Reading, model: Model) -> dict[str, str]:
    """Return the names of parties by their ids; a town that is attacked is the place of it."""
    text = reading.document.text
    towns = {
        one.span.of(text).casefold()
        for one in reading.places
        if one.precision not in (None, "country")
    }
    return {
        one.id: one.name
        for one in reading.parties
        if is_named(one, model.words) and one.name.casefold() not in towns
    }


def _is_main(event: Event) -> bool:
    return not event.is_background and event.modality in ("happened", "alleged")


def _stretch_of(time: Time) -> tuple[int, int] | None:
    first, last = _ordinal(time.earliest), _ordinal(time.latest)
    if first is None or last is None or last < first:
        return None
    return first, last


def _count(casualties: Iterable[Casualties], kind: str) -> Range | None:
    for one in casualties:
        if one.kind == kind and not one.is_part:
            return one.min, one.max
    return None


def _key(place: Place) -> tuple[object, ...]:
    if place.lat is None:
        return (place.name.casefold(),)
    return (place.lat, place.lon, place.precision)


def _spot(place: Place, weight: float) -> Spot:
    return Spot(
        name=place.name[:60],
        lat=place.lat,
        lon=place.lon,
        radius=place.radius_km or 0.0,
        country=place.country,
        precision=place.precision,
        weight=weight,
    )
