"""Reference models: which there are, what they hold, and how to build one from a table."""

from __future__ import annotations

from pathlib import Path

from .. import shipped
from ..analysis.reference import build_reference
from ..inputs.reference_file import read_reference, reference_bytes
from ..model.listing import Listing
from ..model.problem import Code, Problem, input_error
from ..outputs.files import write_atomically
from .shelf import known_activities
from .statistics import reference_path
from .table_form import AS_IT_IS, TableForm, read_in_form


def list_references() -> Listing:
    """The reference models that come with ris3."""
    rows = []
    for file in sorted(shipped.REFERENCES.glob("*.npz")):
        model = read_reference(file)
        origin = model.provenance
        rows.append(
            (file.stem, origin.year, len(model.regions), len(model.activities), origin.publisher, origin.licence)
        )
    columns = ("name", "year", "regions", "activities", "publisher", "licence")
    return Listing("ris3/references/1", "Reference models", columns, tuple(rows))


def show_reference(name: str) -> Listing:
    """What a reference model holds, and how it was made."""
    model = read_reference(reference_path(name))
    origin = model.provenance
    rows = (
        ("name", name),
        ("dataset", origin.dataset),
        ("publisher", origin.publisher),
        ("indicator", origin.indicator),
        ("year", origin.year),
        ("licence", origin.licence),
        ("recipe", origin.recipe),
        ("sha256 of the input", origin.sha256),
        ("regions", len(model.regions)),
        ("activities", len(model.activities)),
        *((f"cells {status}", count) for status, count in sorted(origin.counts.items())),
    )
    return Listing("ris3/reference/1", "Reference model", ("fact", "value"), rows)


def build(
    table: str, output: str, *, form: TableForm = AS_IT_IS, indicator: str | None = None, year: int | None = None,
    encoding: str = "utf-8", delimiter: str | None = None, decimal: str = ".",
) -> tuple[Path, tuple[Problem, ...]]:  # fmt: skip
    """Turn a region x activity table into a reference model, in one compressed file.

    Returns
    -------
    the file that was written, and what deserves a look about the table

    Raises
    ------
    RecommenderError
        With everything that is wrong with the table, or if the model cannot be written.
    """
    target = Path(output)
    if target.suffix != ".npz":
        raise input_error(Code.USAGE, f"'{output}' is not the name of a model", hint="it ends in .npz: -o model.npz")
    content, notes = read_in_form(
        table, form, indicator=indicator, encoding=encoding, delimiter=delimiter, decimal=decimal
    )
    labels = {code: activity.label for code, activity in known_activities().items()}
    model = build_reference(content, year=year, labels=labels)
    write_atomically(target, reference_bytes(model))
    return target, tuple(notes)
