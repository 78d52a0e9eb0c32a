"""Which party each mention means: one after the other, in the order of the text.

A mention goes to the party that it fits best among those told of before, or begins a new one;
nothing is moved later. What fits is decided by names first, then by what the tables know, then by
the noun that a phrase ends in.
"""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence

from rashomon.analysis.parties.clusters import Cluster, Clusters
from rashomon.analysis.parties.mentions import ORGANISATION, PERSON, PLACE, Unit, bare, head_span
from rashomon.analysis.parties.owners import Owners, is_told, owner_of, owners
from rashomon.analysis.parties.people import PersonName, person_name
from rashomon.analysis.parties.phrases import Belonging, Phrase, describe, phrase_words
from rashomon.analysis.parties.pronouns import FIRST, Speakers, antecedent, gender_of, has_quotes
from rashomon.analysis.parties.publisher import Publisher
from rashomon.analysis.parties.tables import Known, PartyTables, Words
from rashomon.model.document import Document
from rashomon.model.reading import Attribution, PartyKind
from rashomon.model.spans import Span, Spans

_APPOSITION = frozenset((",", ", ", " , ", " (", " - ", " – ", " "))
_BRACKET = frozenset((" (", " ( "))
_LONGEST_ACRONYM = 10
_OWNED = 30
"""Characters behind "its" in which what is its may be told."""

_OWNER = re.compile(r"([A-Z][\w-]+(?: [A-Z][\w-]+){0,2})['’]s? (.+)", re.DOTALL)
_SMALL_WORD = re.compile(r"\b[a-z]\w*")
_REACH = 3
"""Sentences back in which "the company" finds a company."""


class Resolver:
    """Takes mentions in the order of the text, and says which party each means."""

    def __init__(
        self,
        document: Document,
        sentences: Spans,
        attributions: Sequence[Attribution],
        boilerplate: Spans,
        tables: PartyTables,
    ) -> None:
        self._text = document.text
        self._tables = tables
        self._sentences = sentences
        self._small_words = frozenset(_SMALL_WORD.findall(document.text))
        self._is_small = document.text.islower()
        self._starts = [span.start for span in sentences]
        self._first = frozenset(self._starts)
        self._publisher = Publisher(document, boilerplate)
        self._speakers = Speakers(attributions, document.text)
        self.clusters = Clusters(tables)
        self.countries: Mapping[Span, str] = {}
        self._before: tuple[Unit, Cluster] | None = None

    def resolve_all(self, units: Sequence[Unit]) -> list[Cluster | None]:
        """Return the party that each mention means, or ``None``."""
        meant = [None if self._is_first(unit) else self._resolve(unit) for unit in units]
        # who speaks may stand behind the words: only now is it known who "we" are there
        return [
            self._resolve(unit) if self._is_first(unit) else self._other_than_speaker(unit, cluster)
            for unit, cluster in zip(units, meant, strict=True)
        ]

    def _other_than_speaker(self, unit: Unit, cluster: Cluster | None) -> Cluster | None:
        """Return the party of a mention, unless it is "he" and would mean who is quoted."""
        if unit.is_pronoun and cluster and self._speakers.quoted_around(unit.span) is cluster:
            cluster.mentions.difference_update(unit.spans)
            return None
        return cluster

    def _is_first(self, unit: Unit) -> bool:
        return unit.is_pronoun and " ".join(phrase_words(unit.span.of(self._text))) in FIRST

    def _resolve(self, unit: Unit) -> Cluster | None:
        """Return the party that a mention means, or ``None``."""
        sentence = max(bisect_right(self._starts, unit.span.start) - 1, 0)
        cluster = self._pronoun(unit, sentence) if unit.is_pronoun else self._phrase(unit, sentence)
        if cluster is None:
            return None
        self.clusters.touch(cluster, sentence)
        if not unit.is_possible:
            cluster.mentions.update(unit.spans)
        if unit.sources:
            cluster.speaks = True
            self._speakers.speak(unit.sources, cluster)
        self._before = (unit, cluster)
        return cluster

    def _pronoun(self, unit: Unit, sentence: int) -> Cluster | None:
        pronoun = " ".join(phrase_words(unit.span.of(self._text)))
        if pronoun in FIRST:
            return self._speakers.around(unit.span) or self._writing(unit, sentence)
        speaker = self._speakers.quoted_around(unit.span)
        found = antecedent(pronoun, self._adjacent(unit), self.clusters, sentence, speaker)
        if found and found.is_person:
            found.gender = found.gender or gender_of(pronoun)
        if found and pronoun == "its" and found.kind in (None, "organisation"):
            after = self._text[unit.span.end : unit.span.end + _OWNED]
            if self._is_of_states(phrase_words(after)):
                found.kind, found.side = "government", found.side or found.name
                found.is_state = True
        return found

    def _is_of_states(self, words: Words) -> bool:
        """Return whether words begin with what only states have."""
        of_states = self._tables.actors.of_states
        return " ".join(words[:2]) in of_states or " ".join(words[:1]) in of_states

    def _state(self, unit: Unit) -> str | None:
        """Return the state that no table knows of what is its: "Norvia's defence ministry"."""
        words = unit.span.of(self._text)
        owner = _OWNER.match(words)
        if owner:
            return owner[1] if self._is_of_states(phrase_words(owner[2])[:2]) else None
        own = describe(words, self._tables).words
        is_of_states = " ".join(own) in self._tables.actors.of_states
        return owner_of(words, own) or None if is_of_states else None

    def _phrase(self, unit: Unit, sentence: int) -> Cluster:
        words = unit.span.of(self._text)
        phrase = describe(words, self._tables)
        name = self._person(unit, phrase)
        if unit.sources and self._publisher.is_called(phrase.words):
            cluster = self._called_publisher(unit, phrase)
        elif name:
            cluster = self._named_person(unit, name)
        else:
            cluster = self._other(unit, phrase, sentence)
        self._learn(cluster, unit, phrase)
        return cluster

    def _writing(self, unit: Unit, sentence: int) -> Cluster | None:
        """Return the publisher, where "we" stands in nobody's words and in no quotation."""
        around = self._sentences[sentence].of(self._text) if self._sentences else ""
        return None if has_quotes(around) else self._publishing(unit)

    def _publishing(self, unit: Unit) -> Cluster:
        key = ("publisher",)
        return self.clusters.of_key(key) or self._begin(unit, key, "publisher")

    def _called_publisher(self, unit: Unit, phrase: Phrase) -> Cluster:
        """Return the publisher, who is called by name: a monitor that publishes is a monitor."""
        key = ("publisher",)
        told = self.clusters.of_words(phrase.words)
        cluster = self.clusters.of_key(key) or (None if told and told.is_person else told)
        cluster = cluster or self._begin(unit, key, "publisher")
        self.clusters.know(cluster, key)
        if cluster.kind in _PUBLISHING:
            cluster.kind = "publisher" if phrase.kind in _PUBLISHING else phrase.kind
        if not cluster.is_named:
            cluster.name = self._bare(head_span(self._text, unit.span, self._tables))
            cluster.is_named = True
        return cluster

    def _begin(
        self,
        unit: Unit,
        key: tuple[str, ...] | None = None,
        kind: PartyKind | None = None,
        side: str | None = None,
    ) -> Cluster:
        cluster = self.clusters.begin(self._bare(unit.span))
        cluster.kind, cluster.side = kind, side
        cluster.is_state = unit.label == PLACE
        if key:
            self.clusters.know(cluster, key)
        return cluster

    def _person(self, unit: Unit, phrase: Phrase) -> PersonName | None:
        """Return the name of the person that a mention names, or ``None``."""
        if phrase.is_it and self._is_country(phrase) and not self._is_told_of(phrase):
            return None
        if unit.label == PERSON and unit.name:
            before = phrase_words(self._text[unit.span.start : unit.name.start])
            own = person_name(phrase_words(unit.name.of(self._text)), self._tables)
            if not own.words or (self._is_bodies(own.words) and not self._is_told_of(phrase)):
                return None
            return PersonName(
                own.titles | (frozenset(before) & self._tables.sources.titles), own.words
            )
        if phrase.is_it or unit.label in (ORGANISATION, PLACE):
            return None
        if unit.label == PERSON and (after := self._after_role(phrase)):
            is_name = self._is_small or any(
                self._is_capital(unit, word) for word in (after[0], after[-1])
            )
            return person_name(after, self._tables) if is_name else None
        name = person_name(phrase.words, self._tables)
        is_titled = bool(name.titles and name.words) and name.words != phrase.words
        is_named = is_titled and self._is_name(name)
        return name if is_named else None

    def _is_country(self, phrase: Phrase) -> bool:
        belonging = phrase.belonging
        return belonging is not None and belonging.country is not None and belonging.known is None

    def _is_capital(self, unit: Unit, word: str) -> bool:
        """Return whether a word of a mention has a capital there."""
        found = re.search(rf"(?<!\w){re.escape(word)}", unit.span.of(self._text), re.I)
        return found is not None and not found[0].islower()

    def _is_bodies(self, words: Words) -> bool:
        """Return whether one word is the noun of a state's power, which is marked as a name."""
        return len(words) == 1 and self._tables.actors.kinds.get(words[0]) in _BODIES

    def _is_told_of(self, phrase: Phrase) -> bool:
        """Return whether a person of this name was told of: "Washington" after "Ann Washington"."""
        name = person_name(phrase.words, self._tables)
        return bool(name.words) and self.clusters.of_person(name) is not None

    def _after_role(self, phrase: Phrase) -> Words:
        """Return what follows the last word for a role: the name in "estmark mp ilse marn"."""
        actors, words = self._tables.actors, phrase.words
        at = max(
            (
                i
                for i, word in enumerate(words)
                # a coast guard is nobody's role
                if word in actors.persons
                and " ".join(words[max(0, i - 1) : i + 1]) not in actors.kinds
            ),
            default=-1,
        )
        return phrase.words[at + 1 :] if at >= 0 else ()

    def _is_name(self, name: PersonName) -> bool:
        """Return whether what follows titles is a name: capitals, or no capitals anywhere."""
        actors, sources = self._tables.actors, self._tables.sources
        last = name.words[-1]
        if last in sources.generic or last in actors.kinds or last in actors.persons:
            return False
        return last not in self._small_words or self._is_small

    def _named_person(self, unit: Unit, name: PersonName) -> Cluster:
        cluster = self.clusters.of_person(name) or self._apposed(unit, is_person=True)
        known = self._tables.known.get(name.words)
        if cluster is None and known and known.kind == "person":
            cluster = self.clusters.of_key(("known", known.name)) or self._begin_known(unit, known)
        cluster = cluster or self._begin(unit, kind="person")
        lead = self._text[unit.span.start : unit.name.start] if unit.name else ""
        if not cluster.is_named:
            cluster.name = self._called(unit)
        self.clusters.name_person(cluster, name, phrase_words(lead))
        return cluster

    def _is_proper(self, unit: Unit, phrase: Phrase) -> bool:
        """Return whether a source is a name by its capital, which no head marks as one."""
        actors, generic = self._tables.actors, self._tables.sources.generic
        is_noun = any(
            word in nouns
            for word in phrase.words
            for nouns in (actors.kinds, actors.persons, actors.plurals, generic)
        )
        words = unit.span.of(self._text)
        is_alone = phrase.definiteness == "bare" and len(phrase.words) == 1 and not phrase.rest
        is_capital = words[:1].isupper() and phrase.head not in self._small_words
        return bool(unit.sources) and is_alone and is_capital and not is_noun

    def _called(self, unit: Unit) -> str:
        """Return how a mention calls a person: the name, with the role before it."""
        if unit.name is None:
            return self._bare(unit.span)
        lead = self._text[unit.span.start : unit.name.start]
        start = unit.name.start if "," in lead else unit.span.start
        return self._bare(Span(start, unit.name.end))

    def _bare(self, span: Span) -> str:
        """Return what words call somebody; "The" that begins a sentence is no part of a name."""
        return bare(span.of(self._text), is_first=span.start in self._first)

    def _begin_known(self, unit: Unit, known: Known) -> Cluster:
        cluster = self._begin(unit, ("known", known.name), known.kind, known.side)
        cluster.name, cluster.is_named = known.name, True
        if known.kind == "person":
            self.clusters.name_person(
                cluster, person_name(phrase_words(known.name), self._tables), ()
            )
        return cluster

    def _other(self, unit: Unit, phrase: Phrase, sentence: int) -> Cluster:
        """Return the party that a mention which names no person means."""
        if (like := self._like_known(unit, phrase)) is not None:
            return like
        if phrase.is_it or self._is_government(phrase):
            return self._of_tables(unit, phrase)
        name = self._name_words(unit)
        known = self._tables.known.get(name)
        if known and known.kind != "person":
            return self.clusters.of_key(("known", known.name)) or self._begin_known(unit, known)
        return (
            self._apposed(unit, is_person=phrase.head in self._tables.actors.persons)
            or self._acronym(unit)
            or (self.clusters.of_words(name) if name else None)
            or self._described(unit, phrase, sentence)
            or self._foretold(unit, phrase, sentence)
            or self._begin(unit)
        )

    def _like_known(self, unit: Unit, phrase: Phrase) -> Cluster | None:
        """Return the body of another state with a known one's name: "Norvia's Foreign Office"."""
        belonging = phrase.belonging
        if belonging and (belonging.known is None or belonging.end < len(phrase.words)):
            belonging = None
        called = (
            phrase.words[belonging.start : belonging.end] if belonging else self._name_words(unit)
        )
        known = self._tables.known.get(called)
        if known is None or known.kind not in _BODIES or self._names_state(called, known.side):
            return None
        state = self._state_called(phrase, owner_of(unit.span.of(self._text), called))
        if state is None or state == known.side:
            return None
        key = ("of", state, known.name)
        return self.clusters.of_key(key) or self._begin(unit, key, known.kind, state)

    def _names_state(self, words: Words, side: str | None) -> bool:
        """Return whether words name a state themselves: "British Foreign Office"."""
        names = self._tables.nations.names
        return side not in self._tables.nations.governments or any(
            names.get((word,)) == side for word in words
        )

    def _state_called(self, phrase: Phrase, owner: str) -> str | None:
        """Return the state that a phrase names beside a body; ``None`` where it names none."""
        nations, words = self._tables.nations, phrase_words(owner)
        named = phrase.belonging
        country = named.country if named and not named.known else None
        country = country or nations.names.get(words) or nations.seats.get(words)
        if country or not words or words in self._tables.known:
            return country
        # who heads it may stand before it as well: "Marn's State Department"
        return owner if self.clusters.of_person(PersonName(frozenset(), words)) is None else None

    def _name_words(self, unit: Unit) -> Words:
        """Return the words of the name that the encoder marks in a mention."""
        if unit.name is None or unit.label == PERSON:
            return ()
        words = phrase_words(unit.name.of(self._text))
        determiners = self._tables.sources.determiners
        return words[1:] if len(words) > 1 and words[0] in determiners else words

    def _described(self, unit: Unit, phrase: Phrase, sentence: int) -> Cluster | None:
        """Return the party told of before that a mention calls by the same noun, or describes."""
        if unit.label == PLACE or self._is_another(unit):
            return None
        if phrase.definiteness == "indefinite":
            return self.clusters.of_words((*phrase.words, *phrase.rest))
        whose = self._owners(unit)

        def fits(one: Cluster, *, is_exact: bool = False) -> bool:
            # who is called by name may be told to be elsewhere: "Marn, now in Damascus"
            is_one = not phrase.side or one.side in (None, phrase.side)
            is_one = is_one or (is_exact and bool(one.people))
            return is_one and _may_be_of(one, whose, phrase.words)

        called = map(self.clusters.of_words, ((*phrase.words, *sorted(whose)), phrase.words))
        found = next((one for one in called if one and fits(one, is_exact=True)), None)
        found = found or self._of_nation(phrase)
        if found or (unit.name and not self._is_body(unit, phrase)):
            return found
        found = self.clusters.of_head(phrase, sentence, fits)
        if unit.name is None:
            found = found or self._of_kind(phrase, sentence)
        return found if found and fits(found) else None

    def _foretold(self, unit: Unit, phrase: Phrase, sentence: int) -> Cluster | None:
        """Return the body that a name means which only its noun called before, as headlines do."""
        kinds = self._tables.actors.describing.get(phrase.head, frozenset())
        is_more = phrase.words != tuple(phrase.head.split())
        is_name = (
            unit.label == ORGANISATION and is_more and self._is_capital(unit, phrase.words[-1])
        )
        if not is_name or "government" in kinds or not kinds:
            return None
        found = self.clusters.of_bare_noun(phrase, sentence)
        if found:
            found.is_named = False  # its noun was no name
        return found

    def _owners(self, unit: Unit) -> Owners:
        return owners(unit.span.of(self._text), is_small=self._is_small)

    def _of_nation(self, phrase: Phrase) -> Cluster | None:
        """Return the body of a country or party that was told of: "Syria's army", "Syrian army"."""
        key = self._nation_key(phrase)
        return self.clusters.of_key(key) if key else None

    def _nation_key(self, phrase: Phrase) -> tuple[str, ...] | None:
        belonging = phrase.belonging
        if (
            belonging is None
            or not belonging.is_whole
            or phrase.head not in self._tables.actors.kinds
        ):
            return None
        if len(phrase.words) != len(phrase.head.split()) + belonging.end - belonging.start:
            return None
        whose = belonging.country or (belonging.known.name if belonging.known else "")
        return "of", whose, self._tables.actors.same.get(phrase.head, phrase.head)

    def _of_kind(self, phrase: Phrase, sentence: int) -> Cluster | None:
        """Return the named party told of last that "the company", "the group" may describe.

        No state and no place is "the ministry", and no foreign ministry "the interior ministry".
        """
        kinds = self._tables.actors.describing.get(phrase.head)
        if kinds is None or phrase.definiteness != "definite":
            return None
        added = set(phrase.words) - set(phrase.head.split())

        def is_described(one: Cluster) -> bool:
            is_such = one.is_named and one.kind in kinds and not one.people
            is_body = one.kind != "government" or (not one.is_state and added <= one.modifiers)
            return is_such and is_body and _is_of_side(one, phrase)

        return next(self.clusters.recent(sentence, _REACH, is_described), None)

    def _is_body(self, unit: Unit, phrase: Phrase) -> bool:
        """Return whether a marked name is what a body told of may be called by: "the league"."""
        kind = self._tables.actors.kinds.get(phrase.head)
        is_more = phrase.words != tuple(phrase.head.split())
        is_noun = kind is not None and (is_more or kind not in _MANY_HAVE)
        is_whole = self._name_words(unit) == phrase.words
        return is_noun and is_whole and phrase.definiteness == "definite"

    def _is_government(self, phrase: Phrase) -> bool:
        """Return whether a phrase means the government of a country: "the Syrian regime"."""
        belonging = phrase.belonging
        if belonging is None or belonging.is_apart or self._governed(belonging) is None:
            return False
        is_governing = self._tables.actors.same.get(phrase.head) == "government"
        return is_governing and len(phrase.words) <= belonging.end - belonging.start + 1

    def _governed(self, belonging: Belonging) -> str | None:
        """Return the country of a government: its own, or that of who leads it."""
        leader = belonging.known if belonging.known and belonging.known.kind == "person" else None
        country = belonging.country or (leader.side if leader else None)
        return country if country in self._tables.nations.governments else None

    def _of_tables(self, unit: Unit, phrase: Phrase) -> Cluster:
        """Return the known party or the government that a phrase names."""
        belonging = phrase.belonging
        assert belonging is not None
        known, country = belonging.known, self._governed(belonging)
        if known and not (country and self._is_government(phrase)):
            named = self._tables.known.get(phrase.words[:1]) if known.kind == "person" else None
            same = named and self.clusters.of_person(person_name(phrase.words, self._tables))
            return (
                same
                or self.clusters.of_key(("known", known.name))
                or self._begin_known(unit, known)
            )
        assert country is not None
        key = ("government", country)
        cluster = self.clusters.of_key(key) or self._begin(unit, key, "government", country)
        cluster.name = self._tables.nations.governments[country]
        cluster.is_named = cluster.is_place = cluster.is_state = True
        return cluster

    def _is_another(self, unit: Unit) -> bool:
        words = unit.span.of(self._text).lower().split(maxsplit=1)
        return words[:1] == ["another"]

    def _adjacent(self, unit: Unit) -> Cluster | None:
        """Return the party told of right before a mention, nothing but a comma between."""
        if self._before is None:
            return None
        unit_before, cluster = self._before
        gap = self._text[unit_before.spans[-1].end : unit.span.start]
        return cluster if gap in _APPOSITION else None

    def _apposed(self, unit: Unit, *, is_person: bool) -> Cluster | None:
        """Return the party told of right before that a mention names or describes anew."""
        cluster = self._adjacent(unit)
        if cluster is None or self._before is None or self._before[0].is_pronoun:
            return None
        is_new = cluster.is_named != (unit.name is not None)
        may_be_one = cluster.is_person or cluster.kind in _ROLES
        return cluster if is_person and is_new and may_be_one and not cluster.is_plural else None

    def _acronym(self, unit: Unit) -> Cluster | None:
        """Return the party that a mention is the short name of: "(SOHR)" behind it, or later."""
        short = unit.span.of(self._text)
        if not short.isalnum() or not 2 <= len(short) <= _LONGEST_ACRONYM:
            return None
        if self._before and short[1:].lower() != short[1:]:
            unit_before, cluster = self._before
            gap = self._text[unit_before.spans[-1].end : unit.span.start]
            words = self._name_words(unit_before) or phrase_words(unit_before.span.of(self._text))
            if gap in _BRACKET and _is_drawn_from(short.lower(), "".join(w[0] for w in words)):
                return cluster
        return self.clusters.of_initials(short.lower()) if short.isupper() else None

    def _learn(self, cluster: Cluster, unit: Unit, phrase: Phrase) -> None:
        """Remember what a mention says of the party that it means."""
        is_named = unit.name is not None or self._is_proper(unit, phrase)
        description = phrase
        if unit.name and unit.label == PERSON:
            lead = self._text[unit.span.start : unit.name.start]
            description = describe(lead, self._tables) if lead.strip() else phrase
        words = phrase.words if not cluster.is_person or not unit.name else description.words
        is_one_of_many = phrase.definiteness == "indefinite"
        self.clusters.call(
            cluster, (*words, *phrase.rest) if is_one_of_many else words, description.head
        )
        if whose := self._owners(unit):
            self.clusters.own(cluster, () if is_one_of_many else words, whose)
        if key := self._nation_key(phrase):
            self.clusters.know(cluster, key)
        if name := self._name_words(unit):
            self.clusters.call(cluster, name, "")
        if not cluster.is_person and cluster.is_plural is None:
            cluster.is_plural = phrase.is_plural
        side = description.side or self._side_of_place(unit, description) or self._state(unit)
        cluster.side = cluster.side or side
        if cluster.kind is None:
            cluster.kind = self._kind(unit, phrase)
        if is_named and not cluster.is_named:
            cluster.is_named = True
            called = self._called(unit)
            # "the Interior Ministry" says less than "the interior ministry of Norvia"
            is_less = bool(cluster.owners) and called.lower() in cluster.name.lower()
            cluster.name = cluster.name if is_less else called
        if unit.label == PERSON and not is_named and phrase.head in self._tables.actors.persons:
            cluster.is_person = cluster.is_person or not phrase.is_plural

    def _kind(self, unit: Unit, phrase: Phrase) -> PartyKind | None:
        if phrase.kind == "unnamed":
            return "unnamed" if unit.sources or phrase.head not in self._groups else "group"
        if phrase.kind:
            return phrase.kind
        if unit.label == PLACE:
            return "government"
        if phrase.head in self._tables.actors.persons:
            return "person" if phrase.definiteness != "indefinite" else "unnamed"
        if unit.name and unit.label == ORGANISATION:
            return "organisation"
        return None

    @property
    def _groups(self) -> frozenset[str]:
        kinds = self._tables.actors.kinds
        return frozenset(noun for noun, kind in kinds.items() if kind == "group")

    def _side_of_place(self, unit: Unit, phrase: Phrase) -> str | None:
        """Return the country of a place that an official is of: "the mayor of Aleppo"."""
        actors = self._tables.actors
        is_its_own = phrase.kind in ("government", "military") or phrase.head in actors.official
        if not is_its_own and phrase.head not in actors.persons:
            return None
        return next(
            (country for span, country in self.countries.items() if unit.span.holds(span)),
            None,
        )


_PUBLISHING = (None, "group", "media", "publisher", "unnamed")
"""Kinds of those who only publish, or of whom words say no more."""

_MANY_HAVE = ("government", "military", "group")
"""Kinds of whose nouns alone nothing is told: "the army" may be that of any state."""

_BODIES = ("government", "military")
_ROLES = frozenset(("unnamed", "person", None))


def _may_be_of(cluster: Cluster, whose: Owners, words: Words) -> bool:
    """Return whether a party may be what words call somebody's: not the navy of another."""
    if not whose or all(is_told(one, cluster.modifiers) for one in whose):
        return True
    if cluster.owners or not cluster.is_person:
        says_less = cluster.modifiers - cluster.owners <= set(words)
        return says_less and cluster.owners <= whose
    return True


def _is_of_side(cluster: Cluster, phrase: Phrase) -> bool:
    """Return whether a party may be "the Norvian agency", and is not that of which it is one."""
    belonging = phrase.belonging
    if belonging is None or not belonging.is_whole:
        return True  # "the Norvia-based group" may be of no side
    is_owner = belonging.known is not None and belonging.known.name == cluster.name
    return not is_owner and phrase.side in (None, cluster.side)


def _is_drawn_from(short: str, initials: str) -> bool:
    """Return whether the letters of a short name stand among initials, in order, from the first."""
    if not initials.startswith(short[:1]):
        return False
    rest = iter(initials)
    return sum(letter in rest for letter in short) >= len(short) - 1
