"""What a reference model or a table says about the paths of a profile."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import numpy as np

from ..model.finding import Finding
from ..model.outlook import Prospect
from ..model.recommendation import ColocationEvidence
from ..model.reference import ReferenceModel
from ..model.table import Status


@dataclass(frozen=True, slots=True)
class Statistics:
    """What statistics say about each path (see `colocation` and `outlook`), and about themselves."""

    evidence: Mapping[str, ColocationEvidence]
    complexity: Mapping[str, float | None]
    warnings: tuple[Finding, ...] = ()
    prospects: Mapping[str, Prospect] = field(default_factory=dict)
    base_rate: float | None = None


def estimated_figures(model: ReferenceModel, region: str) -> Iterator[Finding]:
    """What rests on an estimate must not pass for a figure of the publisher."""
    estimated = model.status == Status.ESTIMATED
    if estimated.any():
        mine = estimated[model.region_index(region)]
        facts = {
            "cells": int(estimated.sum()),
            "cells_held": int(np.isfinite(model.values).sum()),
            "activities": [code for code, marked in zip(model.activities, mine, strict=True) if marked],
        }
        yield Finding("estimated_figures", region, facts)
