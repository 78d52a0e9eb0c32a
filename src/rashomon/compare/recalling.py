"""What documents answer, remembered: of an incident compared again only what is new is read."""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable, Sequence
from threading import Lock

from rashomon.compare.answers.said import Said
from rashomon.compare.speakers.told import Told

Answering = Callable[[Told], Said]


class Recall:
    """Does work on each of many documents, and remembers the last that it did. Any thread may ask.

    It is for one work alone, which depends on nothing but the document: see ``Comparer.of_each``.

    Args:
        most: how many documents are remembered.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._lock = Lock()
        self._known: OrderedDict[Hashable, Said] = OrderedDict()

    def __call__(self, work: Answering, documents: Sequence[Told]) -> Iterable[Said]:
        """Yield what the work makes of each document, in their order."""
        return (self._of(work, one) for one in documents)

    def _of(self, work: Answering, one: Told) -> Said:
        key = one.reading, one.events, one.type, one.apart
        with self._lock:
            if key in self._known:
                self._known.move_to_end(key)
                return self._known[key]
        made = work(one)
        with self._lock:
            self._known[key] = made
            if len(self._known) > self._most:
                self._known.popitem(last=False)
        return made
