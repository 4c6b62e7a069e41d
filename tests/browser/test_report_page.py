"""The report in a browser, driven as in a workshop: sliders, search, sorting, keyboard, print.

Needs node, Chromium, and `npm install --no-package-lock --prefix tests/browser`; skips where one is missing,
and fails instead where RIS3_REQUIRE_BROWSER=1 says that it must run.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from benchmarks.large_region import WHOLE, made_up_profile, settings
from tests.browser.driven import driven
from tests.support import EXAMPLES, ris3

PROFILE = EXAMPLES / "norte" / "profile.yaml"


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    page = tmp_path_factory.mktemp("page") / "report.html"
    assert ris3("report", PROFILE, "-o", page).code == 0
    found = driven("drive.mjs", page)
    failed = {name: said["failed"] for name, said in found.items() if isinstance(said, dict) and "failed" in said}
    assert not failed
    return found


@pytest.fixture(scope="module")
def answer() -> dict[str, Any]:
    return dict(json.loads(ris3("recommend", PROFILE, "--format", "json").out))


def ids(answer: dict[str, Any]) -> list[str]:
    return [item["id"] for item in answer["opportunities"]]


def test_nothing_fails_and_nothing_leaves_the_page(seen: dict[str, Any]) -> None:
    assert seen["errors"] == []
    assert seen["requests"] == []


def test_a_telephone_shows_the_whole_width(seen: dict[str, Any]) -> None:
    assert seen["widths"] == {"1280": 1280, "390": 390}


def test_the_page_starts_in_the_order_of_the_answer(seen: dict[str, Any], answer: dict[str, Any]) -> None:
    assert seen["sliders"]["before"] == ids(answer)


def test_sliders_rank_anew_table_and_diagram(seen: dict[str, Any], answer: dict[str, Any]) -> None:
    found = seen["sliders"]
    complexity = {item["id"]: item["criteria"]["complexity"] for item in answer["opportunities"]}
    assert found["after"] == sorted(complexity, key=lambda name: (-complexity[name], name)) != found["before"]
    assert found["shown"] == [str(place + 1) for place in range(len(found["after"]))]
    assert found["ranks"] == {name: str(place) for place, name in enumerate(found["after"], start=1)}
    assert "Your weights" in found["state"]


def test_reset_gives_back_the_report(seen: dict[str, Any]) -> None:
    assert seen["sliders"]["reset"] == seen["sliders"]["before"]
    assert seen["sliders"]["resetState"] == "The weights of the report."


def test_no_weight_at_all_is_told(seen: dict[str, Any]) -> None:
    assert "at least one" in seen["nothing"]["state"]


def test_a_saved_lens_ranks_like_the_page(seen: dict[str, Any], tmp_path: Path) -> None:
    (tmp_path / "lens.yaml").write_text(seen["lens"]["lens"], "utf-8")
    done = ris3("recommend", PROFILE, "--lens", tmp_path / "lens.yaml", "--format", "json")
    assert done.code == 0, done.err
    assert ids(json.loads(done.out)) == seen["lens"]["order"]


def test_a_link_carries_the_weights(seen: dict[str, Any]) -> None:
    assert seen["link"]["hash"].startswith("#weights=")
    assert seen["link"]["there"] == seen["link"]["order"]


def test_search_leaves_the_rows_that_hold_the_words(seen: dict[str, Any]) -> None:
    assert seen["search"]["visible"] == [seen["search"]["word"]]
    assert seen["search"]["told"].startswith("1 of ")


def test_heads_sort_by_keyboard_in_both_directions(seen: dict[str, Any]) -> None:
    found = seen["sort"]
    assert found["up"] == sorted(found["up"])
    assert found["down"] == sorted(found["down"], reverse=True)
    assert found["told"] == "ascending"


def test_sheets_open_from_the_table_and_for_print(seen: dict[str, Any]) -> None:
    found = seen["sheets"]
    assert found["opened"].startswith("3. ")
    assert found["all"] is True
    assert (found["none"], found["closedInPrint"], found["after"]) == (0, 0, 0)


def test_an_automated_check_finds_no_barrier(seen: dict[str, Any]) -> None:
    assert seen["axe"]["found"] == []


def test_the_page_tells_everything_without_script(seen: dict[str, Any], answer: dict[str, Any]) -> None:
    assert seen["withoutScript"] == {"rows": len(ids(answer)), "live": True}


def test_a_large_region_opens_and_scrolls(tmp_path: Path) -> None:
    """A quarter of the largest region, with limits that only a page that hangs would miss."""
    (tmp_path / "profile.yaml").write_text(json.dumps(made_up_profile(WHOLE.part(4), seed=1)), encoding="utf-8")
    (tmp_path / "settings.yaml").write_text(json.dumps(settings(50)), encoding="utf-8")
    page = tmp_path / "report.html"
    asked = ("--config", tmp_path / "settings.yaml", "-o", page)
    assert ris3("report", tmp_path / "profile.yaml", *asked).code == 0
    found = driven("large.mjs", page)
    assert found["errors"] == []
    assert len(found["rows"]) > 50
    assert {row["text"] for row in found["rows"] if row["shown"]} == {
        row["text"] for row in found["rows"] if "Path 1" in row["text"]
    }
    took = found["milliseconds"]
    limits = {"open": 10_000, "worstFrame": 2_000, "rankAnew": 5_000, "search": 5_000}
    assert not {name: spent for name, spent in took.items() if spent >= limits[name]}
