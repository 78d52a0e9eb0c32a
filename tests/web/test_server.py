"""Where the desk listens, and how its address is written."""

import socket

import pytest

from rashomon.model.errors import SettingsError
from rashomon.web.server import address_of, is_loopback, listening


def test_an_address_leads_to_the_desk_from_this_machine():
    with listening("127.0.0.1", 0) as door:
        port = door.getsockname()[1]
        assert address_of(door, "a b&c") == f"http://127.0.0.1:{port}/?token=a+b%26c"
        assert is_loopback(door)
        socket.create_connection(("127.0.0.1", port), 5).close()


def test_a_desk_for_all_machines_is_opened_here_by_its_own():
    with listening("0.0.0.0", 0) as door:  # what a user may ask for
        assert address_of(door, "t").startswith("http://127.0.0.1:")
        assert not is_loopback(door)


def test_a_version_six_address_stands_in_brackets():
    try:
        with listening("::1", 0) as door:
            assert address_of(door, "t").startswith("http://[::1]:")
            assert is_loopback(door)
    except SettingsError as error:
        pytest.skip(f"this machine has no such address: {error}")


@pytest.mark.parametrize("host", ["no.such.host.invalid", "\ud800", "a" * 300, "256.1.1.1"])
def test_a_host_that_is_none_is_said_to_be(host):
    with pytest.raises(SettingsError, match="cannot listen"), listening(host, 0):
        pass
