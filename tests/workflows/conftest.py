"""A project of one small region, as tests start from it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from recommender.workflows.profiles import init
from tests.office_server import OfficeServer
from tests.workflows.made_up_projects import HEAD, OUTPUTS, write


@pytest.fixture(scope="module")
def started(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("started") / "region"
    init(str(folder), template="one-cluster")
    return folder


@pytest.fixture
def project(started: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "region"
    shutil.copytree(started, folder)
    write(folder, HEAD + OUTPUTS)
    return folder


@pytest.fixture
def server() -> Iterator[OfficeServer]:
    """Two statistical offices on this machine."""
    with OfficeServer().serve() as running:
        yield running
