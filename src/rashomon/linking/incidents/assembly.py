"""From drafts to incidents: what their accounts agree on, in the order in which they are shown."""

from collections.abc import Mapping, Sequence

from rashomon.linking.incidents.agreement import (
    agreed_days,
    agreed_parties,
    agreed_place,
    agreed_type,
    incident_place,
    incident_time,
)
from rashomon.linking.incidents.drafts import SPOTS, Draft, Given, link_probability, parties
from rashomon.linking.incidents.reasons import called
from rashomon.linking.incidents.sketches import Sketch
from rashomon.model.incidents import (
    Incident,
    IncidentDocument,
    IncidentLink,
    IncidentTime,
    Role,
)

_VAGUE = "attack"
_LAST = "9999"
_NEVER = 4_000_000
"""An ordinal after all days."""


def assemble(drafts: Sequence[Draft], given: Given) -> tuple[Incident, ...]:
    """Return incidents, those that most documents are about first, then the earliest."""
    made = [_incident(draft, given) for draft in drafts]
    made.sort(key=_order)
    return tuple(
        Incident(
            id=f"i{number}",
            title=one.title,
            type=one.type,
            time=one.time,
            place=one.place,
            parties=one.parties,
            documents=one.documents,
            links=one.links,
        )
        for number, one in enumerate(made, 1)
    )


def _order(one: Incident) -> tuple[int, int, str, str, list[tuple[str, tuple[str, ...]]]]:
    main = sum(document.role == "main" for document in one.documents)
    when = one.time.earliest or one.time.latest or _LAST
    documents = [(document.document, document.events) for document in one.documents]
    return -main, -len(one.documents), when, one.title, documents


def _incident(draft: Draft, given: Given) -> Incident:
    sketches = {one: given.sides.sketch(one) for one in (*draft.main, *draft.passing)}
    about = [sketches[one] for one in draft.main]
    if about:
        type_ = agreed_type((one.types for one in about), _VAGUE)
        time, spot = _time(about), agreed_place([one.spots[:SPOTS] for one in about])
        names = agreed_parties(map(parties, about))
    else:
        type_ = agreed_type(([(kind, 1.0) for kind in one.types] for one in draft.told), _VAGUE)
        time = incident_time(agreed_days((one.first, one.last, 1.0) for one in draft.told))
        spot = agreed_place([[one.spot] for one in draft.told])
        names = agreed_parties(one.parties for one in draft.told)
    place = incident_place(spot) if spot else None
    title = sketches[draft.middle].title if draft.main else ""
    title = title or next((one.title for one in about if one.title), "")
    return Incident(
        id="",
        title=title or called(type_, place, time, given.model.words),
        type=type_,
        time=time,
        place=place,
        parties=names,
        documents=_documents(draft, sketches, given.ids),
        links=tuple(
            IncidentLink(given.ids[a], given.ids[b], link_probability(score), why)
            for (a, b), score, why in sorted(draft.links)
        ),
    )


def _time(about: Sequence[Sketch]) -> IncidentTime:
    """Return when something took place, by all accounts of it."""
    days = agreed_days((one.first, one.last, one.weight) for sketch in about for one in sketch.days)
    return incident_time(days, (sketch.published for sketch in about if sketch.published))


def _documents(
    draft: Draft, sketches: Mapping[int, Sketch], ids: Sequence[str]
) -> tuple[IncidentDocument, ...]:
    def of(documents: Mapping[int, Sequence[str]], role: Role) -> list[IncidentDocument]:
        ordered = sorted(documents, key=lambda one: (sketches[one].published or _NEVER, one))
        return [
            IncidentDocument(ids[one], role, tuple(sorted(documents[one], key=_number)))
            for one in ordered
        ]

    return (*of(draft.main, "main"), *of(draft.passing, "background"))


def _number(event: str) -> tuple[int, str]:
    """Return what puts the ids of events into the order of the text: ``e2`` before ``e10``."""
    digits = event.lstrip("e")
    return (int(digits) if digits.isdecimal() else 0, event)
