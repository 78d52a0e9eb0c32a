import shutil
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from rashomon.readers import Metadata, locate
from rashomon.runner.filling import fill_case
from rashomon.settings import RunnerSettings, Settings
from rashomon.web.app import create_app
from rashomon.web.jobs import Jobs
from tests.web.api.asking import Programs

REPORTS = Path(__file__).parents[3] / "examples" / "sarn-bridge"
SETTINGS = Settings(runner=RunnerSettings(jobs=1))


@pytest.fixture(scope="session")
def bridge(tmp_path_factory):
    """A case of the reports of a bridge; nobody writes to it."""
    location = tmp_path_factory.mktemp("bridge") / "bridge.case"
    reports = list(locate([str(REPORTS)], kind=None, given=Metadata()))
    fill_case(str(location), reports, SETTINGS, lambda _: None)
    return location


@pytest.fixture(scope="session")
def desk(bridge):
    """The desk of the reports, as an application; nobody writes to its case."""
    return create_app(str(bridge), token="quill", settings=SETTINGS)


class IdleJobs(Jobs):
    """Jobs that are put on record, and are over at once with nothing done."""

    def start(self, kind, about, _work, then=lambda: None):
        return super().start(kind, about, Nothing(), then)


class Nothing:
    """Work that there is none of."""

    is_stopped = False

    def events(self):
        return iter(())

    def stop(self):
        pass


def make_desk(case, location, **about):
    """Return the desk of a copy of a case, whose jobs do nothing."""
    shutil.copy(case, location)
    app = create_app(str(location), token="quill", settings=SETTINGS, **about)
    app.state.desk.jobs = IdleJobs()
    return app


@pytest.fixture
def programs(desk):
    """Asks the desk of the reports."""
    return Programs(TestClient(desk, base_url="http://localhost"))


@pytest.fixture
def writing(bridge, tmp_path):
    """Asks a desk of the reports whose case is the test's own."""
    app = make_desk(bridge, tmp_path / "bridge.case", reviewer="Ann")
    return Programs(TestClient(app, base_url="http://localhost"))
