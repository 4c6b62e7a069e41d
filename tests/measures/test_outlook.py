"""Complexity within reach: B7 of METHODS, and complexity taken from elsewhere."""

import json

import numpy as np
import pytest

from recommender.measures.complexity import economic_complexity
from recommender.measures.density import relatedness_density
from recommender.measures.outlook import complexity_outlook, complexity_outlook_gain, external_complexity
from recommender.measures.relatedness import minimum_conditional_probability
from tests.measures.toy import PRESENT, random_presence
from tests.shared_data import shared

PHI = minimum_conditional_probability(PRESENT)
DENSITY = relatedness_density(PRESENT)
PCI = economic_complexity(PRESENT).activities


def test_outlook_by_its_definition():
    expected = [sum(DENSITY[r, a] * PCI[a] for a in range(6) if not PRESENT[r, a]) for r in range(5)]
    np.testing.assert_allclose(complexity_outlook(PRESENT, DENSITY, PCI), expected)


def test_gain_by_its_definition():
    phi = PHI - np.diag(np.diagonal(PHI))
    found = complexity_outlook_gain(PRESENT, PHI, PCI)
    for r in range(5):
        for a in range(6):
            others = [b for b in range(6) if not PRESENT[r, b] and b != a]
            expected = 0 if PRESENT[r, a] else sum(phi[a, b] / phi[:, b].sum() * PCI[b] for b in others)
            assert found[r, a] == pytest.approx(expected, abs=1e-12)


def test_a_region_without_anything_has_no_outlook():
    present = np.vstack([PRESENT, np.zeros((1, 6), dtype=bool)])
    density = np.vstack([DENSITY, np.zeros((1, 6))])
    assert np.isnan(complexity_outlook(present, density, PCI)[5])
    assert np.isnan(complexity_outlook_gain(present, PHI, PCI)[5]).all()


def test_the_atlas_packages_are_reproduced():
    """econcomplex leaves the own activity out, and is ours; py-ecomplexity counts it and scales PCI by ECI."""
    peers = json.loads(shared("golden/peers_5x6.json").read_text("utf-8"))["peers"]
    present = np.array(peers["ecomplexity 0.5.3"]["M"], dtype=bool)
    scores = economic_complexity(present)
    phi = minimum_conditional_probability(present)
    ours = complexity_outlook(present, relatedness_density(present), scores.activities)
    np.testing.assert_allclose(ours, peers["econcomplex 1.0.1"]["coi"], rtol=1e-9)
    gain = complexity_outlook_gain(present, phi, scores.activities)
    assert np.isfinite(gain).all()


def test_external_complexity_is_a_mean_over_what_is_present():
    scores = np.array([1.0, np.nan, 3, 5, 7, 9])
    found = external_complexity(PRESENT, external_scores=scores)
    assert found[0] == pytest.approx((1 + 9) / 2)
    assert found[2] == pytest.approx((3 + 5 + 7) / 3)
    assert np.isnan(external_complexity(PRESENT, external_scores=np.full(6, np.nan))).all()


def test_its_own_complexity_gives_back_the_order_of_regions():
    present = random_presence(3)
    scores = economic_complexity(present)
    found = external_complexity(present, external_scores=scores.activities)
    known = ~np.isnan(scores.regions)
    assert np.corrcoef(found[known], scores.regions[known])[0, 1] == pytest.approx(1, abs=1e-9)
