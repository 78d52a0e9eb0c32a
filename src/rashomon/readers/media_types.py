"""Which reader reads what a server sends: by the media type, or by the first bytes."""

from email.message import Message

from rashomon.model.errors import UnsupportedInputError
from rashomon.readers.recognise import kind_of_bytes

_KINDS = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/plain": "text",
    "text/markdown": "markdown",
    "text/csv": "csv",
    "application/json": "json",
    "application/jsonl": "jsonl",
    "application/x-ndjson": "jsonl",
    "application/pdf": "pdf",
    "application/rss+xml": "feed",
    "application/atom+xml": "feed",
    "application/rdf+xml": "feed",
    "application/warc": "warc",
    "application/wacz": "wacz",
    "application/vnd.apache.parquet": "parquet",
}
# these say little: the first bytes tell more
_VAGUE = (
    "",
    "application/octet-stream",
    "application/gzip",
    "application/x-gzip",
    "application/xml",
    "application/zip",
    "binary/octet-stream",
    "text/xml",
)


def parse_content_type(value: str) -> tuple[str, str]:
    """Return the media type in lower case and the encoding that a ``Content-Type`` names."""
    message = Message()
    message["Content-Type"] = value.replace("\r", " ").replace("\n", " ")
    media_type = value.partition(";")[0].strip().lower()
    charset = message.get_param("charset", "")
    return media_type, charset if isinstance(charset, str) else ""


def kind_of_answer(
    content_type: str, body: bytes, *, where: str, chosen: str | None = None
) -> tuple[str, str]:
    """Return the kind of a server's answer, and the encoding that it names or an empty text.

    Args:
        content_type: the field ``Content-Type``.
        body: the answer.
        where: its address.
        chosen: the kind that the user names, which goes over all.

    Raises:
        UnsupportedInputError: there is no reader for it.
    """
    media_type, encoding = parse_content_type(content_type)
    if chosen:
        return chosen, encoding
    kind = kind_of_bytes(body, is_whole=True) if media_type in _VAGUE else _KINDS.get(media_type)
    if kind is None or (kind == "text" and media_type.endswith("xml")):
        raise UnsupportedInputError(
            f"no reader for {media_type!r}", where=where, remedy="name one with --kind"
        )
    return kind, encoding
