"""Write docs/measures.md: every measure with its formula and source, and what it makes of bad tables.

python -m scripts.build_measures_doc            writes the file
python -m scripts.build_measures_doc --check    exits 1 if it is stale
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import numpy as np

from recommender.analysis.measuring import Wanted, measure_table
from recommender.inputs.nuts import read_nuts
from recommender.inputs.tables import read_table
from recommender.measures.registry import Measure, measures
from recommender.model.problem import RecommenderError
from recommender.shipped import TAXONOMIES

FILE = Path(__file__).resolve().parent.parent / "docs" / "measures.md"
HEAD = """\
# The measures

Written by `scripts/build_measures_doc.py` from the measures themselves; `ris3 measure NAME` prints the same.

Symbols: x a cell, r and s regions, a, b, i, j activities, M 1 where the location quotient reaches the cut, C the
regions that two activities share, u the regions of an activity, d the activities of a region, phi a relatedness.
What is not known is left out and never counted as zero; a row that is not there is a zero in a year for which its
region and its activity have rows. What is not defined is empty, never 0.
"""
TABLES = """
## Tables that other programs stumble over

What `ris3 measure location-quotient,relatedness-density,economic-complexity-index TABLE` does. *Empty* cells are
undefined: each is said to be so, none is a number that means nothing.

| table | what happens |
|---|---|
"""
NAMES = ("location-quotient", "relatedness-density", "economic-complexity-index")
GOOD = ((120, 40, 10, 30), (20, 80, 60, 10), (5, 10, 70, 90), (300, 20, 0, 15), (10, 30, 40, 60))

BLOCK = np.array([[90, 10, 40], [20, 80, 30], [5, 60, 99]])
ALONE = np.array([*((*row, 0) for row in GOOD), (0, 0, 0, 0, 9)])


def long(cells: object, *, more: str = "") -> str:
    """A table in the long form."""
    rows = [f"R{r},A{a},{value:g}" for (r, a), value in np.ndenumerate(np.array(cells, dtype=float))]
    return "\n".join(("region,activity,value", *rows)) + "\n" + more


def changed(row: int, column: int, text: str) -> str:
    """The good table with another text in one cell."""
    old = f"R{row},A{column},{GOOD[row][column]:g}\n"
    return long(GOOD).replace(old, f"R{row},A{column},{text}\n")


BAD = {
    "a region of zeros": long((*GOOD, (0, 0, 0, 0))),
    "an activity of zeros": long([(*row, 0) for row in GOOD]),
    "nothing but zeros": long(np.zeros((3, 3))),
    "an empty value": changed(0, 0, ""),
    "`NaN` as a value": changed(0, 0, "NaN"),
    "a negative value": changed(0, 0, "-5"),
    "a cell given twice": long(GOOD, more="R0,A0,7\n"),
    "two groups without a common activity": long(np.kron(np.eye(2), BLOCK)),
    "a pair of a region and an activity by itself": long(ALONE),
    "one activity": long([[5], [3]]),
    "one region": long([[5, 3]]),
    "values of 1e302": long(np.array(GOOD) * 1e302 / 300),
    "text as a value": changed(0, 0, "many"),
    "a decimal comma": changed(0, 0, '"12,5"'),
    "an empty file": "",
    "a header without rows": "region,activity,value\n",
    "a missing code": long(GOOD, more=",A0,7\n"),
    "regions that are all alike": long(np.tile([40, 20, 90, 10], (4, 1))),
    "regions of one structure and different size": long(np.outer((1, 2, 3, 7), (4, 2, 9, 1))),
}  # fmt: skip


def document() -> str:
    """The whole file."""
    lines = [HEAD, *_catalogue(), TABLES.rstrip("\n"), *(f"| {name} | {outcome(text)} |" for name, text in BAD.items())]
    return "\n".join(lines) + "\n"


def _catalogue() -> Iterator[str]:
    ordered = sorted(measures().values(), key=lambda item: (item.family, item.name))
    for family, items in groupby(ordered, key=lambda item: item.family):
        yield from (f"## {family.capitalize()}", "")
        for item in items:
            yield from _entry(item)


def _entry(item: Measure) -> Iterator[str]:
    formula = " ".join((item.compute.__doc__ or "").split("\n\n")[0].split())
    yield f"**`{item.name}`** {item.summary}.  "
    yield f"{formula}  "
    facts = [f"Source: {item.source}.", f"One number for each {' x '.join(item.gives)}."]
    if item.aliases:
        facts.append(f"Also called {', '.join(item.aliases)}.")
    if item.needs:
        facts.append(f"Needs {', '.join(item.needs)}.")
    if item.options:
        facts.append(f"Options: {', '.join(item.options)}.")
    yield " ".join(facts)
    yield ""


def outcome(text: str) -> str:
    """What comes of a table: an error, or how many cells are empty, and the warnings."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "table.csv"
        path.write_text(text, "utf-8")
        try:
            table, notes = read_table(path, nuts=read_nuts(TAXONOMIES / "nuts.csv"))
            found = measure_table(table, Wanted(NAMES))
        except RecommenderError as error:
            first, *others = error.problems
            more = f" (and {len(others)} more)" if others else ""
            return f"error {first.code.code}: {_plain(first.message)}{more}"
    empty = [f"{int(np.isnan(column.values).sum())} of {column.values.size}" for column in found.columns]
    said = [problem.message for problem in (*notes, *found.warnings)]
    parts = [f"empty: {empty[0]} quotients, {empty[1]} densities, {empty[2]} complexities", *said]
    return _plain("; ".join(parts))


def _plain(text: str) -> str:
    return text.replace("|", "\\|")


def main() -> int:
    """Write the page, or check it."""
    text = document()
    if "--check" in sys.argv:
        return int(FILE.read_text("utf-8") != text)
    FILE.write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
