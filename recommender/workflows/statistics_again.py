"""The statistics of a run drawn again, and read otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ..analysis.other_readings import OtherReading, other_readings
from ..analysis.redrawing import RedrawnTable, Tell, redrawn_table
from ..analysis.robustness import SUPPORTED
from ..model.config import Config
from ..model.finding import Finding
from .shelf import activities_among
from .statistics import Evidence


def redrawn(
    evidence: Evidence, config: Config, *, paths: bool, draws: int, tell: Tell | None = None
) -> tuple[RedrawnTable, Finding]:
    """The region in tables drawn again, and what must be said about them."""
    model, view = evidence.model, evidence.view
    found = redrawn_table(
        model, view, evidence.extras, draws=draws, seed=config.luck.seed, unit=config.statistics.noise_unit,
        complexity=not paths or evidence.complexity_counts(config), tell=tell,
    )  # fmt: skip
    facts = {
        "tables": found.tables,
        "other_regions": len(model.regions) - 1,
        "noise_unit": found.unit,
        "counted": model.provenance.unit,
        "specialisations": len(view.present),
        "unsure_specialisations": [code for code in view.present if round(found.present[code], 9) < SUPPORTED],
        "forecast_stays": bool(evidence.outlook.prospects) and not paths,
    }
    return found, Finding("redrawn_table", evidence.region.code, facts)


def read_otherwise(evidence: Evidence, config: Config) -> Iterator[tuple[OtherReading, Evidence]]:
    """The same statistics under each other cut, quotient, year and measure of relatedness."""
    labels = {code: activity.label for code, activity in activities_among(evidence.model.activities).items()}
    for found in other_readings(
        evidence.model, evidence.view, evidence.extras, table=evidence.table, labels=labels,
        unit=config.statistics.noise_unit,
    ):  # fmt: skip
        yield found, replace(evidence, model=found.model, view=found.view)
