"""How a published table is read: what all commands that take one ask."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from ._options import whole_number

if TYPE_CHECKING:
    from recommender.workflows.table_form import TableForm

Indicator = Annotated[
    str | None, typer.Option("--indicator", metavar="NAME", help="Which series, where the file holds several: V16110.")
]
TableYear = Annotated[
    int | None, typer.Option("--year", metavar="YEAR", parser=whole_number(1), help="Only this year.")
]


@dataclass(frozen=True, slots=True)
class Form:
    """How a table is written and at which level it is read, where the file does not say so itself."""

    as_format: Annotated[
        str | None, typer.Option("--as", metavar="FORMAT", help="What the file is; 'ris3 table' lists the formats.")
    ] = None
    mapping: Annotated[
        str | None, typer.Option("--mapping", metavar="FILE", help="Which columns hold what (YAML), for any other CSV.")
    ] = None
    sheet: Annotated[
        str | None, typer.Option("--sheet", metavar="NAME", help="A sheet of a workbook, a file of a ZIP file.")
    ] = None
    region_level: Annotated[
        str | None, typer.Option("--region-level", metavar="LEVEL", help="nuts0, nuts1, nuts2 or nuts3.")
    ] = None
    activity_level: Annotated[
        str | None,
        typer.Option("--activity-level", metavar="LEVEL", help="section, division, group, class, leaf or digits."),
    ] = None
    nuts: Annotated[
        str | None, typer.Option("--nuts", metavar="EDITION", help="Recode regions to this edition of NUTS: 2024.")
    ] = None
    crosswalk: Annotated[
        str | None,
        typer.Option("--crosswalk", metavar="FILE", help="Weights by which divided regions are shared out (JRC form)."),
    ] = None
    suppressed: Annotated[
        Literal["leave-out", "estimate"],
        typer.Option("--suppressed", help="Confidential cells: left out, or estimated from published totals."),
    ] = "leave-out"

    def asked(self) -> TableForm:
        """The same for the workflows."""
        from recommender.workflows.table_form import TableForm

        return TableForm(**asdict(self))
