"""The comparison of all accounts of one incident."""

from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeAlias

from rashomon.compare.answers.acts.acts import ActWords, acts, build_act_words
from rashomon.compare.answers.counts import counts
from rashomon.compare.answers.denials import denials
from rashomon.compare.answers.questions.questions import QuestionWords, asked, build_question_words
from rashomon.compare.answers.refuting import DenialWords, build_denial_words, refutations
from rashomon.compare.answers.said import Said
from rashomon.compare.answers.setting import Setting
from rashomon.compare.claims.free import free_points
from rashomon.compare.claims.related import Relations, find_relations
from rashomon.compare.claims.relating import LoadRelater
from rashomon.compare.claims.ruled import RuledRelations
from rashomon.compare.decided import NOTHING, Decided
from rashomon.compare.grades.grading import graded
from rashomon.compare.grades.precision import date_precision, where_precision
from rashomon.compare.grades.rules import GradeRules, build_grade_rules
from rashomon.compare.grades.tolls import tolls
from rashomon.compare.points.exclusive import are_contested, build_exclusive
from rashomon.compare.points.points import HoldingOf, PointRules, are_at_odds, make_points
from rashomon.compare.points.ruled import RuledPoints
from rashomon.compare.points.same import build_target_words
from rashomon.compare.speakers.roster import Roster
from rashomon.compare.speakers.told import Told
from rashomon.compare.speakers.voices import Voices, publisher_of
from rashomon.model.comparison import (
    Comparison,
    Holding,
    OwnStatement,
    Point,
    Position,
    Voice,
)
from rashomon.model.incidents import Incident
from rashomon.model.origins import Origins, RootOf
from rashomon.model.reading import Reading
from rashomon.model.spans import Span

OfEach: TypeAlias = Callable[[Callable[[Told], Said], Sequence[Told]], Iterable[Said]]
"""Does some work with each of many documents, and returns what it makes, in their order."""


@dataclass(frozen=True, slots=True)
class Comparer:
    """What compares accounts.

    Attributes:
        words: the words that answers are told by.
        denials: those that name claims in denials.
        questions: those by which it is told whether, why and how lawfully it was done.
        rules: what says the same, and what cannot both be true.
        powers: words for the government of a country and its forces, in small letters.
        countries: the names of countries by their codes.
        load_relater: loads what tells how two claims relate, where there are some that need
            telling; ``None`` for points by kind alone.
        grades: what gives which grade, and how the dead are counted.
        of_each: how work on each of many documents is done: one after the other, or shared.
    """

    words: ActWords
    denials: DenialWords
    questions: QuestionWords
    rules: PointRules
    powers: frozenset[str]
    countries: Mapping[str, str]
    load_relater: LoadRelater | None
    grades: GradeRules
    of_each: OfEach = map


def build_comparer(
    tables: Mapping[str, Mapping[str, Any]], load_relater: LoadRelater | None
) -> Comparer:
    """Return what compares accounts.

    Args:
        tables: ``points``, ``questions``, ``exclusive``, ``actors``, ``countries`` and ``grades``,
            by name.
        load_relater: loads what tells how two claims relate, or ``None``.
    """
    exclusive, countries, kinds = (
        tables["exclusive"],
        tables["countries"],
        tables["actors"]["kinds"],
    )
    words = build_act_words(tables["points"], countries)
    return Comparer(
        words=words,
        denials=build_denial_words(tables["questions"]),
        questions=build_question_words(tables["questions"], words.speech),
        rules=PointRules(build_exclusive(exclusive, words.ways), build_target_words(exclusive)),
        powers=frozenset((*kinds["government"], *kinds["military"], *exclusive["words"]["powers"])),
        countries={code: one["name"] for code, one in countries.items()},
        load_relater=load_relater,
        grades=build_grade_rules(tables["grades"]),
    )


def compare(
    incident: Incident,
    readings: Mapping[str, Reading],
    origins: Origins,
    comparer: Comparer,
    decided: Decided = NOTHING,
) -> Comparison:
    """Return the accounts of an incident, side by side.

    Args:
        incident: what they are of.
        readings: what was read in each of its documents, by the ``id`` of the document.
        origins: the roots of the documents.
        comparer: the words and the model to compare with.
        decided: what people decided.

    Raises:
        ModelError: the relation model is to be asked, and cannot be loaded.
    """
    told = _told(incident, readings, decided)
    said = list(comparer.of_each(partial(said_in, comparer=comparer), told))
    answers = [each for one in said for each in one.answers]
    roster = _roster(incident, told, said, comparer, decided)
    roots = RootOf(origins)
    holding_of = _holding_of(told, roster, roots)
    answered = make_points(answers, holding_of, roster, comparer.rules)
    relations = find_relations(
        told, said, holding_of, RuledRelations(decided.relations, told), comparer.load_relater
    )
    ruled = _ruled_points(answered, relations.ruled, roster, comparer.rules)
    points = _points(answered, relations, ruled)
    documents = tuple(one.document for one in incident.documents)
    main = {one.document for one in incident.documents if one.role == "main"}
    return Comparison(
        incident=incident,
        documents=documents,
        independent_origins=len({roots.of(one) for one in documents}),
        where_precision=where_precision(incident.place),
        date_precision=date_precision(incident.time),
        points=graded(
            points,
            comparer.grades,
            incident,
            exclude=lambda kind, some: are_contested(kind, some, comparer.rules.exclusive, roster),
            own_voice=_own_voice(told, roots, whole=frozenset(documents)),
            verdicts=decided.verdicts,
            ruled=ruled.are_rivals if decided.relations else None,
        ),
        relations=(*relations.denied, *relations.decided, *relations.clashing),
        tolls=tolls(points, comparer.grades),
        own_voice=tuple(_own_voice(told, roots, whole=main)),
        parties=_parties(points, roster),
    )


def _told(incident: Incident, readings: Mapping[str, Reading], decided: Decided) -> list[Told]:
    """Return what each document of an incident tells of it."""
    apart = tuple(one for one in decided.parties if not one.is_one)
    return [
        Told(readings[one.document], frozenset(one.events), apart, incident.type)
        for one in incident.documents
    ]


def _roster(
    incident: Incident,
    told: Sequence[Told],
    said: Sequence[Said],
    comparer: Comparer,
    decided: Decided,
) -> Roster:
    """Return who speaks of an incident, and acts in it, over all of its documents."""
    return Roster(
        [one.reading for one in told],
        [each for one in said for each in one.answers],
        [
            each
            for one, heard in zip(told, said, strict=True)
            for each in one.speakers(heard.speaking)
        ],
        comparer.words.peoples,
        comparer.powers,
        comparer.countries.get(incident.place.country or "") if incident.place else None,
        decided.parties,
    )


def _holding_of(told: Iterable[Told], roster: Roster, roots: RootOf) -> HoldingOf:
    """Return what tells who holds something: as what party, in which document, from which root."""
    days = {one.reading.document.id: one.reading.document.published for one in told}

    def holding_of(voice: Voice, document: str, span: Span) -> Holding:
        origin = roots.of(document, span) or document
        party, said_by = roster.party(voice.party), roster.voice(voice)
        day = days[document]
        return Holding(party.name, said_by, document, day, span, origin, party.reviewer)

    return holding_of


def _points(
    answered: Sequence[Point], relations: Relations, ruled: RuledPoints
) -> tuple[Point, ...]:
    """Return the points as people decided them, and those of claims that no kind of point asks."""
    unasked = ruled.unanswered(answered, relations.decided)
    free = free_points((*unasked, *relations.clashing), relations.said, len(answered))
    return (*ruled.heeded(answered), *free)


def _ruled_points(
    points: Sequence[Point], ruled: RuledRelations, roster: Roster, rules: PointRules
) -> RuledPoints:
    is_rising = any(one.is_update for one in points if (one.kind, one.who) == ("killed", "total"))

    def at_odds(point: Point, positions: Sequence[Position]) -> bool:
        return are_at_odds(point.kind, positions, roster, rules, is_rising=is_rising)

    return RuledPoints(ruled.rulings, at_odds)


def said_in(told: Told, comparer: Comparer) -> Said:
    """Return what a document answers to the points of an incident, and which claims it denies.

    Args:
        told: the document.
        comparer: the words to find these by.
    """
    reading, events = told.reading, told.events
    voices = Voices(reading, told.apart)
    setting = Setting(reading, events)
    found = [
        *counts(reading, setting, voices),
        *acts(reading, setting, voices, comparer.words, told.type),
    ]
    found += asked(reading, events, voices, comparer.questions)
    refuted = tuple(refutations(reading, voices, comparer.denials))
    found += denials(reading, voices, tuple(found), refuted, comparer.denials)
    # who denies a claim speaks in the denial, not in the claim
    speaking = {
        one.id: tuple(each for each in voices.speaking(one) if each.attribution == one.id)
        for one in reading.attributions
    }
    return Said(found, refuted, speaking)


def _own_voice(
    told: Iterable[Told], roots: RootOf, whole: Container[str]
) -> Iterator[OwnStatement]:
    """Yield what documents say of the incident themselves; all that those in ``whole`` say."""
    for one in told:
        document = one.reading.document
        for statement in one.statements(is_main=document.id in whole):
            yield OwnStatement(
                document=document.id,
                publisher=publisher_of(document).party,
                span=statement.span,
                hedged=statement.hedged,
                loaded=statement.loaded,
                origin=roots.of(document.id, statement.span) or document.id,
            )


def _parties(points: Iterable[Point], roster: Roster) -> tuple[str, ...]:
    """Return all who speak: those who answer most first, publishers behind all others."""
    answered: Counter[str] = Counter()
    publishers: set[str] = set()
    for point in points:
        for position in point.positions:
            for one in (*position.held_by, *position.denied_by):
                answered[one.party] += 1
                if one.voice.attribution is None:
                    publishers.add(one.party)
    everyone = dict.fromkeys((*answered, *roster.speaking))
    return tuple(sorted(everyone, key=lambda one: (one in publishers, -answered[one], one)))
