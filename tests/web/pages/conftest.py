import shutil
from pathlib import Path

import pytest

from rashomon.readers import Metadata, locate
from rashomon.runner.filling import fill_case
from rashomon.settings import RunnerSettings, Settings
from tests.web.desks import browser

REPORTS = Path(__file__).parents[3] / "examples" / "sarn-bridge"


@pytest.fixture(scope="session")
def bridge_case(tmp_path_factory):
    """A case of the reports of a bridge; nobody writes to it."""
    location = tmp_path_factory.mktemp("bridge") / "bridge.case"
    reports = list(locate([str(REPORTS)], kind=None, given=Metadata()))
    fill_case(str(location), reports, Settings(runner=RunnerSettings(jobs=1)), lambda _: None)
    return location


@pytest.fixture(scope="session")
def bridge(bridge_case):
    """A browser with the desk of these reports open, to look alone."""
    return browser(str(bridge_case))


@pytest.fixture
def own_bridge(bridge_case, tmp_path):
    """Where a copy of the case is, for one test to write to."""
    return str(shutil.copy(bridge_case, tmp_path / "bridge.case"))
