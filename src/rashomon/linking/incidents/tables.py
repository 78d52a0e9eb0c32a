"""What linking is handed: its words, how rare terms are, and what was learned."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from rashomon.linking.incidents.terms import Rarity, term
from rashomon.linking.incidents.trees import Forest, parse_forest

VERSION = 1


@dataclass(frozen=True, slots=True)
class Words:
    """The word table ``incidents.toml``.

    Attributes:
        speech: types of what is said between parties, no incident of its own.
        diffuse: types that are no incident where they are told in passing alone.
        vague: types that fit so much that sharing them says little.
        anybody: words with which phrases begin that name nobody.
        seldom: types so seldom that two reports of one day will mean the same event.
        families: for each type the families that it belongs to.
        labels: types as people call them.
        numbers: number words with their values.
        given: given names, as terms.
    """

    speech: frozenset[str]
    diffuse: frozenset[str]
    vague: frozenset[str]
    anybody: frozenset[str]
    seldom: frozenset[str]
    families: Mapping[str, frozenset[str]]
    labels: Mapping[str, str]
    numbers: Mapping[str, int]
    given: frozenset[str]


@dataclass(frozen=True, slots=True)
class Model:
    """All that linking is handed.

    Attributes:
        words: the word table.
        rarity: how rare terms are.
        pairs: the trees that score two documents.
        version: names what was learned.
    """

    words: Words
    rarity: Rarity
    pairs: Forest
    version: str


def build_words(table: Mapping[str, Any], given_names: Mapping[str, Any]) -> Words:
    """Return the word table.

    Args:
        table: ``incidents.toml``.
        given_names: ``given_names.toml``.
    """
    families: dict[str, set[str]] = {}
    for name, types in table["families"].items():
        for one in types:
            families.setdefault(one, set()).add(name)
    return Words(
        speech=frozenset(table["speech"]),
        diffuse=frozenset(table["diffuse"]),
        vague=frozenset(table["vague"]),
        anybody=frozenset(table["anybody"]),
        seldom=frozenset(table["seldom"]),
        families={one: frozenset(names) for one, names in families.items()},
        labels=table["labels"],
        numbers=table["numbers"],
        given=frozenset(term(one) for names in given_names.values() for one in names),
    )


def build_rarity(values: Mapping[str, Any]) -> Rarity:
    """Return how rare terms are, from the JSON file ``frequencies.json``.

    Raises:
        KeyError, TypeError, ValueError: the values are not of this version's form.
    """
    if values["version"] != VERSION:
        raise ValueError(f"version {values['version']} where {VERSION} is needed")
    of = {
        one.replace("_", " "): float(level)
        for level, terms in values["levels"].items()
        for one in terms.split()
    }
    return Rarity(of, float(values["unknown"]), float(values["number"]))


def build_model(words: Words, rarity: Rarity, weights: Mapping[str, Any]) -> Model:
    """Return what linking is handed.

    Args:
        words: the word table.
        rarity: how rare terms are.
        weights: the JSON file ``weights.json``.

    Raises:
        KeyError, TypeError, ValueError: the values are not of this version's form.
    """
    if weights["version"] != VERSION:
        raise ValueError(f"version {weights['version']} where {VERSION} is needed")
    return Model(words, rarity, parse_forest(weights["pairs"]), str(weights["name"]))
