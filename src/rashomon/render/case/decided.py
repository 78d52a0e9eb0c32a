"""What people decided, how that stands, and where they differ, for a terminal."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from rashomon.model.case import Decision, KeptDecision
from rashomon.model.document import Document
from rashomon.model.incidents import Incident
from rashomon.model.origins import Origins
from rashomon.model.review import Conflict, Standing
from rashomon.render.case.tables import short, title_of
from rashomon.render.layout import indented, section, table_of
from rashomon.render.plain import plain
from rashomon.render.words import counted

_GRADE = "grade"
_ON_ITEMS = ("accept", "reject", "correct", "insert")
_FIELDS = {
    "party": ("party", "party_kind", "party_side"),
    "place": ("name", "lat", "lon", "radius_km", "country", "precision", "geonames_id"),
    "number": ("min", "max"),
}
"""The fields of what is corrected as a whole."""
_OFTEN_EMPTY = ("party_kind", "radius_km", "country", "geonames_id")
"""Those of them that are told only where they say something."""
_ACT = "act"
_TOLD_ELSEWHERE = ("what", "item", "changed", _ACT)

Linked = tuple[Sequence[Incident], Origins]
"""What linking came to."""


def decisions_table(
    decisions: Iterable[KeptDecision],
    standings: Mapping[int, Standing],
    conflicts: Sequence[Conflict],
) -> RenderableType:
    """Return what people decided: number, moment, who, what, and why; then where they differ.

    Args:
        decisions: the decisions, the first first.
        standings: what second reviewers said of them, by their numbers.
        conflicts: those that cannot all hold.
    """
    table = table_of(
        ("", None, "dim"), ("when", None, ""), ("who", 1, ""), ("what", 3, ""), ("why", 2, "")
    )
    listed = tuple(decisions)
    acts: dict[str, list[int]] = {}
    for kept in listed:
        acts.setdefault(kept.decision.value.get(_ACT, ""), []).append(kept.number)
    for kept in listed:
        one = kept.decision
        act = acts[one.value[_ACT]] if one.value.get(_ACT) else ()
        others = [number for number in act if number != kept.number]
        together = f" (one act with {numbers_words(others)})" if others else ""
        undone = "taken back: " if kept.is_undone else ""
        stands = standing_words(standings.get(kept.number))
        table.add_row(
            str(kept.number),
            kept.decided_at,
            plain(one.reviewer),
            f"{undone}{plain(one.kind)} {short(one.document or '')} {what_words(one)}"
            f"{together}{stands}",
            plain(one.note),
        )
    if not conflicts:
        return table
    apart = table_of(("", None, ""), ("", 1, ""))
    for conflict in conflicts:
        apart.add_row("!", conflict_words(conflict))
    return Group(table, section("Conflicts"), indented(apart), Text())


def numbers_words(numbers: Sequence[int]) -> str:
    """Return numbers in their order: ``2, 5 to 8``."""
    runs: list[list[int]] = []
    for one in numbers:
        if runs and one == runs[-1][-1] + 1:
            runs[-1].append(one)
        else:
            runs.append([one])
    return ", ".join(f"{run[0]} to {run[-1]}" if run[1:] else str(run[0]) for run in runs)


def subject_words(one: Decision, documents: Mapping[str, Document]) -> str:
    """Return the documents that a decision is about: the beginnings of their ids, their titles.

    Args:
        one: the decision.
        documents: those that it may be about, by their ids.
    """
    ids = (one.document or "", one.value.get("with", ""))
    return " and ".join(
        f"{short(document)} {title_of(documents[document])}".strip()
        for document in ids
        if document in documents
    )


def linked_words(before: Linked, after: Linked) -> str:
    """Return what linking anew came to, beside what it had come to before."""
    if before == after:
        return "linked anew: all incidents and origins are as before"
    numbers = [
        (len(incidents), len(set(origins.by_document().values())))
        for incidents, origins in (before, after)
    ]
    told = ", ".join(
        counted(now, name) + (f" ({was:,} before)" if was != now else "")
        for was, now, name in zip(*numbers, ("incident", "origin"), strict=True)
    )
    return f"linked anew: {told}"


def standing_words(standing: Standing | None) -> str:
    """Return who confirmed and who disputed a decision, in brackets; nothing where nobody did."""
    if standing is None:
        return ""
    said = [
        f"decision {how} by {', '.join(map(plain, who))}"
        for how, who in (
            ("confirmed", standing.confirmed_by),
            ("disputed", standing.disputed_by),
        )
        if who
    ]
    return f" ({'; '.join(said)})" if said else ""


def conflict_words(conflict: Conflict) -> str:
    """Return where people differ: on what, what each says, and which decision holds."""
    sides = ", ".join(
        f"{plain(one.reviewer)} ({one.number}) says {plain(one.value) or 'none'}"
        for one in conflict.sides
    )
    about = plain(conflict.about)
    if conflict.document:
        about += f" of {short(conflict.document)}"
    field = "" if conflict.field == "value" else f", {plain(conflict.field)}"
    return f"{about}{field}: {sides}; {conflict.holds} holds until one is undone"


def what_words(one: Decision) -> str:
    """Return what a decision comes to, beside its kind: ``claim a3 stance denies``."""
    if one.kind == _GRADE:
        kind, who = (plain(one.value.get(name, "")) for name in ("kind", "who"))
        asked = f"{kind} ({who})" if who and who != "total" else kind
        return f"{asked} {graded_words(one)}"
    if one.kind in _ON_ITEMS:
        return " ".join(_of_item(one))
    return ", ".join(
        f"{name} {short(words) if words.startswith('sha256:') else plain(words) or 'not known'}"
        for name, words in one.value.items()
        if name not in _TOLD_ELSEWHERE
    )


def _of_item(one: Decision) -> Iterator[str]:
    """Yield what is decided on an item: which one, and which fields are otherwise."""
    yield plain(one.value.get("what", ""))
    if one.value.get("item"):
        yield plain(one.value["item"])
    changed = one.value.get("changed", "").split()
    asked = [name for unit in changed for name in _FIELDS.get(unit, (unit,))]
    if one.kind in ("correct", "insert"):
        yield ", ".join(
            f"{name} {plain(one.value.get(name, '')) or 'none'}"
            for name in asked or list(one.value)
            if one.value.get(name) or (asked and name not in _OFTEN_EMPTY)
            if name not in _TOLD_ELSEWHERE
        )


def graded_words(decision: Decision) -> str:
    """Return which answer a person graded, and how: ``'staged': confirmed A1``."""
    value = {name: plain(words) for name, words in decision.value.items()}
    given = " ".join(filter(None, (value.get("airwars"), value.get("admiralty"))))
    return f"'{value.get('answer', '')}': {given}"
