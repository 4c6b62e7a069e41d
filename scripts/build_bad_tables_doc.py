"""Write docs/bad_tables.md: what becomes of tables that other packages fail on, without a word or with a traceback.

    python -m scripts.build_bad_tables_doc

Each table is written to a file and measured as `ris3 measure` does it; the page says what was told.
"""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from recommender.model.measured import MeasureTable
from recommender.model.problem import Problem, RecommenderError
from recommender.workflows.measures import MeasureRequest, measure

FILE = Path(__file__).resolve().parent.parent / "docs" / "bad_tables.md"
MEASURES = ("location-quotient", "relatedness-density", "economic-complexity-index", "fitness")
# The matrix of the golden values (docs/method.md): employment of 5 regions in 6 activities.
FIGURES = (
    (120, 40, 10, 30, 5, 60), (20, 80, 60, 10, 0, 30), (5, 10, 70, 90, 40, 10), (300, 20, 0, 15, 2, 80),
    (10, 30, 40, 60, 50, 5),
)  # fmt: skip
REGIONS, ACTIVITIES = ("R1", "R2", "R3", "R4", "R5"), "ABCDEF"
BASE = {
    (region, code): str(figure)
    for region, row in zip(REGIONS, FIGURES, strict=True)
    for code, figure in zip(ACTIVITIES, row, strict=True)
}


@dataclass(frozen=True, slots=True)
class Case:
    """A table, and what is wrong with it."""

    name: str
    text: str


def table(cells: dict[tuple[str, str], str]) -> str:
    """The cells as a long CSV."""
    return "region,activity,value\n" + "".join(f"{region},{code},{value}\n" for (region, code), value in cells.items())


def with_years(years: dict[int, str | None]) -> str:
    """The usual cells in several years; a year with a value has that everywhere."""
    rows = [f"{region},{code},{year},{value if same is None else same}\n"
            for year, same in years.items() for (region, code), value in BASE.items()]  # fmt: skip
    return "region,activity,year,value\n" + "".join(rows)


def row(region: str, value: str) -> dict[tuple[str, str], str]:
    """A further region with the same figure everywhere."""
    return {(region, code): value for code in ACTIVITIES}


def blocks(*pairs: str) -> dict[tuple[str, str], str]:
    """Cells of 5 for each pair such as R1A."""
    return {(pair[:2], pair[2:]): "5" for pair in pairs}


def cases() -> list[Case]:
    """The tables, in the order of the page."""
    column = {(region, "G"): "0" for region in REGIONS}
    spoiled = {"not a number (NaN)": "nan", "negative figure": "-5", "1e302": "1e302", "text": "many",
               "decimal comma": '"1,5"', "empty cell": ""}  # fmt: skip
    return [
        Case("region of zeros", table(BASE | row("R6", "0"))),
        Case("activity of zeros", table(BASE | column)),
        Case("year of zeros", with_years({2013: "0", 2014: None})),
        *(Case(name, table(BASE | {("R2", "B"): value})) for name, value in spoiled.items()),
        Case("cell given twice", table(BASE) + "R1,A,120\n"),
        Case("two blocks without a common activity", table(blocks(
            "R1A", "R1B", "R2A", "R2C", "R3B", "R3C", "R4D", "R4E", "R5D", "R5E"))),
        Case("isolated pair of region and activity", table({**BASE, ("R6", "G"): "5"})),
        Case("one activity", table({cell: value for cell, value in BASE.items() if cell[1] == "A"})),
        Case("one region", table({cell: value for cell, value in BASE.items() if cell[0] == "R1"})),
        Case("identical regions", table({cell: str(ord(cell[1]) - 60) for cell in BASE})),
        Case("missing region", table(BASE) + ",A,3\n"),
        Case("empty file", ""),
        Case("only a header", "region,activity,value\n"),
    ]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was told about a case: errors, or warnings and how many cells of each measure are defined."""

    errors: tuple[Problem, ...] = ()
    warnings: tuple[Problem, ...] = ()
    result: MeasureTable | None = None


def outcome(case: Case) -> Outcome:
    """Measure a table."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "table.csv"
        path.write_text(case.text, encoding="utf-8")
        try:
            result = measure(MeasureRequest(",".join(MEASURES), str(path)))
        except RecommenderError as error:
            return Outcome(errors=error.problems)
        return Outcome(warnings=result.warnings, result=result)


def line(case: Case, found: Outcome) -> str:
    """A row of the page."""
    told = found.errors or found.warnings
    texts = [
        f"{problem.code.code} {problem.message}" + (f" ({problem.hint})" if problem.hint else "") for problem in told
    ]
    place = next((f"line {problem.at.line}: " for problem in told if problem.at and problem.at.line), "")
    said = (place + "; ".join(texts)).replace("|", "\\|") or "nothing to tell"
    return f"| {case.name} | {'error' if found.errors else 'measured'} | {said} | {defined(found)} |"


def defined(found: Outcome) -> str:
    """How many cells of each measure have a value."""
    if found.result is None:
        return "nothing is written"
    counts = []
    for column in found.result.columns:
        known = int(np.isfinite(column.values.astype(float)).sum())
        counts.append(f"{column.name} {known} of {column.values.size}")
    return ", ".join(counts)


def document() -> str:
    """The whole page."""
    lines = [line(case, outcome(case)) for case in cases()]
    return "\n".join((
        "# Tables that are not in order", "",
        "What `ris3 measure` makes of tables that other packages answer with nonsense, with silence or with a",
        "traceback. An error names file, line and column, and nothing is written. Where a table can be measured, what",
        "is not defined is left empty, never filled with a number, and the rest is what it would be without it.", "",
        "This page is made by `python -m scripts.build_bad_tables_doc`; a test repeats it.", "",
        "| table | outcome | what is told | values |", "|---|---|---|---|", *lines, "",
    ))  # fmt: skip


def main() -> None:
    """Write the page."""
    FILE.write_text(document(), encoding="utf-8", newline="")


if __name__ == "__main__":
    main()
