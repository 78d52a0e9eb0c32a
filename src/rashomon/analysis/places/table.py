"""The words by which texts name places: ``places.toml``."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rashomon.analysis.places.relations import Relations, build_relations


@dataclass(frozen=True, slots=True)
class PlaceTable:
    """What ``places.toml`` holds, ready to look up. Keys are in lower case.

    Attributes:
        demonyms: adjectives and peoples, with the place that they are of.
        abbreviations: shortened states, with their names.
        codes: the postal codes of these, in capitals; they count after a comma only.
        features: words for kinds of places, with the starts of GeoNames' features.
        parts: words that set a part of a place apart.
        in_full: first words of names that are shortened.
        outlets: names and addresses of newspapers and stations, with the town and region that each
            is at home in.
        countries: names of countries.
        shortened: short names of countries and unions that stand before nouns like adjectives.
        little: words that are no nouns.
        known_abroad: names that English has of its own for towns elsewhere.
        ambiguous: words that name no place in a text without capitals.
        nowhere: short names of bodies and movements, in small letters without full stops, that
            small places bear too.
        leads: words that names of places follow in such a text.
        openers: words with a capital that are no part of a name.
        acting: verbs of those who act; ``between``: words between these and who acts; ``before``:
            words before one who acts or is spoken to; ``governing``: the starts of the features of
            what stands for a government.
        relations: how a place lies to another one.
        extent: how far places reach.
        rules: numbers that decide what is a place and what is placed.
        weights: how much each feature of :mod:`rashomon.analysis.places.scoring` counts.
    """

    demonyms: Mapping[str, str]
    abbreviations: Mapping[str, str]
    codes: Mapping[str, str]
    features: Mapping[str, tuple[str, ...]]
    parts: frozenset[str]
    in_full: Mapping[str, str]
    outlets: Mapping[str, str]
    countries: frozenset[str]
    shortened: frozenset[str]
    little: frozenset[str]
    known_abroad: frozenset[str]
    ambiguous: frozenset[str]
    nowhere: frozenset[str]
    leads: frozenset[str]
    openers: frozenset[str]
    acting: frozenset[str]
    between: frozenset[str]
    before: tuple[tuple[str, ...], ...]
    governing: tuple[str, ...]
    relations: Relations
    extent: Mapping[str, float]
    rules: Mapping[str, float]
    weights: Mapping[str, float]


def build_places(
    table: Mapping[str, Any],
    countries: Mapping[str, Mapping[str, Any]],
    outlets: Mapping[str, Sequence[str]],
) -> PlaceTable:
    """Return what ``places.toml``, ``countries.toml`` and ``outlets.toml`` hold."""
    return PlaceTable(
        demonyms=_of_countries(countries) | _inverted(table["demonyms"]),
        abbreviations=_inverted(table["abbreviations"]),
        codes={code: name for name, codes in table["codes"].items() for code in codes},
        features={
            word: tuple(starts.split())
            for starts, words in table["features"].items()
            for word in words
        },
        parts=frozenset(table["parts"]["words"]),
        in_full=table["parts"]["in_full"],
        outlets=_inverted(outlets),
        countries=frozenset(str(country["name"]) for country in countries.values()),
        shortened=frozenset(table["describing"]["names"]),
        little=frozenset(table["describing"]["little"]),
        known_abroad=frozenset(table["known_abroad"]["names"]),
        ambiguous=frozenset(table["ambiguous"]["words"]),
        nowhere=frozenset(table["nowhere"]["names"]),
        leads=frozenset(table["ambiguous"]["leads"]),
        openers=frozenset(table["ambiguous"]["openers"]),
        acting=frozenset(table["acting"]["verbs"]),
        between=frozenset(table["acting"]["between"]),
        before=tuple(tuple(words.split()) for words in table["acting"]["before"]),
        governing=tuple(table["acting"]["features"]),
        relations=build_relations(table["relations"], table["features"]["P."]),
        extent=table["extent"],
        rules=table["rules"],
        weights=table["weights"],
    )


def _of_countries(countries: Mapping[str, Mapping[str, Any]]) -> dict[str, str]:
    """Return the adjectives of countries, and their plurals: the people."""
    return {
        form: country["name"]
        for country in countries.values()
        for adjective in country.get("adjectives", ())
        for form in (adjective.lower(), f"{adjective.lower()}s")
    }


def _inverted(names: Mapping[str, Sequence[str]]) -> dict[str, str]:
    return {word.lower(): name for name, words in names.items() for word in words}
