"""Write docs/benchmark.md: forecasts from earlier years of real tables against what came.

python scripts/build_benchmark_doc.py            runs every backtest (some minutes) and writes the page

The tables are those of the folder named by RIS3_SHARED, ../shared/data by default; nothing of them is copied.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from recommender.analysis.prediction.backtest import backtest
from recommender.inputs.tables import read_table
from recommender.model.backtest import ENTRY, LASTING, MethodResult, Question
from recommender.model.table import Table
from recommender.workflows.shelf import nuts

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "benchmark.md"
SHARED = Path(os.environ.get("RIS3_SHARED", ROOT.parent / "shared" / "data"))

HEAD = """\
# Forecasts against what came

Written by `python scripts/build_benchmark_doc.py` from real tables; every figure can be made again, also one at a time
with `ris3 backtest`. How the forecasts are made, what was looked at when, and why these figures flatter us:
[prediction](prediction.md). The settings were chosen on these tables: this page shows what they reach where they were
made, and is no test of them on tables that nobody had seen.

"""


@dataclass(frozen=True, slots=True)
class Case:
    """One forecast: which table, from which year, how far ahead, for cells below which location quotient."""

    name: str
    file: str
    origin: int
    horizon: int
    cut: float
    indicator: str | None = None

    @property
    def title(self) -> str:
        return f"{self.name} {self.origin} + {self.horizon}, {self.cut:g}"


Found: TypeAlias = tuple[Case, list[Question]]
PRECISION = "average_precision"

UK, EU = "official/ons_gva_table3c_itl3_wide.csv.gz", "panels/eu_nuts2_nace2_harmonised_2008_2014.csv.gz"
SBS, JOBS = "official/sbs_r_nuts06_r2.tsv.gz", "official/nomis_native_export_itl2_sic4_multiblock.csv.gz"
CASES = (
    Case("UK", UK, 2012, 10, 0.5),
    Case("UK", UK, 2012, 10, 0.75),
    Case("UK", UK, 2015, 5, 0.75),
    Case("EU", EU, 2011, 3, 0.75),
    Case("EU", EU, 2012, 2, 0.75),
    Case("EU", EU, 2012, 2, 1.0),
    Case("EU wages", SBS, 2012, 2, 0.5, "V13320"),
    Case("UK jobs", JOBS, 2019, 3, 0.5),
    Case("UK jobs", JOBS, 2020, 2, 0.5),
)
TABLES = """\
UK: gross value added of 179 ITL-3 areas x 48 industries, leaves only (Office for National Statistics, `{uk}`). EU:
persons employed in 286 NUTS-2 regions x 68 divisions, suppressed cells left out (Eurostat, `{eu}`). EU wages: wages and
salaries of the same (`{sbs}`, V13320). UK jobs: employees in 40 ITL-2 areas x 616 classes of the SIC (Business Register
and Employment Survey by way of Nomis, `{jobs}`).

"""


def page() -> str:
    """The whole page."""
    tables: dict[tuple[str, str | None], Table] = {}
    found = []
    for case in CASES:
        key = case.file, case.indicator
        if key not in tables:
            tables[key], _ = read_table(str(SHARED / case.file), nuts=nuts(), indicator=case.indicator)
        found.append((case, backtest(tables[key], case.origin, case.horizon, case.cut)))
    parts = (TABLES.format(uk=UK, eu=EU, sbs=SBS, jobs=JOBS), *_summary(found), *_promises(found), *_methods(found))
    return HEAD + "\n".join((parts[0].rstrip(), "", *parts[1:], *_variants(found))) + "\n"


def _summary(found: list[Found]) -> Iterator[str]:
    yield "## Ours and the best simple method\n"
    yield "Average precision; in brackets the middle 90 % of 200 draws of whole regions. Named by table, origin +"
    yield "horizon, cut.\n"
    yield "| table | entered of candidates | ours | best simple method | ratio | lead |"
    yield "|---|---:|---:|---|---:|---:|"
    ratios = []
    for case, questions in found:
        asked = _asked(questions, ENTRY)
        ours, best = _precision(asked.ours), _precision(_simple(asked))
        lead = _simple(asked).lead[PRECISION]
        ratios.append(ours / best)
        yield (
            f"| {case.title} | {asked.entries:,} of {asked.candidates:,} | {ours:.3f} | {_named(asked)} | "
            f"{ratios[-1]:.2f} | {lead.value:.3f} ({lead.low:.3f} to {lead.high:.3f}) |"
        )
    yield f"\nMean ratio: {sum(ratios) / len(ratios):.2f}.\n"


def _promises(found: list[Found]) -> Iterator[str]:
    yield "## What was promised, and what came\n"
    yield "Lift: how many times as often as all candidates the likeliest tenth entered; promised before the origin."
    yield "Brier skill and calibration error of entering, then of entering and staying where the table tells.\n"
    yield "| table | called itself | promised | came | promised / came | Brier skill | calibration error | if perfect |"
    yield "|---|---|---:|---:|---:|---:|---:|---:|"
    for case, questions in found:
        asked = _asked(questions, ENTRY)
        came = asked.ours.value("lift")
        ratio = asked.promised_lift / came if asked.promised_lift and came else None
        told = [_number(value, 2) for value in (asked.promised_lift, came, ratio)] + _probabilities(asked)
        yield f"| {case.title} | {asked.standing.replace('_', ' ')} | " + " | ".join(told) + " |"
        stays = next((item for item in questions if item.variant == LASTING), None)
        if stays is not None:
            yield f"| … and stays | | | | | {' | '.join(_probabilities(stays))} |"
    yield ""


def _probabilities(asked: Question) -> list[str]:
    perfect = asked.ours.perfect_calibration_error
    figures = asked.ours.value("brier_skill"), asked.ours.value("calibration_error"), perfect.value if perfect else None
    return [_number(value, 3) for value in figures]


def _methods(found: list[Found]) -> Iterator[str]:
    yield "## All methods\n"
    yield "Average precision on the same cells.\n"
    methods = {item.method: item for _, questions in found for item in _asked(questions, ENTRY).methods}
    yield "| method | " + " | ".join(case.title for case, _ in found) + " |"
    yield "|---|" + "---:|" * len(found)
    for name in sorted(methods, key=lambda name: (not methods[name].learned, name)):
        rows = [{item.method: item for item in _asked(questions, ENTRY).methods}.get(name) for _, questions in found]
        yield f"| {name} | " + " | ".join(_number(row.value(PRECISION) if row else None, 3) for row in rows) + " |"
    yield ""


def _variants(found: list[Found]) -> Iterator[str]:
    yield "## Other questions to the same forecasts\n"
    yield "lasting: also in the two observations that follow; fresh: never specialised before; lagging: the third of"
    yield "the regions with the fewest specialisations; other-countries: ours learned without the region's country."
    yield "Precision at 10: within regions, beside chance and an oracle.\n"
    yield "| table | question | entered of candidates | ours | best simple method | precision at 10 | chance; oracle |"
    yield "|---|---|---:|---:|---|---:|---:|"
    for case, questions in found:
        for asked in questions:
            bounds = _number(asked.chance.value, 2), _number(asked.oracle.value, 2)
            yield (
                f"| {case.title} | {asked.variant} | {asked.entries:,} of {asked.candidates:,} | "
                f"{_precision(asked.ours):.3f} | {_named(asked)} | "
                f"{_number(asked.ours.value('precision_at_10'), 2)} | {bounds[0]}; {bounds[1]} |"
            )


def _asked(questions: list[Question], variant: str) -> Question:
    return next(item for item in questions if item.variant == variant)


def _simple(asked: Question) -> MethodResult:
    assert asked.best_simple is not None, "a benchmark runs every method"
    return asked.best_simple


def _named(asked: Question) -> str:
    return f"{_simple(asked).method} {_precision(_simple(asked)):.3f}"


def _precision(method: MethodResult) -> float:
    return method.value(PRECISION) or 0.0


def _number(value: float | None, places: int) -> str:
    return "–" if value is None or value != value else f"{value:.{places}f}"


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
    print(f"written: {PAGE.name}")
