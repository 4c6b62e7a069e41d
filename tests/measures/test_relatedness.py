"""Relatedness between activities: B3 and B4 of METHODS."""

import json

import numpy as np
import pytest

from recommender.measures.registry import names
from recommender.measures.relatedness import association, cooccurrence, minimum_conditional_probability
from tests.measures.toy import PRESENT, random_presence
from tests.shared_data import shared

PAIRS = {  # (1, 2) and (1, 6) of METHODS B4
    "association": (1.523810, 4.266667),
    "association-probability": (1.278660, 3.728571),
    "cosine": (0.218218, 0.516398),
    "jaccard": (0.111111, 0.333333),
    "lift": (0.833333, 1.666667),
    "minimum-conditional-probability": (0.333333, 0.666667),
}
IN_FILE = {
    "association": "assoc_econgeo",
    "association-probability": "prob_econgeo",
    "cosine": "cosine_econgeo",
    "jaccard": "jaccard_econgeo",
    "lift": "lift",
    "minimum-conditional-probability": "phi_min",
}


@pytest.mark.parametrize("name", sorted(PAIRS))
def test_golden_pairs(name):
    found = names()[name].compute(PRESENT)
    assert (found[0, 1], found[0, 5]) == pytest.approx(PAIRS[name], abs=5e-7)


@pytest.mark.parametrize("name", sorted(IN_FILE))
def test_golden_files(name):
    golden = json.loads(shared("golden/methods_5x6.json").read_text("utf-8"))
    np.testing.assert_allclose(names()[name].compute(PRESENT), golden[IN_FILE[name]], atol=5e-7)


def test_econgeo_itself_gives_the_same():
    peers = json.loads(shared("golden/peers_5x6.json").read_text("utf-8"))
    econgeo = peers["peers"]["R EconGeo (real R 4.2.2 run of repo sources)"]
    present = np.array(econgeo["M"], dtype=bool)
    for name, key in (("association", "assoc"), ("association-probability", "prob"),
                      ("cosine", "cosine"), ("jaccard", "jaccard")):  # fmt: skip
        expected = np.nan_to_num(np.array(econgeo[f"relatedness_{key}"], dtype=float))
        np.testing.assert_allclose(names()[name].compute(present), expected, atol=1e-9, err_msg=name)


def test_cooccurrences_are_whole_numbers():
    together = cooccurrence(random_presence(1, 300, 80))
    np.testing.assert_array_equal(together, np.rint(together))


def test_an_activity_that_nobody_has_is_related_to_nothing():
    present = np.column_stack([PRESENT, np.zeros(5, dtype=bool)])
    for name in PAIRS:
        found = names()[name].compute(present)
        assert not found[6].any(), name
        assert not found[:, 6].any(), name


def test_one_pair_of_activities_has_no_chance_to_divide_by_zero():
    present = np.array([[True, True], [True, False]])
    for name in PAIRS:
        assert np.isfinite(names()[name].compute(present)).all(), name


def test_the_diagonal_is_one_by_the_formula_and_zero_in_econgeo():
    np.testing.assert_array_equal(np.diagonal(minimum_conditional_probability(PRESENT)), 1)
    np.testing.assert_array_equal(np.diagonal(association(PRESENT)), 0)
