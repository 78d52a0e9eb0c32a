"""The quality gate: the figures on the development data are not under their floors."""

import pytest

from evaluation import gate
from evaluation.corpora import CorpusMissingError


def test_no_figure_is_under_its_floor():
    try:
        checked = gate.check()
    except CorpusMissingError as missing:
        pytest.skip(str(missing))
    assert checked
    assert [one for one in checked if not one.holds] == []


def test_floors_of_another_corpus_are_refused(monkeypatch, tmp_path):
    floors = tmp_path / "floors.toml"
    floors.write_text('[corpora]\n"x" = "0"\n[floors]\n')
    other = tmp_path / "other.jsonl"
    other.write_text("{}\n")
    monkeypatch.setattr(gate, "FLOORS", floors)
    monkeypatch.setattr(gate, "corpus", lambda _: other)
    with pytest.raises(gate.WrongCorpusError, match="gate --set"):
        gate.check()
