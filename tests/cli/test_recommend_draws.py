"""`ris3 recommend --draws` on statistics: ranks, roads and ties with their shares, the same bytes for the same seed."""

from __future__ import annotations

import csv
import io
import json

import pytest

from tests.support import EMILIA_ROMAGNA, ris3

TABLE = "region,activity,value\n" + "".join(
    f"R{row:02},A{column:02},{(row * 7 + column * 13) % 23 * 10 + (50 if (row + column) % 4 == 0 else 5)}\n"
    for row in range(12)
    for column in range(14)
)


def answer(*arguments):
    done = ris3("recommend", *arguments, "--format", "json")
    assert (done.code, done.err) == (0, "")
    return json.loads(done.text)


@pytest.fixture(scope="module")
def drawn():
    return answer("ITH5", "--draws", "200")


def test_every_ranked_activity_says_how_sure_it_is(drawn):
    for item in drawn["opportunities"]:
        known = item["uncertainty"]
        assert sum(known["quadrants"].values()) == pytest.approx(1)
        assert known["tables"] == known["draws"] == 200
        assert 1 <= known["rank_low"] <= known["rank_high"] <= len(drawn["opportunities"])
        assert known["band_holds"] is None  # the band follows from a forecast
    assert all(not item["uncertainty"] for item in drawn["not_recommended"])
    assert sum(item["uncertainty"]["top_10"] for item in drawn["opportunities"]) == pytest.approx(10)
    [told] = [item for item in drawn["warnings"] if item["kind"] == "redrawn_table"]
    assert told["facts"]["noise_unit"] == 20
    unsure = told["facts"]["unsure_specialisations"]
    assert {"C11", "C13"} <= set(unsure)  # barely over 1; the other strengths are well above
    assert len(unsure) <= 4 < told["facts"]["specialisations"]


def test_the_ranking_itself_does_not_change(drawn):
    plain = answer("ITH5")
    assert [item["id"] for item in plain["opportunities"]] == [item["id"] for item in drawn["opportunities"]]
    assert all(not item["uncertainty"] for item in plain["opportunities"])


def test_the_same_seed_gives_the_same_bytes(drawn):
    first, again, other = (
        ris3("recommend", "ITH5", "--draws", "200", "--format", "csv", *seed).out
        for seed in ((), (), ("--seed", "7"))
    )  # fmt: skip
    assert first == again != other


@pytest.mark.parametrize("language", ["en", "it"])
def test_a_table_of_ones_own_and_other_settings(tmp_path, language):
    (tmp_path / "table.csv").write_text(TABLE, "utf-8")
    (tmp_path / "quiet.yaml").write_text('schema_version: "1"\nstatistics:\n  noise_unit: 0\n', "utf-8")
    asked = ("recommend", "--table", "table.csv", "--region", "R03", "--draws", "100", "--lang", language)
    told = ris3(*asked, cwd=tmp_path)
    assert told.code == 0
    assert ("Road:" if language == "en" else "Strada:") in told.text
    still = ris3(*asked, "--config", "quiet.yaml", "--format", "csv", cwd=tmp_path)
    rows = [row for row in csv.DictReader(io.StringIO(still.text)) if row["rank"]]
    assert rows
    assert {row["already_specialised"] for row in rows} == {"0.0"}
    for row in rows:
        shares = (float(row[f"share_{name}"]) for name in ("high_road", "slow_road", "casino", "dead_end"))
        assert sum(shares) == pytest.approx(1)


def test_paths_get_theirs_with_the_statistics_of_their_activities():
    found = answer(str(EMILIA_ROMAGNA), "--draws", "100")
    known = [item["uncertainty"] for item in found["opportunities"]]
    assert {row["tables"] for row in known} == {100}
    assert all(row["already_specialised"] is None for row in known)
    assert all(sum(row["quadrants"].values()) == pytest.approx(1) for row in known)
