"""Requests that are made from the description, and some that it forbids, answered as it says."""

import pytest
import schemathesis
from schemathesis.config import SchemathesisConfig

from tests.web.api.asking import DESCRIPTION, TOKEN
from tests.web.api.conftest import make_desk

CONFIG = SchemathesisConfig.from_dict(
    {
        "generation": {"max-examples": 25, "deterministic": True, "database": "none"},
        "checks": {
            # 422 is for what the description allows, and this case or these settings do not
            "positive_data_acceptance": {
                "expected-statuses": ["2xx", "404", "409", "422"],
            },
        },
    }
)


class Later:
    """An application that is made once tests run; requests are described before."""

    app = None

    async def __call__(self, scope, receive, send):
        await self.app(scope, receive, send)


LATER = Later()
schema = schemathesis.openapi.from_dict(DESCRIPTION, config=CONFIG)
schema.app = LATER


@pytest.fixture(scope="module", autouse=True)
def _app(bridge, tmp_path_factory):
    """The desk of a case that requests may change."""
    location = tmp_path_factory.mktemp("described") / "bridge.case"
    LATER.app = make_desk(bridge, location, reviewer="Ann", names=("testserver",))


@schema.parametrize()
def test_every_answer_is_as_described(case):
    case.call_and_validate(headers=TOKEN)
