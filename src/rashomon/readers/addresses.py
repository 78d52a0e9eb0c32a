"""Which addresses may be fetched: those of the public web, or all where the user allows it."""

import ipaddress
import re
import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias
from urllib.parse import urljoin, urlsplit

from rashomon.model.errors import FetchError, RefusedAddressError
from rashomon.readers.source import shown

IPAddress: TypeAlias = ipaddress.IPv4Address | ipaddress.IPv6Address
Resolver: TypeAlias = Callable[[str, int], Sequence[str]]
"""From a host's name and a port to the numbers that it has, as text."""

_HOST = re.compile(r"[a-z0-9._-]+|[0-9a-f:.]+")
_PORTS = {"http": 80, "https": 443}
# What ``is_global`` lets pass, in this or that version of Python: numbers that stand for another
# one, and blocks of special use in the registries of IANA.
_NOT_PUBLIC = tuple(
    ipaddress.ip_network(network)
    for network in (
        "::/96",  # IPv4-compatible
        "::ffff:0:0/96",  # IPv4-mapped
        "64:ff9b::/96",  # NAT64, RFC 6052
        "64:ff9b:1::/48",  # NAT64 of a network of one's own, RFC 8215
        "100::/64",  # discarded
        "192.0.0.0/24",  # for protocols
        "192.88.99.0/24",  # relays of 6to4
        "2001::/23",  # for protocols; Teredo among them
        "2001:db8::/32",  # for examples
        "2002::/16",  # 6to4
        "3fff::/20",  # for examples
        "5f00::/16",  # within networks
    )
)


@dataclass(frozen=True, slots=True)
class Address:
    """A web address, taken apart.

    Attributes:
        scheme: ``http`` or ``https``.
        host: the name or number of the machine, in ASCII and lower case, without brackets.
        port: the port.
        target: path and query, as they are asked for.
        text: the whole address, without its fragment.
    """

    scheme: str
    host: str
    port: int
    target: str
    text: str

    @property
    def authority(self) -> str:
        """Host and port as the ``Host`` header has them."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"


def parse_address(text: str) -> Address:
    """Return a web address taken apart.

    Raises:
        RefusedAddressError: it is none of the web, or holds a name and password.
    """
    where = shown(text)
    try:
        parts = urlsplit(text.strip())
        scheme, port = parts.scheme.lower(), parts.port
        host = _in_ascii(parts.hostname or "")
        target = _quoted(parts.path or "/") + (f"?{_quoted(parts.query)}" if parts.query else "")
    except ValueError as error:  # UnicodeError is one
        raise RefusedAddressError(
            f"no address of the web ({error})", where=where, remedy="check its spelling"
        ) from error
    if scheme not in _PORTS or not host:
        raise RefusedAddressError(
            "no address of the web", where=where, remedy="give one that begins with https://"
        )
    if parts.username is not None or parts.password is not None:
        raise RefusedAddressError(
            "it holds a name or password",
            where=where,
            remedy="leave them out, or save the page and read the file",
        )
    address = Address(scheme, host, port or _PORTS[scheme], target, "")
    text = f"{scheme}://{address.authority}{target}"
    return Address(scheme, host, address.port, target, text)


def redirected(address: Address, location: str) -> Address:
    """Return the address that an answer from another one leads to.

    Raises:
        RefusedAddressError: as :func:`parse_address`.
    """
    try:
        target = urljoin(address.text, location)
    except ValueError as error:
        raise RefusedAddressError(
            f"it leads to what is no address of the web ({error})",
            where=address.text,
            remedy="look at it in a browser, save the page and read the file",
        ) from error
    return parse_address(target)


def look_up(
    address: Address, *, allow_private: bool, resolve: Resolver | None = None
) -> Sequence[str]:
    """Return the numbers of an address's host, all of which may be connected to.

    Args:
        address: what is to be fetched.
        allow_private: whether numbers that are not of the public internet are allowed.
        resolve: finds the numbers; the system's resolver where left out.

    Raises:
        FetchError: the host is not known.
        RefusedAddressError: one of its numbers is not of the public internet.
    """
    try:
        numbers = (resolve or _resolve)(address.host, address.port)
    except (OSError, UnicodeError) as error:
        raise FetchError(
            f"the host {address.host!r} is not found ({error})",
            where=address.text,
            remedy="check its spelling and your connection",
        ) from error
    for number in numbers:
        if not allow_private and not is_public(number):
            raise RefusedAddressError(
                f"its host has the number {number}, which is not of the public internet",
                where=address.text,
                remedy="allow it with --allow-private if you trust it",
            )
    if not numbers:
        raise FetchError(
            f"the host {address.host!r} has no number", where=address.text, remedy="check it"
        )
    return numbers


def is_public(number: str) -> bool:
    """Return whether an IP number is one of the public internet, and of that for certain.

    Not so are private, loopback, link-local, multicast and reserved ones, and those of IPv6 that
    stand for one of IPv4 (mapped, NAT64, 6to4, Teredo).
    """
    try:
        address = ipaddress.ip_address(number)
    except ValueError:
        return False
    if isinstance(address, ipaddress.IPv6Address) and (address.scope_id or address.is_site_local):
        return False
    if address.is_multicast or address.is_reserved or not address.is_global:
        return False
    return not any(_lies_in(address, network) for network in _NOT_PUBLIC)


def _lies_in(address: IPAddress, network: ipaddress.IPv4Network | ipaddress.IPv6Network) -> bool:
    return address.version == network.version and address in network


def _resolve(host: str, port: int) -> Sequence[str]:
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(sockaddr[0]) for *_, sockaddr in found))


def _in_ascii(host: str) -> str:
    """Return a host's name as it is asked for: IDNA where it is not ASCII.

    Raises:
        ValueError: there are characters in it that no host's name has.
    """
    name = host.lower() if host.isascii() else host.encode("idna").decode("ascii").lower()
    if name and not _HOST.fullmatch(name):
        raise ValueError("a host's name that cannot be")
    return name


def _quoted(part: str) -> str:
    """Return a part of an address with what may not stand in a request's first line quoted."""
    return "".join(
        character
        if "!" <= character <= "~"
        else "".join(f"%{byte:02X}" for byte in character.encode("utf-8", "surrogateescape"))
        for character in part
    )
