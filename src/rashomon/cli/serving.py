"""The command that opens the desk: serve."""

from pathlib import Path
from typing import Annotated

import typer

from rashomon import open_case
from rashomon.cli import options
from rashomon.cli.cases import CasePath, opened_linked
from rashomon.cli.ends import complain, interruptible

_SHORTEST_TOKEN = 16


def serve(
    case: CasePath,
    host: Annotated[
        str, typer.Option(help="The address that it listens at.", metavar="ADDRESS")
    ] = "127.0.0.1",
    port: Annotated[
        int, typer.Option(min=0, max=65535, help="The port; 0: any that is free.", metavar="N")
    ] = 8377,
    open_browser: Annotated[
        bool, typer.Option("--open", help="Open it in the browser at once.")
    ] = False,
    reviewer: Annotated[
        str, typer.Option(help="Who decides, where the browser gives no name.", metavar="NAME")
    ] = "",
    name: Annotated[
        list[str] | None,
        typer.Option(
            help="A name under which browsers reach it, beside localhost and addresses in numbers.",
            metavar="HOST",
        ),
    ] = None,
    token: Annotated[
        str,
        typer.Option(
            envvar="RASHOMON_TOKEN",
            help="The secret that opens it, 16 characters at least; else a new one is drawn.",
            metavar="SECRET",
        ),
    ] = "",
    settings_file: options.SettingsFile = None,
) -> None:
    """Open the desk: a case in the browser, to search, to correct and to decide.

    Who has the address that it prints may do all that the desk does. Ctrl-C or kill closes it.
    """
    import secrets
    import signal
    import webbrowser

    from rashomon.cli.output import put
    from rashomon.web.app import create_app
    from rashomon.web.server import address_of, is_loopback, listening, run

    if token and len(token) < _SHORTEST_TOKEN:
        what = f"the token has {len(token)} characters, {_SHORTEST_TOKEN} at least"
        raise typer.BadParameter(f"{what}; make it longer, as 'openssl rand -hex 16' does")
    settings = options.chosen_settings(settings_file)
    # kill ends it as Ctrl-C does, so that the case is closed
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with listening(host, port) as door:
        _prepare(case, settings_file)
        secret = token or secrets.token_urlsafe(24)
        app = create_app(
            case, token=secret, reviewer=reviewer, settings=settings, names=(host, *(name or ()))
        )
        address = address_of(door, secret)
        if not is_loopback(door):
            complain("other machines can reach the desk, and nothing on the way is encrypted")
        put(f"The desk is open at {address}")
        if open_browser:
            webbrowser.open(address)
        with interruptible("the desk is closed; all that was decided is in the case"):
            run(app, door)


def _prepare(location: str, settings_file: Path | None) -> None:
    """Make the case where there is none, bring it to the newest schema, and link it."""
    from rashomon.model.errors import CaseError

    try:
        with open_case(location, create=True) as case:
            is_empty = next(iter(case.documents()), None) is None
    except CaseError:
        # one that cannot be written to is shown as it is, where it can be read
        with open_case(location, read_only=True):
            complain("the case can only be read; nothing can be added or decided")
        return
    if is_empty:
        complain(f"{location} is empty; add documents in the browser")
        return
    with opened_linked(location, settings_file):
        pass
