"""Recommendations under version control: a lock file, what moved since, and any two results compared."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from .. import shipped
from ..analysis.attribution import Effort
from ..analysis.difference import Because, Difference, Limits, difference, difference_study
from ..analysis.scenarios import Outcome, because, edit_findings
from ..inputs.difference import scenario_from_plain
from ..inputs.library import shipped_paths
from ..inputs.overlay import plain_sections
from ..inputs.reading import Reading
from ..inputs.result_file import LOCK, content_hash_of, read_snapshot
from ..inputs.scenario_reader import read_scenario_text
from ..model.finding import Finding
from ..model.problem import Code, InputErrors, Place, input_error
from ..model.profile import Profile
from ..model.recommendation import Recommendation
from ..model.scenario import Edit, Scenario
from ..model.snapshot import Snapshot, snapshot_of
from ..model.study import Study
from ..outputs.files import write_atomically
from ..outputs.plain import plain
from ..outputs.profile_yaml import as_yaml
from ..outputs.tool import TOOL
from .laboratory import Laboratory, ranked
from .recommend import is_profile, with_context
from .request import Request
from .scenarios import outcome_of
from .shelf import shipped_shelf

SHIPPED_FOLDERS = ("data/", "configs/")
LOCK_FILE = "recommendations.lock.json"
CHANGED = {"en": "Changed", "it": "Modificato"}
EFFORT = Effort(exact_up_to=8, states=300)
"""A check is waited for in a pipeline: it tries fewer states than a scenario does, and says how far off that may be."""


def lock_file(source: str | None) -> Path:
    """Where the lock of a source is kept: beside the profile, else in the working folder."""
    if source is None or source == "-" or not is_profile(source):
        return Path(LOCK_FILE)
    place = Path(source)
    return (place if place.is_dir() else place.parent) / LOCK_FILE


def write_lock(request: Request, file: Path) -> Path:
    """Keep the recommendations of a request: ranks, scores, drivers, and everything that they depend on.

    Raises
    ------
    RecommenderError
        With everything that is wrong with the files of the request, or if the lock cannot be written.
    """
    write_atomically(file, kept_text(request).encode())
    return file


def kept_text(request: Request) -> str:
    """What `write_lock` writes; errors as there."""
    laboratory = Laboratory.of(request)
    return lock_text(_snapshot(laboratory, _answer(laboratory)))


def lock_text(kept: Snapshot) -> str:
    """A lock file: sorted, so that its diff in version control shows what moved."""
    document = {
        "schema": LOCK,
        "tool": {"name": TOOL["name"], "version": kept.version},
        "region": {"code": kept.region_code, "name": kept.region_name},
        "subject": kept.subject,
        "inputs": [{"name": name, "sha256": kept.inputs[name]} for name in sorted(kept.inputs)],
        "settings": plain(kept.settings),
        "opportunities": [{"id": name} | plain(kept.standings[name]) for name in kept.standings],
        "names": {name: plain(kept.names[name]) for name in kept.names},
        "profile": plain(kept.profile),
    }
    document["sha256"] = content_hash_of(document)
    return json.dumps(document, indent=1, sort_keys=True, ensure_ascii=False) + "\n"


def check_lock(request: Request, file: Path, limits: Limits) -> Study:
    """What moved since a lock was written, and which edits of the profile explain it; errors as `write_lock`."""
    if not file.is_file():
        raise input_error(Code.FILE_MISSING, "there is no lock file", Place(str(file)), hint="'ris3 lock' writes it")
    old = read_snapshot(file)
    laboratory = Laboratory.of(request)
    answer = _answer(laboratory)
    now = _snapshot(laboratory, answer)
    found = difference(old, now, limits, _shipped(old, now))
    edits, because = _explained(found, laboratory, answer.origins)
    return difference_study(found, subject="lock-check", edits=edits, because=because)


def compare_results(old: str, new: str, limits: Limits) -> Study:
    """Two results, or lock files, of one region side by side.

    Raises
    ------
    RecommenderError
        With everything that is wrong with the files, or if they are about different regions.
    """
    return _side_by_side(read_snapshot(Path(old)), read_snapshot(Path(new)), limits, Place(new), f"a result like {old}")


def changes_since(old: str, answer: Recommendation) -> Study:
    """What moved between a kept result, or a lock file, and an answer; errors as `compare_results`."""
    now = _as_written(snapshot_of(answer, str(TOOL["version"]), None))
    return _side_by_side(read_snapshot(Path(old)), now, Limits(), Place(old), "an earlier result of this region")


def _side_by_side(one: Snapshot, other: Snapshot, limits: Limits, at: Place, like: str) -> Study:
    if (one.region_code, one.subject) != (other.region_code, other.subject):
        message = "the two results are about different regions, or one about paths and one about activities"
        raise input_error(Code.NAME_RULE, message, at, hint=f"compare with {like}")
    return difference_study(difference(one, other, limits, _shipped(one, other)), subject="difference")


def _shipped(old: Snapshot, new: Snapshot) -> frozenset[str]:
    """Names of inputs that come with ris3: a folder of the user's own may be called data as well."""
    names = [name for name in {*old.inputs, *new.inputs} if name.startswith(SHIPPED_FOLDERS)]
    return frozenset(name for name in names if (shipped.ROOT / name).is_file())


def limits(top: int | None, tolerance: float | None) -> Limits:
    """What counts as moved; the default where nothing is said."""
    usual = Limits()
    return Limits(usual.top if top is None else top, usual.tolerance if tolerance is None else tolerance)


def has_moved(study: Study) -> bool:
    return bool(study.data["moved"])


def _answer(laboratory: Laboratory) -> Recommendation:
    return with_context(ranked(laboratory.part(()), laboratory.luck), laboratory.run)


def _snapshot(laboratory: Laboratory, answer: Recommendation) -> Snapshot:
    run = laboratory.run
    version = str(TOOL["version"])
    return _as_written(snapshot_of(answer, version, _kept(run.profile) if run.profile is not None else None))


def _as_written(kept: Snapshot) -> Snapshot:
    """With values as they come back from a file, so that nothing differs by its type alone."""
    return replace(kept, settings=json.loads(json.dumps(plain(kept.settings))))


def _kept(profile: Profile) -> Mapping[str, Any]:
    """What scenarios can change; without the paths where they are those that come with ris3."""
    sections = plain_sections(profile)
    if profile.library == shipped_paths(shipped_shelf(), Reading()):
        del sections["paths"]
    return {name: plain(value) for name, value in sections.items()}


def _explained(found: Difference, laboratory: Laboratory, origins: Mapping[str, str]) -> tuple[list[Finding], Because]:
    """The edits that turned the profile of the lock into today's, and their parts of what moved."""
    profile, before = laboratory.run.profile, found.old.profile
    if not found.own_inputs or profile is None or before is None or not found.moved:
        return [], {}
    now = _kept(profile)
    try:
        old = _at_the_lock(laboratory, scenario_from_plain(now, before, "back", "back"))
        reading = Reading()
        plain_edits = scenario_from_plain(before, now, "forth", CHANGED)
        written = read_scenario_text(as_yaml(plain_edits), LOCK_FILE, reading)
        scenario = _placed(written.scenario, profile, origins)
        outcome = outcome_of(old, written, reading, EFFORT)
    except InputErrors:  # the old profile names what is no longer there, such as a path of another library
        return [Finding("edits_unknown", profile.region.code or "region", {})], {}
    return edit_findings(scenario, outcome), _parts(outcome)


def _placed(scenario: Scenario, profile: Profile, origins: Mapping[str, str]) -> Scenario:
    """The scenario with the places of today's files where its edits stand; what was removed has none."""
    row = {link: f"links.{place}" for place, link in enumerate(profile.links)}
    named = {f"links.{link.a}.{link.b}": row[link] for link in profile.links}
    named |= {f"links.{link.a}.{link.b}.{link.kind}": row[link] for link in profile.links}

    def place(edit: Edit) -> str:
        value = edit.value if isinstance(edit.value, Mapping) else {}
        at = f"{edit.at}.{value['id']}" if "id" in value else edit.at
        if {"a", "b"} <= value.keys():
            at = f"links.{value['a']}.{value['b']}"
        while at and edit.action != "remove":
            if (found := origins.get(named.get(at, at))) is not None:
                return found
            at = at.rpartition(".")[0]
        return ""

    return replace(scenario, edits=tuple(replace(edit, place=place(edit)) for edit in scenario.edits))


def _at_the_lock(laboratory: Laboratory, back: Mapping[str, Any]) -> Laboratory:
    """The laboratory as it was when the lock was written."""
    reading = Reading()
    state = laboratory.under(read_scenario_text(as_yaml(back), LOCK_FILE, reading), reading)
    return Laboratory.on(state.run)


def _parts(outcome: Outcome) -> Because:
    return {move.path: because(move) for move in outcome.moves}
