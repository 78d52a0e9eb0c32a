"""What articles assert in nobody's name: their own voice is an account too."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from rashomon.model.comparison import OwnStatement
from rashomon.model.spans import Span
from rashomon.render.dossier.sources import Source
from rashomon.render.dossier.view import Links, View
from rashomon.render.html.marks import Mark, marked

_MOST_STATEMENTS = 300
_MOST_OF_ONE = 25
_LONGEST = 500


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


def own_voices(view: View, sources: Mapping[str, Source], links: Links) -> tuple[OwnVoice, ...]:
    """Return what each outlet says itself, those that say most first.

    Of many sentences those with loaded words and those that are hedged are shown first; how many
    are left out is said.
    """
    by: dict[str, list[OwnStatement]] = {}
    for one in view.comparison.own_voice:
        by.setdefault(sources[one.document].outlet, []).append(one)
    most = max(3, min(_MOST_OF_ONE, _MOST_STATEMENTS // max(1, len(by))))
    ordered = sorted(by.items(), key=lambda item: (-len(item[1]), item[0]))
    return tuple(_voice(outlet, some, most, view, sources, links) for outlet, some in ordered)


def _voice(
    outlet: str,
    statements: Sequence[OwnStatement],
    most: int,
    view: View,
    sources: Mapping[str, Source],
    links: Links,
) -> OwnVoice:
    telling = sorted(statements, key=lambda one: (not one.loaded, not one.hedged))[:most]
    telling.sort(key=lambda one: (sources[one.document].number, one.span))
    return OwnVoice(
        outlet=outlet,
        count=len(statements),
        hedged=sum(one.hedged for one in statements),
        loaded=sum(bool(one.loaded) for one in statements),
        statements=tuple(_words(one, view, sources, links) for one in telling),
        more=len(statements) - len(telling),
    )


def _words(one: OwnStatement, view: View, sources: Mapping[str, Source], links: Links) -> OwnWords:
    text = view.readings[one.document].document.text
    shown = Span(one.span.start, min(one.span.end, one.span.start + _LONGEST))
    words = marked(text, [Mark(span, "loaded") for span in one.loaded], shown)
    return OwnWords(
        words=words + " …" if shown.end < one.span.end else words,
        source=sources[one.document],
        hedged=one.hedged,
        loaded=bool(one.loaded),
        href=links.document(one.document, one.span),
    )
