"""What people decided, for a terminal."""

from collections.abc import Iterable

from rich.table import Table

from rashomon.model.case import Decision, KeptDecision
from rashomon.render.case.tables import short
from rashomon.render.layout import table_of
from rashomon.render.plain import plain

_GRADE = "grade"


def decisions_table(decisions: Iterable[KeptDecision]) -> Table:
    """Return what people decided: number, moment, who, what, and why."""
    table = table_of(
        ("", None, "dim"), ("when", None, ""), ("who", 1, ""), ("what", 3, ""), ("why", 2, "")
    )
    for kept in decisions:
        one = kept.decision
        undone = "taken back: " if kept.is_undone else ""
        table.add_row(
            str(kept.number),
            kept.decided_at,
            plain(one.reviewer),
            f"{undone}{plain(one.kind)} {short(one.document or '')} {_what(one)}",
            plain(one.note),
        )
    return table


def _what(one: Decision) -> str:
    if one.kind != _GRADE:
        return ", ".join(f"{name} {plain(words)}" for name, words in one.value.items())
    kind, who = (plain(one.value.get(name, "")) for name in ("kind", "who"))
    asked = f"{kind} ({who})" if who and who != "total" else kind
    return f"{asked} {graded_words(one)}"


def graded_words(decision: Decision) -> str:
    """Return which answer a person graded, and how: ``'staged': confirmed A1``."""
    value = {name: plain(words) for name, words in decision.value.items()}
    given = " ".join(filter(None, (value.get("airwars"), value.get("admiralty"))))
    return f"'{value.get('answer', '')}': {given}"
