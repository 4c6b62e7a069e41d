"""Fetching from the offices on this machine, for tests: hasty, and with a clock that stands still."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from recommender.inputs.services.connection import Patience
from recommender.model.problem import RecommenderError
from recommender.workflows.fetch import Fetch, Fetched, FetchRequest
from tests.office_server import OfficeServer

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
SBS = "sbs_r_nuts06_r2"
GDP = "OECD.CFE.EDS,DSD_REG_ECO@DF_GDP,2.0"
HASTY = Patience(tries=4, backoff=0.01, timeout=1.0, longest_pause=2.0, queue=0.5, poll=0.01)


def job(
    server: OfficeServer, folder: Path, *words: str, name: str = "table.tsv.gz", service: str = "eurostat",
    dataset: str | None = None, now: datetime = NOW, refresh: bool = False, patience: Patience = HASTY,
    proxy: str | None = None,
) -> Fetch:  # fmt: skip
    dataset = dataset or {"eurostat": SBS, "oecd": GDP}[service]
    request = FetchRequest(service, dataset, list(words), str(folder / name), folder / "cache", server.address, refresh)
    return Fetch(request, proxy=lambda _: proxy, now=lambda: now, patience=patience)


def fetch(server: OfficeServer, folder: Path, *words: str, **changes: object) -> Fetched:
    return job(server, folder, *words, **changes).run()  # type: ignore[arg-type]


def refused(server: OfficeServer, folder: Path, *words: str, **changes: object) -> str:
    """What is told; whatever it is, nothing is written."""
    with pytest.raises(RecommenderError) as caught:
        fetch(server, folder, *words, **changes)
    assert sorted(path.name for path in folder.iterdir() if path.name != "cache") == []
    return "; ".join(f"{item.code.code} {item.message} ({item.hint})" for item in caught.value.problems)
