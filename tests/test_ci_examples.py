"""The examples for pipelines do what they say: each of their commands runs in a scratch repository with a change."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.support import ROOT, environment, require, ris3

GITHUB = yaml.safe_load((ROOT / "docs" / "ci" / "github-actions.yml").read_text("utf-8"))
GITLAB = yaml.safe_load((ROOT / "docs" / "ci" / "gitlab-ci.yml").read_text("utf-8"))
HOOKS: list[dict[str, Any]] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
LEVEL = ("t_composites: 0.6 ", "t_composites: 0.1 ")
SMALL = (
    'schema_version: "1"\nconfig: {luck: {draws: 50}}\nregions: {here: {source: profile.yaml}}\n'
    "outputs:\n  ranking.md: {command: recommend}\n  recommendations.lock.json: {command: lock}\n"
)


@pytest.fixture(scope="module")
def origin(tmp_path_factory) -> Path:
    """A repository as somebody would have it: started by init, run once, committed."""
    require("GIT", shutil.which("git") is not None, "there is no git")
    folder = tmp_path_factory.mktemp("origin") / "repository"
    assert ris3("init", folder, "--template", "one-cluster", "-q").code == 0
    (folder / "ris3.yaml").write_text(SMALL, "utf-8")
    assert ris3("run", "-q", cwd=folder).code == 0
    git(folder, "init", "-q", "-b", "main")
    commit(folder, "the start")
    return folder


@pytest.fixture
def clone(origin: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "clone"
    git(tmp_path, "clone", "-q", str(origin), str(folder))
    git(folder, "checkout", "-q", "-b", "change")
    return folder


def git(folder: Path, *words: str) -> str:
    said = subprocess.run(
        ["git", "-c", "user.name=A", "-c", "user.email=a@example.org", *words],
        cwd=folder, env=surroundings(), capture_output=True, text=True, check=True,
    )  # fmt: skip
    return said.stdout


def commit(folder: Path, message: str) -> None:
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", message)


def surroundings(**more: str) -> dict[str, str]:
    """With the `ris3` of this environment, and nobody's own git settings."""
    here = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    return {**environment(), "PATH": here, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull, **more}


def bash(folder: Path, script: str, **more: str) -> subprocess.CompletedProcess[str]:
    """As the runners do: the whole step in one shell that stops at the first failure."""
    return subprocess.run(
        ["bash", "-eo", "pipefail", "-c", script], cwd=folder, env=surroundings(**more),
        capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip


def change(folder: Path, *, run: bool = True) -> None:
    profile = folder / "profile.yaml"
    text = profile.read_text("utf-8")
    assert LEVEL[0] in text
    profile.write_text(text.replace(*LEVEL), "utf-8")
    if run:
        assert ris3("run", "-q", cwd=folder).code == 0
    commit(folder, "a change")


STEPS = {
    step["name"]: step["run"]
    for step in GITHUB["jobs"]["recommendations"]["steps"]
    if "run" in step and step["name"] != "Install ris3"  # that needs the network; the wheel has its own test
}


class TestGithub:
    def run(self, folder: Path, tmp_path: Path) -> dict[str, subprocess.CompletedProcess[str]]:
        place = {"TARGET": "main", "RUNNER_TEMP": str(tmp_path), "GITHUB_STEP_SUMMARY": str(tmp_path / "summary.md")}
        return {name: bash(folder, script, **place) for name, script in STEPS.items()}

    def test_the_target_branch_is_the_only_thing_taken_from_github(self):
        assert GITHUB["jobs"]["recommendations"]["env"] == {"TARGET": "${{ github.base_ref }}"}
        assert not any("${{" in script for script in STEPS.values())

    def test_a_change_that_was_run(self, clone, tmp_path):
        change(clone)
        done = self.run(clone, tmp_path)
        assert [(name, step.returncode, step.stderr) for name, step in done.items() if step.returncode] == []
        annotations = done["Annotate what moved since the target branch"].stdout.splitlines()
        assert any(line.startswith("::warning title=") for line in annotations)
        summary = (tmp_path / "summary.md").read_text("utf-8")
        assert summary.startswith("# ")
        assert "| " in summary
        assert r"clusters.boatyards.competences.t\_composites = 0.1" in summary

    def test_a_change_that_was_not_run_stops_it(self, clone, tmp_path):
        change(clone, run=False)
        done = self.run(clone, tmp_path)
        step = done["Every output is up to date"]
        assert step.returncode == 1
        assert re.search(r"^::warning title=.*::ranking\.md: .*profile\.yaml$", step.stdout, re.MULTILINE)

    def test_a_profile_that_cannot_be_read_stops_it(self, clone, tmp_path):
        with (clone / "profile.yaml").open("a", encoding="utf-8") as file:
            file.write("clusterz: []\n")
        done = self.run(clone, tmp_path)
        assert done["The profile can be read"].returncode == 2
        assert "did you mean 'clusters'?" in done["The profile can be read"].stderr
        assert done["Annotate what moved since the target branch"].returncode != 0


JOB = GITLAB["recommendations"]


class TestGitlab:
    def run(self, folder: Path) -> subprocess.CompletedProcess[str]:
        return bash(folder, "\n".join(JOB["script"]), CI_MERGE_REQUEST_TARGET_BRANCH_NAME="main")

    def test_a_change_that_was_run(self, clone):
        assert all(line.startswith("pip install") for line in JOB["before_script"])
        change(clone)
        done = self.run(clone)
        assert done.returncode == 0, done.stderr
        for name in JOB["artifacts"]["paths"]:
            assert (clone / name).read_text("utf-8") in done.stdout
        assert r"t\_composites" in done.stdout

    def test_nothing_that_moved(self, clone):
        done = self.run(clone)
        assert done.returncode == 0, done.stderr
        assert "Nothing moved." in done.stdout

    def test_a_change_that_was_not_run_stops_it(self, clone):
        change(clone, run=False)
        assert self.run(clone).returncode == 1


class TestHooks:
    """By pre-commit itself, with the `ris3` of this environment instead of one that it would install."""

    @pytest.fixture
    def hooked(self, clone: Path) -> Path:
        own = {"language": "system", "additional_dependencies": []}
        local = [{**hook, **own} for hook in HOOKS]
        config = {"repos": [{"repo": "local", "hooks": local}]}
        (clone / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config), "utf-8")
        commit(clone, "hooks")
        return clone

    def run(self, folder: Path, hook: str, tmp_path: Path) -> subprocess.CompletedProcess[str]:
        git(folder, "add", "-A")
        words = [sys.executable, "-m", "pre_commit", "run", hook, "--verbose"]
        home = surroundings(PRE_COMMIT_HOME=str(tmp_path / "home"))
        return subprocess.run(words, cwd=folder, env=home, capture_output=True, text=True, check=False, timeout=120)

    @pytest.mark.parametrize("hook", [hook["id"] for hook in HOOKS])
    def test_each_passes_where_nothing_is_wrong(self, hook, hooked, tmp_path):
        (hooked / "notes.yaml").write_text("a: 1\n", "utf-8")
        done = self.run(hooked, hook, tmp_path)
        assert done.returncode == 0, done.stdout
        assert "Passed" in done.stdout

    @pytest.mark.parametrize(
        ("hook", "told"),
        [
            ("ris3-run", "files were modified by this hook"),
            ("ris3-run-check", "changed: profile.yaml"),
            ("ris3-lock-check", "t_composites"),
        ],
    )
    def test_each_stops_a_change_that_was_not_run(self, hook, told, hooked, tmp_path):
        profile = hooked / "profile.yaml"
        profile.write_text(profile.read_text("utf-8").replace(*LEVEL), "utf-8")
        done = self.run(hooked, hook, tmp_path)
        assert done.returncode == 1
        assert told in done.stdout
        if hook == "ris3-run":
            assert self.run(hooked, hook, tmp_path).returncode == 0

    def test_a_profile_that_cannot_be_read_is_told_with_its_place(self, hooked, tmp_path):
        with (hooked / "profile.yaml").open("a", encoding="utf-8") as file:
            file.write("clusterz: []\n")
        done = self.run(hooked, "ris3-validate", tmp_path)
        assert done.returncode == 1
        assert re.search(r"profile\.yaml:\d+:1: R302 unknown key 'clusterz'", done.stdout)

    def test_what_makes_reports_is_installed_as_well(self):
        [wanted] = [hook["additional_dependencies"] for hook in HOOKS if hook["id"] == "ris3-run"]
        project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
        assert wanted == project["optional-dependencies"]["report"]

    def test_pre_commit_takes_the_file_as_it_is(self):
        from pre_commit.clientlib import load_manifest

        assert [hook["id"] for hook in load_manifest(ROOT / ".pre-commit-hooks.yaml")] == [hook["id"] for hook in HOOKS]


def test_the_project_in_the_page_about_keeping_is_well_formed(tmp_path):
    text = (ROOT / "docs" / "keeping.md").read_text("utf-8")
    example = next(block for block in re.findall(r"```yaml\n(.*?)```", text, re.DOTALL) if "outputs:" in block)
    assert ris3("init", tmp_path / "p", "-q").code == 0
    assert ris3("init", tmp_path / "p" / "norte", "--template", "norte", "-q").code == 0
    (tmp_path / "p" / "scenarios").mkdir()
    shutil.copy(ROOT / "configs" / "scenarios" / "budget-limited.yaml", tmp_path / "p" / "scenarios" / "kilns.yaml")
    (tmp_path / "p" / "ris3.yaml").write_text(example, "utf-8")
    done = ris3("run", "--dry-run", "--format", "csv", cwd=tmp_path / "p")
    assert (done.code, done.err) == (0, "")
    assert [line.split(",")[0] for line in done.text.splitlines()[1:4]] == [
        "results/emilia-romagna.md", "results/norte.md", "results/nord-est.md"
    ]  # fmt: skip
