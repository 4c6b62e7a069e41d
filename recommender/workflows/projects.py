"""The outputs of a project: which of them are stale, and made again where they are."""

from __future__ import annotations

import hashlib
import json
import os
import shlex
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from .. import shipped
from ..inputs.folders import PROJECT_FILE, is_file, is_folder
from ..inputs.ledger import Ledger, content_hash, ledger
from ..inputs.project_reader import read_project
from ..inputs.reading import Reading
from ..inputs.upkeep_file import UPKEEP, read_made
from ..model.finding import Finding
from ..model.problem import Code, InputErrors, Problem, RecommenderError
from ..model.project import Kept, Made, Project, Reason, Upkeep, WantedOutput
from ..outputs.files import output_error, write_atomically
from ..outputs.render import languages
from ..outputs.tool import TOOL
from .jobs import JOBS, Order, kinds
from .request import Request

RECORD = ".outputs.json"
"""Ends the name of the record of what outputs were made from: ris3.outputs.json, beside ris3.yaml and like it under
version control."""
START = """\
# yaml-language-server: $schema=schemas/project.schema.json
# What is kept up to date: 'ris3 run' makes every output that is stale, 'ris3 run --check' only says which.
schema_version: "1"
regions:
  {region}: {{source: profile.yaml}}
# Your own scenarios, as in  shop-floor: scenarios/shop-floor.yaml ; those that come with ris3 need no entry.
scenarios: {{}}
outputs:
  results/ranking.md: {{command: recommend}}
  results/ranking.json: {{command: recommend}}
  results/report.html: {{command: report}}
  results/scenarios.md: {{command: scenario compare, scenarios: [budget-limited]}}
  recommendations.lock.json: {{command: lock}}
"""
DATA_ENDINGS = (".yaml", ".csv", ".npz")

Tell = Callable[[int, int, str], None]
"""Told before each output: how many are done, of how many, and which comes next."""


def started_project(region: str) -> str:
    """A project file for the profile beside it, with the outputs that most people want."""
    return START.format(region=region)


def run_project(name: str, *, force: bool = False, tell: Tell | None = None) -> Upkeep:
    """Make every output of a project that is stale, or with `force` all of them.

    Nothing is written before all of them are made. Then each is put in its place as a whole, and last the
    record of what they were made from: whatever happens in between, the next run finds what is stale.

    Raises
    ------
    RecommenderError
        With everything that is wrong with the project and its files, or if an output cannot be written.
    """
    project, known, problem = _opened(name)
    kept = tuple(_standing(output, known, project, force=force) for output in project.outputs)
    stale = [output for output, standing in zip(project.outputs, kept, strict=True) if standing.state == "stale"]
    fresh = _make_all(stale, project, tell or (lambda done, of, what: None))
    written = {file: _put(project.folder / file, item.data) for file, item in fresh.items()}
    record = {output.file: fresh[output.file].made if output.file in fresh else known[output.file]
              for output in project.outputs}  # fmt: skip
    _write_record(record_file(project), record)
    outputs = tuple(replace(item, state=written.get(item.file, item.state)) for item in kept)
    return _upkeep(project, outputs, problem)


def check_project(name: str, *, force: bool = False) -> Upkeep:
    """What `run_project` would make, and why; nothing is written. Errors in the project file as there."""
    project, known, problem = _opened(name)
    outputs = tuple(_standing(output, known, project, force=force) for output in project.outputs)
    return _upkeep(project, outputs, problem)


def record_file(project: Project) -> Path:
    """Where it is kept what the outputs of a project were made from."""
    return project.file.with_suffix(RECORD)


def is_stale(found: Upkeep) -> bool:
    return any(item.state == "stale" for item in found.outputs)


def _opened(name: str) -> tuple[Project, dict[str, Made], Problem | None]:
    place = Path(name)
    file = place / PROJECT_FILE if is_folder(place) else place
    known_scenarios = {item: shipped.SCENARIOS / f"{item}.yaml" for item in shipped.scenarios()}
    project = read_project(file, Reading(), kinds(), languages(), known_scenarios)
    record = record_file(project)
    taken = [item for item in project.outputs if project.folder / item.file == record]
    if taken:
        message = f"'{record.name}' is where ris3 run keeps its record"
        raise InputErrors([Problem(Code.OUTPUT_PLACE, message, taken[0].at, taken[0].line, "choose another name")])
    known, problem = read_made(record)
    return project, known, problem


def _standing(output: WantedOutput, known: Mapping[str, Made], project: Project, *, force: bool) -> Kept:
    made, target = known.get(output.file), project.folder / output.file
    files: tuple[str, ...] = ()
    reasons: list[Reason] = []
    if made is None or not is_file(target):
        reasons.append("new" if made is None else "missing")
    else:
        files = tuple(_changed(made.inputs, project.folder))
        told: dict[Reason, bool] = {
            "edited": _hash_of(target) != made.sha256,
            "recipe": dict(output.recipe) != dict(made.recipe),
            "inputs": bool(files),
            "data": made.data != _shipped_data(),
            "version": made.version != TOOL["version"],
            "forced": force,
        }
        reasons += [reason for reason, holds in told.items() if holds]
    return Kept(output.file, output.command, output.region, "stale" if reasons else "current", tuple(reasons), files)


def _changed(inputs: Mapping[str, str | None], folder: Path) -> Iterator[str]:
    yield from (name for name, known in sorted(inputs.items()) if _hash_of(folder / name) != known)


def _hash_of(file: Path) -> str | None:
    """The hash of a file as it is now; None if it is not there or cannot be read."""
    try:
        return content_hash(file.read_bytes())
    except (OSError, ValueError):
        return None


@cache
def _shipped_data() -> str:
    """One hash of everything that comes with ris3 and that an output may rest on."""
    files = [*shipped.CONFIGS.rglob("*"), *shipped.DATA.rglob("*")]
    told = hashlib.sha256()
    for file in sorted(item for item in files if item.suffix in DATA_ENDINGS and shipped.EXAMPLES not in item.parents):
        told.update(f"{shipped.display_name(file)} {content_hash(file.read_bytes())}\n".encode())
    return told.hexdigest()


@dataclass(frozen=True, slots=True)
class _Fresh:
    """An output that was just made: its bytes, and what is to be known of it."""

    data: bytes
    made: Made


def _make_all(stale: Sequence[WantedOutput], project: Project, tell: Tell) -> dict[str, _Fresh]:
    """Every stale output, in memory; the problems of all of them together."""
    problems: dict[Problem, None] = {}
    fresh: dict[str, _Fresh] = {}
    for done, output in enumerate(stale):
        tell(done, len(stale), output.file)
        try:
            fresh[output.file] = _make(output, project)
        except RecommenderError as error:
            problems |= dict.fromkeys(_placed(problem, output) for problem in error.problems)
    if problems:
        raise InputErrors(problems)
    return fresh


def _make(output: WantedOutput, project: Project) -> _Fresh:
    with ledger() as noted:
        data = JOBS.all()[output.command].make(_order(output, project))
    inputs = _inside(noted, project.folder)
    if output.file in inputs:
        raise output_error(project.folder / output.file, "this file is read to make it", "choose another name")
    return _Fresh(data, Made(content_hash(data), output.recipe, inputs, _shipped_data(), str(TOOL["version"])))


def _placed(problem: Problem, output: WantedOutput) -> Problem:
    """A problem that is about no file is about what ris3.yaml says of the output."""
    return problem if problem.at is not None else replace(problem, at=output.at, line=output.line)


def _inside(noted: Ledger, folder: Path) -> dict[str, str | None]:
    """Files of the project under names that are the same wherever ris3 runs; all others come with ris3."""
    base = Path(os.path.normpath(folder))
    places = {Path(os.path.normpath(path)): known for path, known in noted.items()}
    found = {path.relative_to(base).as_posix(): known for path, known in places.items() if path.is_relative_to(base)}
    return {name: found[name] for name in sorted(found) if Path(name).name != PROJECT_FILE}


def _order(output: WantedOutput, project: Project) -> Order:
    said = dict(output.request)
    relatedness = said.pop("relatedness", None)
    if relatedness is not None:
        said["relatedness"] = ",".join(map(_as_typed, relatedness))
    request = Request(**said, project=str(project.file))
    language = output.options.get("lang", "en")
    return Order(request, output.options, project.folder / output.file, language, _asked(output, language))


def _as_typed(item: Mapping[str, Any]) -> str:
    return f"{item['measure']}={item['file']}" + (f":{item['weight']:g}" if "weight" in item else "")


def _asked(output: WantedOutput, language: str) -> str:
    """What a user would type in the project's folder to name the region."""
    written = {**output.recipe["region"], **{key: value for key, value in output.recipe["output"].items()
                                             if key in ("lens", "config", "reference", "seed")}}  # fmt: skip
    source = written.pop("source", None)
    relatedness = written.pop("relatedness", None)
    words = [source] if source else []
    words += [word for name, value in written.items() for word in (f"--{name}", str(value))]
    if relatedness:
        words += ["--relatedness", ",".join(f"{item['measure']}={item['file']}" + (f":{item['weight']}" if "weight" in
                  item else "") for item in relatedness)]  # fmt: skip
    return shlex.join([*words, *(["--lang", language] if language != "en" else [])])


def _put(target: Path, data: bytes) -> Any:
    """Write an output where it belongs, unless it stands there already."""
    try:
        if is_file(target) and target.read_bytes() == data:
            return "same"
        target.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise output_error(target, f"cannot write: {error.strerror or 'the system refuses'}") from None
    write_atomically(target, data)
    return "made"


def _write_record(file: Path, record: Mapping[str, Made]) -> None:
    outputs = [
        {"file": name, "sha256": made.sha256, "recipe": made.recipe, "inputs": made.inputs, "data": made.data,
         "version": made.version}
        for name, made in sorted(record.items())
    ]  # fmt: skip
    document = {"schema": UPKEEP, "tool": {"name": TOOL["name"]}, "outputs": outputs}
    _put(file, (json.dumps(document, indent=1, sort_keys=True, ensure_ascii=False) + "\n").encode())


def _upkeep(project: Project, outputs: tuple[Kept, ...], problem: Problem | None) -> Upkeep:
    states = [item.state for item in outputs]
    facts = {"count": len(states) - states.count("current"), "of": len(states)}
    if not facts["count"]:
        finding = Finding("outputs_current", "project", {"count": len(states)})
    elif "stale" in states:
        finding = Finding("outputs_stale", "project", facts)
    else:
        told = {"count": facts["count"], "same": states.count("same")}
        finding = Finding("outputs_made", "project", told)
    return Upkeep(project.file.name, outputs, (finding,), (problem,) if problem else ())
