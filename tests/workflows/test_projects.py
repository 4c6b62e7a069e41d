"""Projects: what is stale and why, what is made and what is left alone, and what cannot be meant."""

from __future__ import annotations

import json
import shutil

import jsonschema
import pytest
import yaml

from recommender.model.problem import RecommenderError
from recommender.workflows import projects
from recommender.workflows.jobs import JOBS
from recommender.workflows.profiles import convert, init
from recommender.workflows.projects import check_project, run_project
from tests.support import contents, ris3
from tests.workflows.made_up_projects import HEAD, HUB, OUTPUTS, write


def states(found) -> dict[str, tuple[str, tuple[str, ...]]]:
    return {item.file: (item.state, item.reasons) for item in found.outputs}


class TestStale:
    def test_everything_at_first_and_nothing_afterwards(self, project):
        assert {state for state, _ in states(run_project(str(project))).values()} == {"made"}
        before = contents(project)
        assert {state for state, _ in states(run_project(str(project))).values()} == {"current"}
        assert contents(project) == before

    def test_a_check_writes_nothing(self, project):
        before = contents(project)
        assert {why for _, why in states(check_project(str(project))).values()} == {("new",)}
        assert contents(project) == before

    def test_not_by_the_clock(self, project):
        run_project(str(project))
        for file in ("profile.yaml", "ris3.yaml", "kept.json"):
            (project / file).touch()
        assert not projects.is_stale(check_project(str(project)))

    def test_an_input_that_changed_is_named(self, project):
        run_project(str(project))
        file = project / "profile.yaml"
        file.write_text(file.read_text("utf-8") + "# a remark\n", "utf-8")
        found = check_project(str(project))
        assert {why for _, why in states(found).values()} == {("inputs",)}
        assert {item.files for item in found.outputs} == {("profile.yaml",)}

    def test_line_ends_are_no_change(self, project):
        run_project(str(project))
        for name in ("profile.yaml", "results/ranking.md"):
            file = project / name
            file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
        assert not projects.is_stale(check_project(str(project)))

    def test_only_what_was_changed_by_hand_or_is_gone(self, project):
        run_project(str(project))
        (project / "kept.json").write_text("{}", "utf-8")
        assert states(check_project(str(project))) == {
            "results/ranking.md": ("current", ()), "kept.json": ("stale", ("edited",))
        }  # fmt: skip
        (project / "kept.json").unlink()
        assert states(run_project(str(project)))["kept.json"] == ("made", ("missing",))
        assert not projects.is_stale(check_project(str(project)))

    @pytest.mark.parametrize(
        ("old", "new", "stale"),
        [
            ("{command: recommend}", "{command: recommend, top: 2}", {"results/ranking.md"}),
            ("draws: 50", "draws: 60", {"results/ranking.md", "kept.json"}),
            ("profile.yaml}", "profile.yaml, lens: green}", {"results/ranking.md", "kept.json"}),
            ('schema_version: "1"', '# a remark\nschema_version: "1"', set()),
        ],
    )
    def test_what_the_project_says_otherwise(self, project, old, new, stale):
        run_project(str(project))
        write(project, (HEAD + OUTPUTS).replace(old, new))
        found = states(check_project(str(project)))
        assert {file for file, (_, why) in found.items() if why == ("recipe",)} == stale
        assert {file for file, (state, _) in found.items() if state == "stale"} == stale

    def test_a_scenario_is_an_input_of_what_uses_it_alone(self, project):
        write(project, HUB, "hub.yaml")
        text = HEAD + "scenarios: {hub: hub.yaml}\n" + OUTPUTS
        write(project, text + "  what-if.md: {command: scenario compare, scenarios: [hub]}\n")
        run_project(str(project))
        write(project, HUB.replace("Hub", "Another"), "hub.yaml")
        found = check_project(str(project))
        assert {item.file: item.files for item in found.outputs if item.reasons} == {"what-if.md": ("hub.yaml",)}

    def test_a_file_that_would_now_be_read_is_noticed(self, project):
        """A folder of CSV files without links, and then with them."""
        convert(str(project / "profile.yaml"), str(project / "csv"))
        links = (project / "csv" / "links.csv").rename(project / "links.csv")
        write(project, HEAD.replace("profile.yaml", "csv") + "outputs: {ranking.md: {command: recommend}}\n")
        run_project(str(project))
        links.rename(project / "csv" / "links.csv")
        [item] = check_project(str(project)).outputs
        assert (item.reasons, item.files) == (("inputs",), ("csv/links.csv",))

    def test_another_version_and_other_data(self, project, monkeypatch):
        run_project(str(project))
        monkeypatch.setattr(projects, "TOOL", {"name": "ris3", "version": "99"})
        monkeypatch.setattr(projects, "_shipped_data", lambda: "other")
        assert {why for _, why in states(check_project(str(project))).values()} == {("data", "version")}

    def test_a_record_that_a_merge_has_spoilt_is_written_again(self, project):
        run_project(str(project))
        good = contents(project)
        write(project, "<<<<<<< ours\n{}\n", "ris3.outputs.json")
        found = run_project(str(project))
        assert [warning.code.code for warning in found.warnings] == ["R110"]
        assert {state for state, _ in states(found).values()} == {"same"}
        assert contents(project) == good


class TestMade:
    def test_force_makes_all_and_writes_what_is_different(self, project):
        run_project(str(project))
        before = contents(project)
        assert set(states(run_project(str(project), force=True)).values()) == {("same", ("forced",))}
        assert contents(project) == before

    def test_each_region_has_its_own(self, project):
        shutil.copytree(project, project / "sub", ignore=shutil.ignore_patterns("ris3.yaml"))
        text = HEAD + "  there: {source: sub/profile.yaml}\n  ITH5: {source: ITH5}\n".replace("ITH5:", "ith5:")
        write(project, text + "outputs:\n  results/{region}.json: {command: recommend}\n")
        run_project(str(project))
        assert sorted(file.name for file in (project / "results").iterdir()) == ["here.json", "ith5.json", "there.json"]
        assert (project / "results" / "here.json").read_bytes() == (project / "results" / "there.json").read_bytes()

    def test_it_is_what_the_command_prints(self, project):
        text = HEAD.replace("config: {luck: {draws: 50}}\n", "") + OUTPUTS.replace("recommend}", "recommend, lang: it}")
        write(project, text)
        run_project(str(project))
        printed = ris3("recommend", "profile.yaml", "--format", "md", "--lang", "it", cwd=project)
        assert printed.out == (project / "results" / "ranking.md").read_bytes()

    def test_the_same_bytes_from_everywhere(self, project, monkeypatch):
        words = 'schema_version: "1"\nextends: shipped\n'
        write(project, words, "words.yaml")
        profile = (project / "profile.yaml").read_text("utf-8") + "vocabulary: ../words.yaml\n"
        write(project, profile, "deep/profile.yaml")
        write(
            project, HEAD.replace("profile.yaml", "deep/profile.yaml") + OUTPUTS.replace("ranking.md", "ranking.json")
        )
        monkeypatch.chdir(project)
        run_project(".")
        first = contents(project)
        monkeypatch.chdir(project.parent)
        run_project("region", force=True)
        assert contents(project) == first
        run_project(str(project.resolve()), force=True)
        assert contents(project) == first
        inputs = json.loads((project / "results" / "ranking.json").read_text("utf-8"))["inputs"]
        assert "../words.yaml" in [item["name"] for item in inputs]

    def test_every_output_or_none(self, project):
        write(project, HEAD + OUTPUTS + "  why.md: {command: explain, id: nowhere}\n")
        before = contents(project)
        with pytest.raises(RecommenderError, match="no path is called 'nowhere'") as caught:
            run_project(str(project))
        assert str(caught.value.problems[0].at).endswith("ris3.yaml:8:3")
        assert contents(project) == before

    def test_the_settings_of_the_project_count_for_its_profiles(self, project):
        shown = ris3("config", "show", "profile.yaml", "--format", "json", cwd=project)
        [row] = [row for row in json.loads(shown.text)["rows"] if row["setting"] == "luck.draws"]
        assert (row["value"], row["origin"]) == (50, "ris3.yaml")
        write(project, 'schema_version: "1"\nluck: {draws: 70}\n', "own.yaml")
        done = ris3("recommend", "profile.yaml", "--format", "json", "--config", "own.yaml", cwd=project)
        assert json.loads(done.text)["settings"]["luck.draws"] == 70
        done = ris3("recommend", "region", "--format", "json", cwd=project.parent)
        assert json.loads(done.text)["settings"]["luck.draws"] == 50


EVERY = """\
  {folder}/recommend.csv: {{command: recommend, top: 3, lens: green}}
  {folder}/recommend.txt: {{command: recommend, draws: 100}}
  {folder}/explain.md: {{command: explain, id: hydrogen_heat}}
  {folder}/compare.md: {{command: compare, ids: [hydrogen_heat, aseptic_robotics]}}
  {folder}/clusters.md: {{command: clusters}}
  {folder}/card.md: {{command: clusters, cluster: packaging}}
  {folder}/partners.md: {{command: partners, paths: [hydrogen_heat], most: 2}}
  {folder}/governance.md: {{command: governance}}
  {folder}/audit.md: {{command: audit}}
  {folder}/sensitivity.md: {{command: sensitivity, draws: 100, spread: 0.1}}
  {folder}/goal.md: {{command: goal, id: hydrogen_heat, max-changes: 1}}
  {folder}/roadmap.md: {{command: roadmap, paths: [hydrogen_heat], years: 2026-2030}}
  {folder}/trial.md: {{command: scenario run, scenario: budget-limited}}
  {folder}/what-if.md: {{command: scenario compare, scenarios: [budget-limited]}}
  {folder}/figure.svg: {{command: report, figure: quadrant}}
  {folder}/report.md: {{command: report, for: board, lang: it}}
  {folder}/kept.json: {{command: lock}}
"""


def test_every_job_makes_its_output(tmp_path):
    folder = tmp_path / "er"
    init(str(folder))
    text = EVERY.format(folder="all")
    write(folder, 'schema_version: "1"\nconfig: {luck: {draws: 50}}\nregions: {er: {source: profile.yaml}}\noutputs:\n'
          + text)  # fmt: skip
    found = run_project(str(folder))
    assert {item.command for item in found.outputs} == set(JOBS.all())
    assert all((folder / item.file).stat().st_size > 100 for item in found.outputs)
    assert not projects.is_stale(check_project(str(folder)))


def test_the_schema_of_projects_knows_every_job():
    text = ris3("schema", "project").text
    assert all(f'"const": "{name}"' in text for name in JOBS.all())


def test_each_job_is_one_file_of_its_name():
    assert {name.replace("_", " ") for name in JOBS.modules()} == set(JOBS.all())


def test_the_schema_says_what_the_reader_says():
    wanted = json.loads(ris3("schema", "project").text)
    text = HEAD + "scenarios: {hub: hub.yaml}\noutputs:\n" + EVERY.format(folder="all")
    good = yaml.safe_load(text)
    jsonschema.validate(good, wanted)
    for wrong in (
        {"command": "recommend", "tops": 3},
        {"command": "recomend"},
        {},
        {"command": "explain"},
        "recommend",
    ):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate({**good, "outputs": {"a.md": wrong}}, wanted)


def test_a_table_of_ones_own_and_what_goes_with_it(project):
    rows = [
        f"R{region};A{activity};{(region * activity) % 7 * 10 + 5},5" for region in range(6) for activity in range(8)
    ]
    write(project, "region;activity;value\n" + "\n".join(rows) + "\n", "jobs.csv")
    pairs = "".join(f"A{a};A{b};{a + b},5\n" for a in range(8) for b in range(a))
    write(project, "from;to;value\n" + pairs, "moves.csv")
    text = """\
schema_version: "1"
regions:
  mine:
    table: jobs.csv
    region: R1
    delimiter: ";"
    decimal: ","
    relatedness: [{measure: skill-relatedness, file: moves.csv, weight: 0.5}]
outputs:
  r.md: {command: recommend}
"""
    write(project, text)
    assert states(run_project(str(project)))["r.md"][0] == "made"
    record = json.loads((project / "ris3.outputs.json").read_text("utf-8"))
    assert sorted(record["outputs"][0]["inputs"]) == ["jobs.csv", "moves.csv"]
    write(project, "from;to;value\n" + pairs.replace("1,5", "9,5"), "moves.csv")
    [item] = check_project(str(project)).outputs
    assert item.files == ("moves.csv",)
