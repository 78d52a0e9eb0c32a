from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from rashomon.render.html.text import isolated, safe, web_address


class _Words(HTMLParser):
    """What a reader of a page sees of it, without its elements."""

    def __init__(self):
        super().__init__()
        self.words = []
        self.elements = []

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.words.append(data)


def shown(markup):
    page = _Words()
    page.feed(markup)
    page.close()
    return "".join(page.words), page.elements


def test_scripts_of_a_document_are_words():
    assert safe("<script>alert('&')</script>") == Markup(
        "&lt;script&gt;alert(&#39;&amp;&#39;)&lt;/script&gt;"
    )


def test_an_override_is_shown_and_not_obeyed():
    assert shown(safe("to \u202esniuR\u202c go")) == (
        "to ⇄sniuR⇄ go",
        [
            ("span", {"class": "sign", "title": "right-to-left override"}),
            ("span", {"class": "sign", "title": "pop directional formatting"}),
        ],
    )


@given(st.text(st.characters(exclude_categories=())))
def test_a_page_shows_a_character_for_each_of_a_text_and_none_that_steers(text):
    words, elements = shown(safe(text))
    assert len(words) == len(text)
    assert not {"\u202a", "\u202b", "\u202d", "\u202e", "\u2066", "\0"} & set(words)
    assert {tag for tag, _ in elements} <= {"span"}
    safe(text).encode()


def test_words_of_another_script_stand_by_themselves():
    assert isolated("حلب") == Markup("<bdi>حلب</bdi>")


@pytest.mark.parametrize(
    "address",
    [
        *("javascript:alert(1)", "data:text/html,x", "/local", "http://", "http://[", None),
        *("https://tide.example/\u202egpj", "https://tide.example/\ud800", "java\nscript:alert(1)"),
    ],
)
def test_what_is_no_address_of_the_web_is_no_link(address):
    assert web_address(address) is None


def test_an_address_of_the_web_is_a_link():
    assert web_address("https://tide.example/a?b=c") == "https://tide.example/a?b=c"
