"""What all tests share."""

from pathlib import Path

import pytest

OPEN = [
    line
    for line in Path(__file__).with_name("known_open.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what is known to be open (see known_open.txt)."""
    for item in items:
        if any(part in item.nodeid for part in OPEN):
            item.add_marker(pytest.mark.xfail(reason="known to be open", strict=False))
