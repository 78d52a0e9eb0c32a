"""Why a task asks what it asks."""

from rashomon.model.incidents import IncidentLink
from rashomon.model.origins import Derivation, Origin, Origins
from rashomon.model.spans import Span
from rashomon.model.tasks import Task, Words
from rashomon.pipeline.browsing.tasks import derivation_behind, link_reason
from tests.pipeline.browsing.held import holding, incident, row

ROWS = (row("a"), row("b"), row("c"))


def task(kind, document, other=None):
    against = Words(other) if other else None
    return Task(kind, "i1", "q1", document, None, None, against, 1.0, 0.1, "In doubt.")


def came(document, parent, score, span=None):
    return Derivation(document, span, parent, None, "o1", "copy", score, f"{score} alike")


def test_a_document_comes_from_another_by_its_surest_edge_or_by_their_root():
    origin = Origin("o1", "document", "a", "a", ("a", "b", "c"))
    edges = (
        came("b", "a", 0.6),
        came("b", "a", 0.8, Span(0, 9)),
        came("b", "c", 0.9),
        came("c", None, 0.5),
    )
    held = holding(ROWS, origins=Origins((origin,), edges))
    assert derivation_behind(held, task("origin", "b", "a")).score == 0.8
    assert derivation_behind(held, task("origin", "c", "a")).score == 0.5
    assert derivation_behind(held, task("origin", "a", "b")) is None
    assert derivation_behind(held, task("link", "b", "a")) is None


def test_a_link_is_told_whichever_document_stands_first():
    held = holding(
        ROWS, incidents=[incident(1, "a", "b", "c", links=[IncidentLink("a", "b", 0.7, "One day")])]
    )
    assert link_reason(held, task("link", "b", "a")) == "One day"
    assert link_reason(held, task("link", "b", "c")) == ""
    assert link_reason(held, task("claim", "b")) == ""
