"""The outputs of a project, each with its state and why."""

from __future__ import annotations

from typing import Any

from ...model.project import Upkeep
from ...wording import sentence
from ..plain import plain
from ..tool import TOOL
from . import PAYLOADS
from ._findings import problem_payload


@PAYLOADS.add(Upkeep)
def upkeep_payload(result: Upkeep, language: str) -> dict[str, Any]:
    findings = [
        {"code": item.code, "kind": item.kind, "subject": item.subject, "facts": plain(item.facts), "at": [],
         "text": sentence(item, {}, language)}
        for item in result.findings
    ]  # fmt: skip
    outputs = [
        {"file": item.file, "region": item.region, "command": item.command, "state": item.state,
         "because": list(item.reasons), "files": list(item.files)}
        for item in result.outputs
    ]  # fmt: skip
    return {
        "schema": "ris3/upkeep/1",
        "tool": dict(TOOL),
        "project": result.project,
        "outputs": outputs,
        "findings": findings,
        "warnings": [problem_payload(problem) for problem in result.warnings],
    }
