"""The page on the API names what there is."""

import re

from rashomon.web.api.deciding.kinds import KINDS
from rashomon.web.api.table import ENDPOINTS
from tests.docs.showing import ROOT

PAGE = (ROOT / "docs" / "api.md").read_text("utf-8")


def test_every_endpoint_stands_there_as_the_description_has_it():
    shown = re.findall(r"^\| `((?:GET|POST) \S+)` \| (.+) \|$", PAGE, re.MULTILINE)
    assert shown == [(f"{one.method} {one.path}", one.about) for one in ENDPOINTS]


def test_every_kind_of_decision_stands_there():
    _, _, listed = PAGE.partition("The kinds are those of")
    assert set(re.findall(r"`(\w+)`", listed.partition("\n\n")[0])) == {one.name for one in KINDS}
