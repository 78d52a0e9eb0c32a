"""The places of a document, found and resolved."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from rashomon.analysis.mentions import Mention, Mentions
from rashomon.analysis.places.extent import precision_of, radius_of
from rashomon.analysis.places.memory import Remembering
from rashomon.analysis.places.recognise import find_spans
from rashomon.analysis.places.relations import Anchor, Placed, place_by_relation
from rashomon.analysis.places.resolve import Choice, resolve
from rashomon.analysis.places.scene import Scene, scene_of
from rashomon.analysis.places.table import PlaceTable
from rashomon.analysis.places.toponyms import Toponym, toponym
from rashomon.analysis.places.usage import use_of
from rashomon.model.document import Document
from rashomon.model.gazetteer import Gazetteer, GazetteerEntry
from rashomon.model.reading import Place, PlaceUse
from rashomon.model.spans import Span

_MOST_TOGETHER = 100
"""Toponyms that are resolved by each other; more of them need memory by the square."""


def find_places(
    document: Document,
    sentences: Sequence[Span],
    toponyms: Sequence[Mention],
    entities: Sequence[Mention],
    gazetteer: Gazetteer,
    table: PlaceTable,
    rare: Sequence[Span] = (),
) -> tuple[Place, ...]:
    """Return the places that a document names, in text order.

    Args:
        document: what was read.
        sentences: where its sentences stand, in text order.
        toponyms: what the head for toponyms marks.
        entities: what the head for names marks: persons, organisations, places.
        gazetteer: the places that are known.
        table: the words by which texts name places.
        rare: words that are no common English ones, in text order.
    """
    text, known = document.text, Remembering(gazetteer)
    names = Mentions(entities)
    found = find_spans(text, toponyms, names, known, table, rare)
    spans = [span for span in found if _plain(span.of(text)) not in table.nowhere]
    named = [toponym(text, span, table) for span in spans]
    entries = _resolved(document, sentences, named, known, table)
    nearby = _Nearby(text, sentences, named, entries, table)
    places = []
    for number, (one, entry) in enumerate(zip(named, entries, strict=True), start=1):
        place = _unresolved(f"l{number}", one, text, use_of(one, entry, names, table))
        if entry:
            place = _known(place, entry, table)
        elif one.kind == "name" and (placed := nearby.place(one.span)):
            place = _near(place, placed)
        places.append(place)
    return tuple(places)


def _plain(name: str) -> str:
    return name.replace(".", "").replace(" ", "").lower()


def _resolved(
    document: Document,
    sentences: Sequence[Span],
    named: Sequence[Toponym],
    gazetteer: Gazetteer,
    table: PlaceTable,
) -> list[GazetteerEntry | None]:
    """Return what each toponym is; ``None`` where that is not likely enough."""
    entries: list[GazetteerEntry | None] = [None] * len(named)
    for start in range(0, len(named), _MOST_TOGETHER):
        some = named[start : start + _MOST_TOGETHER]
        scene = scene_of(document, sentences, some, gazetteer, table)
        chosen = [
            choice if choice and choice.probability >= table.rules["least_probability"] else None
            for choice in resolve(scene, table)
        ]
        for number, (group, choice) in enumerate(zip(scene.groups, chosen, strict=True)):
            if choice and not _is_stray(number, chosen, scene, table):
                for index in group.members:
                    entries[start + index] = choice.candidate.entry
    return entries


def _is_stray(
    number: int, chosen: Sequence[Choice | None], scene: Scene, table: PlaceTable
) -> bool:
    """Return whether a small place lies in a country of which nothing else in the document is.

    Small places bear names that others bear elsewhere, of which no gazetteer knows.
    """
    choice = chosen[number]
    if choice is None or choice.candidate.is_own:
        return False
    entry = choice.candidate.entry
    is_small = entry.feature.startswith("P.") and entry.feature != "P.PPLC"
    if not is_small or entry.population >= table.rules["least_population_astray"]:
        return False
    others = {one.candidate.entry.country for at, one in enumerate(chosen) if one and at != number}
    if scene.home:
        others.add(scene.home.country)
    return bool(others) and entry.country not in others


class _Nearby:
    """Places what is not known by what is known in the same sentence."""

    def __init__(
        self,
        text: str,
        sentences: Sequence[Span],
        named: Sequence[Toponym],
        entries: Sequence[GazetteerEntry | None],
        table: PlaceTable,
    ) -> None:
        self._text = text
        self._relations = table.relations
        self._starts = [sentence.start for sentence in sentences]
        self._anchors: dict[int, list[Anchor]] = {}
        for one, entry in zip(named, entries, strict=True):
            if entry:
                anchor = Anchor(one.span, entry, radius_of(entry, table.extent))
                self._anchors.setdefault(self._sentence(one.span), []).append(anchor)

    def place(self, span: Span) -> Placed | None:
        """Return where the place of a span lies, if the text says so."""
        anchors = self._anchors.get(self._sentence(span), [])
        return place_by_relation(self._text, span, anchors, self._relations)

    def _sentence(self, span: Span) -> int:
        return bisect_right(self._starts, span.start)


def _unresolved(number: str, toponym: Toponym, text: str, use: PlaceUse) -> Place:
    return Place(
        id=number,
        span=toponym.span,
        name=toponym.span.of(text),
        lat=None,
        lon=None,
        geonames_id=None,
        country=None,
        admin1=None,
        precision=None,
        radius_km=None,
        use=use,
    )


def _known(place: Place, entry: GazetteerEntry, table: PlaceTable) -> Place:
    return replace(
        place,
        name=entry.name,
        lat=entry.lat,
        lon=entry.lon,
        geonames_id=entry.geonames_id,
        country=entry.country or None,
        admin1=entry.admin1 or None,
        precision=precision_of(entry, table.extent),
        radius_km=radius_of(entry, table.extent),
    )


def _near(place: Place, placed: Placed) -> Place:
    return replace(
        place,
        lat=placed.lat,
        lon=placed.lon,
        country=placed.anchor.country or None,
        admin1=placed.anchor.admin1 or None,
        precision="near",
        radius_km=placed.radius_km,
    )
