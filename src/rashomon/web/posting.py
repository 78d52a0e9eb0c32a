"""What every form that decides shares: who decides, what follows, and where it leads."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias
from urllib.parse import urlsplit, urlunsplit

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import ImmutableMultiDict
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from rashomon.model.errors import RashomonError, SettingsError
from rashomon.pipeline.acting import check_reviewer
from rashomon.pipeline.linking import link_with
from rashomon.pipeline.recording import Made, copies_of, record
from rashomon.pipeline.reviewing import remake
from rashomon.render.words import counted
from rashomon.runner.apart import Apart
from rashomon.runner.filling import Event, link_case
from rashomon.store.case import Case
from rashomon.web.desk import Desk
from rashomon.web.links import with_values
from rashomon.web.rendering import desk_of, page
from rashomon.web.reviewer import clean_name, keep_reviewer, reviewer_of
from rashomon.web.told import TOLD

_LINKED_AT_ONCE = 150
"""Documents that are linked within an answer; more are linked by a job: it takes seconds."""

_MOST_NOTE = 5_000
_MOST_FIELDS = 10_000  # to part an incident, each of its documents is one
_DIGITS = 9
_FIRST = "/queue"

Fields: TypeAlias = ImmutableMultiDict[str, str]
"""What a form holds."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What a person wants to be put on record.

    Attributes:
        desk: the desk of the case.
        case: the case, open for writing.
        fields: what the form held.
        reviewer: who decides.
        note: why; may be empty.
    """

    desk: Desk
    case: Case
    fields: Fields
    reviewer: str
    note: str

    def of(self, name: str) -> str:
        """Return a field without white space at its ends; nothing where it is missing."""
        return self.fields.get(name, "").strip()


Deciding: TypeAlias = Callable[[Wish], Made]
Again: TypeAlias = Callable[[Request, Fields, RashomonError], Response]
"""Shows a form again, with what was typed, and what is wrong with it."""


def posted(answer: Callable[[Request, Fields], Response]) -> Callable[..., Awaitable[Response]]:
    """Return what answers a form by a function that may take time."""

    async def read_and_answer(request: Request) -> Response:
        form = await request.form(max_files=0, max_fields=_MOST_FIELDS)
        given = [(name, one) for name, one in form.multi_items() if isinstance(one, str)]
        return await run_in_threadpool(answer, request, ImmutableMultiDict(given))

    return read_and_answer


def deciding(make: Deciding, again: Again | None) -> Callable[..., Awaitable[Response]]:
    """Return what answers a form that decides.

    The decision is put on record, readings and links follow, and the browser is led to where the
    form says (``next``). What others decided meanwhile on the same thing is shown instead: both are
    on record.

    Args:
        make: makes the decision of the form, or puts it on record itself.
        again: shows the form again where it makes no sense; ``None`` for a mere button: who has no
            name yet is asked for it, and all else that is wrong is an error.
    """

    def answer(request: Request, fields: Fields) -> Response:
        if again is None and not _reviewer(request, fields):
            return ask_for_name(fields)
        try:
            return _decided(request, fields, make)
        except SettingsError as error:
            if again is None:
                raise
            return again(request, fields, error)

    return posted(answer)


def ask_for_name(fields: Fields) -> Response:
    """Return what leads to where a name is given, and from there back to where a form was."""
    return RedirectResponse(with_values("/reviewer", {"next": back_to(fields, _FIRST)}), 303)


def _reviewer(request: Request, fields: Fields) -> str:
    return clean_name(fields.get("reviewer", "")) or reviewer_of(request)


def _decided(request: Request, fields: Fields, make: Deciding) -> Response:
    desk = desk_of(request)
    reviewer = _reviewer(request, fields)
    check_reviewer(reviewer)
    note = fields.get("note", "").strip()
    if len(note) > _MOST_NOTE:
        what = f"{len(note):,} characters for why it is decided, {_MOST_NOTE:,} at most"
        raise SettingsError(what, remedy="say it shorter")
    with desk.opened(writing=True) as case:
        made = make(Wish(desk, case, fields, reviewer, note))
        kept = record(case, made, seen=number_in(fields, "seen"))
        follow(desk, case)
    copies = copies_of(made)
    back = next_page(
        fields,
        done=kept.number,
        differs=int(bool(kept.conflicts)),
        copied=len(copies.made),
        left=len(copies.left),
    )
    if kept.newer:
        answer: Response = page(
            request,
            "review/newer.html",
            status=409,
            number=kept.number,
            newer=kept.newer,
            conflicts=kept.conflicts,
            standings={},
            back=back,
            decisions={one.number: one for one in desk.contents().decisions},
        )
    else:
        answer = RedirectResponse(back, 303)
    if reviewer != reviewer_of(request):
        keep_reviewer(answer, reviewer, is_secure=request.url.scheme == "https")
    return answer


def follow(desk: Desk, case: Case) -> None:
    """Let readings follow from decisions, and links too: at once in a small case, else by a job.

    So it is by a job where documents are to be read with what is known of them now.

    Args:
        desk: the desk.
        case: its case, open for writing.
    """
    remake(case, desk.linkers)
    unread = case.unread()
    is_read = not unread
    if is_read and case.linked_by() == desk.linkers.versions:
        return
    if is_read and desk.jobs.current() is None and len(desk.contents().rows) <= _LINKED_AT_ONCE:
        link_with(case, desk.linkers)
        return
    work: Apart[Event] = Apart(link_case, desk.location, desk.settings)
    if is_read:
        desk.jobs.start("linking", "", work)
    else:
        desk.jobs.start("rereading", counted(len(unread), "document"), work)


def number_in(fields: Mapping[str, str], name: str) -> int | None:
    """Return a whole number of a form; ``None`` for anything else."""
    given = fields.get(name, "")
    is_number = given.isascii() and given.isdecimal() and len(given) <= _DIGITS
    return int(given) if is_number else None


def next_page(fields: Mapping[str, str], **said: int | str) -> str:
    """Return where a form leads: a page of this desk, which is told what was done.

    Args:
        fields: what the form held; ``next`` is the page.
        said: what the page is told.
    """
    asked = urlsplit(back_to(fields, _FIRST))
    parts = asked.query.split("&")
    kept = [one for one in parts if one and one.partition("=")[0] not in TOLD]
    query = "&".join(filter(None, (*kept, with_values("", {}, **said).removeprefix("?"))))
    return urlunsplit(("", "", asked.path, query, asked.fragment))


def back_to(given: Mapping[str, str], default: str) -> str:
    """Return the page of this desk that a form or an address is to lead back to (``next``).

    Args:
        given: what the form or address holds.
        default: where it leads if it says nothing, or leads elsewhere.
    """
    asked = given.get("next", "")
    try:
        parts = urlsplit(asked)
    except ValueError:
        return default
    is_ours = not parts.scheme and not parts.netloc and parts.path.startswith("/")
    is_path = is_ours and not parts.path.startswith(("//", "/\\")) and asked.isprintable()
    return asked if is_path else default
