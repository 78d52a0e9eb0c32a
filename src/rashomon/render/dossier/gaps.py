"""What falls short in the documents of one dossier."""

from collections.abc import Iterator, Mapping

from rashomon.model.comparison import Comparison
from rashomon.render.case.comparison_marks import is_own_voice
from rashomon.render.dossier.sources import Source
from rashomon.render.dossier.view import View
from rashomon.render.words import counted

_UNSURE = 0.5


def gaps_of(view: View, sources: Mapping[str, Source]) -> tuple[str, ...]:
    """Return what a reader should know of the gaps of a dossier, a sentence each."""
    return tuple(_gaps(view, sources))


def _gaps(view: View, sources: Mapping[str, Source]) -> Iterator[str]:
    undated = sum(one.published is None for one in sources.values())
    if undated:
        documents = counted(undated, "document")
        yield f"{documents} without a day of publication: times in them may be off."
    nameless = sum(not view.rows[one].publisher for one in sources)
    if nameless:
        yield f"{counted(nameless, 'document')} without a publisher, named by title or file."
    unsure, claims = _unsure(view)
    if unsure:
        yield (
            f"{unsure:,} of the {claims:,} attributions that answers rest on were found with a "
            f"probability below {_UNSURE:.0%}."
        )
    unresolved = _unresolved(view)
    if unresolved:
        yield f"{counted(unresolved, 'mention')} of places could not be put on the map."
    if silent := _unanswered(view.comparison):
        yield f"{counted(silent, 'party', 'parties')} speak but answer none of the questions."


def _unsure(view: View) -> tuple[int, int]:
    """Return how many attributions behind answers are unsure, and how many there are."""
    used = {
        (one.document, one.voice.attribution)
        for point in view.comparison.points
        for position in point.positions
        for one in (*position.held_by, *position.denied_by)
        if not is_own_voice(one)
    }
    sure = [
        one.confidence
        for document, reading in view.readings.items()
        for one in reading.attributions
        if (document, one.id) in used
    ]
    return sum(one < _UNSURE for one in sure), len(sure)


def _unresolved(view: View) -> int:
    return sum(
        one.lat is None and one.use == "literal"
        for reading in view.readings.values()
        for one in reading.places
    )


def _unanswered(comparison: Comparison) -> int:
    answering = {
        one.party
        for point in comparison.points
        for position in point.positions
        for one in (*position.held_by, *position.denied_by)
    }
    return len(set(comparison.parties) - answering)
