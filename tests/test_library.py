import subprocess
import sys

import rashomon
from rashomon.model.failure import Failure

TEXT = "\ufeffŽižka denied that the bridge had been closed \U0001f600."


def test_a_text_is_read_with_offsets_into_the_callers_copy():
    reading = rashomon.read_text(TEXT, publisher="Tide")
    [attribution] = reading.attributions
    [source] = attribution.source
    assert TEXT[source.start : source.end] == "Žižka"
    assert attribution.stance == "denies"
    assert reading.document.publisher == "Tide"


def test_files_are_read_and_a_bad_one_costs_only_itself(tmp_path):
    (tmp_path / "a.txt").write_text("The mayor said no.")
    (tmp_path / "b.txt").write_bytes(b"\xff")
    first, second = rashomon.read(str(tmp_path))
    assert first.attributions
    assert isinstance(second, Failure)


def test_what_is_public_is_named_and_documented():
    for name in rashomon.__all__:
        assert getattr(rashomon, name).__doc__


def test_importing_the_package_loads_no_model():
    code = "import sys, rashomon; print('onnxruntime' in sys.modules, 'numpy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert done.stdout.split() == ["False", "False"]


def test_odd_texts_are_read_without_a_crash():
    for text in (
        "",
        " ",
        "\n\n\n",
        "\ud800",
        "…",
        "a" * 5000,
        "مرحبا قال الوزير",
        "😀" * 300,
        "\0",
    ):
        assert rashomon.read_text(text).document.text == text


def test_a_case_is_filled_and_asked(tmp_path):
    (tmp_path / "a.txt").write_text("Mayor Quill denied on 9 May 2023 that a gate had been open.")
    with rashomon.open_case(str(tmp_path / "gates.case"), create=True) as case:
        [added] = rashomon.add(case, str(tmp_path / "a.txt"))
        assert added.outcome == "new"
        assert rashomon.add(case, str(tmp_path / "a.txt")) == []
        [row] = case.documents()
        assert case.reading(row.id).attributions[0].stance == "denies"
        assert row.origin


def test_the_accounts_of_a_case_are_compared(tmp_path):
    for name, killed in (("a", "Nine"), ("b", "Twelve")):
        (tmp_path / f"{name}.txt").write_text(
            f"{killed} people were killed when jets bombed the grain market in Osterby on 9 May "
            "2023, Mayor Quill said. Norvia denied that its jets had bombed the market."
        )
    with rashomon.open_case(str(tmp_path / "market.case"), create=True) as case:
        rashomon.add(case, str(tmp_path / "a.txt"), str(tmp_path / "b.txt"))
        found = rashomon.compare_accounts(case, case.incidents()[0].id)
        page = rashomon.report(case)
    assert "Twelve people were killed" in page
    killed = next(one for one in found.points if one.kind == "killed")
    assert {one.label for one in killed.positions} == {"9", "12"}


def test_two_claims_are_related():
    claim = "The raid killed forty people in Brinn on Friday."
    assert rashomon.relate(claim, "The raid killed forty people.").relation == "entails"
    for odd in ("", "\ud800", "\0", "a" * 100_000):
        assert 0 < rashomon.relate(odd, claim).probability <= 1


def test_bodies_with_the_names_of_villages_are_no_places():
    text = (
        "The U.N. and NATO said on Friday that a convoy had been hit in the Middle East, in Raqqa."
    )
    assert [one.name for one in rashomon.read_text(text).places] == ["Raqqa"]
