"""Other questions to the same forecast, and rivals that learn."""

import numpy as np
import pytest

from recommender.analysis.prediction.backtest import backtest
from recommender.analysis.prediction.rivals import countries
from recommender.measures.prediction.scores import bounds_within, precision_within
from tests.analysis.made_up_tables import drifting


@pytest.fixture(scope="module")
def results():
    return backtest(drifting(), 2006, 2)


def of(results, variant, method="ris3"):
    return next(item for item in results if (item.variant, item.method) == (variant, method))


def test_each_question_is_about_part_of_the_candidates(results):
    entry, lasting, fresh, lagging = (of(results, name) for name in ("entry", "lasting", "fresh", "lagging"))
    assert lasting.candidates == entry.candidates
    assert lasting.entries <= entry.entries
    assert fresh.candidates < entry.candidates
    assert lagging.candidates < entry.candidates


def test_the_table_must_go_on_for_two_observations_to_say_who_stayed():
    assert {item.variant for item in backtest(drifting(), 2008, 2)} == {"entry", "fresh", "lagging"}


def test_a_random_forest_stands_beside_ours(results):
    forest = of(results, "entry", "random-forest")
    assert 0 < forest.average_precision <= 1
    assert forest.brier_skill is None


def test_countries_are_told_from_codes_of_regions_only():
    codes = tuple(f"{country}{number}" for country in ("AT", "BE", "DE", "FR", "IT") for number in (11, 12))
    assert countries(codes) == tuple(code[:2] for code in codes)
    assert countries((*codes, "R001")) is None
    assert countries(codes[:4]) is None


def test_an_oracle_bounds_the_precision_within_regions():
    draw = np.random.default_rng(1)
    truth, region = draw.random(400) < 0.05, np.repeat(np.arange(10), 40)
    chance, oracle = bounds_within(truth, region)
    assert precision_within(truth.astype(float), truth, region) == pytest.approx(oracle)
    assert chance == pytest.approx(truth.mean())
    assert precision_within(draw.random(400), truth, region) <= oracle
