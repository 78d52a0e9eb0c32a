import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.store.addresses import article_address

PLAIN = "https://news.example/a/flood"


@pytest.mark.parametrize(
    "url",
    [
        "http://news.example/a/flood",
        "https://www.news.example/a/flood",
        "https://NEWS.example./a/flood/",
        "https://news.example:443/a/flood",
        "http://news.example:80/a/flood#top",
        "https://news.example/a//flood",
        " https://news.example/a/flood?utm_source=x&utm_medium=y&fbclid=z ",
        "https://user@news.example/a/flood",
        "https://news.example/%61/flood",
    ],
)
def test_an_address_is_one_however_it_is_written(url):
    assert article_address(url) == article_address(PLAIN) == "news.example/a/flood"


@pytest.mark.parametrize(
    "url",
    [
        "https://news.example/a/Flood",
        "https://news.example/a/flood2",
        "https://news.example/a/flood?id=3",
        "https://news.example:8080/a/flood",
        "https://m.news.example/a/flood",
        "https://news.example/b/flood",
        "https://news.example/a%2Fflood",
    ],
)
def test_other_addresses_are_others(url):
    assert article_address(url) not in (None, article_address(PLAIN))


def test_the_order_of_parameters_makes_no_difference():
    one, other = "https://news.example/?p=12&lang=en", "http://www.news.example/?lang=en&p=12"
    assert article_address(one) == article_address(other) == "news.example?lang=en&p=12"


@pytest.mark.parametrize(
    "url", [None, "", "flood", "mailto:a@b.example", "file:///flood", "http://[::1", "http://",
            "http://news.example:port/", "https:///a", "http://a b/c", "http://\0/"]
)  # fmt: skip
def test_what_is_no_address_of_the_web_is_none(url):
    assert article_address(url) is None


@given(st.text(st.characters(codec=None)), st.booleans())
def test_any_text_has_an_address_or_none(text, is_web):
    address = article_address(f"https://news.example/{text}" if is_web else text)
    assert address is None or address.isprintable()
