"""Who acts and who suffers, against MEANTIME: Arg0 and Arg1 of events that are people or bodies.

The events and the phrases for people and organisations are given as people marked them: what is
measured is which of them takes part, in events in which somebody marked does. A phrase is right
where it shares a word with the marked one.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from evaluation.matching import Count
from evaluation.splits import Split, part
from rashomon.analysis.events.clauses import clause
from rashomon.analysis.events.participants import Actor, participants
from rashomon.analysis.events.triggers import Found
from rashomon.model.spans import Span
from rashomon.pipeline.resources import load_tables

_ROLES = {"Arg0": "agent", "Arg1": "target"}


def measure(split: Split) -> dict[str, Count]:
    """Return for agents and targets how many are right."""
    counts = {role: Count() for role in _ROLES.values()}
    table = load_tables().events
    for row in part("time/meantime", split):
        marked = {one["id"]: one for one in row["markables"] if "start" in one}
        actors = [
            Actor(Span(one["start"], one["end"]), one["cluster"], is_place=False)
            for one in sorted(marked.values(), key=lambda one: one["start"])
            if one["tag"] == "ENTITY_MENTION" and (one.get("cluster") or "")[:3] in ("PER", "ORG")
        ]
        for event, wanted in _events(row, marked):
            sentence = next(
                clause(row["text"], Span(start, end))
                for start, end in row["sentences"]
                if start <= event["start"] < end
            )
            here = [one for one in actors if sentence.span.holds(one.span)]
            first, last = sentence.at(event["start"]), sentence.at(event["end"])
            is_verb = event["attrs"].get("pos") != "NOUN"
            span = Span(event["start"], event["end"])
            found = participants(
                sentence,
                Found("attack", first, max(last, first + 1), span, is_verb),
                here,
                table,
            )
            for role, count in counts.items():
                said: Actor | None = getattr(found, role)
                right = said is not None and any(said.span.overlaps(one) for one in wanted[role])
                count.add(int(right), int(bool(wanted[role])), int(said is not None))
    return counts


def _events(
    row: Mapping[str, Any], marked: Mapping[str, Any]
) -> Iterator[tuple[Any, dict[str, list[Span]]]]:
    """Yield the events of a text that have an agent or a target that is a person or a body."""
    roles: dict[str, dict[str, list[Span]]] = {}
    for one in row["relations"]:
        role = _ROLES.get(one["attrs"].get("sem_role") or "")
        event, entity = marked.get(one["source"][0]), marked.get(one["target"][0])
        if role and event and entity and (entity.get("cluster") or "")[:3] in ("PER", "ORG"):
            held = roles.setdefault(one["source"][0], {name: [] for name in _ROLES.values()})
            held[role].append(Span(entity["start"], entity["end"]))
    for number, wanted in roles.items():
        yield marked[number], wanted
