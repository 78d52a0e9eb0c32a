"""The parties of the case: who speaks, how much, and one with all that it says."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict
from typing import cast, get_args

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from rashomon.pipeline.browsing.pages import page_of
from rashomon.pipeline.browsing.parties import (
    PartyFilter,
    PartySort,
    chosen_party,
    claims_of,
    incidents_with,
    list_parties,
)
from rashomon.web.asked import choice_asked, number_asked, text_asked
from rashomon.web.rendering import desk_of, page

_ON_A_PAGE = 100
_CLAIMS = 40
_MOST_CHOICES = 60
_INCIDENTS = 20


def _parties(request: Request) -> Response:
    parties = desk_of(request).parties()
    wanted = PartyFilter(
        text_asked(request, "words"),
        text_asked(request, "kind"),
        text_asked(request, "side"),
        number_asked(request, "documents"),
    )
    sort = cast(PartySort, choice_asked(request, "sort", get_args(PartySort), "claims"))
    return page(
        request,
        "parties.html",
        page=page_of(
            list_parties(parties, wanted, sort), number_asked(request, "page", 1), _ON_A_PAGE
        ),
        total=len(parties),
        asked={**asdict(wanted), "documents": wanted.documents or "", "sort": sort},
        is_filtered=wanted != PartyFilter(),
        kinds=_choices(one.kind for one in parties),
        sides=_choices(one.side for one in parties),
    )


def _choices(values: Iterable[str | None]) -> list[tuple[str, str]]:
    counts = Counter(one for one in values if one).most_common(_MOST_CHOICES)
    return [(one, f"{one.replace('_', ' ')} ({count:,})") for one, count in counts]


def _party(request: Request) -> Response:
    desk = desk_of(request)
    party = chosen_party(desk.parties(), text_asked(request, "name"))
    contents = desk.contents()
    whole = page_of(range(party.total), number_asked(request, "page", 1), _CLAIMS)
    with desk.opened() as case:
        claims = tuple(claims_of(case, party, max(0, whole.first - 1), _CLAIMS))
    return page(
        request,
        "party.html",
        party=party,
        page=whole,
        claims=claims,
        rows=contents.rows,
        asked={"name": party.name},
        incidents=incidents_with(contents, party, _INCIDENTS),
    )


ROUTES = (Route("/parties", _parties), Route("/party", _party))
