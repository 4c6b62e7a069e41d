"""What a person may call an opportunity, and what is said where nothing answers to it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support import ROOT, ris3

PROFILE = str(ROOT / "data/examples/one-cluster/profile.yaml")
TABLE = """region,activity,year,value
A,C10,2020,5
A,C28,2020,3
B,C10,2020,2
B,C28,2020,9
B,J62,2020,4
A,J62,2020,0
A,C10,2021,5
A,C28,2021,3
B,C10,2021,2
B,C28,2021,9
"""


@pytest.fixture
def table(tmp_path: Path) -> Path:
    (tmp_path / "mine.csv").write_text(TABLE, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    "name", ["Low-emission boats and marine composites", "LOW-EMISSION boats and marine composites"]
)
def test_a_path_answers_to_its_name(name: str) -> None:
    by_name, by_id = (ris3("explain", PROFILE, wanted, "--format", "json") for wanted in (name, "green_boats"))
    assert by_name.code == 0
    assert by_name.out == by_id.out


@pytest.mark.parametrize("code", ["28.1", "C28.1", "2812", "28"])
def test_a_group_or_class_leads_to_its_division(code: str) -> None:
    done = ris3("explain", "ITH5", code)
    assert (done.code, done.out) == (2, b"")
    assert f"no activity is called '{code}'\n  hint: the statistics tell divisions: ask for 'C28'" in done.err


def test_the_hint_about_a_table_names_the_table(table: Path) -> None:
    done = ris3("explain", "--table", "mine.csv", "--region", "A", "J63", cwd=table)
    assert "hint: 'ris3 recommend --table mine.csv --region A' lists" in done.err
    assert ris3("recommend", "--table", "mine.csv", "--region", "A", cwd=table).code == 0


def test_a_newest_year_that_is_poorly_covered_is_not_passed_over_in_silence(table: Path) -> None:
    told = "2021 holds 4 figures and 2020 6: 2020 is used"
    assert told in ris3("recommend", "--table", "mine.csv", "--region", "A", cwd=table).text
    for year in ("2020", "2021"):
        assert told not in ris3("recommend", "--table", "mine.csv", "--region", "A", "--year", year, cwd=table).text


def test_nothing_is_compared_with_itself() -> None:
    done = ris3("compare", PROFILE, "green_boats", "green_boats")
    assert (done.code, done.out) == (2, b"")
    assert "'green_boats' is compared with itself" in done.err


def test_a_setting_without_its_section_is_found_in_it(tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text('schema_version: "1"\nbar: 0.3\n', encoding="utf-8")
    done = ris3("recommend", PROFILE, "--config", str(tmp_path / "mine.yaml"))
    assert "unknown key 'bar'" in done.err
    assert "hint: 'bar' stands under 'eligibility'" in done.err
