"""`--table FILE --region R`: statistics of one's own, as the spreadsheets of several countries write them."""

from __future__ import annotations

import json
import shlex
from pathlib import Path

import pytest

from tests.support import ris3

REGIONS = ("Nord", "Sud", "Est", "Ovest", "Centro", "Isole")
ACTIVITIES = ("Ceramica", "Meccanica", "Moda", "Alimentare", "Turismo", "Software", "Chimica")
WAYS = {
    "plain": (",", ".", ""),
    "italian": (";", ",", "--delimiter ';' --decimal ,"),
    "tabs": ("\t", ".", "--delimiter tab"),
    "semicolons and points": (";", ".", "--delimiter semicolon"),
}


def written(folder: Path, way: str, years: tuple[int, ...] = (2022,)) -> Path:
    """A table in which each region does something else, in one of the ways."""
    mark, decimal, _ = WAYS[way]
    rows = [["region", "activity", "year", "value"]]
    for year in years:
        for n, region in enumerate(REGIONS):
            for m, activity in enumerate(ACTIVITIES):
                value = ((n + year) * m * 7 + n * 3 + m) % 11 * 12.5 + 1.5
                rows.append([region, activity, str(year), str(value).replace(".", decimal)])
    file = folder / "mine.csv"
    file.write_text("".join(mark.join(row) + "\n" for row in rows), "utf-8")
    return file


def asked(*words: str, folder: Path, way: str = "plain") -> dict[str, object]:
    options = shlex.split(WAYS[way][2])
    done = ris3(*words, "--table", "mine.csv", "--region", "Nord", "--format", "json", *options, cwd=folder)
    assert (done.code, done.err) == (0, "")
    return json.loads(done.text)


@pytest.mark.parametrize("way", WAYS)
def test_every_way_to_write_a_table_gives_the_same_answer(way: str, tmp_path: Path) -> None:
    first, second = tmp_path / "plain", tmp_path / "other"
    first.mkdir()
    second.mkdir()
    written(first, "plain")
    written(second, way)
    ids = [item["id"] for item in asked("recommend", folder=first)["opportunities"]]
    for command in (("recommend",), ("explain", ids[0]), ("compare", ids[0], ids[1])):
        expected, found = asked(*command, folder=first), asked(*command, folder=second, way=way)
        assert expected.pop("inputs") == found.pop("inputs") or way != "plain"
        assert found == expected


def test_the_answer_is_about_the_region_and_the_newest_year(tmp_path: Path) -> None:
    written(tmp_path, "plain", (2020, 2021, 2022))
    answer = asked("recommend", folder=tmp_path)
    [vintage] = [item for item in answer["warnings"] if item["kind"] == "reference_vintage"]
    assert vintage["text"] == "mine.csv, 2022: 6 regions, 7 activities."
    assert answer["region"] == {"code": "Nord", "name": "Nord"}
    had = {item["code"] for item in answer["strengths"]}
    offered = {item["id"] for item in answer["opportunities"]}
    assert had | offered == set(ACTIVITIES)
    assert not had & offered


def test_a_year_column_is_not_needed(tmp_path: Path) -> None:
    file = written(tmp_path, "plain")
    file.write_text(file.read_text().replace(",year,", ",").replace(",2022,", ","))
    answer = asked("recommend", folder=tmp_path)
    assert "mine.csv: 6 regions, 7 activities." in [item["text"] for item in answer["warnings"]]


def test_a_table_stands_beside_a_profile(tmp_path: Path) -> None:
    """Paths name activities of NACE; a table of those replaces the statistics that come with ris3."""
    assert ris3("init", "mine", "--quiet", cwd=tmp_path).code == 0
    rows = [(region, code, (n * m) % 7 * 10 + 5) for n, region in enumerate(("ITH5", "ITC1", "ITC4", "ITI1"))
            for m, code in enumerate(("C10", "C20", "C21", "C26", "C28", "C29", "J62"))]  # fmt: skip
    text = "region,activity,value\n" + "".join(f"{r},{a},{v}\n" for r, a, v in rows)
    (tmp_path / "mine.csv").write_text(text, "utf-8")
    done = ris3("recommend", "mine", "--table", "mine.csv", "--format", "json", cwd=tmp_path)
    assert (done.code, done.err) == (0, "")
    answer = json.loads(done.text)
    assert [item["name"] for item in answer["inputs"] if item["name"].endswith(".csv")] == ["mine.csv"]
    assert any(item["evidence"]["colocation"] for item in answer["opportunities"])


def test_the_commands_that_are_offered_next_work_as_they_stand(tmp_path: Path) -> None:
    written(tmp_path, "italian")
    options = shlex.split(WAYS["italian"][2])
    done = ris3("recommend", "--table", "mine.csv", "--region", "Nord", *options, "--lens", "low-risk", cwd=tmp_path)
    offered = [line.split("  ")[0] for line in done.text.splitlines() if line.startswith("ris3 ")]
    assert [line.split()[1] for line in offered] == ["explain", "compare", "recommend"]
    for line in offered:
        assert "--lens low-risk" in line
        again = ris3(*shlex.split(line)[1:], cwd=tmp_path)
        assert (again.code, again.err) == (0, "")


@pytest.mark.parametrize("command", [("explain", "C28"), ("compare", "C17", "C28"), ("compare", "C28", "C17")])
def test_an_activity_that_the_region_is_specialised_in_is_said_to_be_one(command: tuple[str, ...]) -> None:
    done = ris3(command[0], "ITH5", *command[1:])
    assert (done.code, done.out) == (2, b"")
    assert "ris3: R604 Emilia-Romagna is already specialised in C28 Machinery" in done.err
    assert "location quotient 3.3" in done.err
    assert "'ris3 recommend ITH5' lists" in done.err


def test_an_activity_without_figures_is_said_to_have_none() -> None:
    assert "the statistics have no figures for K64 Financial services" in ris3("explain", "ITH5", "K64").err


def test_a_hint_for_a_whole_column_is_told_once(tmp_path: Path) -> None:
    written(tmp_path, "italian")
    done = ris3("recommend", "--table", "mine.csv", "--region", "Nord", "--delimiter", ";", cwd=tmp_path)
    assert done.err.count("is not a number") == 20
    assert done.err.count("pass --decimal ,") == 1
    assert done.err.rstrip().endswith("is the comma the decimal mark? pass --decimal ,")


def test_codes_of_another_classification_are_not_taken_for_divisions(tmp_path: Path) -> None:
    """B05 is coal mining in NACE, and medicine of some sort among patents: nothing is named, nothing forbidden."""
    patents = ("A01", "A61", "B05", "B29", "C12", "C07", "G06", "G16", "H04", "H01")
    rows = (f"R{i},{code},{(i * 7 + place * 5) % 13 + 1}" for i in range(8) for place, code in enumerate(patents))
    (tmp_path / "patents.csv").write_text("region,activity,value\n" + "\n".join(rows) + "\n", encoding="utf-8")
    done = ris3("recommend", "--table", "patents.csv", "--region", "R1", cwd=tmp_path)
    assert done.code == 0
    assert not {word for word in (b"Tobacco", b"coal", b"Coal", b"Agriculture", b"deposit") if word in done.out}


@pytest.mark.parametrize("date", ["2026-10-01", "1-Mar", "01.03.2024", "Mar-01", "3/1/2024", "01-gen"])
def test_a_date_that_a_spreadsheet_has_made_of_a_code_is_told(date: str, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text(f"region,activity,value\nR1,C10,5\nR1,{date},1\nR2,C10,1\n", encoding="utf-8")
    done = ris3("recommend", "--table", "t.csv", "--region", "R1", cwd=tmp_path)
    assert (done.code, done.out) == (2, b"")
    assert f"t.csv:3:4: R506 this activity looks like a date, '{date}'" in done.err
