"""Dossiers from the outside: the command, on the reports of the bundled example."""

import hashlib


def test_a_dossier_is_written_as_one_page(on_case, tmp_path):
    ran = on_case("report", "-o", "dossier.html")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out == "dossier.html: the dossier of i1, 13 documents\n"
    page = (tmp_path / "dossier.html").read_text("utf-8")
    assert page.startswith("<!doctype html>")
    assert "Eleven die as Kessel Bridge falls" in page
    assert [one.name for one in tmp_path.glob("*.part")] == []


def test_it_goes_to_standard_output_and_is_the_same_each_time(on_case):
    first, second = (on_case("report", "i1", "-o", "-") for _ in range(2))
    assert first.out.startswith("<!doctype html>")
    digests = {hashlib.sha256(one.out.encode()).hexdigest() for one in (first, second)}
    assert len(digests) == 1


def test_an_incident_that_is_not_there_is_told_what_there_is(on_case, tmp_path):
    ran = on_case("report", "i9", "-o", "dossier.html")
    assert (ran.status, ran.out) == (2, "")
    assert "there is no incident 'i9'" in ran.err
    assert not (tmp_path / "dossier.html").exists()


def test_a_folder_that_is_not_there_is_told(on_case):
    ran = on_case("report", "-o", "nowhere/dossier.html")
    assert ran.status == 2
    assert "nowhere/dossier.html: it cannot be written (No such file or directory)" in ran.err
