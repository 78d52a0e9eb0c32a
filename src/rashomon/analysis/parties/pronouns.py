"""Whom a pronoun means: by its form, by what stands right before it, by who was told of last."""

from collections.abc import Iterable, Sequence
from typing import Final

from rashomon.analysis.parties.clusters import Cluster, Clusters
from rashomon.analysis.parties.people import Gender
from rashomon.model.contents import Contents
from rashomon.model.reading import Attribution
from rashomon.model.spans import Span

HE: Final = frozenset(("he", "him", "his", "himself", "he himself"))
SHE: Final = frozenset(("she", "her", "hers", "herself", "she herself"))
THEY: Final = frozenset(("they", "them", "their", "theirs", "themselves", "they themselves"))
IT: Final = frozenset(("it", "its", "itself"))
FIRST: Final = frozenset(("i", "me", "my", "myself", "we", "us", "our", "ourselves"))
RELATIVE: Final = frozenset(("who", "whom", "whose", "which", "that"))

_QUOTES = frozenset('"“”„«»')

_REACH = 3
"""Sentences back in which a pronoun finds whom it means."""

_NEAR = 1
"""The same for "it"."""


class Speakers:
    """Who speaks where: what "I" and "we" mean.

    Args:
        attributions: the attributions of a document.
        text: its text.
    """

    def __init__(self, attributions: Sequence[Attribution], text: str) -> None:
        self._text = text
        self._contents = Contents(attributions)
        self._speaking: dict[int, Cluster] = {}

    def speak(self, numbers: Iterable[int], cluster: Cluster) -> None:
        """Remember who the source of some attributions is."""
        for number in numbers:
            self._speaking[number] = cluster

    def around(self, span: Span) -> Cluster | None:
        """Return who says the words of a stretch: the speaker of the smallest content around it."""
        return self._speaker(span, is_quoted=False)

    def quoted_around(self, span: Span) -> Cluster | None:
        """Return whose quotation a stretch stands in: there he is not "he"."""
        return self._speaker(span, is_quoted=True)

    def _speaker(self, span: Span, *, is_quoted: bool) -> Cluster | None:
        speaking = (
            self._speaking[number]
            for content, number in self._contents.holding(span)
            if number in self._speaking and (not is_quoted or self._is_quoted(content))
        )
        return next(speaking, None)

    def _is_quoted(self, content: Span) -> bool:
        return has_quotes(self._text[max(0, content.start - 1) : content.start + 1])


def has_quotes(text: str) -> bool:
    """Return whether quotation marks stand in a text."""
    return not _QUOTES.isdisjoint(text)


def gender_of(pronoun: str) -> Gender | None:
    """Return whether a pronoun means a man or a woman; ``None`` for neither."""
    if pronoun in HE:
        return "he"
    return "she" if pronoun in SHE else None


def antecedent(
    pronoun: str,
    adjacent: Cluster | None,
    clusters: Clusters,
    sentence: int,
    speaker: Cluster | None,
) -> Cluster | None:
    """Return the party that a pronoun of the third person means, or ``None``.

    Args:
        pronoun: it, in small letters.
        adjacent: the party told of right before it.
        clusters: the parties so far.
        sentence: the number of its sentence.
        speaker: whose quotation it stands in; it does not mean who speaks.
    """
    if pronoun in RELATIVE:
        return adjacent
    wanted = gender_of(pronoun)
    if wanted:
        people = clusters.recent(
            sentence,
            _REACH,
            lambda one: one.is_person and one.gender in (None, wanted) and one is not speaker,
        )
        return _speaking_first(people, sentence)
    if pronoun in THEY:
        return next(clusters.recent(sentence, _REACH, lambda one: bool(one.is_plural)), None)
    if pronoun in IT:
        return _subject_first(clusters.recent(sentence, _NEAR, _is_thing), sentence)
    return None


def _is_thing(cluster: Cluster) -> bool:
    is_told = bool(cluster.mentions) or cluster.is_place
    return cluster.is_named and is_told and not cluster.is_person and not cluster.is_plural


def _subject_first(things: Iterable[Cluster], sentence: int) -> Cluster | None:
    """Return the latest of this sentence, else the first of the one before: its subject."""
    near = list(things)
    here = next((one for one in near if one.last == sentence), None)
    return here or (near[-1] if near else None)


def _speaking_first(people: Iterable[Cluster], sentence: int) -> Cluster | None:
    """Return the latest of the last sentences; who speaks goes before who does not."""
    near = list(people)
    same = [one for one in near if one.last >= sentence - 1]
    return next((one for one in same if one.speaks), next(iter(near), None))
