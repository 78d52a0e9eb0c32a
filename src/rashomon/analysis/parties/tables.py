"""What the word tables say of those who speak and act."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias, cast, get_args

from rashomon.model.reading import PartyKind

Words: TypeAlias = tuple[str, ...]
"""Words of a phrase in small letters."""

_CAPITALS = frozenset(("AA", "AS", "IS", "IT", "PA", "WHO"))


@dataclass(frozen=True, slots=True)
class Known:
    """A party that a table names.

    Attributes:
        name: its usual name.
        kind: what it is.
        side: the state or movement that it belongs to, or ``None``.
    """

    name: str
    kind: PartyKind
    side: str | None


@dataclass(frozen=True, slots=True)
class SourceTable:
    """The words of ``sources.toml``.

    Attributes:
        pronouns: sources that refer to somebody named elsewhere.
        determiners: words before a name that are no part of it.
        titles: words before a surname that are no part of it.
        generic: heads of sources that are not named.
        describing: words after which a source is described, no longer named.
        courtesy: titles that go with any other one.
        hers: those of them, and others, that no man has; ``his``: that no woman has.
    """

    pronouns: frozenset[str]
    determiners: frozenset[str]
    titles: frozenset[str]
    generic: frozenset[str]
    describing: frozenset[str]
    courtesy: frozenset[str]
    hers: frozenset[str]
    his: frozenset[str]


@dataclass(frozen=True, slots=True)
class Nations:
    """The names of countries, by their words.

    Attributes:
        names: a country's names and adjectives, and the country.
        adjectives: those of them that are adjectives, or their people.
        seats: what stands for its government, and the country.
        governments: what each country's government is called.
    """

    names: Mapping[Words, str]
    adjectives: frozenset[Words]
    seats: Mapping[Words, str]
    governments: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class ActorTable:
    """The words of ``actors.toml``.

    Attributes:
        kinds: what a phrase with a noun for its head is.
        persons: who holds one of these roles is one person.
        documents: what speaks for somebody else.
        describing: for nouns that may describe a party, the kinds that these may have.
        same: for nouns that mean the same one that stands for all.
        official: heads of phrases whose country is also their side.
        of_states: what only states have.
        empty: heads that say nothing beside a party's name.
        belongs: endings after the name of a side that say that somebody belongs to it.
        does_not: endings that say that somebody does not, in spite of the name.
        pros: what stands before the name of a side of those who are for it.
        antis: what stands before names of which nothing follows.
        indefinite: determiners of somebody not yet told of.
        plurals: words and heads that tell of several, whatever their ending.
    """

    kinds: Mapping[str, PartyKind]
    persons: frozenset[str]
    documents: frozenset[str]
    describing: Mapping[str, frozenset[PartyKind]]
    same: Mapping[str, str]
    official: frozenset[str]
    of_states: frozenset[str]
    empty: frozenset[str]
    belongs: tuple[str, ...]
    does_not: tuple[str, ...]
    pros: tuple[str, ...]
    antis: tuple[str, ...]
    indefinite: frozenset[str]
    plurals: frozenset[str]


@dataclass(frozen=True, slots=True)
class PartyTables:
    """All that is known of parties before a document is read.

    Attributes:
        sources: how sources are named.
        actors: the nouns by which those who speak and act are called.
        nations: the countries.
        known: parties and people by the words of their names.
        men: given names that only men usually bear; ``women``: that only women do.
    """

    sources: SourceTable
    actors: ActorTable
    nations: Nations
    known: Mapping[Words, Known]
    men: frozenset[str]
    women: frozenset[str]


def build_parties(
    sources: Mapping[str, Sequence[str]],
    actors: Mapping[str, Any],
    countries: Mapping[str, Any],
    parties: Sequence[Mapping[str, Any]],
    given_names: Mapping[str, Sequence[str]],
) -> PartyTables:
    """Return what the tables hold.

    Args:
        sources: ``sources.toml``.
        actors: ``actors.toml``.
        countries: ``countries.toml``.
        parties: tables of known parties; where two name the same party, the first one counts.
        given_names: ``given_names.toml``.
    """
    known: dict[Words, Known] = {}
    for table in parties:
        for words, party in _known(table):
            known.setdefault(words, party)
    return PartyTables(
        sources=SourceTable(**{name: frozenset(words) for name, words in sources.items()}),
        actors=_actors(actors),
        nations=_nations(countries),
        known=known,
        men=frozenset(given_names["men"]),
        women=frozenset(given_names["women"]),
    )


def faults_of_parties(table: Mapping[str, Any]) -> list[str]:
    """Return what is wrong with a table of parties, a clause each."""
    kinds = get_args(PartyKind)
    faults = [
        f"unknown kind [[{kind}]]; there are {', '.join(kinds)}"
        for kind in table
        if kind not in kinds
    ]
    for kind, entries in table.items():
        if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
            faults.append(f"{kind} is not a list of parties; write [[{kind}]] before each")
            continue
        for number, entry in enumerate(entries, start=1):
            faults += [f"[[{kind}]] number {number}: {fault}" for fault in _faults(entry)]
    return faults


def _faults(entry: Mapping[str, Any]) -> Iterator[str]:
    if not isinstance(entry.get("name"), str) or not entry["name"].strip():
        yield "it has no name"
    also = entry.get("also", [])
    if not isinstance(also, list) or not all(isinstance(name, str) for name in also):
        yield "also is not a list of names"
    if not isinstance(entry.get("side", ""), str):
        yield "side is not a text"
    for key in entry.keys() - {"name", "also", "side"}:
        yield f"unknown {key!r}; there are name, also, side"


def name_words(name: str) -> Words:
    """Return the words by which a name is looked up."""
    return tuple(small(word) for word in name.split())


def small(word: str) -> str:
    """Return a word in small letters; short names that are common words as well stay capitals."""
    return word if word in _CAPITALS else word.lower().replace("’", "'")


def _known(table: Mapping[str, Any]) -> Iterator[tuple[Words, Known]]:
    for kind, entries in table.items():
        for entry in entries:
            party = Known(entry["name"], cast(PartyKind, kind), entry.get("side"))
            for name in (entry["name"], *entry.get("also", ())):
                yield name_words(name.removeprefix("the ")), party


def _actors(table: Mapping[str, Any]) -> ActorTable:
    sided = table["sided"]
    return ActorTable(
        kinds={
            noun: cast(PartyKind, kind) for kind, nouns in table["kinds"].items() for noun in nouns
        },
        persons=frozenset((*table["roles"]["persons"], *table["roles"]["compound"])),
        documents=frozenset(table["roles"]["documents"]),
        describing=_kinds_by_noun(table["describing"]),
        same={noun: name for name, nouns in table["same"].items() for noun in nouns},
        official=frozenset(table["official"]["words"]),
        of_states=frozenset(table["states"]["have"]),
        empty=frozenset(table["official"]["empty"]),
        belongs=tuple(sided["belongs"]),
        does_not=tuple(sided["does_not"]),
        pros=tuple(sided["for"]),
        antis=tuple(sided["against"]),
        indefinite=frozenset(table["number"]["indefinite"]),
        plurals=frozenset(table["number"]["plurals"]),
    )


def _kinds_by_noun(table: Mapping[str, Sequence[str]]) -> Mapping[str, frozenset[PartyKind]]:
    kinds: dict[str, set[PartyKind]] = {}
    for kind, nouns in table.items():
        for noun in nouns:
            kinds.setdefault(noun, set()).add(cast(PartyKind, kind))
    return {noun: frozenset(of) for noun, of in kinds.items()}


def _nations(countries: Mapping[str, Any]) -> Nations:
    names: dict[Words, str] = {}
    seats: dict[Words, str] = {}
    belonging: set[Words] = set()
    governments: dict[str, str] = {}
    for country in countries.values():
        name = country["name"]
        adjectives = country.get("adjectives", ())
        for each in (name, *country.get("also", ()), *adjectives):
            names.setdefault(name_words(each), name)
        for each in adjectives:  # of people: "the Russians"
            names.setdefault(name_words(f"{each}s"), name)
            belonging |= {name_words(each), name_words(f"{each}s")}
        for seat in country.get("seats", ()):
            seats.setdefault(name_words(seat), name)
        adjective = adjectives[0] if adjectives else name
        governments[name] = f"{'US' if name == 'United States' else adjective} government"
    return Nations(names, frozenset(belonging), seats, governments)
