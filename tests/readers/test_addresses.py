import socket

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.model.errors import FetchError, RefusedAddressError
from rashomon.readers.addresses import is_public, look_up, parse_address


def test_an_address_is_taken_apart():
    address = parse_address("HTTPS://Courier.Example:8443/a b?q=ä#part")
    assert (address.scheme, address.host, address.port) == ("https", "courier.example", 8443)
    assert address.target == "/a%20b?q=%C3%A4"
    assert address.authority == "courier.example:8443"
    assert address.text == "https://courier.example:8443/a%20b?q=%C3%A4"


@pytest.mark.parametrize(
    ("text", "text_again"),
    [
        ("http://courier.example", "http://courier.example/"),
        ("http://courier.example:80/%C3%A4?", "http://courier.example/%C3%A4"),
        ("https://bücher.example/", "https://xn--bcher-kva.example/"),
        ("http://[::1]:80/", "http://[::1]/"),
        ("http://a.example/\r\nHost: b.example", "http://a.example/Host:%20b.example"),
        ("http://a.example/\0x", "http://a.example/%00x"),
    ],
)
def test_an_address_is_written_in_one_way(text, text_again):
    assert parse_address(text).text == text_again


@pytest.mark.parametrize(
    "text",
    [
        *("file:///etc/passwd", "ftp://a.example/", "gopher://a.example", "javascript:alert(1)"),
        *(
            "http://",
            "https:///a",
            "http://a.example:0x50/",
            "http://a.example:99999/",
            "http://[::1",
        ),
        *(
            "http://orla:secret@a.example/",
            "http://orla@a.example/",
            "http://@a.example/",
            "//a.example",
        ),
        *("http://a..example.\u2024/", "http://" + "a" * 70 + "é.example/"),
    ],
)
def test_what_is_no_address_of_the_web_is_refused(text):
    with pytest.raises(RefusedAddressError) as raised:
        parse_address(text)
    assert raised.value.remedy
    assert "secret" not in raised.value.message


@given(text=st.text())
def test_any_text_is_taken_apart_or_refused(text):
    for start in ("", "http://", "https://a.example/"):
        try:
            address = parse_address(start + text)
        except RefusedAddressError:
            continue
        assert address.target.isascii()
        assert address.target.isprintable()
        assert " " not in address.authority + address.target


@pytest.mark.parametrize(
    "number",
    [
        *("127.0.0.1", "127.8.8.8", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254"),
        *("0.0.0.0", "100.64.0.1", "192.0.0.8", "192.0.2.1", "198.18.0.1", "203.0.113.9"),
        *("224.0.0.1", "239.1.1.1", "240.0.0.1", "255.255.255.255", "192.88.99.1"),
        *("::", "::1", "::127.0.0.1", "::ffff:10.0.0.1", "::ffff:8.8.8.8", "64:ff9b::a00:1"),
        *("64:ff9b::808:808", "64:ff9b:1::1", "fe80::1", "fe80::1%eth0", "fec0::1", "fc00::1"),
        *("fd12::1", "ff02::1", "2001:db8::1", "2001::1", "2002:a00:1::", "2002:808:808::1"),
        *("100::1", "localhost", "", "1.2.3", "0x7f.1", "127.1"),
    ],
)
def test_numbers_that_are_not_of_the_public_internet_are_told(number):
    assert not is_public(number)


@pytest.mark.parametrize("number", ["8.8.8.8", "93.184.216.34", "2606:4700::1111", "2a00:1450::5"])
def test_numbers_of_the_public_internet_are_told(number):
    assert is_public(number)


def test_one_private_number_among_others_is_enough_to_refuse():
    address = parse_address("http://courier.example/")
    with pytest.raises(RefusedAddressError, match=r"10\.0\.0\.1") as raised:
        look_up(address, allow_private=False, resolve=lambda *_: ["8.8.8.8", "10.0.0.1"])
    assert "--allow-private" in raised.value.message
    numbers = look_up(address, allow_private=True, resolve=lambda *_: ["8.8.8.8", "10.0.0.1"])
    assert numbers == ["8.8.8.8", "10.0.0.1"]


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "2130706433", "0x7f000001", "0177.0.0.1", "127.1", "[::1]", "localhost"]
)
def test_loopback_is_refused_however_it_is_written(host):
    with pytest.raises((RefusedAddressError, FetchError)):
        look_up(parse_address(f"http://{host}/"), allow_private=False)


@pytest.mark.parametrize(
    "error", [socket.gaierror(-2, "not known"), UnicodeError("label too long")]
)
def test_a_host_that_is_not_known_is_told(error):
    def resolve(*_):
        raise error

    with pytest.raises(FetchError, match="is not found"):
        look_up(parse_address("http://courier.example/"), allow_private=False, resolve=resolve)
    with pytest.raises(FetchError, match="no number"):
        look_up(
            parse_address("http://courier.example/"), allow_private=False, resolve=lambda *_: []
        )
