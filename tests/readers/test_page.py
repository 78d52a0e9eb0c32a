import pytest

PAGE = """<!doctype html><html lang="en-GB"><head>{head}
<title>Bridge closed | The Courier</title>
<meta property="og:title" content="Bridge closed">
<meta property="og:site_name" content="The Courier">
<meta property="article:published_time" content="2021-03-04T23:30:00-05:00">
<link rel="canonical" href="https://courier.example/bridge"></head>
<body><nav><a href="/">Home</a></nav><article><h1>Bridge closed</h1>
<p>The bridge was closed on Monday, the mayor’s office said, after an engineer had found cracks
in two of its piers and asked for them to be looked at again.</p>
<p>“Nobody will cross it before Easter,” the mayor told the council, and refused to say more
about the costs, which an opponent put at four million crowns.</p></article>
<footer>All rights reserved</footer></body></html>"""


def test_the_article_is_taken_and_the_page_around_it_left(read_one):
    found = read_one("a.html", PAGE.format(head='<meta charset="utf-8">'))
    assert "the mayor’s office said" in found.text
    assert "\n\n“Nobody will cross it" in found.text
    assert "Home" not in found.text
    assert "rights reserved" not in found.text


def test_the_page_tells_of_itself(read_one):
    found = read_one("a.html", PAGE.format(head=""))
    assert (found.title, found.publisher, found.url, found.published, found.language) == (
        "Bridge closed",
        "The Courier",
        "https://courier.example/bridge",
        "2021-03-04",
        "en",
    )


@pytest.mark.parametrize(
    "declared",
    ['<meta charset="windows-1252">', '<meta http-equiv=x content="text/html; charset=latin1">'],
)
def test_the_declared_encoding_is_used(read_one, declared):
    raw = PAGE.format(head=declared).encode("windows-1252")
    assert "the mayor’s office" in read_one("a.htm", raw).text


def test_a_page_whose_bytes_belie_its_declaration_is_refused(read_one):
    raw = PAGE.format(head='<meta charset="utf-8">').encode("windows-1252")
    assert read_one("a.html", raw).error.code == "input.undecodable"


@pytest.mark.parametrize(
    "raw",
    ["<html><body></body></html>", "<html>" + "<div>" * 50_000, "<html><script>alert(1)</script>"],
)
def test_a_page_without_an_article_is_an_error_and_no_crash(read_one, raw):
    assert read_one("a.html", raw).error.code == "input.unreadable_page"


def test_a_page_is_recognised_by_its_first_bytes(read_one):
    assert read_one("saved", "\n<!-- saved -->\n" + PAGE.format(head="")).title == "Bridge closed"


@pytest.mark.parametrize(
    ("declared", "language"), [("en_US", "en"), ("FR", "fr"), ("-", None), ("x-klingon", None)]
)
def test_the_language_is_a_code_of_two_letters_or_none(read_one, declared, language):
    page = PAGE.format(head="").replace("en-GB", declared)
    assert read_one("a.html", page).language == language


def test_a_page_that_declares_no_encoding_that_there_is_is_utf_8(read_one):
    page = PAGE.format(head="<meta charset=undefined>")
    assert "the mayor’s office" in read_one("a.html", page).text
