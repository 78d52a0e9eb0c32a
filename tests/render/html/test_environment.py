import pytest
from jinja2 import DictLoader, UndefinedError

from rashomon.render.html.environment import build_environment


def rendered(template, **given):
    return (
        build_environment(DictLoader({"page.html": template}))
        .get_template("page.html")
        .render(given)
    )


def test_what_a_template_is_given_is_escaped():
    assert rendered("<p>{{ words }}</p>", words="<b>") == "<p>&lt;b&gt;</p>"


def test_what_is_missing_is_an_error():
    with pytest.raises(UndefinedError):
        rendered("{{ nothing }}")


def test_pages_share_filters():
    assert rendered("{{ 2 | counted('claim') }}, {{ name | isolated }}", name="<a>") == (
        "2 claims, <bdi>&lt;a&gt;</bdi>"
    )
