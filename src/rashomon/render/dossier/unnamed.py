"""What articles assert in nobody's name: their own voice is an account too."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from rashomon.model.comparison import Comparison, OwnStatement
from rashomon.model.spans import Span
from rashomon.render.case.comparison_marks import is_own_voice
from rashomon.render.dossier.loaded import Loaded
from rashomon.render.dossier.sources import Source
from rashomon.render.dossier.view import Links, View
from rashomon.render.html.marks import Mark, marked

_MOST_STATEMENTS = 300
_MOST_OF_ONE = 25
_FEWEST = 3
_LONGEST = 500
_PLAIN = 3
"""The rank of a sentence that answers nothing and is neither loaded nor hedged."""


@dataclass(frozen=True, slots=True)
class OwnWords:
    """A sentence that an article says itself.

    Attributes:
        words: the sentence, loaded words marked.
        source: the article.
        hedged: whether it is marked as uncertain.
        loaded: whether there are loaded words in it.
        href: where it is shown in the whole text; empty for nowhere.
    """

    words: Markup
    source: Source
    hedged: bool
    loaded: bool
    href: str


@dataclass(frozen=True, slots=True)
class OwnVoice:
    """What one outlet says itself.

    Attributes:
        outlet: its name.
        count: how many sentences.
        hedged: how many of them are marked as uncertain.
        loaded: how many have loaded words.
        statements: the sentences.
        more: how many are left out.
    """

    outlet: str
    count: int
    hedged: int
    loaded: int
    statements: tuple[OwnWords, ...]
    more: int


def own_voices(
    view: View, sources: Mapping[str, Source], links: Links, loaded: Loaded
) -> tuple[OwnVoice, ...]:
    """Return what each outlet says itself, those that say most first.

    Shown is what answers rest on, and what is loaded or hedged; how much is left out is said.
    """
    by: dict[str, list[OwnStatement]] = {}
    for one in view.comparison.own_voice:
        telling = replace(one, loaded=loaded.telling(one.document, one.loaded))
        by.setdefault(sources[one.document].outlet, []).append(telling)
    most = max(_FEWEST, min(_MOST_OF_ONE, _MOST_STATEMENTS // max(1, len(by))))
    teller = _Teller(view, sources, links, most)
    ordered = sorted(by.items(), key=lambda item: (-len(item[1]), item[0]))
    return tuple(teller.voice(outlet, some) for outlet, some in ordered)


class _Teller:
    def __init__(self, view: View, sources: Mapping[str, Source], links: Links, most: int) -> None:
        self._view = view
        self._sources = sources
        self._links = links
        self._most = most
        self._answering = _answering(view.comparison)

    def voice(self, outlet: str, statements: Sequence[OwnStatement]) -> OwnVoice:
        """Return what an outlet says itself."""
        ordered = sorted(statements, key=self._rank)
        telling = sum(self._rank(one) < _PLAIN for one in ordered)
        shown = ordered[: max(_FEWEST, min(self._most, telling))]
        shown.sort(key=lambda one: (self._sources[one.document].number, one.span))
        return OwnVoice(
            outlet=outlet,
            count=len(statements),
            hedged=sum(one.hedged for one in statements),
            loaded=sum(bool(one.loaded) for one in statements),
            statements=tuple(map(self._words, shown)),
            more=len(statements) - len(shown),
        )

    def _rank(self, one: OwnStatement) -> int:
        """Return what orders sentences: those that answer something first."""
        if any(each.overlaps(one.span) for each in self._answering.get(one.document, ())):
            return 0
        if one.loaded:
            return 1
        return 2 if one.hedged else _PLAIN

    def _words(self, one: OwnStatement) -> OwnWords:
        text = self._view.readings[one.document].document.text
        shown = Span(one.span.start, min(one.span.end, one.span.start + _LONGEST))
        words = marked(text, [Mark(span, "loaded") for span in one.loaded], shown)
        return OwnWords(
            words=words + " …" if shown.end < one.span.end else words,
            source=self._sources[one.document],
            hedged=one.hedged,
            loaded=bool(one.loaded),
            href=self._links.document(one.document, one.span),
        )


def _answering(comparison: Comparison) -> Mapping[str, Sequence[Span]]:
    """Return the words of answers that documents give in their own voice, by document."""
    found: dict[str, list[Span]] = {}
    for point in comparison.points:
        for position in point.positions:
            for one in (*position.held_by, *position.denied_by):
                if is_own_voice(one):
                    found.setdefault(one.document, []).append(one.span)
    return found
