"""`ris3/scenario-run/1`: the answer of `ris3 scenario run`."""

from __future__ import annotations

from typing import Any

from ...model.study import Trial
from ..plain import plain
from . import PAYLOADS
from ._findings import findings_payload


@PAYLOADS.add(Trial)
def trial_payload(result: Trial, language: str) -> dict[str, Any]:
    """The recommendation under the scenario, with `scenario`, `moves` and today's places under `base`."""
    [scenario] = result.study.data["scenarios"]
    told = [finding for part in result.study.parts for finding in part.findings]
    about = {name: value for name, value in scenario.items() if name != "moves"}
    about["findings"] = findings_payload(told, result.recommendation, language)
    base = {
        name: {"rank": rank, "band": band, "score": score} for name, (rank, band, score) in sorted(result.base.items())
    }
    added = {"schema": "ris3/scenario-run/1", "scenario": about, "moves": scenario["moves"], "base": base}
    whole = PAYLOADS.of_type(type(result.recommendation))(result.recommendation, language)
    return {**whole, **plain(added)}
