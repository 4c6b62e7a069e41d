"""What a reference model or a table says about the paths of a profile."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..model.finding import Finding
from ..model.recommendation import ColocationEvidence


@dataclass(frozen=True, slots=True)
class Statistics:
    """What statistics say about each path (see `colocation`), and about themselves."""

    evidence: Mapping[str, ColocationEvidence]
    complexity: Mapping[str, float | None]
    warnings: tuple[Finding, ...] = ()
