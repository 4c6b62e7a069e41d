"""Records to a table: patents, firms, vacancies, projects, aggregated by an engine."""

from __future__ import annotations

from collections.abc import Callable

from ..inputs.records import DUCKDB, Engine, aggregate, connect
from ..inputs.records.cells import as_table
from ..inputs.records.spec import RecordSpec, read_spec
from ..model.published import PublishedTable


class Ingest:
    """A specification that was read and an engine that is ready."""

    def __init__(self, spec: str, *, engine: str = DUCKDB, threads: int | None = None) -> None:
        self.spec: RecordSpec = read_spec(spec)
        self.name = engine
        self.engine: Engine = connect(engine, threads=threads)

    @property
    def done(self) -> Callable[[], float | None]:
        """How far the engine is, a share in [0, 1]."""
        return self.engine.done

    def run(self) -> PublishedTable:
        """Aggregate the records.

        Raises
        ------
        RecommenderError
            If the records cannot be read.
        """
        return as_table(self.spec, aggregate(self.spec, self.engine), self.name)
