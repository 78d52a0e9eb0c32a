"""Adding to a case, and reading it again, with the progress shown."""

from collections.abc import Iterator, Sequence

from rashomon.cli.ends import complain, tell
from rashomon.cli.output import show
from rashomon.cli.progress import followed
from rashomon.model.case import Addition, Changes
from rashomon.model.failure import Failure
from rashomon.pipeline.adding import Newcomers, changed_words, fill, load_preparer
from rashomon.pipeline.describing import read_anew
from rashomon.pipeline.linking import link, link_with, load_linkers
from rashomon.pipeline.reading import find_inputs
from rashomon.pipeline.rereading import replace_readings, stored, to_read_again
from rashomon.readers import Source
from rashomon.readers.counting import count_documents
from rashomon.render.case.account import added_account, changes_account
from rashomon.runner.local import read_all, work_through
from rashomon.runner.memory import return_large_blocks
from rashomon.settings import Settings
from rashomon.store.case import Case


def add_all(
    case: Case, sources: Sequence[Source | Failure], settings: Settings, *, quiet: bool
) -> int:
    """Read all inputs into a case, link it, and say what came of it.

    Returns:
        How many inputs could not be read.
    """
    return_large_blocks()
    newcomers = Newcomers(find_inputs(sources, settings), case, settings)
    prepared = work_through(newcomers, load_preparer, settings)
    results: Iterator[Addition | Failure] = fill(case, prepared)
    if not quiet:
        total = count_documents(sources)
        results = followed(results, "adding", total, beside=lambda: len(newcomers.known))
    additions: list[Addition] = []
    failures: list[Failure] = []
    for one in results:
        if isinstance(one, Failure):
            failures.append(one)
            complain(str(one.error))
        else:
            additions.append(one)
    link(case, settings, tell=_silent if quiet else tell)
    words = changed_words(case, additions)
    show(added_account(additions, len(newcomers.known), failures, words))
    return len(failures)


def reread_all(case: Case, settings: Settings, *, everything: bool, quiet: bool) -> int:
    """Read again what other versions read, link the case, and say what changed.

    Returns:
        How many documents could not be read again.
    """
    return_large_blocks()
    ids = to_read_again(case, settings, everything=everything)
    prepared = work_through(stored(case, ids), load_preparer, settings)
    results: Iterator[tuple[str, Changes] | Failure] = replace_readings(case, prepared)
    if not quiet:
        results = followed(results, "reading again", len(ids))
    changes: list[tuple[str, Changes]] = []
    failed = 0
    for one in results:
        if isinstance(one, Failure):
            failed += 1
            complain(str(one.error))
        else:
            changes.append(one)
    step = _silent if quiet else tell
    for failure in read_anew(case, settings, step, read_all):
        failed += 1
        complain(str(failure.error))
    link_with(case, load_linkers(settings.linking), step)
    decisions = sum(not kept.is_undone for kept in case.decisions())
    show(changes_account(changes, decisions))
    return failed


def _silent(_: str) -> None: ...
