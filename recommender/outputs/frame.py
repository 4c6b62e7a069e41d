"""Results as data frames."""

from __future__ import annotations

from typing import Any

from ..model.measured import MeasureTable
from .measured import measures_frame
from .tables import table_of


def as_frame(result: Any, part: str | None = None, *, language: str = "en") -> Any:
    """The table of a result as a pandas data frame: the columns and rows of `--format csv`.

    Parameters
    ----------
    result : what any job returns
    part : the name of one of its tables, as for `--part`; by default the first
    language : of the sentences

    Raises
    ------
    UnknownName
        If the result has no part of that name.
    """
    import pandas as pd

    if isinstance(result, MeasureTable):
        return measures_frame(result)
    heads, rows = table_of(result, language, part)
    frame = pd.DataFrame([list(row) for row in rows], columns=list(heads), dtype=object)
    return frame.astype({head: _kind(frame[head]) for head in heads})


def _kind(column: Any) -> Any:
    """Whole numbers stay whole where some are missing; what is no number stays as it is."""
    kinds = {type(value) for value in column if value is not None}
    if kinds == {int}:
        return "Int64"
    return "float64" if kinds and kinds <= {int, float} else object
