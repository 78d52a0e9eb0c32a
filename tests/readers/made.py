"""Archives, feeds and PDFs made for the tests, about invented places and people."""

import gzip
import io
import json
import uuid
import zipfile

DATE = "2021-03-05T08:00:00Z"


def page(title="Bridge closed", day="2021-03-04", more=""):
    """Return an HTML page with an article."""
    return f"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>
<meta property="og:site_name" content="The Courier">
<meta property="article:published_time" content="{day}T08:00:00Z"></head>
<body><article><h1>{title}</h1><p>The bridge at Orrin was closed on Monday, the mayor’s office said,
after an engineer had found cracks in two of its piers and asked for a second look. {more}</p>
<p>“Nobody will cross it before Easter,” Mayor Ilka Dorn told the council, and refused to say more
about the costs, which an opponent put at four million crowns.</p></article></body></html>"""


def answer(url, body, *headers, status="200 OK", kind="response", media_type="text/html"):
    """Return what ``warc`` writes as one record."""
    body = body.encode() if isinstance(body, str) else body
    fields = ([("Content-Type", media_type)] if media_type else []) + list(headers)
    return url, body, fields, status, kind


def warc(*answers, packed=True):
    """Return a WARC file with a record for each answer, after one that tells of the file."""
    records = [_record("warcinfo", "", b"software: tests\r\n", "application/warc-fields")]
    for url, body, fields, status, kind in answers:
        lines = [f"HTTP/1.1 {status}", *(f"{name}: {value}" for name, value in fields), "", ""]
        block = "\r\n".join(lines).encode() + body
        records.append(_record(kind, url, block, f"application/http; msgtype={kind}"))
    return b"".join(map(gzip.compress, records) if packed else records)


def _record(kind, url, block, media_type):
    target = f"WARC-Target-URI: {url}\r\n" if url else ""
    head = (
        f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{uuid.uuid4()}>\r\n"
        f"WARC-Date: {DATE}\r\n{target}Content-Type: {media_type}\r\n"
        f"Content-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def wacz(warcs, pages=None, **more):
    """Return a WACZ archive with WARC files and, where given, a list of pages."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("datapackage.json", "{}")
        for name, raw in warcs.items():
            archive.writestr(name, raw)
        if pages is not None:
            rows = [{"format": "json-pages-1.0", "id": "pages", "title": "All Pages"}, *pages]
            archive.writestr("pages/pages.jsonl", "\n".join(map(json.dumps, rows)))
        for name, raw in more.items():
            archive.writestr(name, raw)
    return out.getvalue()


def rss(*items, title="Lakeside Courier", head=""):
    """Return an RSS feed with the given items, each as XML."""
    return (
        f'<?xml version="1.0" encoding="utf-8"?>\n{head}<rss version="2.0" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>'
        f"<title>{title}</title><language>en-gb</language>{''.join(items)}</channel></rss>"
    )


def item(text="The ferry stayed in Orrin.", **fields):
    """Return an item of an RSS feed."""
    more = "".join(f"<{name}>{value}</{name}>" for name, value in fields.items())
    return f"<item>{more}<description>{text}</description></item>"


def pdf(*pages, properties="", extra=()):
    """Return a PDF file whose pages show the given lines of text.

    Args:
        pages: the lines of each page.
        properties: the inside of its dictionary of properties.
        extra: objects more, numbered from 4 + twice the number of pages.
    """
    count = len(pages)
    kids = " ".join(f"{4 + 2 * i} 0 R" for i in range(count))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for i, lines in enumerate(pages):
        shown = " ".join(f"({_escaped(line)}) Tj T*" for line in lines)
        content = f"BT /F1 11 Tf 14 TL 50 800 Td {shown} ET"
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources "
            f"<< /Font << /F1 3 0 R >> >> /Contents {5 + 2 * i} 0 R >>"
        )
        objects.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
    objects += extra
    if properties:
        objects.append(f"<< {properties} >>")
    return _written(objects, f"/Info {len(objects)} 0 R" if properties else "")


def _escaped(line):
    return line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def _written(objects, trailer):
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, one in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n{one}\nendobj\n".encode("cp1252")
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    out += f"trailer << /Size {len(objects) + 1} /Root 1 0 R {trailer} >>\n".encode()
    return bytes(out + f"startxref\n{start}\n%%EOF\n".encode())


def bomb(size):
    """Return ``size`` spaces, packed with gzip."""
    return gzip.compress(b" " * size)
