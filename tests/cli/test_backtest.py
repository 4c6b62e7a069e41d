"""`ris3 backtest` as people run it: every format, the verdict, both languages, the same bytes twice."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest

from tests.analysis.made_up_tables import drifting
from tests.support import ris3

ASKED = ("--horizon", "2", "--origin", "2006", "--method", "persistence", "--method", "density")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    table = drifting(60, 40)
    rows = (
        f"{region},{activity},{year},{table.values[y, r, a]:g}\n"
        for y, year in enumerate(table.years)
        for r, region in enumerate(table.regions)
        for a, activity in enumerate(table.activities)
    )
    here = tmp_path_factory.mktemp("backtest")
    (here / "table.csv").write_text("region,activity,year,value\n" + "".join(rows), "utf-8")
    return here


@pytest.fixture(scope="module")
def told(folder: Path) -> dict[str, object]:
    done = ris3("backtest", "table.csv", *ASKED, "--format", "json", cwd=folder)
    assert done.code == 0, done.err
    return dict(json.loads(done.out))


def test_the_json_holds_every_question_with_intervals_and_curves(told: dict) -> None:
    assert told["schema"] == "ris3/backtest/1"
    assert [(item["origin"], item["variant"]) for item in told["questions"]] == [
        (2006, "entry"), (2006, "lasting"), (2006, "fresh"), (2006, "lagging")
    ]  # fmt: skip
    assert [(item["variant"], item["reason"]) for item in told["not_asked"]] == [("other-countries", "no_countries")]
    entry = told["questions"][0]
    ours = next(item for item in entry["methods"] if item["method"] == "ris3")
    for name in ("average_precision", "f1", "precision_at_10", "roc_auc", "brier_skill", "calibration_error"):
        assert ours["figures"][name]["low"] <= ours["figures"][name]["high"]
    for method in entry["methods"]:
        gap = ours["figures"]["average_precision"]["value"] - method["figures"]["average_precision"]["value"]
        assert method is ours or method["lead"]["average_precision"]["value"] == pytest.approx(gap)
    assert len(ours["reliability"]) == 10
    assert ours["lift_curve"][-1]["value"]["value"] == pytest.approx(1)
    assert ours["precision_recall"][-1]["at"] == 1


def test_the_verdict_names_the_best_simple_method_and_judges_both_probabilities(told: dict) -> None:
    [verdict] = told["verdicts"]
    entry = told["questions"][0]
    best = next(item for item in entry["methods"] if item["method"] != "ris3")
    assert verdict["outcome"] == entry["outcome"]
    assert f"{best['figures']['average_precision']['value']:.3f}" in verdict["text"]
    assert "robabilities of entering" in verdict["text"]
    assert "entering and staying" in verdict["text"]


def test_the_verdict_ends_the_text(folder: Path, told: dict) -> None:
    done = ris3("backtest", "table.csv", *ASKED, cwd=folder)
    text = " ".join(done.text.partition("Verdict")[2].replace("•", " ").split())
    assert told["verdicts"][0]["text"].split(". ")[0] in text
    assert max(map(len, done.text.splitlines())) <= 100


def test_the_page_holds_verdict_and_curves_and_the_same_bytes_twice(folder: Path, told: dict) -> None:
    asked = ("backtest", "table.csv", *ASKED)
    done = ris3(*asked, "-o", "first.html", cwd=folder)
    assert (done.code, done.out) == (0, b"")
    assert told["verdicts"][0]["text"].split(". ")[0] in done.err
    again = ris3(*asked, "--format", "html", "-q", cwd=folder)
    page = (folder / "first.html").read_bytes()
    assert again.out == page
    text = page.decode()
    for sentence in told["verdicts"][0]["text"].split(". "):
        assert sentence.rstrip(".") in text
    assert text.count("<svg") == text.count("aria-describedby") == 5
    assert "://" not in re.sub(r'xmlns(:\w+)?="http[^"]*"', "", text)
    assert "<script" not in text


def test_the_csv_has_a_row_a_figure_and_a_part_of_each_curve(folder: Path, told: dict) -> None:
    done = ris3("backtest", "table.csv", *ASKED, "--format", "csv", cwd=folder)
    rows = list(csv.DictReader(io.StringIO(done.out.decode())))
    entry = {(row["method"], row["figure"]): row for row in rows if row["variant"] == "entry"}
    best = told["questions"][0]["methods"][0]
    for name, value in best["figures"].items():
        assert float(entry[best["method"], name]["value"]) == value["value"]
    assert {"precision_at_10_by_chance", "precision_at_10_of_an_oracle"} <= {figure for _, figure in entry}
    assert "--part NAME gives another: reliability, lift, precision-recall" in done.err
    assert "average precision" in done.err
    part = ris3("backtest", "table.csv", *ASKED, "--format", "csv", "--part", "reliability", "-q", cwd=folder)
    first = next(csv.DictReader(io.StringIO(part.out.decode())))
    assert set(first) >= {"count", "promised", "realised", "low", "high"}


def test_a_second_run_gives_the_same_bytes_in_italian_as_well(folder: Path) -> None:
    asked = ("backtest", "table.csv", *ASKED, "--variant", "fresh", "--format", "md", "--lang", "it")
    first, second = ris3(*asked, cwd=folder), ris3(*asked, cwd=folder)
    assert first.out == second.out
    assert "Verdetto" in first.text
    assert "metodo semplice" in first.text


@pytest.mark.parametrize(
    ("value", "code", "told"),
    [
        (lambda region, activity, year: 5, 2, "no candidate of 2005"),
        (lambda region, activity, year: 0, 2, "no candidate of 2005"),
        (lambda region, activity, year: (region * 7 + activity * 13) % 17, 0, "nobody entered"),
    ],
)
def test_a_table_in_which_nothing_happens_gets_a_plain_answer(tmp_path: Path, value, code: int, told: str) -> None:
    rows = (
        f"R{region},A{activity},{year},{value(region, activity, year)}\n"
        for year in range(2000, 2008)
        for region in range(8)
        for activity in range(8)
    )
    (tmp_path / "still.csv").write_text("region,activity,year,value\n" + "".join(rows), "utf-8")
    done = ris3("backtest", "still.csv", "--origin", "2005", "--horizon", "2", "-o", "page.html", cwd=tmp_path)
    assert done.code == code
    assert told in done.err
    assert (tmp_path / "page.html").exists() == (code == 0)


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--horizon", "5", "--origin", "2008"), "2013"),
        (("--horizon", "2", "--origin", "2006", "--variant", "freh"), "fresh"),
        (("--horizon", "2", "--origin", "2006", "--method", "persistance"), "persistence"),
        (("--horizon", "2", "--origin", "2006", "--cut", "1.5"), "between 0 and 1"),
        (("--horizon", "2", "--origin", "2006", "--format", "html"), "disagree"),
    ],
)
def test_what_cannot_be_asked_is_refused_with_a_hint(folder: Path, options: tuple[str, ...], told: str) -> None:
    done = ris3("backtest", "table.csv", *options, "-o", "backtest.csv", cwd=folder)
    assert (done.code, done.out) == (2, b"")
    assert told in done.err
    assert not (folder / "backtest.csv").exists()
