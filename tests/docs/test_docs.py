"""What the documents say is so."""

import os
import re
import shlex
import tomllib
from dataclasses import fields
from urllib.parse import urlsplit

import pytest
from markdown_it import MarkdownIt

from rashomon.model import errors
from rashomon.settings import Settings, from_toml
from tests.docs import showing
from tests.docs.showing import ROOT, blocks, case_blocks, printed, run

PAGES = sorted(
    [
        *ROOT.glob("*.md"),
        *ROOT.glob("docs/**/*.md"),
        *ROOT.glob("src/**/*.md"),
    ]
)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_within_the_repository_lead_somewhere(page):
    broken = []
    for token in MarkdownIt().parse(page.read_text("utf-8")):
        for child in token.children or ():
            target = child.attrs.get("href") or child.attrs.get("src")
            if not target or urlsplit(str(target)).scheme:
                continue
            path, _, anchor = str(target).partition("#")
            file = page.parent / path if path else page
            if not file.exists() or (anchor and anchor not in anchors(file)):
                broken.append(target)
    assert broken == []


def anchors(page):
    """Return the anchors that a page's headings have where it is hosted."""
    titles = re.findall(r"^#+ (.+)$", page.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


def test_the_first_command_of_the_readme_gives_the_output_that_it_shows():
    command, _, shown = blocks("README.md", "console")[0].partition("\n")
    *_, reading = command.removeprefix("$ ").split(" && ")
    program, *arguments = shlex.split(reading)
    assert program == ".venv/bin/rashomon"
    assert run(["rashomon", *arguments]).rstrip() == shown.rstrip()


@pytest.mark.parametrize("page", showing.PAGES)
def test_commands_on_the_case_of_the_example_give_the_output_that_is_shown(page, tmp_path):
    found = case_blocks(page)
    assert found
    for number, block in enumerate(found):
        (tmp_path / str(number)).mkdir()
        assert printed(block, tmp_path / str(number)) == block


def test_the_commands_page_is_what_the_command_line_says():
    env = {**os.environ, "TERM": "dumb", "NO_COLOR": "1"}
    options = ("--name", "rashomon", "--title", "Commands")
    made = run(["typer", "rashomon.cli", "utils", "docs", *options], env=env)
    assert (ROOT / "docs/commands.md").read_text("utf-8").rstrip() == made.rstrip()


def test_the_settings_page_lists_every_setting_with_its_default():
    (example,) = blocks("docs/settings.md", "toml")
    assert from_toml(example) == Settings()
    written = tomllib.loads(example)
    for section in fields(Settings):
        names = {key.name for key in fields(getattr(Settings(), section.name))}
        assert set(written[section.name]) == names


def test_the_format_page_lists_every_error_code_of_a_document():
    def codes(kind):
        return {kind.code}.union(*map(codes, kind.__subclasses__()))

    documents = codes(errors.InputError) - {errors.InputError.code} | {errors.ReadingError.code}
    page = (ROOT / "docs/reading.md").read_text("utf-8")
    assert set(re.findall(r"^\| `(input\.\w+|reading)` \|", page, re.MULTILINE)) == documents


@pytest.mark.parametrize("page", ["README.md", "docs/guide.md", "docs/compare.md"])
def test_python_in_the_documents_runs(page, tmp_path, monkeypatch):
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "one.txt").write_text("Officials said the road was closed.")
    (tmp_path / "archive.jsonl").write_text('{"text": "Witnesses denied it."}\n')
    monkeypatch.chdir(tmp_path)
    for code in blocks(page, "python"):
        exec(compile(code, page, "exec"), {})


def test_every_decision_is_numbered_and_listed():
    index = (ROOT / "docs/decisions/README.md").read_text("utf-8")
    pages = sorted((ROOT / "docs/decisions").glob("[0-9]*.md"))
    assert [page.name[:4] for page in pages] == [f"{i:04}" for i in range(1, len(pages) + 1)]
    assert [page.name for page in pages if f"({page.name})" not in index] == []
