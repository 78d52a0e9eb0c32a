"""The desk as an application of ASGI."""

from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware

from rashomon.model.errors import RashomonError
from rashomon.pipeline.acting import check_reviewer
from rashomon.settings import Settings
from rashomon.web.desk import Desk
from rashomon.web.failing import answer_error
from rashomon.web.handed import remove_left
from rashomon.web.routes import all_noticing, all_routes, body_limits
from rashomon.web.security.access import Access
from rashomon.web.security.bodies import LimitedBodies
from rashomon.web.security.headers import SecureHeaders
from rashomon.web.security.hosts import KnownHosts
from rashomon.web.security.keys import Keys
from rashomon.web.static_files import STATIC


def create_app(
    location: str,
    *,
    token: str,
    reviewer: str = "",
    settings: Settings | None = None,
    names: Collection[str] = (),
) -> Starlette:
    """Return the desk of a case.

    Args:
        location: the case: a file, or ``postgresql://...``. It must exist.
        token: the secret that opens it, by ``/?token=`` in a browser, or as a bearer's.
        reviewer: the name under which decisions are kept where a browser has given no other.
        settings: how documents are read and linked; the defaults where left out.
        names: the hosts that it answers for, beside ``localhost`` and addresses in numbers.

    Raises:
        SettingsError: the name is too long.
    """
    if reviewer:
        check_reviewer(reviewer)
    app = Starlette(
        routes=[STATIC, *all_routes()],
        middleware=[
            Middleware(SecureHeaders),
            Middleware(KnownHosts, names=names),
            Middleware(LimitedBodies, limits=body_limits()),
            Middleware(Access, keys=Keys(token)),
        ],
        exception_handlers={
            RashomonError: answer_error,
            HTTPException: answer_error,
            Exception: answer_error,
        },
        lifespan=_until_closed,
    )
    app.state.desk = Desk(location, settings or Settings(), reviewer=reviewer)
    app.state.noticing = all_noticing()
    return app


@asynccontextmanager
async def _until_closed(app: Starlette) -> AsyncIterator[None]:
    """Remove what a killed desk left; stop what still runs when the desk is closed."""
    await run_in_threadpool(remove_left)
    yield
    await run_in_threadpool(app.state.desk.jobs.close)
