"""Write a profile in another form."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

import typer

from ._commands import Panel, command
from ._emit import announce, emit_text
from ._exit import ExitCode
from ._options import STANDARD, Quiet, Reading

In = Annotated[
    str, typer.Argument(metavar="IN", show_default=False, help="A profile: YAML file, workbook or folder of CSV files.")
]
Out = Annotated[
    str,
    typer.Argument(
        metavar="OUT", show_default=False, help="A .yaml or .xlsx file, a folder for CSV, or - to print YAML."
    ),
]


@command(
    Panel.START,
    3,
    examples=("ris3 convert my-region/profile.yaml my-region/profile.xlsx", "ris3 convert my-region/profile.yaml -"),
)
def convert(source: In, target: Out, reading: Reading, quiet: Quiet = False) -> ExitCode:
    """Write a profile as a workbook or as a folder of CSV files for a spreadsheet, or back as YAML.

    All forms are read as equal profiles. Comments are not kept.
    """
    from recommender.workflows import profiles

    if target == STANDARD:
        return emit_text(profiles.converted_text(source, **asdict(reading)))
    return announce(profiles.convert(source, target, **asdict(reading)), quiet=quiet)
