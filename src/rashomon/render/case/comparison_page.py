"""A comparison for a terminal, as a whole."""

from collections.abc import Iterator, Mapping

from rich.console import Group, RenderableType
from rich.text import Text

from rashomon.model.comparison import Comparison
from rashomon.model.document import Document
from rashomon.render.case.comparison_denials import contradictions_table, denials_table
from rashomon.render.case.comparison_head import head
from rashomon.render.case.comparison_table import ComparisonTable
from rashomon.render.case.comparison_tolls import tolls_table
from rashomon.render.case.comparison_voices import own_voices_table, silence_table
from rashomon.render.layout import section

_MORE = "--point q1 shows the words behind the cells of q1"


def comparison_page(comparison: Comparison, documents: Mapping[str, Document]) -> RenderableType:
    """Return the accounts of an incident side by side: what happened, who answers what, the rest.

    Args:
        comparison: what is shown.
        documents: the documents that were compared, by their ``id``.
    """
    parts: list[RenderableType] = [head(comparison), section("Who answers what")]
    if comparison.points:
        parts += [ComparisonTable(comparison), Text(_MORE, "dim")]
    else:
        parts.append(Text("  the accounts answer to no point", "dim"))
    return Group(*parts, *_below(comparison, documents))


def _below(comparison: Comparison, documents: Mapping[str, Document]) -> Iterator[RenderableType]:
    """Yield the sections below the table; one without contents is left out."""
    for name, shown in (
        ("Tolls", tolls_table(comparison.tolls)),
        ("Denials and doubts", denials_table(comparison, documents)),
        ("Claims that contradict each other", contradictions_table(comparison, documents)),
        ("In nobody's name", own_voices_table(comparison.own_voice, documents)),
        ("Silent on what is contested", silence_table(comparison)),
    ):
        if shown:
            yield section(name)
            yield shown
