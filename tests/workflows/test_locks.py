"""Locks: what moved is told, with the edits that moved it; what did not is not; a regression has its own message."""

from __future__ import annotations

import json
import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from recommender.analysis.attribution import Effort
from recommender.analysis.difference import Limits, difference, difference_study
from recommender.analysis.scenarios import SMALLEST
from recommender.inputs.result_file import read_snapshot
from recommender.workflows import locks
from recommender.workflows.locks import check_lock, compare_results, has_moved, lock_text, write_lock
from recommender.workflows.request import Request
from tests.support import EMILIA_ROMAGNA, ris3


@pytest.fixture
def region(tmp_path: Path) -> Path:
    (tmp_path / "profile.yaml").write_bytes(EMILIA_ROMAGNA.read_bytes())
    return tmp_path


def request(region: Path) -> Request:
    return Request(str(region / "profile.yaml"))


def edit(region: Path, old: str, new: str) -> None:
    file = region / "profile.yaml"
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def kinds(study) -> set[str]:
    return {finding.kind for part in study.parts for finding in part.findings}


def test_nothing_moves_when_nothing_changes_and_the_file_is_the_same(region):
    file = write_lock(request(region), region / "kept.json")
    assert kinds(check_lock(request(region), file, Limits())) == {"nothing_moved"}
    first = file.read_bytes()
    write_lock(request(region), file)
    assert file.read_bytes() == first


def test_a_lock_is_read_as_it_was_written(region):
    file = write_lock(request(region), region / "kept.json")
    kept = read_snapshot(file)
    assert lock_text(kept).encode() == file.read_bytes()


def test_an_edit_that_moves_something_is_named_with_its_part(region):
    file = write_lock(request(region), region / "kept.json")
    edit(region, "{a: ict_data, b: packaging, kind: co_develops, strength: 0.35}",
         "{a: ict_data, b: packaging, kind: co_develops, strength: 0.9}")  # fmt: skip
    study = check_lock(request(region), file, Limits())
    assert has_moved(study)
    assert kinds(study) == {"moved", "inputs_changed", "scenario_edit"}
    [told] = [item for part in study.parts for item in part.findings if item.kind == "scenario_edit"]
    assert told.facts["field"] == "links.ict_data.packaging.strength"
    line = next(row for row, text in enumerate((region / "profile.yaml").read_text("utf-8").splitlines(), start=1)
                if "{a: ict_data, b: packaging," in text)  # fmt: skip
    assert told.facts["place"] == f"profile.yaml:{line}"
    [grid] = [part.grid for part in study.parts if part.grid is not None]
    for row in grid.rows:
        cells = dict(zip([column.name for column in grid.columns], row, strict=True))
        before, after = cells["score"]
        parts = sum(part for _, part in cells["because"])
        assert parts == pytest.approx((after or 0) - (before or 0), abs=1e-6) or not cells["because"]
    assert any(row[-1] for row in grid.rows)


def test_what_many_edits_moved_is_estimated_and_says_so(region, monkeypatch):
    monkeypatch.setattr(locks, "EFFORT", Effort(exact_up_to=2, states=12))
    file = write_lock(request(region), region / "kept.json")
    text = (region / "profile.yaml").read_text("utf-8")
    (region / "profile.yaml").write_text(
        re.sub(r"(t_automation|t_robotics|t_vision): 0\.[0-9]+", r"\1: 0.1", text, count=5), "utf-8"
    )
    study = check_lock(request(region), file, Limits())
    listed = [item for part in study.parts for item in part.findings if item.kind == "scenario_edit"]
    [told] = [item for part in study.parts for item in part.findings if item.kind == "parts_sampled"]
    assert told.facts["edits"] == len(listed) == 5
    assert 0 < told.facts["standard_error"] < 0.1
    [grid] = [part.grid for part in study.parts if part.grid is not None]
    parts = [dict(zip([column.name for column in grid.columns], row, strict=True)) for row in grid.rows]
    changes = [(sum(part for _, part in row["because"]), row["score"]) for row in parts if row["because"]]
    assert changes
    for added, (before, after) in changes:
        assert added == pytest.approx(after - before, abs=len(listed) * SMALLEST)


def test_a_lock_that_speaks_of_what_is_gone_says_so(region):
    file = write_lock(request(region), region / "kept.json")
    edit(region, "t_automation: 0.95, t_robotics: 0.7", "t_automation: 0.95, t_robotics: 0.1")
    document = json.loads(file.read_text("utf-8"))
    levels = next(item for item in document["profile"]["clusters"] if item["id"] == "packaging")["competences"]
    levels["t_gone"] = 0.5
    del document["sha256"]
    file.write_text(json.dumps(document), "utf-8")
    assert "edits_unknown" in kinds(check_lock(request(region), file, Limits()))


def test_an_input_that_changes_without_effect_moves_nothing(region):
    file = write_lock(request(region), region / "kept.json")
    edit(region, 'schema_version: "1"\n', 'schema_version: "1"  # a remark\n')
    study = check_lock(request(region), file, Limits())
    assert kinds(study) == {"nothing_moved", "inputs_changed"}
    assert not has_moved(study)


def test_a_folder_of_ones_own_may_be_called_data(region):
    (region / "data").mkdir()
    words = region / "data" / "words.yaml"
    words.write_text('schema_version: "1"\nextends: shipped\n', "utf-8")
    edit(region, 'schema_version: "1"\n', 'schema_version: "1"\nvocabulary: data/words.yaml\n')
    file = write_lock(request(region), region / "kept.json")
    words.write_text('schema_version: "1"\nextends: shipped  # a remark\n', "utf-8")
    study = check_lock(request(region), file, Limits())
    [told] = [item for part in study.parts for item in part.findings if item.kind == "inputs_changed"]
    assert told.facts["files"] == ["data/words.yaml"]
    assert "rules_changed" not in kinds(study)


def test_settings_are_told_apart_from_edits(region):
    file = write_lock(request(region), region / "kept.json")
    study = check_lock(replace(request(region), lens="green"), file, Limits())
    assert kinds(study) == {"moved", "settings_changed"}


def test_what_moved_without_a_cause_is_a_mistake_of_ours(region):
    file = write_lock(request(region), region / "kept.json")
    old = read_snapshot(file)
    best = next(name for name, standing in old.standings.items() if standing.rank == 1)
    wrong = replace(old, standings={**old.standings, best: replace(old.standings[best], rank=2)})
    assert difference(wrong, old, Limits()).unexplained
    file.write_text(lock_text(wrong), "utf-8")
    study = check_lock(request(region), file, Limits())
    assert "moved_without_cause" in kinds(study)
    newer = replace(wrong, version="9.9.9")
    file.write_text(lock_text(newer), "utf-8")
    assert kinds(check_lock(request(region), file, Limits())) == {"moved", "rules_changed"}


def test_limits_say_what_counts(region):
    kept = read_snapshot(write_lock(request(region), region / "kept.json"))
    third = next(name for name, standing in kept.standings.items() if standing.rank == 3)
    shifted = replace(kept, standings={**kept.standings, third: replace(kept.standings[third], rank=4)})
    assert difference(kept, shifted, Limits(top=3)).moved == (third,)
    assert difference(kept, shifted, Limits(top=2)).moved == ()
    score = kept.standings[third].score
    nudged = replace(kept, standings={**kept.standings, third: replace(kept.standings[third], score=score + 0.004)})
    assert difference(kept, nudged, Limits()).moved == ()
    assert difference(kept, nudged, Limits(tolerance=0.003)).moved == (third,)


def test_order_band_and_score_are_told_apart(region):
    """A rank within the first so many, a band, and a score by more than the tolerance: each alone, and all at once."""
    kept = read_snapshot(write_lock(request(region), region / "kept.json"))
    third = next(name for name, standing in kept.standings.items() if standing.rank == 3)
    at = kept.standings[third]
    changes = {
        ("order",): replace(at, rank=4),
        ("band",): replace(at, band="low"),
        ("score",): replace(at, score=at.score + 0.01),
        ("order", "band", "score"): replace(at, rank=None, band="not_yet", score=None),
        (): replace(at, score=at.score + 0.004),
    }
    for ways, after in changes.items():
        found = difference(kept, replace(kept, standings={**kept.standings, third: after}), Limits())
        study = difference_study(found, subject="difference")
        assert found.ways(third) == ways
        assert [row["moved"] for row in study.data["moved"]] == ([list(ways)] if ways else [])
        told = [item.facts for part in study.parts for item in part.findings if item.kind == "moved"]
        counted = [("order_moved", "order"), ("bands_moved", "band"), ("scores_moved", "score")]
        assert all(facts[name] == (way in ways) for facts in told for name, way in counted)


def test_the_commands_and_their_exit_codes(region):
    assert ris3("lock", "profile.yaml", "--check", cwd=region).code == 2
    assert ris3("lock", "profile.yaml", cwd=region).code == 0
    assert ris3("lock", "profile.yaml", "--check", cwd=region).code == 0
    done = ris3("recommend", "profile.yaml", "--format", "json", "-o", "new.json", "--lens", "green", cwd=region)
    assert done.code == 0
    plain = ris3("diff", "recommendations.lock.json", "new.json", cwd=region)
    assert (plain.code, plain.err) == (0, "")
    assert ris3("diff", "recommendations.lock.json", "new.json", "--exit-code", cwd=region).code == 1
    for kind in ("github", "md", "csv", "json"):
        done = ris3("lock", "profile.yaml", "--check", "--lens", "green", "--format", kind, cwd=region)
        assert done.code == 1
        assert done.out
    lines = ris3(
        "lock", "profile.yaml", "--check", "--lens", "green", "--format", "github", cwd=region
    ).text.splitlines()
    assert all(line.startswith(("::notice title=", "::warning title=")) for line in lines)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{", "R110"),
        ("[]", "R110"),
        ("[" * 100_000, "R110"),
        ('{"schema": "ris3/config/1"}', "no recommendation and no lock file"),
        ('{"schema": "ris3/lock/1"}', "lacks something"),
    ],
)
def test_files_that_are_no_results_are_refused(text, told, tmp_path):
    (tmp_path / "old.json").write_text(text, "utf-8")
    done = ris3("diff", "old.json", "old.json", cwd=tmp_path)
    assert done.code == 2
    assert told in done.err


def test_two_regions_are_not_compared(region):
    lock = write_lock(request(region), region / "kept.json")
    document = json.loads(lock.read_text("utf-8"))
    document["region"]["code"] = "ES21"
    del document["sha256"]
    (region / "other.json").write_text(json.dumps(document), "utf-8")
    with pytest.raises(Exception, match="different regions"):
        compare_results(str(lock), str(region / "other.json"), Limits())


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda document: document["opportunities"][0].update(rank=5), "changed after it was written"),
        (lambda document: document.update(schema="ris3/lock/0"), "written by another ris3"),
    ],
)
def test_a_lock_that_was_changed_or_is_of_another_version_is_no_regression(change, told, region):
    """Else every slip of a hand, or a badly solved conflict, would be told as a mistake in ris3."""
    file = write_lock(request(region), region / "recommendations.lock.json")
    document = json.loads(file.read_text("utf-8"))
    change(document)
    file.write_text(json.dumps(document), "utf-8")
    for words in (("lock", "profile.yaml", "--check"), ("diff", file.name, file.name)):
        done = ris3(*words, cwd=region)
        assert (done.code, done.text) == (2, "")
        assert told in done.err
        assert "hint: write it again" in done.err


def test_a_lock_with_other_line_ends_or_spaces_is_the_same(region):
    file = write_lock(request(region), region / "kept.json")
    file.write_text(json.dumps(json.loads(file.read_text("utf-8")), indent=4).replace("\n", "\r\n"), "utf-8")
    assert kinds(check_lock(request(region), file, Limits())) == {"nothing_moved"}


def test_annotations_point_at_the_changed_line_wherever_they_are_asked_for(region):
    folder = region / "regions"
    folder.mkdir()
    shutil.copy(region / "profile.yaml", folder / "profile.yaml")
    assert ris3("lock", "regions/profile.yaml", cwd=region).code == 0
    edit(folder, "t_automation: 0.95, t_robotics: 0.7", "t_automation: 0.95, t_robotics: 0.1")
    lines = (folder / "profile.yaml").read_text("utf-8").splitlines()
    line = next(row for row, text in enumerate(lines, start=1) if "t_robotics: 0.1" in text)
    for cwd, source in ((region, "regions/profile.yaml"), (region, "regions"), (folder, "profile.yaml")):
        done = ris3("lock", source, "--check", "--format", "github", cwd=cwd)
        name = f"{'regions/' if cwd == region else ''}profile.yaml"
        [told] = [text for text in done.text.splitlines() if "t_robotics" in text]
        assert told.startswith(f"::notice file={name},line={line},title=")
        others = [text for text in done.text.splitlines() if text != told]
        assert others
        assert not any("file=" in text for text in others)
