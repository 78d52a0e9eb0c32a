"""The kinds of decisions that programs put on record, with their schemas."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, get_args

from rashomon.model.comparison import Airwars, Relation
from rashomon.model.review import ItemKind
from rashomon.pipeline import merging
from rashomon.pipeline.acting import MOST_NAME
from rashomon.pipeline.linking import OTHER, SAME
from rashomon.pipeline.recording import Made
from rashomon.review.describing import DESCRIBE
from rashomon.review.describing import MOST as MOST_SAID
from rashomon.web.api.checking import Schema
from rashomon.web.api.deciding import wishes
from rashomon.web.api.deciding.fields import FIELDS, NEEDED
from rashomon.web.api.deciding.wishes import Wish
from rashomon.web.api.schemas import (
    DOCUMENT,
    INCIDENT,
    NUMBER,
    POINT,
    SPAN,
    flag,
    formed,
    listed,
    one_of,
    record,
    text,
    whole,
)

_MOST_TOGETHER = 500
_NAME = text("the name of a party", longest=200, is_needed=True)
_OTHER = {"other": DOCUMENT}
ITEM = text("the id of an item of a document", longest=200, is_needed=True)
"""The schema of what an item is called."""

_CLAIM = record("the words of a claim", {"document": DOCUMENT, "span": SPAN})

_FACTS: Mapping[str, str] = {
    "publisher": "who published them",
    "published": "the day of publication, as 2017-06-19",
    "title": "their headline",
    "url": "their address",
}

REST: Mapping[str, Schema] = {
    "reviewer": text("who decides, where it is not who the desk is opened for", longest=MOST_NAME),
    "note": text("why", longest=5_000),
    "seen": whole("the number of the last decision that the reviewer saw", 0, 2**31 - 1),
}
"""What can be said of any decision."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of decision.

    Attributes:
        name: what it is called (``kind``).
        about: what is decided, as a sentence.
        decide: decides it.
        needed: the schemas of the fields that it needs, by name.
        beside: the schemas of those that it may have, by name.
    """

    name: str
    about: str
    decide: Callable[[Wish], Made]
    needed: Mapping[str, Schema]
    beside: Mapping[str, Schema]

    @property
    def schema(self) -> Schema:
        """The schema of the body that puts it on record."""
        fixed = {"kind": {"const": self.name}}
        return record(self.about, {**fixed, **self.needed}, {**self.beside, **REST})


def _on_items() -> Iterator[Kind]:
    """Yield what is decided of items of readings."""
    named = {"document": DOCUMENT, "item": ITEM}
    copies = {"copies": flag("whether the same is decided in all documents that copy the words")}
    seen = {
        "span": {**SPAN, "description": "the words of the item that the reviewer saw"},
        **copies,
    }
    anything = {"what": one_of("the kind of the item", get_args(ItemKind))}
    for verdict, about in (("accept", "It is right."), ("reject", "It is none.")):
        yield Kind(verdict, about, wishes.on_item, {**anything, **named}, seen)
    for what, fields in FIELDS.items():
        fixed = {"what": {"const": what}}
        changed = {"fields": record("the fields that are otherwise", {}, fields)}
        about = f"A {what} is otherwise."
        yield Kind("correct", about, wishes.on_item, {**fixed, **named, **changed}, seen)
        needed = {name: fields[name] for name in NEEDED[what]}
        beside = {name: one for name, one in fields.items() if name not in needed}
        whole_item = {"fields": record("the fields of the item", needed, beside)}
        about = f"A {what} was missed."
        body = {**fixed, "document": DOCUMENT, **whole_item}
        yield Kind("insert", about, wishes.of_missed, body, copies)


def _on_documents() -> Iterator[Kind]:
    """Yield what is decided of documents."""
    said = {name: text(about, longest=MOST_SAID[name]) for name, about in _FACTS.items()}
    yield Kind(
        DESCRIBE,
        "What a document is, or several documents are: what is not said stays as it is, and what "
        "is empty is not known.",
        wishes.of_description,
        {
            "fields": record("what is said of them", {}, said),
        },
        {
            "document": DOCUMENT,
            "documents": listed("these, in the place of one", DOCUMENT, 1, _MOST_TOGETHER),
        },
    )


def _on_incidents() -> Iterator[Kind]:
    """Yield what is decided of incidents, and of positions of their accounts."""
    pair = {"document": DOCUMENT, **_OTHER}
    yield Kind(SAME, "Two documents are about one incident.", wishes.of_incident, pair, {})
    yield Kind(OTHER, "Two documents are about two incidents.", wishes.of_incident, pair, {})
    yield Kind(
        "merge_incidents",
        "Two incidents are one.",
        wishes.by(merging.merge_incidents, "incident", "other"),
        {"incident": INCIDENT, "other": INCIDENT},
        {},
    )
    yield Kind(
        "split_incident",
        "Some documents are about an incident of their own.",
        wishes.by(merging.split_incident, "incident", "documents"),
        {"incident": INCIDENT, "documents": listed("these", DOCUMENT, 1, _MOST_TOGETHER)},
        {},
    )
    yield Kind(
        "grade",
        "How well a position is supported.",
        wishes.of_grade,
        {
            "incident": INCIDENT,
            "point": POINT,
            "position": whole("which position of the point, from 1", 1, 10_000),
            "airwars": one_of("in the words of Airwars", get_args(Airwars)),
        },
        {"admiralty": formed("an Admiralty pair, as B2", "^[A-F][1-6]$", longest=2)},
    )


def _on_others() -> Iterator[Kind]:
    """Yield what is decided of parties, origins, relations, and of decisions."""
    yield Kind(
        "same_party",
        "Names are of one party, in all comparisons.",
        wishes.by(merging.merge_parties, "name", "others"),
        {"name": _NAME, "others": listed("its other names", _NAME, 1, _MOST_TOGETHER)},
        {},
    )
    yield Kind(
        "other_party",
        "Two names are of two parties, in all comparisons.",
        wishes.by(merging.part_parties, "name", "other"),
        {"name": _NAME, "other": _NAME},
        {},
    )
    yield Kind(
        "same_origin",
        "Documents come from one root.",
        wishes.by(merging.merge_origins, "documents"),
        {"documents": listed("these", DOCUMENT, 2, _MOST_TOGETHER)},
        {},
    )
    yield Kind(
        "other_origin",
        "Two documents do not share a root.",
        wishes.by(merging.part_origins, "document", "other"),
        {"document": DOCUMENT, **_OTHER},
        {},
    )
    yield Kind(
        "relation",
        "How a second claim relates to a first.",
        wishes.of_relation,
        {
            "first": _CLAIM,
            "second": _CLAIM,
            "relation": one_of("how the second relates to the first", get_args(Relation)),
        },
        {},
    )
    for name, about in (
        ("confirm", "Another reviewer's decision is right."),
        ("dispute", "Another reviewer's decision is not right."),
    ):
        yield Kind(name, about, wishes.of_remark, {"decision": NUMBER}, {})


KINDS = (*_on_items(), *_on_documents(), *_on_incidents(), *_on_others())
"""All kinds of decisions; of ``correct`` and ``insert`` one for each kind of item."""

DECIDERS = {one.name: one.decide for one in KINDS}
"""What decides each kind, by its name."""

DECISION: Schema = {
    "description": "A decision of a person.",
    "oneOf": [one.schema for one in KINDS],
}
"""The schema of the body that puts a decision on record."""


def decide(wish: Wish) -> Made:
    """Decide what is wished for."""
    kind: Any = wish.body["kind"]
    return DECIDERS[kind](wish)
