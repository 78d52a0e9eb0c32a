"""How pairs of claims relate, to standard output."""

import json
from collections.abc import Iterable, Iterator

from rashomon.cli.ends import complain
from rashomon.cli.output import show, write_texts
from rashomon.model.failure import Failure
from rashomon.pipeline.relating import RelatedPair
from rashomon.render.interchange import failure_to_dict
from rashomon.render.related import related_claims, related_line, related_record


def write_pairs(
    results: Iterable[RelatedPair | Failure], output_format: str, *, is_one: bool
) -> int:
    """Write relations in order and return how many rows hold no pair.

    Args:
        results: relations, and what is wrong with rows that hold no pair.
        output_format: ``text``, ``json`` or ``jsonl``.
        is_one: whether one pair was asked for by itself: it is no array, and its words are known.
    """
    failures = 0

    def told() -> Iterator[RelatedPair | Failure]:
        nonlocal failures
        for one in results:
            failures += isinstance(one, Failure)
            yield one

    if output_format == "text":
        for one in told():
            _write_text(one, is_one=is_one)
    else:
        write_texts(map(_json, told()), output_format, is_array=not is_one)
    return failures


def _write_text(one: RelatedPair | Failure, *, is_one: bool) -> None:
    if isinstance(one, Failure):
        complain(str(one.error))
    elif is_one:
        show(related_line(one.related))
    else:
        show(related_claims(one.related, one.pair.a, one.pair.b))


def _json(one: RelatedPair | Failure) -> str:
    record = failure_to_dict(one) if isinstance(one, Failure) else related_record(one.related)
    return json.dumps(record, ensure_ascii=False)
