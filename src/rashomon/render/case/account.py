"""What adding to a case, or reading it again, came to, for a terminal."""

from collections import Counter
from collections.abc import Mapping, Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from rashomon.model.case import Addition, Changes
from rashomon.model.failure import Failure
from rashomon.render.case.tables import short
from rashomon.render.layout import indented, table_of
from rashomon.render.plain import plain
from rashomon.render.words import counted

_SHOWN = 10
_OF_KNOWN = (
    "known bytes keep the title, publisher, day and address they came with; to change:",
    "rashomon decide CASE describe DOCUMENT publisher=… published=… --reviewer NAME",
)


def added_account(
    additions: Sequence[Addition],
    known: int,
    failures: Sequence[Failure],
    words: Mapping[str, tuple[str, str]],
) -> RenderableType:
    """Return how many documents were added, known, or left out and why; what new versions change.

    Args:
        additions: what became of the documents that were read.
        known: how many inputs were not read, since the case holds their bytes.
        failures: what could not be read.
        words: for new versions of articles, by the ``id``, the first words that are new, and gone.
    """
    outcomes = Counter(one.outcome for one in additions)
    known += outcomes["known"]
    told = [f"{counted(outcomes['new'], 'document')} added"]
    if outcomes["version"]:
        told.append(f"{counted(outcomes['version'], 'new version')} of articles")
    if known:
        told.append(f"{known:,} known already")
    if failures:
        told.append(f"{len(failures):,} left out")
    parts: list[RenderableType] = [Text(", ".join(told), "bold")]
    if known:
        parts.extend(Text(f"  {line}", "dim") for line in _OF_KNOWN)
    versions = [one for one in additions if one.change]
    if versions:
        parts.append(indented(_versions(versions, words)))
    if failures:
        parts.append(indented(_reasons(failures)))
    return Group(*parts)


def _versions(additions: Sequence[Addition], words: Mapping[str, tuple[str, str]]) -> Table:
    table = table_of(("", None, "dim"), ("", None, ""), ("", 1, ""), ("", 2, "dim"))
    for one in additions[:_SHOWN]:
        assert one.change is not None
        added, removed = (
            sum(span.end - span.start for span in spans)
            for spans in (one.change.added, one.change.removed)
        )
        change = f"{added:,} characters new, {removed:,} gone" if added or removed else "same words"
        new, gone = words.get(one.document, ("", ""))
        said = "; ".join(
            f"{sign} {plain(each)}" for sign, each in (("+", new), ("-", gone)) if each.strip()
        )
        table.add_row(short(one.document), f"version {one.version}", change, said)
    if len(additions) > _SHOWN:
        table.add_row("", f"and {len(additions) - _SHOWN:,} more", "", "")
    return table


def _reasons(failures: Sequence[Failure]) -> Table:
    """Return why inputs were left out: the number, the kind of reason, and the first of them."""
    by_code: dict[str, list[Failure]] = {}
    for failure in failures:
        by_code.setdefault(failure.error.code, []).append(failure)
    table = table_of(("", None, ""), ("", None, ""), ("", 1, "dim"))
    for code, same in sorted(by_code.items(), key=lambda item: -len(item[1])):
        table.add_row(f"{len(same):,}", code, plain(str(same[0].error)))
    return table


def changes_account(changes: Sequence[tuple[str, Changes]], decisions: int) -> RenderableType:
    """Return what reading again changed.

    Args:
        changes: for every document that was read again its ``id`` and what changed.
        decisions: how many decisions of people are kept.
    """
    changed = [(document, one) for document, one in changes if one.is_any]
    of = counted(len(changes), "document")
    words = f"{of} read again, {len(changed):,} of them differently"
    kept = f"{counted(decisions, 'decision')} kept" if decisions else ""
    parts: list[RenderableType] = [Text("; ".join(filter(None, (words, kept))), "bold")]
    if changed:
        table = table_of(("", None, "dim"), ("", 1, ""), ("", 1, ""), ("", 1, ""))
        for document, one in changed[:_SHOWN]:
            table.add_row(
                short(document),
                _listed(one.gained, "new"),
                _listed(one.lost, "gone"),
                _listed(one.altered, "read otherwise"),
            )
        if len(changed) > _SHOWN:
            table.add_row("", f"and {len(changed) - _SHOWN:,} more", "", "")
        parts.append(indented(table))
    return Group(*parts)


def _listed(numbers: Mapping[str, int], words: str) -> str:
    known = ", ".join(
        counted(number, name.removesuffix("s")) for name, number in numbers.items() if number
    )
    return f"{words}: {known}" if known else ""
