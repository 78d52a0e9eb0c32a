"""Who denies what, and which claims cannot both be true."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from rich.console import RenderableType
from rich.text import Text

from rashomon.model.comparison import Comparison, Holding, Point, Position
from rashomon.model.document import Document
from rashomon.model.spans import Span
from rashomon.render.case.comparison_marks import called, deniers, is_doubt, listed, names, said
from rashomon.render.case.tables import outlet
from rashomon.render.layout import indented, table_of
from rashomon.render.plain import plain

Documents: TypeAlias = Mapping[str, Document]
_Denied: TypeAlias = tuple[str, str]
"""Who denies, and what."""

_MOST_NAMES = 3
_MOST_DENIED = 5
_MOST_CLAIMS = 5
_MOST_AGAINST = 4
_QUOTED = 160
_QUOTES = "\"“”'‘’« »"


def denials_table(comparison: Comparison, documents: Documents) -> RenderableType | None:
    """Return for each who denies what he denies, and in which words he does first."""
    denied: dict[_Denied, list[Holding]] = {}
    for what, one in (
        *_denied_answers(comparison.points),
        *_denied_claims(comparison, documents),
    ):
        denied.setdefault((one.party, what), []).append(one)
    if not denied:
        return None
    by: dict[str, list[Text]] = {}
    for (party, what), words in denied.items():
        by.setdefault(party, []).append(_line(what, words, documents))
    table = table_of(("", 1, "bold"), ("", 2, ""))
    table.expand = True
    for party, lines in sorted(by.items(), key=lambda item: -len(item[1])):
        shown = lines[:_MOST_DENIED]
        if len(lines) > _MOST_DENIED:
            shown.append(Text(f"+{len(lines) - _MOST_DENIED} more", "dim"))
        table.add_row(called(party), Text("\n").join(shown))
    return indented(table)


def _denied_answers(points: Sequence[Point]) -> Iterator[tuple[str, Holding]]:
    """Yield the answers that are denied by somebody else than who gives them, and who does."""
    for point in points:
        for position in point.positions:
            others = deniers(position)
            for one in position.denied_by:
                if one.party in others:
                    yield _told(point, position), one


def _told(point: Point, position: Position) -> str:
    holders = names(position.held_by)
    by = f" (said by {listed(holders, _MOST_NAMES)})" if holders else ""
    return f"{plain(point.label)}: {said(position)}{by}"


def _denied_claims(comparison: Comparison, documents: Documents) -> Iterator[tuple[str, Holding]]:
    """Yield the claims that are denied by words that deny no answer, there or in a copy."""
    spans: dict[tuple[str, str], list[Span]] = {}
    words: set[tuple[str, str]] = set()
    for _, one in _denied_answers(comparison.points):
        spans.setdefault((one.party, one.document), []).append(one.span)
        words.add((one.party, _words(one, documents)))
    for relation in comparison.relations:
        denial = relation.second
        if relation.by != "denial" or (denial.party, _words(denial, documents)) in words:
            continue
        near = spans.get((denial.party, denial.document), ())
        if not any(one.overlaps(denial.span) for one in near):
            yield f"{called(relation.first.party)}: {_words(relation.first, documents)}", denial


def _line(what: str, words: Sequence[Holding], documents: Documents) -> Text:
    line = Text("doubts: " if is_doubt(words) else "denies: ", "red")
    line.append(what, "not red default")
    line.append(f"\n  {_quoted(words[0], documents)}", "dim not red default")
    if len(words) > 1:
        line.append(f" +{len(words) - 1}", "dim not red default")
    return line


def contradictions_table(comparison: Comparison, documents: Documents) -> RenderableType | None:
    """Return claims that cannot both be true by the relation model, with how likely, or by people.

    A claim that several contradict stands once, with all of them.
    """
    found = [
        one for one in comparison.relations if one.by != "denial" and one.relation == "contradicts"
    ]
    if not found:
        return None
    often = Counter(claim for one in found for claim in (one.first, one.second))
    against: dict[Holding, list[tuple[float, Holding]]] = {}
    for one in sorted(found, key=lambda each: -each.probability):
        claim, other = sorted((one.first, one.second), key=lambda each: -often[each])
        against.setdefault(claim, []).append((one.probability, other))
    table = table_of(("", None, "dim"), ("", 1, ""))
    for claim, others in list(against.items())[:_MOST_CLAIMS]:
        table.add_row("", _claim(claim, documents))
        for probability, other in others[:_MOST_AGAINST]:
            table.add_row(f"{probability:.0%}", _claim(other, documents))
        if len(others) > _MOST_AGAINST:
            table.add_row("", Text(f"+{len(others) - _MOST_AGAINST} more", "dim"))
    if len(against) > _MOST_CLAIMS:
        table.add_row("", Text(f"+{len(against) - _MOST_CLAIMS} more claims", "dim"))
    return indented(table)


def _claim(one: Holding, documents: Documents) -> Text:
    words = Text(called(one.party), "bold")
    return words.append(f": {_quoted(one, documents)}", "not bold")


def _quoted(one: Holding, documents: Documents) -> str:
    """Return words with where they stand."""
    document = documents[one.document]
    where = ", ".join(filter(None, (outlet(document), document.published)))
    return f"{_words(one, documents)} ({where})"


def _words(one: Holding, documents: Documents) -> str:
    words = plain(one.span.of(documents[one.document].text)).strip(_QUOTES)
    if len(words) > _QUOTED:
        words = words[:_QUOTED].rsplit(" ", 1)[0] + " …"
    return f"“{words}”"
