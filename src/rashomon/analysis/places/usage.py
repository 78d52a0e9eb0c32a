"""How a text uses a place: itself, for those who act there, or as a part of another name."""

from rashomon.analysis.mentions import Mentions
from rashomon.analysis.places.table import PlaceTable
from rashomon.analysis.places.toponyms import Toponym
from rashomon.model.gazetteer import GazetteerEntry
from rashomon.model.reading import PlaceUse


def use_of(
    toponym: Toponym,
    entry: GazetteerEntry | None,
    entities: Mentions,
    table: PlaceTable,
) -> PlaceUse:
    """Return how a text uses a place.

    Adjectives ("Syrian", "US" before a noun), peoples and parts of longer names are associative. A
    country, a capital or a seat of power that does what only people do, or that something is said
    to or done by, is metonymic.

    Args:
        toponym: what names the place.
        entry: the place, where it is known.
        entities: what the head for names marks.
        table: the words by which texts name places.
    """
    if (
        toponym.kind == "demonym"
        or toponym.describes
        or any(
            one.label != "place" and one.span.holds(toponym.span) and one.span != toponym.span
            for one in entities.touching(toponym.span)
        )
    ):
        return "associative"
    governs = entry is not None and entry.feature.startswith(table.governing)
    return "metonymic" if governs and toponym.acts else "literal"
