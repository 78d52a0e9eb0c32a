"""The options that several commands take, and what becomes of them."""

import os
from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from rashomon.cli.gazetteer import GazetteerFolder, own_folder
from rashomon.model.errors import SettingsError

if TYPE_CHECKING:
    from rashomon.model.failure import Failure
    from rashomon.readers import Source
    from rashomon.settings import Settings


class RowFormat(StrEnum):
    """How results are written of which there may be many."""

    TEXT = "text"
    JSON = "json"
    JSONL = "jsonl"


SETTINGS_VARIABLE = "RASHOMON_SETTINGS"

Kind = Annotated[
    str | None,
    typer.Option(
        help="What the inputs are: text, markdown, html, pdf, json, jsonl, csv, parquet, feed, "
        "warc or wacz. Else their endings tell, or their first bytes.",
        metavar="KIND",
    ),
]
Publisher = Annotated[str | None, typer.Option(help="Who published the documents.", metavar="NAME")]
Title = Annotated[str | None, typer.Option(help="Their headline.", metavar="WORDS")]
Url = Annotated[str | None, typer.Option(help="Their address.", metavar="URL")]
Date = Annotated[
    str | None, typer.Option(help="The day of publication, as in 2017-06-19.", metavar="DAY")
]
MinConfidence = Annotated[
    float | None,
    typer.Option(help="Leave out attributions less sure than this, 0 to 1.", metavar="P"),
]
Encoding = Annotated[
    str | None,
    typer.Option(help="The encoding of the inputs; else it is detected.", metavar="NAME"),
]
MaxBytes = Annotated[
    int | None, typer.Option(help="The largest document that is read.", metavar="N")
]
AllowPrivate = Annotated[
    bool | None,
    typer.Option(
        "--allow-private", help="Fetch addresses that are not of the public internet too."
    ),
]
Jobs = Annotated[
    int | None,
    typer.Option(help="Processes that read at the same time; 0: one a core.", metavar="N"),
]
Parties = Annotated[
    Path | None,
    typer.Option(
        exists=True,
        dir_okay=False,
        help="A file of parties of your own (TOML); it goes before the table that ships.",
        metavar="FILE",
    ),
]


def _settings_option(what: str) -> Any:
    return typer.Option(
        "--settings",
        envvar=SETTINGS_VARIABLE,
        exists=True,
        dir_okay=False,
        help=what,
        metavar="FILE",
    )


SettingsFile = Annotated[Path | None, _settings_option("A file of settings (TOML).")]
LinkingSettingsFile = Annotated[
    Path | None,
    _settings_option("A file of settings (TOML), heeded where the case is linked anew."),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Show no progress.")]

__all__ = [
    "AllowPrivate",
    "Date",
    "Encoding",
    "GazetteerFolder",
    "Jobs",
    "Kind",
    "LinkingSettingsFile",
    "MaxBytes",
    "MinConfidence",
    "Parties",
    "Publisher",
    "Quiet",
    "RowFormat",
    "SettingsFile",
    "Title",
    "Url",
    "chosen_settings",
    "inputs_behind",
    "reading_settings",
]


def reading_settings(
    file: Path | None,
    *,
    min_confidence: float | None,
    jobs: int | None,
    parties: Path | None,
    gazetteer: Path | None,
    **readers: Any,
) -> "Settings":
    """Return the settings of a command that reads documents.

    Args:
        file: a file of settings, or ``None`` for the defaults.
        min_confidence: the option; so are ``jobs``, ``parties`` and ``gazetteer``.
        jobs: as it says.
        parties: as it says.
        gazetteer: as it says.
        readers: options on how inputs are read, by the names of their settings.

    Raises:
        SettingsError: names all that is wrong.
    """
    return chosen_settings(
        file,
        readers=readers,
        analysis={
            "min_confidence": min_confidence,
            "parties": str(parties) if parties else None,
            "gazetteer": str(gazetteer) if gazetteer else None,
        },
        runner={"jobs": jobs},
    )


def chosen_settings(file: Path | None, **options: dict[str, Any]) -> "Settings":
    """Return the settings of a file, with the options that were given over them.

    Args:
        file: a file of settings, or ``None`` for the defaults.
        options: by section, the values of options; ``None`` for one that was not given.

    Raises:
        SettingsError: names all that is wrong.
    """
    from rashomon.settings import Settings, check, from_toml

    settings = from_toml(_written(file), where=str(file)) if file else Settings()
    sections = {
        name: replace(getattr(settings, name), **_given(values)) for name, values in options.items()
    }
    settings = check(replace(settings, **sections), where="options")
    if not settings.analysis.gazetteer:
        analysis = replace(settings.analysis, gazetteer=str(own_folder(None)))
        settings = replace(settings, analysis=analysis)
    return settings


def inputs_behind(
    paths: Sequence[str],
    *,
    kind: str | None,
    publisher: str | None,
    title: str | None,
    url: str | None,
    date: str | None,
) -> "list[Source | Failure]":
    """Return what stands behind the paths, with what the user says of it.

    Raises:
        typer.BadParameter: the date names no day, or words are not UTF-8.
        UnsupportedInputError: no reader is called ``kind``.
    """
    from rashomon.readers import Metadata, locate, parse_date

    published = parse_date(date) if date else None
    if date and not published:
        raise typer.BadParameter(f"{date!r} names no day for certain; write it as 2017-06-19")
    for words in (publisher, title, url):
        if words and "\ufffd" in os.fsencode(words).decode("utf-8", "replace"):
            raise typer.BadParameter(f"{words!a} is not UTF-8")
    given = Metadata(publisher=publisher, title=title, url=url, published=published)
    return list(locate(paths, kind=kind, given=given))


def _written(file: Path) -> str:
    try:
        return file.read_text("utf-8")
    except UnicodeDecodeError as error:
        what = f"byte {error.start} is not utf-8"
        raise SettingsError(what, where=str(file), remedy="save the file as UTF-8") from error


def _given(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not None}
