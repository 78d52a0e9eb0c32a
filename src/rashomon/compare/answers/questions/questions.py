"""Answers to whether it happened, why, whether it was lawful, when and where."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from rashomon.compare.answers.questions.legality import LegalityWords, build_legality, legality
from rashomon.compare.answers.questions.occurrence import (
    OccurrenceWords,
    build_occurrence,
    occurrence,
)
from rashomon.compare.answers.questions.purpose import PurposeWords, build_purpose, purpose
from rashomon.compare.answers.questions.telling import Telling
from rashomon.compare.answers.questions.when import times
from rashomon.compare.answers.questions.where import places
from rashomon.compare.answers.questions.wording import Wording, build_wording
from rashomon.compare.speakers.voices import Voices
from rashomon.model.comparison import Answer
from rashomon.model.reading import Reading


@dataclass(frozen=True, slots=True)
class QuestionWords:
    """The words of ``questions.toml``.

    Attributes:
        wording: what all questions share.
        occurrence: what says whether it happened.
        purpose: what says why.
        legality: what calls it lawful or not.
    """

    wording: Wording
    occurrence: OccurrenceWords
    purpose: PurposeWords
    legality: LegalityWords


def build_question_words(table: Mapping[str, Any], speech: Iterable[str]) -> QuestionWords:
    """Return the words of the table ``questions.toml``.

    Args:
        table: the table.
        speech: types of events that are said and not done.
    """
    return QuestionWords(
        build_wording(table, speech),
        build_occurrence(table["occurrence"]),
        build_purpose(table["purpose"]),
        build_legality(table["legality"]),
    )


def asked(
    reading: Reading, events: Collection[str], voices: Voices, words: QuestionWords
) -> Iterator[Answer]:
    """Yield the answers of a document to whether it happened, why, if lawful, when and where.

    Args:
        reading: what was read in it.
        events: the ``id`` of the event mentions that belong to the incident.
        voices: who says what in it.
        words: the words of the table.
    """
    telling = Telling(reading, events, voices, words.wording)
    yield from occurrence(telling, words.occurrence)
    yield from purpose(telling, words.purpose)
    yield from legality(telling, words.legality)
    yield from times(reading, events, telling)
    yield from places(reading, events, telling)
