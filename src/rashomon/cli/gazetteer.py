"""The commands for the user's own lists of places."""

from pathlib import Path
from typing import Annotated

import typer

GAZETTEER_VARIABLE = "RASHOMON_GAZETTEER"

GazetteerFolder = Annotated[
    Path | None,
    typer.Option(
        "--gazetteer",
        envvar=GAZETTEER_VARIABLE,
        file_okay=False,
        help="The folder of your own lists of places; else one in your home.",
        metavar="FOLDER",
    ),
]

gazetteer_app = typer.Typer(
    name="gazetteer",
    no_args_is_help=True,
    help="Lists of places: those that ship, and your own.",
)


def own_folder(given: Path | None) -> Path:
    """Return the folder of the user's own lists: the one that is given, else one in the home."""
    return given or Path(typer.get_app_dir("rashomon")) / "gazetteer"


@gazetteer_app.command(name="import")
def import_command(
    file: Annotated[
        Path,
        typer.Argument(
            help="A GeoNames dump (.txt or .zip), or a table (.csv) with name, lat, lon.",
            metavar="FILE",
        ),
    ],
    gazetteer: GazetteerFolder = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Show no progress.")] = False,
) -> None:
    """Load a list of places; it is used from then on, and replaced by a file of the same name."""
    from rashomon.cli.progress import bytes_shown
    from rashomon.gazetteer.importing import import_places
    from rashomon.render.plain import plain

    with bytes_shown(f"importing {plain(file.name)}", quiet=quiet) as progress:
        report = import_places(file, own_folder(gazetteer), progress)
    typer.echo(f"{report.places:,} places of {plain(report.source)} are used from now on")
    for broken in report.shown:
        typer.echo(f"rashomon: line {broken.line}: {plain(broken.reason)}", err=True)
    if report.broken:
        typer.echo(f"rashomon: {report.broken:,} rows hold no place and were left out", err=True)


@gazetteer_app.command(name="list")
def list_command(gazetteer: GazetteerFolder = None) -> None:
    """Show your own lists of places."""
    from rashomon.gazetteer.importing import own_lists
    from rashomon.render.plain import plain

    folder = own_folder(gazetteer)
    found = own_lists(folder)
    for path in found:
        typer.echo(f"{plain(path.stem)}  {path.stat().st_size / 1e6:.1f} MB")
    if not found:
        typer.echo(f"no lists of your own in {folder}; the one that ships is used")


@gazetteer_app.command(name="remove")
def remove_command(
    name: Annotated[str, typer.Argument(help="The list, as `list` shows it.", metavar="NAME")],
    gazetteer: GazetteerFolder = None,
) -> None:
    """Remove one of your own lists."""
    from rashomon.gazetteer.importing import own_lists
    from rashomon.model.errors import MissingInputError

    folder = own_folder(gazetteer)
    path = next((path for path in own_lists(folder) if path.stem == name), None)
    if path is None:
        remedy = "`rashomon gazetteer list` shows those that there are"
        raise MissingInputError("no list of this name", where=name, remedy=remedy)
    path.unlink()
    typer.echo(f"{name} is not used any more")


@gazetteer_app.command(name="find")
def find_command(
    name: Annotated[str, typer.Argument(help="The name of a place.", metavar="NAME")],
    gazetteer: GazetteerFolder = None,
) -> None:
    """Show the places of a name, and of names written nearly so."""
    from rashomon.cli.output import show
    from rashomon.gazetteer.importing import own_lists
    from rashomon.gazetteer.lookup import SqliteGazetteer
    from rashomon.render.overview import matches_table

    known = SqliteGazetteer(own=own_lists(own_folder(gazetteer)))
    found = known.find(name) or known.find_like(name)
    if not found:
        typer.echo("no place of this name, nor of one like it", err=True)
        raise typer.Exit(1)
    show(matches_table(found))
