"""Reference models: the statistics that regions are compared with."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

import typer

from ._commands import Panel, command
from ._emit import announce, emit
from ._errors import warn
from ._exit import ExitCode
from ._form import Form, Indicator, TableYear
from ._options import Output, Quiet, Reading

Name = Annotated[str, typer.Argument(metavar="NAME", show_default=False, help="A shipped model or an .npz file.")]
Table = Annotated[
    str, typer.Argument(metavar="TABLE", show_default=False, help="A long CSV or a Eurostat bulk file (.tsv, .tsv.gz).")
]
Model = Annotated[str, typer.Option("-o", "--output", show_default=False, help="The model to write (.npz).")]


@command(Panel.MEASURE, 11, examples=("ris3 reference list", "ris3 reference list --format json"))
def list_(output: Output) -> ExitCode:
    """List the reference models that come with ris3."""
    from recommender.workflows.references import list_references

    return emit(list_references(), output)


@command(
    Panel.MEASURE,
    12,
    examples=("ris3 reference show eu-nuts2-nace2", "ris3 reference show eu-nuts2-nace2 --format json"),
)
def show(name: Name, output: Output) -> ExitCode:
    """Show what a reference model holds and how it was made."""
    from recommender.workflows.references import show_reference

    return emit(show_reference(name), output)


@command(
    Panel.MEASURE,
    13,
    examples=(
        "ris3 reference build employment.csv -o model.npz",
        "ris3 reference build employment.csv -o model.npz --year 2014",
    ),
)
def build(
    table: Table,
    output: Model,
    form: Form,
    reading: Reading,
    indicator: Indicator = None,
    year: TableYear = None,
    quiet: Quiet = False,
) -> ExitCode:
    """Turn a region x activity table into a reference model, in one compressed file."""
    from recommender.workflows import references

    model, notes = references.build(table, output, form=form.asked(), indicator=indicator, year=year, **asdict(reading))
    if not quiet:
        warn(notes)
    return announce((model,), quiet=quiet)
