"""Findings and problems as the documents hold them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ...model.finding import Finding
from ...model.problem import Problem
from ...model.recommendation import Recommendation
from ...wording import sentence
from ..places import places
from ..plain import plain


def finding_payload(finding: Finding, answer: Recommendation, language: str) -> dict[str, Any]:
    """A finding with its sentence, so that words and data cannot disagree."""
    return {
        "code": finding.code,
        "kind": finding.kind,
        "subject": finding.subject,
        "facts": plain(finding.facts),
        "at": places(finding.at, answer),
        "text": sentence(finding, answer.names, language),
    }


def findings_payload(findings: Iterable[Finding], answer: Recommendation, language: str) -> list[dict[str, Any]]:
    return [finding_payload(finding, answer, language) for finding in findings]


def problem_payload(problem: Problem) -> dict[str, Any]:
    return {
        "code": problem.code.code,
        "message": problem.message,
        "at": str(problem.at) if problem.at else None,
        "line": problem.line,
        "hint": problem.hint,
    }
