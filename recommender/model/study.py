"""The answer to a question beyond the ranking: statements and tables about one region.

One type serves every such command, so that each of them can be printed, written as Markdown, CSV and
JSON without a line of its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from .evidence import LocalText
from .finding import Finding
from .problem import Code, pick
from .recommendation import Recommendation

CellKind = Literal[
    "name", "names", "local", "text", "count", "number", "change", "percent", "hundred", "band",
    "rank_move", "band_move", "number_move", "fine_move", "place", "shares", "finding", "criterion",
    "span", "weights", "choice", "change_kind", "names_move",
    "maturity", "stars", "indicators", "verdict",
    "locals", "step", "role", "user_kind", "first_names", "at", "activities", "flag", "texts", "whose",
    "stated", "link", "briefs", "of", "word",
]  # fmt: skip
"""How a value is shown. A `move` is (before, after), a `fine` one told as finely as `shares` are, a `place` (rank,
band, ranks gained), and `shares` are (label, change) pairs, a `span` is (from, to), `weights` criterion -> weight,
a `choice` (what is changed, to what), `at` are fields of the model, told as file:line; of `first_names` people are
shown the first three and how many more there are; `whose` is (actor, its region); `stated` is a figure of the
profile with its year, evidence and note; a `link` is (strength, whether it only governs or brokers); `briefs` are
findings told in a few words each; `of` is (how many, out of how many); a `word` is one of the labels that go by the
name of the column; the others are single values."""


@dataclass(frozen=True, slots=True)
class GridColumn:
    """A column: its name in JSON and CSV, and how its values are shown. `title` replaces the shown head.

    One that stands `aside` is for machines: people are not shown it.
    """

    name: str
    kind: CellKind
    title: LocalText | None = None
    folds: bool = False
    wraps: bool = False
    aside: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of plain values under columns; a screen shows `most` of them."""

    name: str
    columns: tuple[GridColumn, ...]
    rows: tuple[tuple[Any, ...], ...]
    most: int | None = None
    toned: str | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """Statements, and a table below them; `heading` is the key of a heading, `title` a text instead.

    A screen shows `most` of the statements and says how many more there are. `empty` is the key of the sentence that
    stands where there is neither a statement nor a row. What stands `aside` is shown where it is asked for.
    """

    heading: str | None = None
    title: LocalText | None = None
    findings: tuple[Finding, ...] = ()
    grid: Grid | None = None
    legend: str | None = None
    listed: bool = True
    most: int | None = None
    empty: str | None = None
    aside: bool = False

    @property
    def name(self) -> str | None:
        """By what people ask for it alone."""
        return self.grid.name if self.grid else self.heading

    @property
    def says_something(self) -> bool:
        return bool(self.findings or self.empty or (self.grid is not None and self.grid.rows))


@dataclass(frozen=True, slots=True)
class Study:
    """A question about a recommendation, answered.

    `subject` names the question and the document (`scenario-comparison`); `data` are keys of the
    document beside the tables; `about` fills the title.
    """

    recommendation: Recommendation
    subject: str
    parts: tuple[Part, ...]
    about: Mapping[str, Any] = field(default_factory=dict)
    data: Mapping[str, Any] = field(default_factory=dict)
    steps: tuple[tuple[str, str], ...] = ()

    def only(self, name: str) -> Study:
        """One part alone and whole; `findings` are the statements of all parts.

        Raises
        ------
        UnknownName
            If there is no such part.
        """
        parts = {part.name: part for part in self.parts if part.name}
        parts["findings"] = Part(findings=tuple(finding for part in self.parts for finding in part.findings))
        part = pick(name, parts, "part", code=Code.USAGE)
        grid = replace(part.grid, most=None) if part.grid else None
        return replace(self, parts=(replace(part, grid=grid, most=None, aside=False),), steps=())


@dataclass(frozen=True, slots=True)
class Trial:
    """A recommendation under a scenario, and how it differs from today's.

    `base` is today's place of every opportunity: id -> (rank, band, score).
    """

    recommendation: Recommendation
    study: Study
    base: Mapping[str, tuple[int | None, str, float | None]] = field(default_factory=dict)
