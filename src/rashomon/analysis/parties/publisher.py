"""What the publisher of a document is called in it: "the Herald reported", "21Wire says"."""

from rashomon.analysis.parties.tables import Words
from rashomon.model.document import Document
from rashomon.model.spans import Spans

_LEAST = 5
"""Letters of the shortest name that is looked for among the calls to subscribe."""


class Publisher:
    """The names of a document's publisher.

    Args:
        document: it may name its publisher, as a name or as a site.
        boilerplate: what belongs to the page; where the document does not say who published it,
            who stands there and is cited in the text as a source is its publisher.
    """

    def __init__(self, document: Document, boilerplate: Spans) -> None:
        self._name = _letters(_site(document.publisher or ""))
        page = " ".join(span.of(document.text) for span in boilerplate)
        self._page = "" if document.publisher else _letters(page)

    def is_called(self, words: Words) -> bool:
        """Return whether the publisher is called by some words."""
        letters = _letters("".join(words))
        if self._name:
            return letters == self._name
        return len(letters) >= _LEAST and letters in self._page


def _site(publisher: str) -> str:
    """Return the name in the address of a site: ``example`` for ``www.example.com:80``."""
    host = publisher.partition("//")[2] or publisher
    if " " in host or "." not in host:
        return publisher.lower().removeprefix("the ")
    parts = host.partition("/")[0].partition(":")[0].lower().removeprefix("www.").split(".")
    return max(parts[:-1], key=len, default="")


def _letters(words: str) -> str:
    return "".join(filter(str.isalnum, words.lower()))
