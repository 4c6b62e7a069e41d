"""Relatedness from flows and from competences: B10 of METHODS."""

import csv
import gzip
import json

import numpy as np
import pytest

from recommender.measures.relatedness_flows import (
    competence_similarity,
    given_relatedness,
    input_output,
    skill_relatedness,
    skill_relatedness_ratio,
)
from tests.shared_data import shared

FLOWS = np.array([[0, 30, 5], [20, 0, 10], [5, 15, 0]], dtype=float)


def test_golden_order_of_averaging_and_normalising():
    assert skill_relatedness(FLOWS)[0, 1] == pytest.approx(0.320388, abs=5e-7)
    assert skill_relatedness(FLOWS, first="normalise")[0, 1] == pytest.approx(0.312059, abs=5e-7)
    with pytest.raises(ValueError, match="average"):
        skill_relatedness(FLOWS, first="norm")


def test_golden_files():
    golden = json.loads(shared("golden/methods_5x6.json").read_text("utf-8"))
    np.testing.assert_allclose(skill_relatedness_ratio(FLOWS), golden["SR"], rtol=1e-12)
    np.testing.assert_allclose(skill_relatedness(FLOWS), golden["SR_sym_norm"], rtol=1e-12)
    np.testing.assert_allclose(skill_relatedness(FLOWS, first="normalise"), golden["SR_norm_sym"], rtol=1e-12)


def test_who_stays_does_not_count():
    staying = FLOWS + np.diag([1000.0, 5, 7])
    np.testing.assert_array_equal(skill_relatedness(staying), skill_relatedness(FLOWS))


def test_an_activity_that_nobody_leaves_is_undefined():
    flows = FLOWS.copy()
    flows[1] = 0
    found = skill_relatedness_ratio(flows)
    assert np.isnan(found[1]).all()
    assert np.isfinite(found[0, 1])
    assert np.isnan(skill_relatedness(flows)[0, 1])


def test_chance_is_one_before_and_zero_after_normalising():
    proportional = np.multiply.outer([1.0, 2, 3], [1.0, 2, 3])
    mixed = skill_relatedness(proportional)
    off = ~np.eye(3, dtype=bool)
    assert ((mixed[off] > -1) & (mixed[off] < 1)).all()
    np.testing.assert_array_equal(np.diagonal(mixed), -1)


def test_the_largest_of_four_shares_by_hand():
    flows = np.array([[50.0, 30, 10], [0, 0, 20], [5, 15, 99]])
    # Of what 0 sells to others 3/4 goes to 1; of what 1 buys 2/3 comes from 0.
    assert input_output(flows)[0, 1] == pytest.approx(0.75)
    assert input_output(flows, combine="mean")[0, 1] == pytest.approx((0.75 + 30 / 45) / 4)
    found = input_output(flows)
    np.testing.assert_array_equal(found, found.T)
    assert not np.diagonal(found).any()


def test_the_world_input_output_table():
    with gzip.open(shared("io/wiod2013_world_io35_2011.csv.gz"), "rt", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    place = {code: at for at, code in enumerate(dict.fromkeys(row["supplier"] for row in rows))}
    flows = np.zeros((len(place),) * 2)
    for row in rows:
        flows[place[row["supplier"]], place[row["buyer"]]] = float(row["flow_musd"])
    found = input_output(flows)
    assert ((found >= 0) & (found <= 1)).all()
    partner = {code: list(place)[found[at].argmax()] for code, at in place.items()}
    assert partner["c1"] == "c3"  # agriculture and food
    assert partner["c2"] == "c8"  # mining and refineries
    assert partner["c11"] == "c18"  # building materials and construction


def test_a_relatedness_of_ones_own_is_taken_in_both_directions():
    found = given_relatedness(np.array([[9.0, 1.0], [3.0, np.nan]]))
    np.testing.assert_array_equal(found, [[0, 2], [2, 0]])


def test_competences_by_angle():
    levels = np.array([[1.0, 0, 0], [0.5, 0, 0], [0, 1, 1], [1, 1, 1], [np.nan, 0, 0]])
    found = competence_similarity(levels)
    assert found[0, 1] == 1
    assert found[0, 2] == 0
    assert found[0, 3] == pytest.approx(1 / np.sqrt(3))
    assert not found[4].any()
