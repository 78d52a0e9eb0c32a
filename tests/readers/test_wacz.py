import logging
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rashomon.model.document import Document
from rashomon.model.failure import Failure
from rashomon.readers import Source, open_source
from rashomon.settings import ReaderSettings
from tests.readers import made

URL = "https://courier.example/bridge"
ARCHIVE = "archive/data.warc.gz"


def urls(found):
    return [one.url for one in found if isinstance(one, Document)]


def test_its_pages_are_read_from_all_its_archives(read):
    raw = made.wacz(
        {
            "archive/b.warc": made.warc(made.answer(f"{URL}/2", made.page()), packed=False),
            "archive/a.warc.gz": made.warc(made.answer(f"{URL}/1", made.page())),
            "elsewhere/c.warc.gz": made.warc(made.answer(f"{URL}/3", made.page())),
        }
    )
    assert urls(read("a.wacz", raw)) == [f"{URL}/1", f"{URL}/2"]
    assert urls(read("saved", raw)) == [f"{URL}/1", f"{URL}/2"]


def test_where_pages_are_listed_frames_and_the_like_are_left_out(read, caplog):
    warc = made.warc(
        made.answer("https://ads.example/frame", "<html><body>Buy!</body></html>"),
        made.answer(URL, "", ("Location", "/bridge/final"), status="301 Moved Permanently"),
        made.answer(f"{URL}/final", made.page()),
        made.answer(f"{URL}/2", made.page()),
    )
    pages = [{"url": f"{URL}#top", "title": "Moved"}, {"url": f"{URL}/2"}, {"title": 3}, [1]]
    with caplog.at_level(logging.WARNING):
        found = read("a.wacz", made.wacz({ARCHIVE: warc}, pages))
    assert urls(found) == [f"{URL}/final", f"{URL}/2"]
    assert "1 not listed as pages" in caplog.text


def test_a_listed_title_is_that_of_a_page_which_names_none(read_one):
    warc = made.warc(made.answer(URL, "The ferry stayed.", media_type="text/plain"))
    found = read_one("a.wacz", made.wacz({ARCHIVE: warc}, [{"url": URL, "title": "Ferry"}]))
    assert found.title == "Ferry"


def test_if_no_listed_page_is_there_all_pages_are_read(read):
    warc = made.warc(made.answer(URL, made.page()))
    found = read("a.wacz", made.wacz({ARCHIVE: warc}, [{"url": "https://other.example/"}]))
    assert urls(found) == [URL]


@pytest.mark.parametrize("lines", [b"\xff\xfe{", b"[" * 100_000, b"{}\n" * 10, b"x" * 3_000_000])
def test_a_list_that_cannot_be_read_is_none(read, lines):
    warc = made.warc(made.answer(URL, made.page()))
    raw = made.wacz({ARCHIVE: warc}, **{"pages/pages.jsonl": lines})
    assert urls(read("a.wacz", raw)) == [URL]


def test_names_within_it_lead_nowhere(read, tmp_path):
    warc = made.warc(made.answer(URL, made.page()))
    names = ["../../evil.warc.gz", "/evil.warc.gz", "archive/../../evil.warc.gz", ARCHIVE]
    found = read("a.wacz", made.wacz(dict.fromkeys(names, warc)))
    assert urls(found) == [URL, URL]
    assert [path.name for path in tmp_path.iterdir()] == ["a.wacz"]


def test_a_damaged_archive_in_it_costs_only_itself(read):
    good = made.warc(made.answer(URL, made.page()))
    raw = made.wacz({"archive/a.warc.gz": b"garbage", "archive/b.warc.gz": good})
    broken, found = read("a.wacz", raw)
    assert broken.error.code == "input.broken_archive"
    assert broken.path.endswith("a.wacz:archive/a.warc.gz")
    assert found.url == URL


def test_damage_ends_a_file_in_it_and_not_the_next(read):
    answers = [made.answer(f"{URL}/{i}", made.page()) for i in range(3)]
    one = bytearray(made.warc(*answers[:2]))
    one[len(one) // 2 + 300] ^= 255
    raw = made.wacz({"archive/a.warc.gz": bytes(one), "archive/b.warc.gz": made.warc(answers[2])})
    found = read("a.wacz", raw)
    assert [getattr(one, "url", None) for one in found][-2:] == [None, f"{URL}/2"]


def test_bytes_that_belie_their_checksum_are_told(read):
    warc = made.warc(made.answer(URL, made.page()))
    raw = bytearray(made.wacz({ARCHIVE: warc}))
    raw[raw.index(b"\x1f\x8b") + 900] ^= 1
    found = read("a.wacz", bytes(raw))
    assert any(
        isinstance(one, Failure) and one.error.code == "input.broken_archive" for one in found
    )


@pytest.mark.parametrize(
    ("raw", "what"),
    [
        (b"PK\x03\x04garbage", "no ZIP archive"),
        (made.wacz({}), "no WARC file"),
        (made.wacz({ARCHIVE: made.warc()})[:-40], "no ZIP archive"),
    ],
)
def test_what_is_no_wacz_is_refused(read_one, raw, what):
    found = read_one("a.wacz", raw)
    assert found.error.code == "input.broken_archive"
    assert what in found.error.message


def test_an_encrypted_member_costs_only_itself(read_one):
    raw = bytearray(made.wacz({ARCHIVE: made.warc(made.answer(URL, made.page()))}))
    name = ARCHIVE.encode()
    raw[raw.index(name) - 24] |= 1  # the flag of encryption, beside the bytes and in the index
    raw[raw.rindex(name) - 38] |= 1
    assert read_one("a.wacz", bytes(raw)).error.code == "input.broken_archive"


def test_a_bomb_is_refused_without_being_unpacked(read, tmp_path):
    bomb = made.warc(made.answer(URL, b" " * 100_000_000), made.answer(f"{URL}/2", made.page()))
    with zipfile.ZipFile(tmp_path / "made.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(ARCHIVE, bomb)
    refused, found = read("a.wacz", (tmp_path / "made.zip").read_bytes(), max_bytes=1_000_000)
    assert refused.error.code == "input.too_large"
    assert found.url == f"{URL}/2"


WHOLE = made.wacz({ARCHIVE: made.warc(made.answer(URL, made.page()))}, [{"url": URL}])


@given(data=st.data())
@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=200)
def test_mutated_archives_are_read_or_refused(data):
    raw = bytearray(WHOLE)
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(raw) - 1))
        raw[at : at + data.draw(st.integers(0, 9))] = data.draw(st.binary(max_size=9))
    for found in open_source(Source("a.wacz", kind="wacz", raw=bytes(raw)), ReaderSettings()):
        if isinstance(found, Failure):
            assert found.error.code.startswith("input.")
            assert found.error.remedy
