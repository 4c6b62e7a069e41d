"""A project: regions, scenarios, and the outputs that are kept up to date."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from .finding import Finding
from .problem import Place, Problem

Reason = Literal["new", "missing", "edited", "recipe", "inputs", "data", "version", "forced"]
REASONS: tuple[Reason, ...] = ("new", "missing", "edited", "recipe", "inputs", "data", "version", "forced")
"""Why an output is stale: it was never made, its file is gone, it was changed by hand, ris3.yaml says otherwise,
what it was made from changed, or the data or the version of ris3 did."""

State = Literal["current", "stale", "made", "same"]
STATES: tuple[State, ...] = ("current", "stale", "made", "same")
"""`same`: made again, and not a byte is different."""


@dataclass(frozen=True, slots=True)
class WantedOutput:
    """One file that a project keeps.

    Attributes
    ----------
    file : its name as seen from the project's folder
    command : what makes it
    region : the name under which the project knows the region
    request : what the region and the output say about the basis, under the names of the options
    options : what else the output says, under the names of the options of its command
    recipe : all of it as it is written: what the output is made from, apart from what is in the files
    at, line : where the project names it
    """

    file: str
    command: str
    region: str
    request: Mapping[str, Any]
    options: Mapping[str, Any]
    recipe: Mapping[str, Any]
    at: Place
    line: str | None = None


@dataclass(frozen=True, slots=True)
class Project:
    """What a project file says; names of files in `outputs` start from its `folder`."""

    file: Path
    outputs: tuple[WantedOutput, ...]

    @property
    def folder(self) -> Path:
        return self.file.parent


@dataclass(frozen=True, slots=True)
class Made:
    """What is known of an output that was made: hashes of it, and of all that it was made from.

    `inputs` are the files of the project; None is one that was looked for and is not there.
    """

    sha256: str
    recipe: Mapping[str, Any]
    inputs: Mapping[str, str | None]
    data: str
    version: str


@dataclass(frozen=True, slots=True)
class Kept:
    """How an output stands, and why: `files` are those that changed since it was made."""

    file: str
    command: str
    region: str
    state: State
    reasons: tuple[Reason, ...] = ()
    files: tuple[str, ...] = ()

    @property
    def finding(self) -> Finding:
        """Why it is made again."""
        return Finding("output_stale", self.file, {"because": list(self.reasons), "files": list(self.files)})


@dataclass(frozen=True, slots=True)
class Upkeep:
    """What became of the outputs of a project, or what would."""

    project: str
    outputs: tuple[Kept, ...]
    findings: tuple[Finding, ...]
    warnings: tuple[Problem, ...] = ()
