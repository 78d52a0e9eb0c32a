"""What the word tables say: classes of reporting words, and the words that change them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast

from rashomon.analysis.inflection import verb_forms
from rashomon.model.reading import Framing, Stance


@dataclass(frozen=True, slots=True)
class ReportingClass:
    """A class of reporting words: what a source does that uses them, and how the writer shows it.

    Attributes:
        name: ``say``, ``deny``, ``warn``, ...
        stance: what the source does with the content.
        framing: how the writer presents it.
        negated: the stance where the word is negated.
        directive: the stance where the content is an infinitive ("asked them to leave").
    """

    name: str
    stance: Stance
    framing: Framing
    negated: Stance
    directive: Stance


@dataclass(frozen=True, slots=True)
class Phrase:
    """Several reporting words in a row, up to ``slack`` others between two of them.

    Attributes:
        words: the forms that each of them may take, in order.
        slack: how many other words may stand between two of them.
        kind: their class.
    """

    words: tuple[frozenset[str], ...]
    slack: int
    kind: ReportingClass


@dataclass(frozen=True, slots=True)
class Modifiers:
    """Words around a cue that change what it does. All are in lower case.

    Attributes:
        negators: words that negate the verb after them.
        not_negating: phrases with a negator in them that do not (``not only``).
        refusals: forms that negate the infinitive after them ("declined to confirm").
        auxiliaries: words that may stand between a source and its verb.
        distancing: adverbs and phrases by which the writer shows disbelief.
        endorsing: adverbs by which the writer shows belief.
        negating_sources: first words of sources that negate what they say ("few experts").
        performers: pronouns that open a content which does what it says ("we call on ...").
        performing: words that may stand between these and their verb.
        obliging: words that make a content a demand ("that it should be released").
        not_obliging: phrases after these that make it none ("should be seen as").
        question_words: words that open an indirect question.
        clausal: words that show that no infinitive depends on the verb before them.
        nominal: words after "to" that make it no infinitive.
    """

    negators: frozenset[str]
    not_negating: tuple[tuple[str, ...], ...]
    refusals: frozenset[str]
    auxiliaries: frozenset[str]
    distancing: tuple[tuple[str, ...], ...]
    endorsing: tuple[tuple[str, ...], ...]
    negating_sources: frozenset[str]
    performers: frozenset[str]
    performing: frozenset[str]
    obliging: frozenset[str]
    not_obliging: tuple[tuple[str, ...], ...]
    question_words: frozenset[str]
    clausal: frozenset[str]
    nominal: frozenset[str]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The reporting words and their modifiers.

    Attributes:
        words: the class of each single word, in every form of it.
        phrases: those of several words, the longest first.
        modifiers: the words that change them.
        default: the class of a cue in which no word of the tables stands.
    """

    words: Mapping[str, ReportingClass]
    phrases: tuple[Phrase, ...]
    modifiers: Modifiers
    default: ReportingClass


_SLACK = 2


def build_lexicon(reporting: Mapping[str, Any], modifiers: Mapping[str, Any]) -> Lexicon:
    """Return the lexicon that the tables ``reporting.toml`` and ``modifiers.toml`` hold.

    A word that stands in several classes belongs to the first; the first class of the table
    is that of a cue without any word of the tables.
    """
    words: dict[str, ReportingClass] = {}
    phrases: list[Phrase] = []
    classes: list[ReportingClass] = []
    for name, table in reporting.items():
        stance = cast(Stance, table["stance"])
        kind = ReportingClass(
            name=name,
            stance=stance,
            framing=table["framing"],
            negated=table.get("negated", stance),
            directive=table.get("directive", stance),
        )
        classes.append(kind)
        for entry in table.get("verbs", ()):
            for form in verb_forms(entry):
                words.setdefault(form, kind)
        for word in table.get("words", ()):
            words.setdefault(word, kind)
        for entry in table.get("phrasal", ()):
            verb, _, rest = entry.partition("+")
            phrases.append(Phrase((verb_forms(verb), *_as_they_stand(rest)), _SLACK, kind))
        phrases += [Phrase(_as_they_stand(entry), 0, kind) for entry in table.get("fixed", ())]
    phrases.sort(key=lambda phrase: -len(phrase.words))
    return Lexicon(words, tuple(phrases), _modifiers(modifiers), classes[0])


def _as_they_stand(words: str) -> tuple[frozenset[str], ...]:
    return tuple(frozenset((word,)) for word in words.split())


def _modifiers(table: Mapping[str, list[str]]) -> Modifiers:
    def split(name: str) -> tuple[tuple[str, ...], ...]:
        return tuple(tuple(entry.split()) for entry in table[name])

    refusals = {form for verb in table["refusing_verbs"] for form in verb_forms(verb)}
    return Modifiers(
        negators=frozenset(table["negators"]) | frozenset(table["contracted"]),
        not_negating=split("not_negating"),
        refusals=frozenset(table["refusing_words"]) | refusals,
        auxiliaries=frozenset(table["auxiliaries"]),
        distancing=split("distancing"),
        endorsing=split("endorsing"),
        negating_sources=frozenset(table["negating_sources"]),
        performers=frozenset(table["performers"]),
        performing=frozenset(table["performing"]),
        obliging=frozenset(table["obliging"]),
        not_obliging=split("not_obliging"),
        question_words=frozenset(table["question_words"]),
        clausal=frozenset(table["clausal"]),
        nominal=frozenset(table["nominal"]),
    )
