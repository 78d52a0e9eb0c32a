"""Who denies what, and which claims cannot both be true."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from rashomon.model.comparison import ClaimRelation, Holding, Point, Position
from rashomon.render.case.comparison_marks import deniers, is_doubt, names
from rashomon.render.dossier.evidence import holder_anchors
from rashomon.render.dossier.excerpts import excerpt
from rashomon.render.dossier.names import answer_words, listing
from rashomon.render.dossier.sources import Source
from rashomon.render.dossier.view import Links, View
from rashomon.render.html.signs import STANCES, Sign
from rashomon.render.plain import plain

_AROUND = 100
_MOST_PAIRS = 40
_LONGEST = 160


@dataclass(frozen=True, slots=True)
class Denial:
    """Somebody says that an answer is not so.

    Attributes:
        party: who denies.
        sign: whether it denies or doubts.
        point: the question.
        answer: what it denies.
        holders: who says so.
        href: leads to the words of the denial.
        times: in how many places it does.
        words: those of the first denial, with its neighbours: whether they deny just that is for
            the reader to see.
        source: the article.
    """

    party: str
    sign: Sign
    point: str
    answer: str
    holders: Markup
    href: str
    times: int
    words: Markup
    source: Source


@dataclass(frozen=True, slots=True)
class Claim:
    """One of two claims.

    Attributes:
        party: who says it.
        words: the claim with its neighbours.
        source: the article.
        href: where it is shown in the whole text; empty for nowhere.
    """

    party: str
    words: Markup
    source: Source
    href: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Two claims that cannot both be true, or of which one denies the other.

    Attributes:
        first: what is answered.
        second: the answer.
        by: what shows it.
        probability: how likely it is, in per cent; empty where words of denial show it.
        decide: where a person decides how they relate; empty for nowhere.
    """

    first: Claim
    second: Claim
    by: str
    probability: str
    decide: str


_BY: Mapping[str, str] = {
    "denial": "words of denial",
    "model": "the relation model",
    "reviewer": "a reviewer",
}


def denials_of(view: View, sources: Mapping[str, Source]) -> tuple[Denial, ...]:
    """Return who denies which answer of somebody else."""
    return tuple(
        one
        for point in view.comparison.points
        for number, position in enumerate(point.positions, start=1)
        for one in _denials(view, sources, point, number, position)
    )


def _denials(
    view: View, sources: Mapping[str, Source], point: Point, number: int, position: Position
) -> Iterator[Denial]:
    anchors = holder_anchors(point, number)
    for party in deniers(position):
        words = [one for one in position.denied_by if one.party == party]
        yield Denial(
            party=party,
            sign=STANCES["doubts" if is_doubt(words) else "denies"],
            point=plain(point.label),
            answer=answer_words(position, _LONGEST),
            holders=listing(names(position.held_by)),
            href=f"#{anchors[party, True]}",
            times=len(words),
            words=_excerpt(view, words[0]),
            source=sources[words[0].document],
        )


def pairs_of(view: View, sources: Mapping[str, Source], links: Links) -> tuple[Sequence[Pair], int]:
    """Return claims that cannot both be true, the surest first, and how many are left out."""
    found = [one for one in view.comparison.relations if one.relation == "contradicts"]
    found.sort(key=lambda one: (one.by == "model", -one.probability))
    seen: dict[tuple[str, str, str, str], ClaimRelation] = {}
    for one in found:
        seen.setdefault(_key(view, one), one)
    kept = list(seen.values())
    shown = [_pair(view, one, sources, links) for one in kept[:_MOST_PAIRS]]
    return shown, len(kept) - len(shown)


def _key(view: View, one: ClaimRelation) -> tuple[str, str, str, str]:
    """Return what is the same for the same pair of claims in copies of one text."""
    first, second = (
        plain(each.span.of(view.readings[each.document].document.text)).casefold()
        for each in (one.first, one.second)
    )
    return one.first.party, first, one.second.party, second


def _pair(view: View, one: ClaimRelation, sources: Mapping[str, Source], links: Links) -> Pair:
    return Pair(
        _claim(view, one.first, sources, links),
        _claim(view, one.second, sources, links),
        _BY[one.by],
        f"{one.probability:.0%}" if one.by == "model" else "",
        links.relate(one.first.document, one.first.span, one.second.document, one.second.span),
    )


def _excerpt(view: View, one: Holding) -> Markup:
    return excerpt(view.readings[one.document].document.text, one.span, around=_AROUND)


def _claim(view: View, one: Holding, sources: Mapping[str, Source], links: Links) -> Claim:
    return Claim(
        one.party,
        _excerpt(view, one),
        sources[one.document],
        links.document(one.document, one.span),
    )
