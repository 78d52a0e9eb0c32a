"""A desk as it looks after a while: documents added, one left out, decisions, a conflict."""

import os
import time
from pathlib import Path

import httpx

from rashomon.readers import Metadata, locate
from rashomon.runner.filling import fill_case
from rashomon.settings import RunnerSettings, Settings
from tests.web.browser.serving import TOKEN

REPORTS = Path(__file__).parents[3] / "examples" / "sarn-bridge"
_PATIENCE = 120  # seconds
_LATE = "The mayor of Brinn said on Friday that Kessel Bridge had been blown up from below."
_BROKEN = ("broken.pdf", b"%PDF-1.7 and nothing else", "application/pdf")


def fill_bridge(folder):
    """Make a case of the reports of a bridge, which are the example; return where it is."""
    location = folder / "bridge.case"
    reports = list(locate([os.path.relpath(REPORTS)], kind=None, given=Metadata()))
    fill_case(str(location), reports, Settings(runner=RunnerSettings(jobs=1)), lambda _: None)
    return location


def live_in(desk):
    """Do at a desk what people do."""
    with _api(desk) as client:
        _add(client, json={"what": "text", "text": _LATE, "publisher": "Ferry Bell"})
        _add(client, files={"files": _BROKEN})
        _decide_on_claims(client)
        _join(client)


def _api(desk):
    headers = {"Authorization": f"Bearer {TOKEN}"}
    return httpx.Client(base_url=f"{desk.base}/api/v1", headers=headers, timeout=60)


def _asked(client, path, **query):
    answer = client.get(path, params=query)
    answer.raise_for_status()
    return answer.json()


def _add(client, **body):
    answer = client.post("/documents", **body)
    answer.raise_for_status()
    job = answer.json()["job"]["number"]
    until = time.monotonic() + _PATIENCE
    while _asked(client, f"/jobs/{job}")["job"]["state"] not in ("done", "failed"):
        if time.monotonic() > until:
            raise AssertionError(f"job {job} did not end")
        time.sleep(0.5)


def _decide(client, **body):
    answer = client.post("/decisions", json=body)
    answer.raise_for_status()
    return answer.json()["decisions"][0]


def _decide_on_claims(client):
    document = _document(client)
    items = _asked(client, f"/documents/{document}/items")["items"]
    first, second = [one["id"] for one in items if one["what"] == "claim"][:2]
    about = {"what": "claim", "document": document}
    right = _decide(client, kind="accept", item=first, reviewer="Ann Reed", **about)
    _decide(client, kind="confirm", decision=right, reviewer="Ben Holt", note="I read it too")
    for reviewer, stance in (("Ann Reed", "denies"), ("Ben Holt", "doubts")):
        fields = {"stance": stance}
        _decide(client, kind="correct", item=second, fields=fields, reviewer=reviewer, **about)


def _join(client):
    parties = _asked(client, f"/documents/{_document(client)}/reading")["parties"]
    first, second = [one["name"] for one in parties][:2]
    _decide(client, kind="same_party", name=first, others=[second], reviewer="Ann Reed")


def _document(client):
    return _first_incident(client)["documents"][0]["document"]


def _first_incident(client):
    return _asked(client, "/incidents")["incidents"][0]
