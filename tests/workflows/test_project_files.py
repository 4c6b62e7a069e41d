"""Project files that cannot be meant, and how `ris3 run` ends."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from recommender.model.problem import RecommenderError
from recommender.workflows.projects import check_project
from tests.support import ris3
from tests.workflows.made_up_projects import HEAD, OUTPUTS, write


def refused(folder: Path) -> list[str]:
    with pytest.raises(RecommenderError) as caught:
        check_project(str(folder))
    return [f"{item.code.code} {item.at.line}:{item.at.column} {item.message}" for item in caught.value.problems]


class TestWhatCannotBeMeant:
    def test_everything_at_once_with_places_and_hints(self, project):
        write(
            project,
            """\
schema_version: "1"
regions:
  here: {source: profil.yaml}
  Bad Name: {source: ITH5}
scenarios: {hub: ../hub.yaml}
output: {}
outputs:
  a.md: {command: recomend}
  b.md: {command: recommend, tops: 5}
  c.md: {command: explain}
  d.md: {command: recommend, region: hear}
  e.md: {command: scenario run, scenario: partnershop}
  f.zip: {command: recommend}
  g.md: recommend
""",
        )
        found = ris3("run", cwd=project)
        assert (found.code, found.out) == (2, b"")
        for line in (
            "ris3.yaml:3:18: R101 there is no file 'profil.yaml'", "did you mean 'profile.yaml'?",
            "ris3.yaml:4:3: R308", "ris3.yaml:5:18: R108", "ris3.yaml:6:1: R302 unknown key 'output'",
            "ris3.yaml:8:19: R306", "did you mean 'recommend'?", "ris3.yaml:9:30: R302", "did you mean 'top'?",
            "ris3.yaml:10:9: R303 the key 'id' is missing", "ris3.yaml:11:38: R401", "did you mean 'here'?",
            "ris3.yaml:12:43: R401", "did you mean 'partnership'?", "ris3.yaml:13:3: R701", "ris3.yaml:14:9: R301",
        ):  # fmt: skip
            assert line in found.err, line

    @pytest.mark.parametrize(
        ("outputs", "told"),
        [
            ("../a.md: {command: recommend}", "R108"),
            ("/tmp/a.md: {command: recommend}", "R108"),
            ("profile.yaml: {command: recommend}", "R701"),
            ("ris3.outputs.json: {command: recommend}", "R801"),
            ("a.md: {command: recommend}\n  A.md: {command: recommend}", "R402"),
            ("schemas/: {command: recommend}", "R701"),
        ],
    )
    def test_names_that_an_output_cannot_have(self, project, outputs, told):
        write(project, HEAD + f"outputs:\n  {outputs}\n")
        assert refused(project)[0].startswith(told)

    def test_an_output_about_one_of_several_regions(self, project):
        write(project, HEAD + "  there: {source: ITH5}\n" + OUTPUTS)
        assert [line.partition(" ")[0] for line in refused(project)] == ["R303", "R303"]

    def test_an_input_is_not_written_over(self, project):
        write(project, "{}", "old.json")
        text = HEAD + "outputs:\n  old.json: {command: lock}\n  r.md: {command: report, since: old.json}\n"
        write(project, text)
        assert refused(project)[0].startswith("R801")

    @pytest.mark.parametrize("text", ["", "# nothing\n", "- a list\n", 'schema_version: "2"\n', "regions: [\n"])
    def test_files_that_are_no_project(self, project, text):
        write(project, text)
        assert refused(project)

    def test_a_folder_without_a_project(self, tmp_path):
        done = ris3("run", cwd=tmp_path)
        assert (done.code, done.out) == (2, b"")
        assert "ris3.yaml: R101" in done.err


class TestCommand:
    def test_exit_codes(self, project):
        assert ris3("run", "--check", cwd=project).code == 1
        assert ris3("run", "--dry-run", cwd=project).code == 0
        assert ris3("run", cwd=project).code == 0
        done = ris3("run", "region", "--check", "--format", "json", cwd=project.parent)
        assert done.code == 0
        assert json.loads(done.text)["schema"] == "ris3/upkeep/1"
        assert ris3("run", "--check", "--force", cwd=project).code == 1

    def test_an_output_that_cannot_be_written(self, project):
        write(project, "a file, not a folder", "results")
        done = ris3("run", cwd=project)
        assert done.code == 2
        assert "R801" in done.err
        assert not (project / "ris3.outputs.json").exists()
        assert ris3("run", "--check", cwd=project).code == 1

    def test_init_starts_a_project_that_runs(self, started):
        assert "ris3.yaml" in {file.name for file in started.iterdir()}
        done = ris3("init", "inside", "--template", "empty", cwd=started)
        assert done.code == 0
        assert not (started / "inside" / "ris3.yaml").exists()


@pytest.mark.parametrize("template", ["one-cluster", "empty"])
def test_what_init_writes_runs(template, tmp_path):
    assert ris3("init", "region", "--template", template, "-q", cwd=tmp_path).code == 0
    done = ris3("run", "region", cwd=tmp_path)
    assert (done.code, done.err) == (0, "")
    assert ris3("run", "region", "--check", cwd=tmp_path).code == 0
