"""The templates of all pages: what they are given is escaped, and what is missing is an error."""

from importlib.resources import files

from jinja2 import BaseLoader, ChoiceLoader, Environment, PackageLoader, StrictUndefined

from rashomon.render.html.signs import REMARKS
from rashomon.render.html.text import isolated, safe, web_address
from rashomon.render.words import counted, day_words, type_words

_OWN = "rashomon.render.html"


def build_environment(*loaders: BaseLoader) -> Environment:
    """Return what renders templates, with the filters that all pages share.

    Filters: ``safe_text`` and ``isolated`` for words from outside, ``counted("claim")``,
    ``type_words``, ``web_address``; the function ``day_words(earliest, latest)``; the signs of what
    second reviewers say, ``remarks``.

    Args:
        loaders: where templates are looked for, the first first; those that pages share last.
    """
    shared = PackageLoader(_OWN, "templates")
    environment = Environment(
        loader=ChoiceLoader([*loaders, shared]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.filters |= {
        "safe_text": safe,
        "isolated": isolated,
        "counted": counted,
        "type_words": type_words,
        "web_address": web_address,
    }
    environment.globals |= {"day_words": day_words, "remarks": REMARKS}
    return environment


def stylesheet(name: str = "tokens", package: str = _OWN) -> str:
    """Return a style sheet of the package: ``tokens`` has what all pages share."""
    return files(package).joinpath(f"{name}.css").read_text("utf-8")
