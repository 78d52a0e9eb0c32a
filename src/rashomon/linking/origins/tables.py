"""What the tables say of agencies, publishers and the words that cite them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from rashomon.linking.origins.words import normal

NameWords: TypeAlias = tuple[str, ...]
"""The words of a name as they are compared."""


@dataclass(frozen=True, slots=True)
class House:
    """A newsroom, or an agency: what it publishes is one source.

    Attributes:
        name: what it is called.
        kind: whether texts carry its mark (``agency``).
        owner: whom it belongs to, or ``None``.
        is_party: whether it publishes what itself has to say: who cites that cites no report.
    """

    name: str
    kind: Literal["agency", "publisher"]
    owner: str | None = None
    is_party: bool = False

    @property
    def key(self) -> str:
        """What tells it from others: its name in small letters, without an article."""
        return normal(self.name).removeprefix("the ")


@dataclass(frozen=True, slots=True)
class Named:
    """One name of a house.

    Attributes:
        house: whose it is.
        words: its words as they are compared.
        is_short: whether it only means the house in marks, credits and after words that cite.
        is_capital: whether it is written in capitals; it counts only where it is so.
        is_common: whether it is a word behind an article (``The Hill``); it counts only there.
    """

    house: House
    words: NameWords
    is_short: bool
    is_capital: bool
    is_common: bool = False


@dataclass(frozen=True, slots=True)
class OriginTables:
    """All that is known of where texts come from, before one is read.

    Attributes:
        names: the names of houses by their first word, the longest first.
        sites: houses by address.
        houses: houses by their usual name.
        endings: what is left out of a publisher's name, the longest first.
        platforms: names and sites, as they are compared, of those who carry what others write.
        marks: the words of ``[marks]`` by class.
        unnamed: how agencies are credited that are not named.
        before: words before the name of an outlet that is cited; ``after``: behind it.
        after: as they say.
        days: days and months, as they are compared.
        page: phrases of sentences that belong to the page, by their first word.
        between: how many words may stand between.
        empty: words by which speakers are not told from one another.
    """

    names: Mapping[str, tuple[Named, ...]]
    sites: Mapping[str, House]
    houses: Mapping[str, House]
    endings: tuple[str, ...]
    platforms: frozenset[str]
    marks: Mapping[str, tuple[str, ...]]
    unnamed: frozenset[NameWords]
    before: frozenset[NameWords]
    after: frozenset[NameWords]
    days: frozenset[str]
    page: Mapping[str, tuple[NameWords, ...]]
    between: int
    empty: frozenset[str]

    def named(self, name: str, *, is_publisher: bool = False) -> House | None:
        """Return the house that a whole name means, or ``None``.

        Args:
            name: the name.
            is_publisher: whether it is known to be that of a publisher: then short forms count.
        """
        words = tuple(normal(name).removeprefix("the ").split())
        found = self.names.get(words[0], ()) if words else ()
        meant = (one.house for one in found if one.words == words)
        return next((house for house in meant if is_publisher or house.name == name), None) or next(
            (one.house for one in found if one.words == words and not one.is_short), None
        )

    def publisher(self, name: str | None, host: str) -> House | None:
        """Return the house that published a document.

        Args:
            name: the publisher as the document has it: a name or a site.
            host: the host of the document's address; empty where there is none.

        Returns:
            One of the tables, else one by that name; ``None`` where neither is given, or it is
            that of a platform on which others write.
        """
        for site in (site_of(name or ""), host):
            for address in _addresses(site):
                if address in self.sites:
                    return self.sites[address]
        for short in self._shortened(name or ""):
            if house := self.named(short, is_publisher=True):
                return house
        called = self._shortened(name or "")[-1] or host
        is_platform = normal(called) in self.platforms or any(
            normal(address) in self.platforms for address in _addresses(site_of(called))
        )
        return House(called, "publisher") if called and not is_platform else None

    def house(self, name: str) -> House:
        """Return the house of that usual name; an agency where the tables have none."""
        return self.houses.get(name) or House(name, "agency")

    def _shortened(self, name: str) -> list[str]:
        """Return a name, and the same without what may be left out of it."""
        plain = re.sub(r"\s*\([^()]*\)\s*$", "", name.strip()) or name.strip()
        forms = [name.strip(), site_of(plain) or plain]
        for ending in self.endings:
            cut = forms[-1].lower().removesuffix(f" {ending}")
            if len(cut) < len(forms[-1]):
                forms.append(forms[-1][: len(cut)].strip())
                break
        return forms


def build_origin_tables(
    agencies: Mapping[str, Any],
    publishers: Sequence[Mapping[str, Any]],
    citations: Mapping[str, Any],
) -> OriginTables:
    """Return what the tables hold.

    Args:
        agencies: ``agencies.toml``.
        publishers: tables of publishers; where two name the same one, the first one counts.
        citations: ``citations.toml``.
    """
    entries = [
        (House(one["name"], kind, one.get("owner"), one.get("party", False)), one)
        for kind, one in _entries(agencies, publishers)
    ]
    named: dict[NameWords, Named] = {}
    sites: dict[str, House] = {}
    for house, entry in entries:
        for one in _named(house, entry):
            named.setdefault(one.words, one)
        for site in entry.get("sites", ()):
            sites.setdefault(site.removeprefix("www."), house)
    by_first: dict[str, list[Named]] = {}
    for words in sorted(named, key=lambda words: (-len(words), words)):
        by_first.setdefault(words[0], []).append(named[words])
    citing = citations["citing"]
    return OriginTables(
        names={first: tuple(found) for first, found in by_first.items()},
        sites=sites,
        houses={house.name: house for house, _ in reversed(entries)},
        endings=tuple(sorted(citations["publishers"]["endings"], key=len, reverse=True)),
        platforms=frozenset(map(normal, citations["publishers"]["platforms"])),
        marks={name: tuple(words) for name, words in citations["marks"].items()},
        unnamed=_phrases(citations["marks"]["unnamed"]),
        before=_phrases(citing["before"]),
        after=_phrases(citing["after"]),
        days=frozenset(
            normal(one) for key in ("days", "months") for one in citations["marks"].get(key, ())
        ),
        page=_by_first(_phrases(citations["page"]["phrases"])),
        between=citing["between"],
        empty=frozenset(citations["speakers"]["empty"]),
    )


def faults_of_publishers(table: Mapping[str, Any]) -> list[str]:
    """Return what is wrong with a table of publishers, a clause each."""
    faults = [
        f"unknown [[{kind}]]; there are house, agency" for kind in table if kind not in _KINDS
    ]
    for kind in table.keys() & _KINDS:
        entries = table[kind]
        if not isinstance(entries, list) or not all(isinstance(one, dict) for one in entries):
            faults.append(f"{kind} is not a list; write [[{kind}]] before each")
            continue
        for number, entry in enumerate(entries, start=1):
            faults += [f"[[{kind}]] number {number}: {fault}" for fault in _faults(entry)]
    return faults


def site_of(text: str) -> str:
    """Return the host of an address or a bare site without ``www.`` and port; else nothing."""
    host = (text.partition("://")[2] or text).partition("/")[0].rpartition("@")[2]
    host = host.partition(":")[0].strip().lower().removeprefix("www.").rstrip(".")
    return host if "." in host and " " not in host else ""


def _phrases(entries: Sequence[str]) -> frozenset[NameWords]:
    return frozenset(tuple(normal(one).split()) for one in entries)


def _by_first(phrases: frozenset[NameWords]) -> Mapping[str, tuple[NameWords, ...]]:
    found: dict[str, list[NameWords]] = {}
    for phrase in sorted(phrases):
        found.setdefault(phrase[0], []).append(phrase)
    return {first: tuple(some) for first, some in found.items()}


_KINDS = {"house": "publisher", "agency": "agency"}
_LISTS = ("also", "marks", "sites")


def _entries(
    agencies: Mapping[str, Any], publishers: Sequence[Mapping[str, Any]]
) -> Iterator[tuple[Any, Mapping[str, Any]]]:
    for table in (*publishers, agencies):
        for key, entries in table.items():
            for entry in entries:
                yield _KINDS[key], entry


def _named(house: House, entry: Mapping[str, Any]) -> Iterator[Named]:
    """Yield the names of a house, without their article; of one word behind it they are short."""
    for name in (entry["name"], *entry.get("also", ())):
        bare = name.removeprefix("The ").removeprefix("the ")
        is_short = bare != name and " " not in bare
        yield Named(house, tuple(normal(bare).split()), is_short, bare.isupper(), is_short)
    for mark in entry.get("marks", ()):
        yield Named(house, tuple(normal(mark).split()), True, mark.isupper())


def _faults(entry: Mapping[str, Any]) -> Iterator[str]:
    if not isinstance(entry.get("name"), str) or not normal(entry["name"]):
        yield "it has no name"
    for key in _LISTS:
        names = entry.get(key, [])
        if not isinstance(names, list) or not all(
            isinstance(one, str) and normal(one) for one in names
        ):
            yield f"{key} is not a list of names"
    if not isinstance(entry.get("owner", ""), str):
        yield "owner is not a text"
    if not isinstance(entry.get("party", False), bool):
        yield "party is not true or false"
    for key in entry.keys() - {"name", "owner", "party", *_LISTS}:
        yield f"unknown {key!r}; there are name, {', '.join(_LISTS)}, owner, party"


def _addresses(site: str) -> Iterator[str]:
    """Yield an address, and those that it is part of: ``edition.cnn.com``, ``cnn.com``."""
    while "." in site:
        yield site
        site = site.partition(".")[2]
