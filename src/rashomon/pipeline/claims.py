"""Decisions on how two claims relate; comparing heeds them at once."""

from rashomon.model.comparison import Relation
from rashomon.model.document import Document
from rashomon.model.errors import SettingsError, UnfitDecisionError
from rashomon.model.spans import Span
from rashomon.model.tasks import Words
from rashomon.pipeline.acting import put_act
from rashomon.pipeline.verdicts import RELATION
from rashomon.store.case import Case


def relate_claims(
    case: Case, first: Words, second: Words, relation: Relation, *, reviewer: str, note: str = ""
) -> tuple[int, ...]:
    """Put on record how a second claim relates to a first.

    Args:
        case: a case, open for writing.
        first: the words of one claim.
        second: the words of the other.
        relation: whether the second follows from the first, contradicts it, or neither.
        reviewer: who decides.
        note: why; may be empty.

    Raises:
        SettingsError: nobody decides, or words are missing, the same, or say nothing.
        UnknownItemError: there is no such document.
        UnfitDecisionError: a span does not resolve.
    """
    if first == second or first.span is None or second.span is None:
        raise SettingsError("no two claims", where=RELATION, remedy="name the words of both")
    documents = [case.document(one.document) for one in (first, second)]
    for document, span in zip(documents, (first.span, second.span), strict=True):
        check_claim(document, span)
    start, end = second.span
    value = {"with": documents[1].id, "with_span": f"{start}-{end}", "relation": relation}
    return put_act(case, [(RELATION, Words(documents[0].id, first.span), value)], reviewer, note)


def check_claim(document: Document, span: Span) -> None:
    """Refuse words that can be no claim: nothing would be shown of how such words relate.

    Raises:
        UnfitDecisionError: the span does not resolve.
        SettingsError: the words hold no letter and no digit.
    """
    if not 0 <= span.start < span.end <= len(document.text):
        length = len(document.text)
        raise UnfitDecisionError(
            f"the span {list(span)} does not resolve in a text of {length} characters",
            where=document.id,
        )
    if not any(map(str.isalnum, span.of(document.text))):
        raise SettingsError(
            f"the words at {list(span)} say nothing: they hold no letter and no digit",
            where=document.id,
            remedy="name the words of a claim",
        )
