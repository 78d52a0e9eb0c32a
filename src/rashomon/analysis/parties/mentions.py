"""What of a text may mean a party: sources, phrases and names that the encoder marks, pronouns."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rashomon.analysis.mentions import Mentions
from rashomon.analysis.parties.phrases import phrase_words
from rashomon.analysis.parties.tables import PartyTables
from rashomon.model.spans import Span, Spans, trim

_PRONOUN = re.compile(
    r"(?<![\w'’-])(?:he|she|him|her|his|hers|they|them|their|theirs|it|its|i|me|my|we|our)(?![\w'’-])",
    re.IGNORECASE,
)
_MARKS = " ,;:"
_ARTICLE = re.compile(r"^the (?=[A-Z])")
_FIRST_ARTICLE = re.compile(r"^[Tt]he (?=[A-Z])")
_CLAUSE = re.compile(r"(?P<name>(?:^|\s)[A-Z][\w.'’-]*),\s+(?:which|who|whom|whose)\b.*", re.DOTALL)
_COMMA = 2
"""Characters between a role and the name after it: ", "."""

_ENDING = 2
"""Characters that may follow the name in which a phrase ends: "'s"."""

_US = "us"
_NAME = re.compile(r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]*){1,3}")
_LAST_WORD = re.compile(r"\w+(?=\W*$)")
_LONGEST_WORD = 20
_BEFORE_OBJECTS = frozenset(
    (
        *("all", "among", "between", "both", "by", "for", "from", "gave", "give", "help", "let"),
        *("like", "of", "tell", "tells", "to", "told", "with"),
    )
)
"""Words before "us" that show that it is the pronoun, in texts without capitals."""

PERSON, ORGANISATION, PLACE = "person", "organisation", "place"


@dataclass(frozen=True, slots=True)
class Unit:
    """A stretch of text that may mean a party.

    Attributes:
        spans: where it stands; all spans of a source.
        label: what the encoder takes it for: person, organisation, place; ``None`` for unknown.
        name: the name in it that the encoder marks, if it does.
        sources: the numbers of the attributions whose source it is.
        is_pronoun: whether it is a pronoun.
        is_possible: whether it is a place, which acts only if it takes part in something.
    """

    spans: Spans
    label: str | None
    name: Span | None = None
    sources: tuple[int, ...] = ()
    is_pronoun: bool = False
    is_possible: bool = False

    @property
    def span(self) -> Span:
        """Where it begins."""
        return self.spans[0]


def find_units(
    text: str,
    sources: Sequence[Spans],
    actors: Mentions,
    entities: Mentions,
    tables: PartyTables,
) -> list[Unit]:
    """Return what may mean a party, in the order of the text.

    Args:
        text: the document's text.
        sources: the source of each attribution; empty where none is given.
        actors: phrases for people and organisations that the encoder marks.
        entities: names of people, organisations and places that it marks.
        tables: the word tables.
    """
    units = _sources(text, sources, actors, entities, tables)
    taken = _Taken(text, units, tables)
    for mark in actors.all:
        if taken.is_free(mark.span):
            name = _name_in(mark.span, entities)
            is_pronoun = _is_pronoun(text, mark.span, tables)
            units.append(Unit((mark.span,), mark.label, name, is_pronoun=is_pronoun))
            taken.add(mark.span)
    names = {unit.name for unit in units}
    for mark in entities.all:
        # a name may stand in a phrase that means somebody else: "the mayor's brother"
        if mark.span not in names and not _is_initial(text, mark.span):
            is_place = mark.label == PLACE
            units.append(Unit((mark.span,), mark.label, mark.span, is_possible=is_place))
    starts = {unit.span for unit in units if unit.is_pronoun}
    for match in _PRONOUN.finditer(text):
        span = Span(*match.span())
        # "his" may begin a phrase that means somebody else: "his brother"
        if span not in starts:
            units.append(Unit((span,), None, is_pronoun=True))
    return sorted(units, key=lambda one: one.spans)


def _is_initial(text: str, span: Span) -> bool:
    """Return whether a stretch is one letter, which names nobody: "(D., Calif.)"."""
    return sum(map(str.isalnum, span.of(text))) <= 1


def _is_pronoun(text: str, span: Span, tables: PartyTables) -> bool:
    """Return whether a stretch is a pronoun: "us", but not "US", nor that in small letters."""
    words = span.of(text)
    if words.lower() == _US:
        before = _LAST_WORD.search(text, max(0, span.start - _LONGEST_WORD), span.start)
        is_object = before is not None and before[0].lower() in _BEFORE_OBJECTS
        return words == _US and (is_object or not text.islower())
    return " ".join(phrase_words(words)) in tables.sources.pronouns


def head_span(text: str, span: Span, tables: PartyTables) -> Span:
    """Return the part of a phrase up to its head: "a spokesman" of "a spokesman for the army"."""
    for match in re.finditer(r"\s(\w+)\b|[,(]", span.of(text)):
        word = (match[1] or ",").lower()
        if match.start() and (word == "," or word in tables.sources.describing):
            return trim(Span(span.start, span.start + match.start()), text) or span
    return span


class _Taken:
    """The stretches that units already stand for, up to their heads."""

    def __init__(self, text: str, units: Iterable[Unit], tables: PartyTables) -> None:
        self._covered = bytearray(len(text))
        for unit in units:
            self.add(head_span(text, unit.span, tables))

    def add(self, span: Span) -> None:
        self._covered[span.start : span.end] = b"\x01" * (span.end - span.start)

    def is_free(self, span: Span) -> bool:
        return not any(self._covered[span.start : span.end])


def _sources(
    text: str,
    sources: Sequence[Spans],
    actors: Mentions,
    entities: Mentions,
    tables: PartyTables,
) -> list[Unit]:
    """Return the sources as units; one that serves several attributions stands there once."""
    numbers: dict[Spans, list[int]] = {}
    for number, spans in enumerate(sources):
        if spans:
            numbers.setdefault(spans, []).append(number)
    units = []
    for spans, served in numbers.items():
        head = head_span(text, spans[0], tables)
        name = _name_in(head, entities) or _apposed_name(
            text, spans[0], head, actors, entities, tables
        )
        is_pronoun = _is_pronoun(text, spans[0], tables)
        label = _label(head, name, actors, entities)
        units.append(Unit(spans, label, name, tuple(served), is_pronoun))
    return units


def _name_in(span: Span, entities: Mentions) -> Span | None:
    """Return the name that a phrase is or ends in, if the encoder marks one."""
    inside = entities.within(span)
    return inside[-1].span if inside and span.end - inside[-1].span.end <= _ENDING else None


def _apposed_name(
    text: str, span: Span, head: Span, actors: Mentions, entities: Mentions, tables: PartyTables
) -> Span | None:
    """Return the name of the person that a source calls by a role first: "a spokesman, Jo Veld"."""
    after = Span(head.end, span.end)
    marked = (one for one in entities.within(after) if one.label == PERSON)
    near = (one.span for one in marked if one.span.start - head.end <= _COMMA)
    return next(near, None) or _written_as_name(text, span, head, actors, tables)


def _written_as_name(
    text: str, span: Span, head: Span, actors: Mentions, tables: PartyTables
) -> Span | None:
    """Return what the encoder marks for a person behind a role, and the text writes as a name.

    The role may say of what it is: "the harbour master of Brinn, Jo Veld".
    """
    role = head.of(text).split()[-1:]
    if not any(one.islower() or one.lower() in tables.actors.persons for one in role):
        return None
    ends = {one.span.end for one in actors.within(span) if one.span.start == span.start}
    for one in actors.within(Span(head.end, span.end)):
        is_near = any(0 <= one.span.start - end <= _COMMA for end in (head.end, *ends))
        words = list(re.finditer(r"\S+", one.span.of(text)))
        titled = [at.end() for at in words if at[0].lower().rstrip(".") in tables.sources.titles]
        name = trim(Span(one.span.start + max(titled, default=0), one.span.end), text)
        if is_near and one.label == PERSON and name and _NAME.fullmatch(name.of(text)):
            return name
    return None


def _label(head: Span, name: Span | None, actors: Mentions, entities: Mentions) -> str | None:
    """Return what the encoder takes a source for: by the name in it, else by the phrase."""
    for marks in (entities, actors):
        for one in marks.touching(name or head):
            return one.label
    return None


def bare(phrase: str, *, is_first: bool = False) -> str:
    """Return a phrase without marks at its ends, brackets or a clause behind a name, and "the".

    Args:
        phrase: the words of a mention, as the text has them.
        is_first: whether it begins a sentence, so that "The" may be no part of a name.
    """
    words, bracket, _ = phrase.partition(" (")
    found = words.strip(_MARKS) if bracket and words.strip(_MARKS) else phrase.strip(_MARKS)
    found = _CLAUSE.sub(r"\g<name>", found, count=1)
    return (_FIRST_ARTICLE if is_first else _ARTICLE).sub("", found)
