"""The page of a backtest in a browser: nothing is fetched, it fits a telephone, and a check finds no barrier.

Needs what the page of the report needs: see test_report_page.py.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.browser.driven import driven
from tests.cli.test_backtest import ASKED, folder
from tests.support import ris3

__all__ = ["folder"]
LOOKS = {f"{width} {scheme}" for width in (1280, 390) for scheme in ("light", "dark")}


@pytest.fixture(scope="module")
def seen(folder: Path) -> dict[str, Any]:
    page = folder / "backtest.html"
    done = ris3("backtest", "table.csv", *ASKED, "-o", page.name, cwd=folder)
    assert done.code == 0, done.err
    return driven("look.mjs", page)


def test_nothing_fails_and_nothing_leaves_the_page(seen: dict[str, Any]) -> None:
    assert seen["errors"] == []
    assert seen["requests"] == []


def test_it_fits_a_screen_and_a_telephone(seen: dict[str, Any]) -> None:
    assert set(seen["widths"]) == LOOKS
    assert all(shown <= int(name.split()[0]) for name, shown in seen["widths"].items())


def test_a_dark_screen_gets_a_dark_page(seen: dict[str, Any]) -> None:
    assert seen["grounds"]["1280 light"] == "rgb(255, 255, 255)"
    assert seen["grounds"]["1280 dark"] == "rgb(18, 25, 31)"


def test_an_automated_check_finds_no_barrier(seen: dict[str, Any]) -> None:
    assert seen["axe"] == {name: [] for name in LOOKS}


def test_each_drawing_has_words_and_figures_beside_it(seen: dict[str, Any]) -> None:
    names = [item["name"] for item in seen["figures"]]
    assert names == ["precision-2006", "reliability-entry-2006", "reliability-lasting-2006", "lift-2006", "recall-2006"]
    for item in seen["figures"]:
        assert len(item["told"]) > 80, item
        assert item["rows"] >= 3, item
        assert item["marks"] > 5, item
