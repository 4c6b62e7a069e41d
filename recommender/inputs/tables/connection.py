"""DuckDB as we use it: nothing fetched, nothing printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import duckdb


def connected() -> duckdb.DuckDBPyConnection:
    """A database in memory that neither fetches extensions nor draws on standard output."""
    import duckdb

    connection = duckdb.connect()
    for setting in ("autoinstall_known_extensions", "autoload_known_extensions", "enable_progress_bar"):
        connection.execute(f"SET {setting} = false")
    return connection
