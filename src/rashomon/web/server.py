"""Serving the desk: a socket, and what answers at it."""

import os
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from ipaddress import ip_address
from urllib.parse import urlencode

import uvicorn
from starlette.applications import Starlette

from rashomon.model.errors import SettingsError

_PATIENCE = 3  # seconds that requests may take to end when the desk is closed


@contextmanager
def listening(host: str, port: int) -> Iterator[socket.socket]:
    """Give a socket that listens, so that who asks before the desk answers is kept waiting.

    Args:
        host: an address of this machine, or a name of one.
        port: the port; 0 for any that is free.

    Raises:
        SettingsError: nothing can listen there.
    """
    where = f"{host}:{port}"
    try:
        [(family, _, _, _, address), *_] = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )
        door = socket.create_server(address[:2], family=family)
    except (OSError, UnicodeError) as error:
        number = getattr(error, "errno", None) or 0
        why = os.strerror(number) if number > 0 else "no such address"
        what = f"the desk cannot listen there ({why})"
        raise SettingsError(what, where=where, remedy="take another by --port or --host") from error
    with door:
        # of what is sent in parts the last would wait 40 ms for word that the first was received
        door.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        yield door


def address_of(door: socket.socket, token: str) -> str:
    """Return the address that opens the desk in a browser on this machine."""
    host, port = door.getsockname()[:2]
    if ip_address(host).is_unspecified:
        host = "127.0.0.1"
    shown = f"[{host}]" if ":" in host else host
    return f"http://{shown}:{port}/?{urlencode({'token': token})}"


def is_loopback(door: socket.socket) -> bool:
    """Return whether only this machine reaches a socket."""
    return ip_address(door.getsockname()[0]).is_loopback


def run(app: Starlette, door: socket.socket) -> None:
    """Answer at a socket until the process is told to end."""
    config = uvicorn.Config(
        app,
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        ws="none",
        timeout_graceful_shutdown=_PATIENCE,
    )
    threading.Thread(target=app.state.desk.prepare, daemon=True).start()
    uvicorn.Server(config).run(sockets=[door])
