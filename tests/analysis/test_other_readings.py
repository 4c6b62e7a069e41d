"""The same statistics read otherwise: each reading is what the tool says under that setting, and counts are counts."""

from __future__ import annotations

import csv
import io
import json

import numpy as np
import pytest

from recommender.analysis.colocation import colocation
from recommender.analysis.other_readings import other_readings
from recommender.analysis.readings_study import Reordered, rank_shift, readings_parts, times_first
from recommender.analysis.reference import build_reference
from recommender.measures.density import relatedness_density
from recommender.measures.percentile import mid_rank_percentile
from recommender.measures.registry import find, measures
from recommender.model.recommendation import Opportunity, Recommendation
from tests.analysis.made_up_tables import drifting, table
from tests.support import EMILIA_ROMAGNA, ris3

REGION = "R003"


@pytest.fixture(scope="module")
def years():
    return drifting(years=tuple(range(2004, 2011)))


def readings(known, cut=1.0, unit=20):
    model = build_reference(known, cut=cut)
    view = colocation(model, REGION)
    found = other_readings(model, view, (), table=known, labels={}, unit=unit)
    return model, {(item.name, item.value): item for item in found}


def test_every_cut_year_quotient_and_measure_is_tried_once(years):
    _, found = readings(years)
    assert {value for name, value in found if name == "cut"} == {"0.75", "1.25"}
    assert {value for name, value in found if name == "year"} == {str(year) for year in range(2004, 2010)}
    assert {value for name, value in found if name == "quotient"} == {"shrunken", "likely"}
    related = {item.name for item in measures().values() if item.family == "relatedness"}
    ours = {"density", "sapling_between_activities", "sapling_between_regions"}
    assert {value for name, value in found if name == "relatedness"} == ours | related - {
        "minimum-conditional-probability"
    }


def test_another_cut_or_year_is_the_model_built_with_it(years):
    _, found = readings(years)
    for key, built in (
        (("cut", "1.25"), build_reference(years, cut=1.25)),
        (("year", "2006"), build_reference(years, year=2006)),
    ):
        expected = [(item.activity, item.percentile) for item in colocation(built, REGION).candidates]
        assert [(item.activity, item.percentile) for item in found[key].view.candidates] == expected


def test_todays_cut_is_no_other_reading(years):
    _, found = readings(years, cut=1.25)
    assert {value for name, value in found if name == "cut"} == {"0.75", "1"}


def test_a_measure_alone_is_the_density_by_it(years):
    model, found = readings(years)
    jaccard = find("jaccard").compute(model.present)
    density = relatedness_density(model.present, jaccard)[model.region_index(REGION)]
    view = found["relatedness", "jaccard"].view
    codes = [item.activity for item in view.candidates]
    expected = mid_rank_percentile(density[[model.activity_index(code) for code in codes]])
    np.testing.assert_allclose([item.percentile for item in view.candidates], expected, atol=1e-9)
    assert sorted(expected, reverse=True) == list(expected)


def test_a_surer_quotient_leaves_fewer_specialised(years):
    model, found = readings(years)
    likely = found["quotient", "likely"].model.present
    assert likely.sum() < model.present.sum()
    assert not (likely & (model.location_quotient < 1)).any()


def test_figures_that_are_no_counts_have_no_shrunken_quotient():
    values = drifting(years=(2010,)).values
    _, found = readings(table(values + 0.5, (2010,)))
    assert not [key for key in found if key[0] in ("quotient", "year")]


def test_the_shift_is_over_what_both_rank():
    assert rank_shift("abc", "abc") == 0
    assert rank_shift("abc", "cba") == pytest.approx(4 / 3)
    assert rank_shift("abcd", "xbyca") == rank_shift("abc", "bca") == pytest.approx(4 / 3)
    assert rank_shift("ab", "xy") is None
    assert rank_shift("abcd", "dbca") == rank_shift("dbca", "abcd")


def test_counts_are_counts():
    codes = [f"{place:02}" for place in range(12)]
    items = tuple(Opportunity(code, {"en": code}, "low", rank=place + 1) for place, code in enumerate(codes))
    answer = Recommendation("R1", {}, "activities", {}, items, ())
    found = [
        Reordered("cut", "0.75", tuple(codes[2:])), Reordered("cut", "1.25", tuple(reversed([*codes, "99"]))),
        Reordered("year", "2004", tuple(codes)),
    ]  # fmt: skip
    assert [times_first(code, found) for code in codes] == [1, 1, 2, *[3] * 7, 2, 2]
    by_reading, held = readings_parts(answer, found)
    [told] = by_reading.findings
    assert told.facts["always_first"] == codes[3:10]
    assert told.facts["seldom_first"] == codes[:2]
    rows = {row[0]: row[1:] for row in by_reading.grid.rows}
    assert rows["cut", "0.75"] == (0.0, "02", (8, 10), ("00", "01"), ())
    assert rows["cut", "1.25"][-1] == ("99",)
    assert held.grid.rows[0] == (1, "00", (1, 3), (2, 3), (1, 13))
    assert not list(readings_parts(answer, []))


def test_the_command_tells_them_of_a_region_and_of_a_profile(tmp_path):
    for source in ("ITH5", str(EMILIA_ROMAGNA)):
        done = ris3("sensitivity", source, "--draws", "100", "--format", "json")
        assert (done.code, done.err) == (0, "")
        answer = json.loads(done.text)
        [told] = [item for item in answer["findings"] if item["kind"] == "other_readings"]
        assert told["facts"]["readings"] == len(answer["tables"]["readings"])
        for row in answer["tables"]["held"]:
            (first, of), (ranked, _) = row["among_first"], row["still_ranked"]
            assert 0 <= first <= ranked <= of == told["facts"]["readings"]


def test_the_command_tries_the_years_of_a_table(years, tmp_path):
    with (tmp_path / "table.csv").open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(("region", "activity", "year", "value"))
        for at, row, column in np.ndindex(years.values.shape):
            value = f"{years.values[at, row, column]:.0f}"
            rows.writerow((years.regions[row], years.activities[column], years.years[at], value))
    asked = ("sensitivity", "--table", "table.csv", "--region", REGION, "--draws", "100", "--format", "csv")
    done = ris3(*asked, "--part", "readings", cwd=tmp_path)
    assert done.code == 0, done.err
    found = {row["changed"] for row in csv.DictReader(io.StringIO(done.text))}
    assert {f"year; {year}" for year in range(2004, 2010)} <= found
