"""The parties of a document so far, and how one finds the one that a mention may mean."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from rashomon.analysis.parties.owners import Owners
from rashomon.analysis.parties.people import Gender, PersonName, gender, is_same_person
from rashomon.analysis.parties.phrases import Phrase
from rashomon.analysis.parties.tables import PartyTables, Words
from rashomon.model.reading import PartyKind
from rashomon.model.spans import Span

_MOST_NAMESAKES = 50
"""People of one surname that are looked through, the latest ones."""

_FAR = 8
"""Sentences back in which "the minister" still finds the minister."""


@dataclass(slots=True, eq=False)
class Cluster:
    """One party on its way: what its mentions said so far.

    Attributes:
        name: the fullest name given to it.
        kind: what it is.
        side: the state or movement that it belongs to.
        people: the names of a person, the longest first.
        modifiers: all words by which it is called.
        owners: the names of whose it is: "Vasland" of "the navy of Vasland".
        gender: whether it is a "he" or a "she".
        is_person: whether it is one person.
        is_plural: whether it is several; ``None`` where unknown.
        is_named: whether it has a name of its own.
        is_place: whether it is a place that acts.
        is_state: whether it is a place or a state itself, and nothing that one has.
        speaks: whether it is the source of an attribution.
        last: the number of the sentence that told of it last.
        mentions: where it is told of; those under which it only may be are left out.
    """

    name: str
    kind: PartyKind | None = None
    side: str | None = None
    people: list[PersonName] = field(default_factory=list)
    modifiers: set[str] = field(default_factory=set)
    owners: set[str] = field(default_factory=set)
    gender: Gender | None = None
    is_person: bool = False
    is_plural: bool | None = None
    is_named: bool = False
    is_place: bool = False
    is_state: bool = False
    speaks: bool = False
    last: int = 0
    mentions: set[Span] = field(default_factory=set)


class Clusters:
    """The parties of a document so far.

    Args:
        tables: the word tables.
    """

    def __init__(self, tables: PartyTables) -> None:
        self._tables = tables
        self.all: list[Cluster] = []
        self._latest: dict[int, Cluster] = {}
        self._by_key: dict[tuple[str, ...], Cluster] = {}
        self._by_words: dict[Words, Cluster] = {}
        self._people: dict[str, list[Cluster]] = {}
        self._by_name: dict[Words, list[Cluster]] = {}
        self._by_head: dict[str, dict[int, Cluster]] = {}
        self._by_initials: dict[str, Cluster] = {}

    def of_person(self, name: PersonName) -> Cluster | None:
        """Return the one person told of who may bear a name; ``None`` for none, or several."""
        namesakes = (
            one
            for word in {name.words[0], name.words[-1]}
            for one in self._people.get(word, ())[-_MOST_NAMESAKES:]
        )
        fitting = self._fitting(name, self._by_name.get(name.words, ()))
        fitting = fitting or self._fitting(name, namesakes)
        return fitting[0] if len(fitting) == 1 else None

    def _fitting(self, name: PersonName, people: Iterable[Cluster]) -> list[Cluster]:
        """Return those of some people who may bear a name, each once."""
        found = {
            id(one): one for one in people if is_same_person(name, one.people[0], self._tables)
        }
        return list(found.values())

    def of_key(self, key: tuple[str, ...]) -> Cluster | None:
        """Return the party that is known by a key."""
        return self._by_key.get(key)

    def of_words(self, words: Words) -> Cluster | None:
        """Return the party that was called by the same words."""
        return self._by_words.get(words)

    def of_initials(self, short: str) -> Cluster | None:
        """Return the party whose name has these initials, little words counted or not."""
        return self._by_initials.get(short)

    def of_head(
        self, phrase: Phrase, sentence: int, fits: Callable[[Cluster], bool]
    ) -> Cluster | None:
        """Return the latest party called by the noun of a phrase, with nothing that contradicts."""
        added = set(phrase.words) - set(phrase.head.split())
        for one in reversed(self._by_head.get(self._same(phrase.head), {}).values()):
            if sentence - one.last > _FAR:
                return None
            if added <= one.modifiers and fits(one):
                return one
        return None

    def of_bare_noun(self, phrase: Phrase, sentence: int) -> Cluster | None:
        """Return who was called by the noun of a name alone: "league" in a headline."""
        noun = set(phrase.head.split())
        for one in reversed(self._by_head.get(self._same(phrase.head), {}).values()):
            if sentence - one.last > _FAR:
                return None
            if one.modifiers <= noun and one.name.lower().removeprefix("the ") == phrase.head:
                return one
        return None

    def begin(self, name: str) -> Cluster:
        """Return a new party."""
        cluster = Cluster(name)
        self.all.append(cluster)
        return cluster

    def touch(self, cluster: Cluster, sentence: int) -> None:
        """Remember that a sentence told of a party."""
        cluster.last = sentence
        self._latest.pop(id(cluster), None)
        self._latest[id(cluster)] = cluster

    def know(self, cluster: Cluster, key: tuple[str, ...]) -> None:
        """Remember by what key a party is known."""
        self._by_key.setdefault(key, cluster)

    def call(self, cluster: Cluster, words: Words, head: str) -> None:
        """Remember that a party was called by words that end in a noun, or by a name (no noun)."""
        if words:
            self._by_words.setdefault(words, cluster)
            cluster.modifiers.update(words)
            if len(words) > 1 and not head:
                great = [word for word in words if word not in self._tables.sources.describing]
                for initials in (words, great):
                    short = "".join(word[0] for word in initials)
                    self._by_initials.setdefault(short, cluster)
        if head:
            called = self._by_head.setdefault(self._same(head), {})
            called.pop(id(cluster), None)
            called[id(cluster)] = cluster

    def own(self, cluster: Cluster, words: Words, whose: Owners) -> None:
        """Remember whose a party is that words call; of several the words mean the last one."""
        if words:
            self._by_words.setdefault((*words, *sorted(whose)), cluster)
            if self._by_words.setdefault(words, cluster).owners:
                self._by_words[words] = cluster
        cluster.modifiers |= whose
        cluster.owners |= whose

    def name_person(self, cluster: Cluster, name: PersonName, roles: Words) -> None:
        """Remember a person's name."""
        cluster.is_person = cluster.is_named = True
        cluster.is_plural = False
        cluster.kind = "person" if cluster.kind in (None, "unnamed") else cluster.kind
        cluster.gender = cluster.gender or gender(name.titles, name.words, roles, self._tables)
        if all(known.words != name.words for known in cluster.people):
            cluster.people.append(name)
            cluster.people.sort(key=lambda one: -len(one.words))
            self._by_name.setdefault(name.words, []).append(cluster)
            for word in {name.words[0], name.words[-1]}:
                self._people.setdefault(word, []).append(cluster)

    def recent(
        self, sentence: int, reach: int, fits: Callable[[Cluster], bool]
    ) -> Iterator[Cluster]:
        """Yield the parties that fit, told of up to ``reach`` sentences ago, the latest first."""
        for one in reversed(self._latest.values()):
            if sentence - one.last > reach:
                return
            if fits(one):
                yield one

    def _same(self, head: str) -> str:
        return self._tables.actors.same.get(head, head)
