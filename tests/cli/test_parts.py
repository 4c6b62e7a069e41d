"""Answers in parts: each can be had alone and whole, what standard output leaves out is told, and lines are named."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest

from recommender.shipped import EXAMPLES
from tests.support import EMILIA_ROMAGNA, ris3

FICTIONAL = EXAMPLES / "fictional-lagging" / "profile.yaml"
PARTNERS = ("partners", str(EMILIA_ROMAGNA), "e_powertrain", "hydrogen_heat", "ceramic_twin")


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_every_table_of_the_json_can_be_had_as_csv() -> None:
    tables = json.loads(ris3(*PARTNERS, "--format", "json").text)["tables"]
    assert len(tables) > 3
    for name, told in tables.items():
        found = rows(ris3(*PARTNERS, "--part", name, "--format", "csv").text)
        assert len(found) == len(told), name


def test_statements_as_csv_name_their_lines() -> None:
    found = rows(ris3(*PARTNERS, "--part", "findings", "--format", "csv").text)
    document = json.loads(ris3(*PARTNERS, "--format", "json").text)
    told = [*document["findings"], *document["warnings"]]
    assert [row["text"] for row in found] == [item["text"] for item in told]
    assert ["; ".join(item["at"]) for item in told] == [row["at"] for row in found]
    assert any(re.search(r"profile\.yaml:\d+", row["at"]) for row in found)


def test_text_and_markdown_name_the_lines_after_every_statement() -> None:
    document = json.loads(ris3(*PARTNERS, "--format", "json").text)
    for format in ("table", "md"):
        text = re.sub(r"\s+", " ", ris3(*PARTNERS, "--format", format).text.replace("\\", ""))
        for finding in document["findings"]:
            first = finding["at"][0] if finding["at"] else None
            if finding["text"].split("“")[0] in text and first:
                assert f"[{first}" in text


def test_what_is_cut_is_told_and_a_file_has_all_of_it(tmp_path: Path) -> None:
    shown = ris3("recommend", str(EMILIA_ROMAGNA)).text
    assert re.search(r"and \d+ more: -o FILE", shown)
    ris3("recommend", str(EMILIA_ROMAGNA), "-o", "whole.txt", cwd=tmp_path)
    whole = (tmp_path / "whole.txt").read_text(encoding="utf-8")
    assert "more: -o FILE" not in whole
    assert len(whole) > len(shown)


def test_a_part_that_is_not_there_is_told_with_those_that_are() -> None:
    found = ris3(*PARTNERS, "--part", "gap_closer")
    assert found.code == 2
    assert "did you mean 'gap_closers'?" in found.err
    assert ris3("recommend", str(EMILIA_ROMAGNA), "--part", "partners").code == 2


@pytest.mark.parametrize("command", ["audit", "recommend"])
def test_a_csv_of_one_part_says_on_stderr_which_others_there_are(command: str) -> None:
    asked = (command, str(FICTIONAL), "--format", "csv")
    whole = ris3(*asked)
    [(held, others)] = re.findall(r"this CSV holds the part (\w+); --part NAME gives another: (.*)\n", whole.err)
    assert ris3(*asked, "--part", held).out == whole.out
    for name in others.split(", "):
        alone = ris3(*asked, "--part", name)
        assert (alone.code, alone.err) == (0, "")
    quiet = ris3(*asked, "--quiet")
    assert (quiet.out, quiet.err) == (whole.out, "")


def test_a_scenario_gives_the_ranking_and_what_it_moves_in_parts() -> None:
    words = ("scenario", "run", str(EMILIA_ROMAGNA), "employer-leaves", "--format")
    document = json.loads(ris3(*words, "json").text)
    parts = {name: rows(ris3(*words, "csv", "--part", name).text) for name in ("opportunities", "moves", "findings")}
    assert parts["opportunities"] == rows(ris3(*words, "csv").text)
    placed = [row for row in document["moves"] if row["path"] == parts["moves"][0]["path"]]
    assert [str(row["rank"]["to"] or "") for row in placed] == [parts["moves"][0]["rank_to"]]
    assert re.fullmatch(r"1: -0\.\d+(; 2: -?0\.\d+)?", parts["moves"][0]["because"])
    texts = [row["text"] for row in parts["findings"]]
    assert {item["text"] for item in (*document["findings"], *document["warnings"])} <= set(texts)
    assert {item["text"] for each in document["opportunities"] for item in each["reasons"]} <= set(texts)
