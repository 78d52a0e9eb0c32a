"""Reading a case again, with another model or other settings: what people decided stays."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from rashomon.model.case import Changes, Entry
from rashomon.model.document import Document
from rashomon.model.failure import Failure
from rashomon.model.reading import Reading
from rashomon.pipeline.versions import reading_versions
from rashomon.settings import Settings
from rashomon.store.case import Case


def to_read_again(case: Case, settings: Settings, *, everything: bool) -> list[str]:
    """Return the ids of the documents whose reading other versions made, or of all of them."""
    if everything:
        return [row.id for row in case.documents()]
    return list(case.readings_by_others(reading_versions(settings.analysis)))


def stored(case: Case, ids: Iterable[str]) -> Iterator[Document]:
    """Yield documents as they were added: their stored text is what is read again."""
    return (case.added_reading(one).document for one in ids)


def replace_readings(
    case: Case, prepared: Iterable[Entry | Failure]
) -> Iterator[tuple[str, Changes] | Failure]:
    """Store new readings one by one, and yield for each what changed."""
    for one in prepared:
        if isinstance(one, Failure):
            yield one
            continue
        document_id = one.reading.document.id
        before = case.added_reading(document_id)
        case.read_again([one])
        yield document_id, differences(before, one.reading)


def differences(before: Reading, after: Reading) -> Changes:
    """Return how two readings of one document differ.

    Claims, times, places and events are the same where they stand at the same words; they are
    altered where anything else of them differs, but for the names that tie a reading together.
    """
    gained, lost, altered = {}, {}, {}
    for name, old, new in (
        ("claims", _claims(before), _claims(after)),
        ("times", _times(before), _times(after)),
        ("places", _places(before), _places(after)),
        ("events", _events(before), _events(after)),
    ):
        gained[name] = len(new.keys() - old.keys())
        lost[name] = len(old.keys() - new.keys())
        altered[name] = sum(old[key] != new[key] for key in old.keys() & new.keys())
    return Changes(gained, lost, altered)


def _claims(reading: Reading) -> Mapping[Any, Any]:
    names = {one.id: (one.name, one.kind, one.side) for one in reading.parties}
    return {
        (one.source, one.cue, one.content): (names.get(one.party or ""), one.stance, one.framing)
        for one in reading.attributions
    }


def _times(reading: Reading) -> Mapping[Any, Any]:
    return {one.span: (one.type, one.edtf, one.earliest, one.latest) for one in reading.times}


def _places(reading: Reading) -> Mapping[Any, Any]:
    return {
        one.span: (one.name, one.lat, one.lon, one.precision, one.use) for one in reading.places
    }


def _events(reading: Reading) -> Mapping[Any, Any]:
    spans = {one.id: one.span for one in reading.times}
    spans |= {one.id: one.span for one in reading.places}
    names = {one.id: one.name for one in reading.parties}
    return {
        one.trigger: (
            one.type,
            names.get(one.agent or ""),
            names.get(one.target or ""),
            spans.get(one.time or ""),
            spans.get(one.place or ""),
            one.casualties,
            one.polarity,
            one.modality,
            one.is_background,
        )
        for one in reading.events
    }
