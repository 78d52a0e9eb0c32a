"""Adding to a case: what is known is left out, what is read is kept bit by bit."""

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from rashomon.model.case import Addition, Entry
from rashomon.model.document import Document, Provenance
from rashomon.model.errors import InputError
from rashomon.model.failure import Failure
from rashomon.model.reading import Reading
from rashomon.model.spans import Spans
from rashomon.pipeline.linking import load_linkers
from rashomon.pipeline.reading import Input, Result, bytes_at_hand, load_reader, name_of
from rashomon.pipeline.versions import reading_versions
from rashomon.readers import source_identity
from rashomon.settings import Settings
from rashomon.store.case import Case

_ASKED_AT_ONCE = 64
_MOST_HELD = 8_000_000
_MOST_IN_A_BATCH = 64
_MOST_SHOWN = 10
_MOST_WORDS = 120
_SECONDS_BETWEEN_BATCHES = 2.0


@dataclass(frozen=True, slots=True)
class Known:
    """An input that was left out, since its bytes are in the case already.

    Attributes:
        path: the input, as the user wrote it.
        document: the ``id`` of its document.
    """

    path: str
    document: str


class Newcomers(Iterator[Input]):
    """The inputs that a case does not hold yet, in order.

    Inputs are looked up before they are read, for reading them is what costs. What cannot be told
    without reading (a stream) passes through: adding it again changes nothing.

    Args:
        inputs: what there is to read.
        case: the case that it is to be added to.
        settings: how inputs are read.

    Attributes:
        known: what was left out until now.
    """

    def __init__(self, inputs: Iterable[Input], case: Case, settings: Settings) -> None:
        self.known: list[Known] = []
        self._inputs = iter(inputs)
        self._case = case
        self._settings = settings
        self._new = self._find()

    def __next__(self) -> Input:
        return next(self._new)

    def _find(self) -> Iterator[Input]:
        for portion in _portions(self._inputs):
            identities = [self._identity(item) for item in portion]
            known = self._case.known(one for one in identities if one)
            for item, identity in zip(portion, identities, strict=True):
                if identity in known:
                    self.known.append(Known(name_of(item), identity))
                else:
                    yield item

    def _identity(self, item: Input) -> str:
        if isinstance(item, Document):
            return item.id
        if isinstance(item, Failure):
            return ""
        try:
            return source_identity(item, self._settings.readers) or ""
        except InputError:  # it is said when the input is read
            return ""


def load_preparer(settings: Settings, threads: int) -> Callable[[Input], list[Entry | Failure]]:
    """Return what makes of an input the entries of its documents: all that costs time.

    Args:
        settings: how documents are read.
        threads: processor threads that the encoder may use.

    Raises:
        ModelError: a model of the package cannot be loaded.
    """
    read = load_reader(settings, threads)
    linkers = load_linkers(settings.linking)
    versions = reading_versions(settings.analysis)

    def entry(result: Result) -> Entry | Failure:
        if isinstance(result, Failure):
            return result
        reading = with_provenance(result)
        return Entry(reading, linkers.sketch(reading), versions)

    return lambda item: [entry(result) for result in read(item)]


def with_provenance(reading: Reading) -> Reading:
    """Return a reading whose document says where its bytes come from: else from the text itself."""
    document = reading.document
    if document.provenance:
        return reading
    provenance = Provenance(
        raw=document.text.encode("utf-8", "surrogatepass"),
        media_type="text/plain",
        extractor="plain/1",
        obtained_from=document.path,
    )
    return replace(reading, document=replace(document, provenance=provenance))


def fill(case: Case, prepared: Iterable[Entry | Failure]) -> Iterator[Addition | Failure]:
    """Store what is prepared, a batch at a time, and yield what became of each, in order.

    What was prepared before an interruption is stored before it is passed on.

    Raises:
        CaseError: the case cannot be written.
    """
    batch = _Batch(case)
    try:
        for one in prepared:
            batch.put(one)
            if batch.is_due:
                yield from batch.store()
    except KeyboardInterrupt:
        batch.store()
        raise
    yield from batch.store()


def changed_words(case: Case, additions: Iterable[Addition]) -> dict[str, tuple[str, str]]:
    """Return for new versions of articles the first words that are new in them, and gone.

    Args:
        case: the case that holds them.
        additions: what became of documents; those that are no new version are passed over.
    """
    found: dict[str, tuple[str, str]] = {}
    for one in additions:
        if one.change is None or len(found) == _MOST_SHOWN:
            continue
        new, old = (case.document(each).text for each in (one.document, one.change.previous))
        found[one.document] = _first(one.change.added, new), _first(one.change.removed, old)
    return found


def _first(spans: Spans, text: str) -> str:
    return " … ".join(span.of(text) for span in spans)[:_MOST_WORDS]


class _Batch:
    """Entries that wait to be stored together, with the failures between them."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self._waiting: list[Entry | Failure] = []
        self._since = time.monotonic()

    def put(self, one: Entry | Failure) -> None:
        self._waiting.append(one)

    @property
    def is_due(self) -> bool:
        is_old = time.monotonic() - self._since > _SECONDS_BETWEEN_BATCHES
        return is_old or len(self._waiting) >= _MOST_IN_A_BATCH

    def store(self) -> list[Addition | Failure]:
        """Store what waits and return what became of it."""
        waiting, self._waiting = self._waiting, []
        entries = [one for one in waiting if isinstance(one, Entry)]
        added = iter(self._case.add(entries) if entries else ())
        self._since = time.monotonic()
        return [one if isinstance(one, Failure) else next(added) for one in waiting]


def _portions(inputs: Iterator[Input]) -> Iterator[list[Input]]:
    """Yield inputs in portions to be asked for at once: fewer where they hold much."""
    portion: list[Input] = []
    held = 0
    for item in inputs:
        portion.append(item)
        held += bytes_at_hand(item)
        if len(portion) == _ASKED_AT_ONCE or held > _MOST_HELD:
            yield portion
            portion, held = [], 0
    if portion:
        yield portion
