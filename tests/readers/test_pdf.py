import logging

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfWriter

from rashomon.model.document import Document, identity
from rashomon.readers import Source, read_source, source_identity
from rashomon.settings import ReaderSettings
from tests.readers import made

LINES = [
    "The ferry stayed in Orrin on Monday after the harbour master, who had looked at the",
    "waves from the pier, told the captain that nobody would be taken across, and the inter-",
    "national crew went home. The well-known captain said no.",
    "A well-",
    "known captain, Mayor Ilka Dorn said, would not go out on such a night, whatever he had",
    "told the council in the spring.",
]


def test_lines_are_put_together_to_paragraphs(read_one, tmp_path):
    found = read_one("a.pdf", made.pdf(LINES))
    one, two = found.text.split("\n\n")
    assert one.startswith("The ferry stayed in Orrin on Monday after the harbour master, who")
    assert one.endswith("and the international crew went home. The well-known captain said no.")
    assert two.startswith("A well-known captain, Mayor")
    raw = (tmp_path / "a.pdf").read_bytes()
    assert found.id == identity(raw) == source_identity(Source(found.path), ReaderSettings())
    assert found.provenance.raw == raw
    assert found.provenance.media_type == "application/pdf"
    assert found.provenance.extractor.startswith("pypdf/")


def test_a_paragraph_runs_on_over_running_heads_and_page_numbers(read_one):
    bodies = [
        ["The ferry stayed in Orrin, and", "the captain, who had seen the"],
        ["waves, told the crew that on", "such a night nobody would go."],
        ["The mayor, who had been asked", "to speak first of all, said"],
        ["what the captain had said."],
    ]
    pages = [
        ["The Courier, 4 March", *lines, f"Page {number} of 4"]
        for number, lines in enumerate(bodies, start=1)
    ]
    text = read_one("a.pdf", made.pdf(*pages)).text
    assert "Courier" not in text
    assert "Page" not in text
    one, two = text.split("\n\n")
    assert "who had seen the waves, told" in one
    assert two.endswith("first of all, said what the captain had said.")


def test_a_line_that_stands_on_two_pages_is_kept(read_one):
    text = read_one("a.pdf", made.pdf(["Nobody spoke."], ["Nobody spoke."])).text
    assert text == "Nobody spoke.\n\nNobody spoke."


def test_its_properties_give_title_and_day(read_one):
    properties = "/Title (Ferry stays) /CreationDate (D:20170619235900+02'00')"
    found = read_one("a.pdf", made.pdf(LINES, properties=properties))
    assert (found.title, found.published) == ("Ferry stays", "2017-06-19")


@pytest.mark.parametrize(
    "properties",
    [
        "/CreationDate (D:20170619) /Producer (Skia/PDF m110) /Creator (Mozilla/5.0)",
        "/CreationDate (D:20170619) /Creator (wkhtmltopdf 0.12)",
        "/CreationDate (D:20179919)",
        "/CreationDate 5",
        "/CreationDate (yesterday)",
    ],
)
def test_the_day_of_a_print_and_one_that_there_is_not_are_none(read_one, properties):
    assert read_one("a.pdf", made.pdf(LINES, properties=properties)).published is None


def test_a_scan_is_told(read_one):
    found = read_one("a.pdf", made.pdf([], []))
    assert found.error.code == "input.empty"
    assert "OCR" in found.error.message


def test_an_encrypted_file_is_told_and_one_without_a_password_is_read(read_one, tmp_path):
    for password in ("secret", ""):
        writer = PdfWriter()
        (tmp_path / "plain.pdf").write_bytes(made.pdf(LINES))
        writer.append(str(tmp_path / "plain.pdf"))
        writer.encrypt(password, "owner", algorithm="RC4-128")
        writer.write(tmp_path / "made.pdf")
        found = read_one("a.pdf", (tmp_path / "made.pdf").read_bytes())
        if password:
            assert found.error.code == "input.broken_archive"
            assert "encrypted" in found.error.message
        else:
            assert found.text.startswith("The ferry stayed")


@pytest.mark.parametrize("raw", [b"no PDF at all", b"%PDF-1.7", b"%PDF-1.7\n%%EOF", b""])
def test_what_is_no_pdf_is_refused(read_one, raw):
    found = read_one("a.pdf", raw)
    assert found.error.code == ("input.broken_archive" if raw else "input.empty")


@pytest.mark.parametrize("kept", [0.3, 0.6, 0.9])
def test_a_file_that_is_cut_short_is_read_whole_or_refused(read_one, kept):
    whole = made.pdf(LINES)
    found = read_one("a.pdf", whole[: int(len(whole) * kept)])
    if isinstance(found, Document):
        assert found.text == read_one("b.pdf", whole).text
    else:
        assert found.error.code in ("input.broken_archive", "input.empty")


def page_tree(inside):
    """Return a PDF whose tree of pages is written by hand."""
    return made.pdf(LINES).replace(b"/Kids [4 0 R]", inside.ljust(13).encode())


@pytest.mark.parametrize(
    "inside", ["/Kids [2 0 R]", "/Kids [9 0 R]", "/Kids 2 0 R", "/Kids [1 0 R]"]
)
def test_a_tree_of_pages_that_leads_nowhere_ends(read_one, inside):
    found = read_one("a.pdf", page_tree(inside))
    assert found.error.code in ("input.broken_archive", "input.empty")


def test_a_form_that_shows_itself_ends(read_one):
    form = (
        "<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] "
        "/Resources << /XObject << /X 6 0 R >> >> /Length 12 >>\nstream\n/X Do /X Do \nendstream"
    )
    raw = made.pdf(["The ferry stayed."], extra=[form]).replace(
        b"/Resources << /Font", b"/Resources << /XObject << /X 6 0 R >> /Font"
    )
    raw = raw.replace(b"Tj T* ET", b"Tj /X Do")
    found = read_one("a.pdf", raw)
    assert "ferry" in found.text if isinstance(found, Document) else found.error.code


def test_scripts_are_not_run_and_are_no_text(read_one):
    script = "<< /S /JavaScript /JS (app.alert\\('boo'\\)) >>"
    raw = made.pdf(["The ferry stayed."], extra=[script])
    raw = raw.replace(b"/Pages 2 0 R >>", b"/Pages 2 0 R /OpenAction 6 0 R >>")
    assert read_one("a.pdf", raw).text == "The ferry stayed."


def test_more_text_than_the_limit_is_refused(read_one):
    raw = made.pdf(*[["The ferry stayed. " * 20] * 40] * 3)
    shared = raw.replace(b"/Kids [4 0 R", b"/Kids [4 0 R" + b" 4 0 R" * 200)
    found = read_one("a.pdf", shared, max_bytes=len(shared) + 1)
    assert found.error.code == "input.too_large"


@given(data=st.data())
@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=150)
def test_mutated_files_are_read_or_refused(data):
    raw = bytearray(made.pdf(LINES, LINES[:2], properties="/Title (Ferry) /CreationDate (D:2017)"))
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(raw) - 1))
        raw[at : at + data.draw(st.integers(0, 9))] = data.draw(st.binary(max_size=9))
    [found] = read_source(Source("a.pdf", kind="pdf", raw=bytes(raw)), ReaderSettings())
    if isinstance(found, Document):
        assert found.text.strip()
        found.text.encode()
    else:
        assert found.error.code.startswith("input.")
        assert found.error.remedy


def test_what_the_library_warns_of_is_not_shown(read_one, caplog):
    with caplog.at_level(logging.WARNING):
        read_one("a.pdf", made.pdf(LINES)[:-60])
    assert caplog.text == ""
