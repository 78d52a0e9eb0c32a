"""Documents that hold what no program should trip over."""

import pytest
from starlette.testclient import TestClient

from rashomon.web.app import create_app
from tests.store.making import entry
from tests.web.api.asking import Programs
from tests.web.api.conftest import SETTINGS
from tests.web.desks import case_at, incident_of

SAID = "Nine people died, the mayor said."
TEXTS = {
    "half of a surrogate pair": f"\ud83d {SAID}",
    "controls": f"\0\x1b[31m\x85 {SAID}",
    "writing that is turned": f"\u202e{SAID}\u2066 نور",
    "beyond the basic plane": f"😀🏳️‍🌈 {SAID}",
    "a script": f"</script><script>alert(1)</script> {SAID}",
    "a line of a million": "x" * 1_000_000 + f" {SAID}",
}


@pytest.fixture(params=TEXTS)
def hostile(request, tmp_path):
    """A desk with one such text, and the text."""
    text = TEXTS[request.param]
    claim = {"source": "the mayor", "content": "Nine people died"}
    made = entry(text, [claim], publisher=text[:40], title=text[:60], url="javascript:alert(1)")
    location = case_at(tmp_path, made, incidents=[incident_of(1, text[:60], made)])
    app = create_app(location, token="quill", settings=SETTINGS)
    return Programs(TestClient(app, base_url="http://localhost")), text


def test_they_are_answered_as_described_and_spans_hold(hostile):
    programs, text = hostile
    [row] = programs.get("/documents")["documents"]
    found = programs.get("/search", words="died")["results"]
    assert [one["document"] for one in found] == [row["id"]]
    whole = programs.client.get(
        f"/api/v1/documents/{row['id']}/reading", headers={"Authorization": "Bearer quill"}
    ).json()
    shown = whole["document"]["text"]
    assert len(shown) == len(text)
    [[start, end]] = whole["attributions"][0]["content"]
    assert shown[start:end] == "Nine people died"
    for path in ("/incidents", "/origins", "/parties", "/log", "/about", "/state"):
        programs.get(path)
    parts = {"document": row["id"]}
    programs.get("/documents/{document}", parts=parts)
    programs.get("/documents/{document}/items", parts=parts)
    programs.get("/party", name="the mayor")
