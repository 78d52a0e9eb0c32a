"""Results of a search, with the words around what was found."""

from collections.abc import Iterator, Sequence
from functools import cache

from rashomon.model.case import DocumentRow, Hit
from rashomon.model.errors import DamagedCaseError
from rashomon.model.reading import Attribution, Reading
from rashomon.model.spans import Span
from rashomon.store import contents
from rashomon.store.connection import Connection, Row
from rashomon.store.contexts import first_match, marks, window
from rashomon.store.words import Term, spans_of_words


def hits(db: Connection, found: Sequence[Row], terms: Sequence[Term]) -> Iterator[Hit]:
    """Yield what was found as results.

    Args:
        db: the case.
        found: number of the document, ``id`` of the attribution or ``None``, and score.
        terms: the words that were searched for.

    Raises:
        DamagedCaseError: search knows a claim that the reading does not have.
    """
    read = cache(lambda number: contents.reading_of(db, number))
    for number, attribution, score in found:
        row = contents.to_row(db.rows("document row", (number,))[0])
        if attribution is None:
            yield _document(db, row, contents.document_of(db, number).text, terms, score)
            continue
        reading = read(number)
        claim = next((one for one in reading.attributions if one.id == attribution), None)
        if claim is None:
            raise DamagedCaseError(
                "search knows a claim that is not there",
                where=row.id,
                remedy="see 'rashomon verify'",
            )
        yield _claim(db, row, reading, claim, terms, score)


def _claim(
    db: Connection,
    row: DocumentRow,
    reading: Reading,
    claim: Attribution,
    terms: Sequence[Term],
    score: float,
) -> Hit:
    text = reading.document.text
    party = next((party for party in reading.parties if party.id == claim.party), None)
    around = window(text, _cover(claim))
    return Hit(
        document=row,
        attribution=claim.id,
        source=reading.document.quote(claim.source),
        party=party.name if party else None,
        side=party.side if party else None,
        stance=claim.stance,
        content=claim.content,
        context=around.of(text),
        context_span=around,
        marks=marks(text, around, terms, _stems(db, text, around, terms)),
        score=score,
    )


def _document(
    db: Connection, row: DocumentRow, text: str, terms: Sequence[Term], score: float
) -> Hit:
    around = window(text, first_match(text, terms, db.stems))
    return Hit(
        document=row,
        attribution=None,
        source="",
        party=None,
        side=None,
        stance=None,
        content=(),
        context=around.of(text),
        context_span=around,
        marks=marks(text, around, terms, _stems(db, text, around, terms)),
        score=score,
    )


def _cover(claim: Attribution) -> Span:
    spans = claim.content or claim.source or claim.cue or (Span(0, 0),)
    return Span(spans[0].start, spans[-1].end)


def _stems(db: Connection, text: str, within: Span, terms: Sequence[Term]) -> dict[str, str]:
    """Return the form under which the words of a stretch, and those searched for, are known."""
    if not terms:
        return {}
    words = {word for word, _ in spans_of_words(text, within)}
    return db.stems(words.union(*(term.words for term in terms)))
