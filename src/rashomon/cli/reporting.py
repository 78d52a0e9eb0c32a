"""The command that writes a dossier: report."""

import sys
from contextlib import suppress
from functools import partial
from pathlib import Path, PurePath
from typing import Annotated

import typer

from rashomon.cli import options
from rashomon.cli.cases import CasePath, opened_linked
from rashomon.model.errors import SettingsError

_STANDARD_OUTPUT = "-"


def report(
    case: CasePath,
    incident: Annotated[
        str,
        typer.Argument(
            help="The incident, as i1; the only one may be left out.", metavar="[INCIDENT]"
        ),
    ] = "",
    *,
    output: Annotated[
        str,
        typer.Option(
            "--output", "-o", help="The file to write; - for standard output.", metavar="FILE"
        ),
    ],
    settings_file: options.LinkingSettingsFile = None,
) -> None:
    """Write the dossier of an incident: one page that works by itself, without a network.

    Who says what on each point, every cell with its words; when, where and how many by account;
    where the accounts come from; how each outlet words them; and how all that was found.
    """
    from rashomon.pipeline.dossier import prepare
    from rashomon.pipeline.dossier import report as report_of
    from rashomon.render.words import counted
    from rashomon.runner.comparing import load_sharing_comparer
    from rashomon.runner.copies import share_each

    settings = options.chosen_settings(settings_file)
    name = PurePath(case.partition("?")[0]).name
    with opened_linked(case, settings_file) as held:
        comparer = load_sharing_comparer(meanwhile=partial(prepare, settings))
        found = report_of(held, name, incident, comparer, settings, share_each)
    page = found.page.encode("utf-8", "replace")
    if output == _STANDARD_OUTPUT:
        sys.stdout.buffer.write(page)
        return
    _write(Path(output), page)
    of = f"{found.incident}, {counted(found.documents, 'document')}"
    typer.echo(f"{output}: the dossier of {of}")


def _write(path: Path, page: bytes) -> None:
    """Write a file as a whole: whoever breaks it off leaves what was there before.

    Raises:
        SettingsError: it cannot be written.
    """
    part = path.with_name(f".{path.name}.part")
    try:
        part.write_bytes(page)
        part.replace(path)
    except OSError as error:
        what = f"it cannot be written ({error.strerror})"
        remedy = "name a file in a folder that is there and has room"
        raise SettingsError(what, where=str(path), remedy=remedy) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
