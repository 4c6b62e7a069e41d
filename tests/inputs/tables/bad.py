"""Reading tables, right and wrong: `read_table(path)`, `refused(tmp_path, text)`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from recommender.inputs import tables
from recommender.inputs.nuts import read_nuts
from recommender.model.problem import Problem, RecommenderError
from recommender.model.table import Table
from recommender.shipped import TAXONOMIES

NUTS = read_nuts(TAXONOMIES / "nuts.csv")
GOOD = "region,activity,value\nR1,A,5\nR1,B,1\nR2,A,2\nR2,B,7\n"


def read_table(path: Path | str, **options: Any) -> tuple[Table, list[Problem]]:
    """`recommender.inputs.tables.read_table` with the NUTS table that comes with ris3."""
    return tables.read_table(path, nuts=NUTS, **options)


def write(folder: Path, text: str | bytes, name: str = "table.csv") -> Path:
    path = folder / name
    path.write_bytes(text.encode("utf-8") if isinstance(text, str) else text)
    return path


def refused(folder: Path, text: str | bytes, name: str = "table.csv", **options: Any) -> list[Problem]:
    """The problems that reading raises, and nothing but those."""
    path = write(folder, text, name)
    with pytest.raises(RecommenderError) as caught:
        read_table(path, **options)
    problems = list(caught.value.problems)
    assert problems
    assert all(problem.at and problem.at.file == str(path) for problem in problems if problem.code.code != "R701")
    return problems


def told(problem: Problem) -> str:
    """Code, place, message and hint on one line."""
    at = problem.at
    place = "" if at is None else f"{at.line or ''}:{at.column or ''}"
    return f"{problem.code.code} {place} {problem.message} | {problem.hint or ''}"
