"""Options that several jobs share."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...inputs.project_shape import FileName
from ...inputs.shapes import IDENTIFIER, SHARE, Number, Text
from ...inputs.structures import Field, ListOf

TOP = Field("top", Number(1, whole=True), "only the best N")
DRAWS = Field("draws", Number(100, 1_000_000, whole=True), "how often judgements are drawn")
SPREAD = Field("spread", SHARE, "how far a judged number may be off")
OPPORTUNITY = Text("the id of a path, or the code of an activity", r"[A-Za-z0-9][A-Za-z0-9._-]{0,59}")
ID = Field("id", OPPORTUNITY, "a path or an activity", required=True)
PATHS = Field("paths", ListOf(IDENTIFIER), "ids of paths")
SCENARIO = Field("scenario", Text(), "one of `scenarios`, or a shipped one", required=True)
SCENARIOS = Field("scenarios", ListOf(Text()), "some of `scenarios`, or shipped ones")
PROFILES = ListOf(FileName(folders=True))
YEARS = Field("years", Text("two years", r"(19|20)[0-9]{2}-(19|20)[0-9]{2}", "as in 2026-2034"),
              "within which years; 2026-2034 if not said")  # fmt: skip


def span_of(options: Mapping[str, Any]) -> tuple[int, int] | None:
    """The first and the last year of a roadmap, if a project says them."""
    if "years" not in options:
        return None
    first, last = options["years"].split("-")
    return int(first), int(last)
