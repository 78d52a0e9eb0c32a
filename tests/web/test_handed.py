import os
import stat
import subprocess
import sys

import pytest

from rashomon.web.handed import new_folder, remove_left


@pytest.fixture(autouse=True)
def temporary(tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    return tmp_path


@pytest.fixture
def gone():
    """The number of a process that has ended."""
    with subprocess.Popen([sys.executable, "-c", ""]) as process:
        pass
    return process.pid


def test_nobody_else_may_look_into_a_folder():
    folder = new_folder()
    assert stat.S_IMODE(folder.stat().st_mode) == stat.S_IRWXU
    assert str(os.getpid()) in folder.name


def test_what_a_killed_desk_left_is_removed_and_nothing_else(temporary, gone):
    own = new_folder()
    (own / "1").write_text("Nine people died.")
    left = temporary / f"rashomon-desk-{gone}-abc"
    left.mkdir()
    (left / "1").write_text("Ten people died.")
    others = [temporary / f"rashomon-case-{gone}-abc", temporary / "rashomon-desk-abc"]
    for one in others:
        one.mkdir()
    elsewhere = temporary / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "1").write_text("kept")
    (temporary / f"rashomon-desk-{gone}-link").symlink_to(elsewhere)
    remove_left()
    assert not left.exists()
    assert (own / "1").exists()
    assert (elsewhere / "1").exists()
    assert all(one.exists() for one in others)
