"""Records aggregated to a table."""

from __future__ import annotations

from typing import Annotated

import typer

from ._commands import Panel, command
from ._emit import emit, emit_bulk
from ._errors import warn
from ._exit import ExitCode
from ._options import Output, whole_number
from ._progress import progress

Spec = Annotated[str, typer.Argument(metavar="SPEC", show_default=False, help="YAML: files, columns, weight, filters.")]
EngineName = Annotated[
    str, typer.Option("--engine", metavar="NAME", help="duckdb, spark, spark://HOST, or a connection string of Ibis.")
]
Threads = Annotated[int | None, typer.Option("--threads", metavar="N", parser=whole_number(1), help="For DuckDB.")]


@command(
    Panel.MEASURE,
    2,
    examples=("ris3 ingest firms.yaml", "ris3 ingest firms.yaml -o firms-by-region.csv"),
)
def ingest(spec: Spec, output: Output, engine: EngineName = "duckdb", threads: Threads = None) -> ExitCode:
    """Aggregate records (patents, firms, vacancies, projects) to a region x activity x year table.

    Records are counted, weighted, or counted in fractions, and never held in memory. Weights are added
    up as decimals, so that every engine and any number of threads give the same table.
    """
    from recommender.workflows.ingest import Ingest

    job = Ingest(spec, engine=engine, threads=threads)
    with progress("adding up records", quiet=output.quiet, share=job.done):
        result = job.run()
    if not output.quiet and output.chosen != "json":
        warn(result.warnings)
    if output.chosen != "csv":
        return emit(result, output)
    from recommender.outputs.published import write_published

    return emit_bulk(lambda path: write_published(result, path), output)
