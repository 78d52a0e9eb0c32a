"""Items of readings, their fields and words of claims, as a person types them."""

import re
from collections.abc import Mapping, Sequence
from typing import get_args

from rashomon.model.case import Decision
from rashomon.model.comparison import Relation
from rashomon.model.errors import SettingsError, UnknownItemError
from rashomon.model.reading import Reading
from rashomon.model.review import ItemKind, ItemVerdict
from rashomon.model.spans import Span, covering
from rashomon.model.tasks import Words
from rashomon.pipeline.naming import document_named
from rashomon.review.fields import parse_spans, write_spans
from rashomon.review.making import find_item, insert_decision, item_decision
from rashomon.review.typed import find_typed
from rashomon.store.case import Case

_KINDS: Mapping[str, ItemKind] = {"a": "claim", "t": "time", "l": "place", "c": "count"}
_WHATS: Mapping[str, ItemKind] = {one: one for one in get_args(ItemKind)}
_VERDICTS: Mapping[str, ItemVerdict] = {one: one for one in get_args(ItemVerdict)}
_RELATIONS: Mapping[str, Relation] = {one: one for one in get_args(Relation)}
_STRETCHES = frozenset(("source", "cue", "content", "words"))
_OFFSETS = re.compile(r"[0-9]+-[0-9]+(?:\s+[0-9]+-[0-9]+)*")


def typed_verdict(
    reading: Reading, item: str, verdict: str, fields: Sequence[str], *, reviewer: str, note: str
) -> Decision:
    """Return the decision on an item of a reading.

    Args:
        reading: the reading, with the decisions upon it.
        item: the ``id`` of the item.
        verdict: ``accept``, ``reject`` or ``correct``.
        fields: what is otherwise, each as ``name=value``. Stretches of the text are typed as
            their words, or as ``120-171``.
        reviewer: who decides.
        note: why; may be empty.

    Raises:
        SettingsError: it cannot be told what is meant, or it makes no sense.
        UnknownItemError: there is no such item.
    """
    what = _KINDS.get(item[:1])
    if what is None:
        remedy = "'rashomon items' lists those of a document"
        raise UnknownItemError(f"{item!r} is no item", where=reading.document.id, remedy=remedy)
    near = find_item(reading, what, item).span
    values = typed_values(reading.document.text, fields, near)
    return item_decision(
        reading, what, item, _VERDICTS[verdict], values, reviewer=reviewer, note=note
    )


def typed_insert(
    reading: Reading, what: str, fields: Sequence[str], *, reviewer: str, note: str
) -> Decision:
    """Return the decision that a reading lacks an item; see :func:`typed_verdict`.

    Raises:
        SettingsError: it cannot be told what is meant, or it makes no sense.
    """
    if what not in _WHATS:
        remedy = f"write one of {', '.join(_WHATS)}"
        raise SettingsError(f"{what!r} is no kind of item", where="insert", remedy=remedy)
    # a source and a cue stand near the content, which comes first
    leading = sorted(fields, key=lambda one: not one.startswith(("content=", "words=")))
    values = typed_values(reading.document.text, leading, Span(0, 0))
    return insert_decision(reading, _WHATS[what], values, reviewer=reviewer, note=note)


def typed_values(text: str, fields: Sequence[str], near: Span) -> dict[str, str]:
    """Return fields by name, with words as the stretches of a text that hold them.

    Args:
        text: the text.
        fields: each as ``name=value``.
        near: a stretch of the text near which words are looked for; where it is empty, near the
            words of the first field.

    Raises:
        SettingsError: a field has no name, or the text does not have its words.
    """
    values: dict[str, str] = {}
    for field in fields:
        name, is_named, value = field.partition("=")
        if not is_named:
            raise SettingsError(f"{field!r} has no name", where="field", remedy="write NAME=VALUE")
        if name in _STRETCHES and not _OFFSETS.fullmatch(value.strip()):
            spans = find_typed(text, value, near)
            if spans is None:
                remedy = "type words as the text has them, or offsets as 120-171"
                raise SettingsError(
                    f"the text does not have the words {value!r}", where=name, remedy=remedy
                )
            value = write_spans(spans)
        values[name] = value
        found = parse_spans(value) if name in _STRETCHES else None
        if found and not near.end:
            near = covering(found)
    return values


def typed_relation(case: Case, subjects: Sequence[str]) -> tuple[Words, Words, Relation]:
    """Return two claims by their words, and how the second relates to the first.

    Args:
        case: the case.
        subjects: a document and words of it, twice, and the relation.

    Raises:
        SettingsError: it cannot be told what is meant.
        UnknownItemError: there is no such document.
    """
    first, of_first, second, of_second, relation = subjects
    if relation not in _RELATIONS:
        remedy = f"write one of {', '.join(_RELATIONS)}"
        raise SettingsError(f"{relation!r} is no relation", where="relate", remedy=remedy)
    ends = [_words(case, one, words) for one, words in ((first, of_first), (second, of_second))]
    return ends[0], ends[1], _RELATIONS[relation]


def _words(case: Case, typed_document: str, typed: str) -> Words:
    document = case.document(document_named(case, typed_document))
    values = typed_values(document.text, [f"words={typed}"], Span(0, 0))
    spans = parse_spans(values["words"])
    if not spans:
        raise SettingsError("no words are named", where="relate", remedy="type words of the text")
    return Words(document.id, covering(spans))
