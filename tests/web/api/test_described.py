"""Requests that are made from the description, and some that it forbids, answered as it says."""

import re
from copy import deepcopy

import hypothesis
import pytest
import schemathesis
from schemathesis.config import SchemathesisConfig

from rashomon.store import open_case
from rashomon.web import posting
from tests.web.api.asking import DESCRIPTION, TOKEN
from tests.web.api.conftest import make_desk

CONFIG = SchemathesisConfig.from_dict(
    {
        "generation": {"max-examples": 12, "deterministic": True, "database": "none"},
        "checks": {
            # 422 is for what the description allows, and this case or these settings do not
            "positive_data_acceptance": {"expected-statuses": ["2xx", "404", "409", "422"]},
        },
    }
)
DOCUMENT = re.compile(r"(sha256:)?[0-9a-f]{5,64}")  # "feed" is a kind of file
INCIDENT = re.compile(r"i[1-9][0-9]{0,8}")


class Desk:
    """The desk that requests go to, which is made once tests run: they are described before.

    Attributes:
        app: the application.
        documents: the ids of documents that its case holds.
    """

    app = None
    documents = ()

    async def __call__(self, scope, receive, send):
        await self.app(scope, receive, send)

    def known(self, value):
        """Return a value with documents and incidents of the case for most of those in it."""
        if isinstance(value, dict):
            return {name: self.known(one) for name, one in value.items()}
        if isinstance(value, list):
            return [self.known(one) for one in value]
        if not isinstance(value, str) or len(value) % 5 == 0:
            return value
        if DOCUMENT.fullmatch(value):
            return self.documents[len(value) % len(self.documents)]
        return "i1" if INCIDENT.fullmatch(value) else value


DESK = Desk()
# a copy: it writes into what it is given
schema = schemathesis.openapi.from_dict(deepcopy(DESCRIPTION), config=CONFIG)
schema.app = DESK


@schema.hook
def map_path_parameters(_, path_parameters):
    return DESK.known(path_parameters)


@schema.hook
def map_query(_, query):
    return DESK.known(query)


@schema.hook
def map_body(_, body):
    return DESK.known(body)


@pytest.fixture(scope="module", autouse=True)
def _desk(bridge, tmp_path_factory):
    """The desk of a case that requests may change, and that leaves linking to its jobs."""
    location = tmp_path_factory.mktemp("described") / "bridge.case"
    DESK.app = make_desk(bridge, location, reviewer="Ann", names=("testserver",))
    with open_case(str(location), read_only=True) as case:
        DESK.documents = tuple(row.id for row in case.documents())
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(posting, "_LINKED_AT_ONCE", 0)
        yield


@schema.parametrize()
def test_every_answer_is_as_described(case):
    case.call_and_validate(headers=TOKEN)


def test_one_thing_after_another_is_answered_as_described():
    class Flow(schema.as_state_machine()):
        def get_call_kwargs(self, _):
            return {"headers": TOKEN}

    Flow.run(
        settings=hypothesis.settings(
            max_examples=8,
            stateful_step_count=6,
            deadline=None,
            derandomize=True,
            database=None,
            suppress_health_check=list(hypothesis.HealthCheck),
        )
    )
