"""The real data beside the project, which a user's machine does not have: `from tests.shared_data import shared`."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.support import ROOT

SHARED = Path(os.environ.get("RIS3_SHARED", ROOT.parent / "shared"))


def shared(name: str) -> Path:
    """A file of ../shared/data; the test is skipped without it, and fails where RIS3_REQUIRE_SHARED=1."""
    path = SHARED / "data" / name
    if path.exists():
        return path
    reason = f"needs {name} of ../shared/data (or RIS3_SHARED)"
    if os.environ.get("RIS3_REQUIRE_SHARED") == "1":
        pytest.fail(reason)
    pytest.skip(reason)
