"""Scores of forecasts: what perfect, constant and repeated cells must give, and scikit-learn's numbers."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import average_precision_score, roc_auc_score

from recommender.measures.prediction import scores

CELLS = st.lists(st.tuples(st.integers(0, 6), st.booleans()), min_size=2, max_size=60).filter(
    lambda cells: len({truth for _, truth in cells}) == 2
)


def arrays(cells):
    score, truth = zip(*cells, strict=True)
    return np.array(score, dtype=float), np.array(truth)


@given(CELLS)
def test_a_perfect_forecast_scores_one_and_a_constant_the_base_rate(cells):
    _, truth = arrays(cells)
    for name, least in (("average_precision", truth.mean()), ("roc_auc", 0.5)):
        measure = getattr(scores, name)
        assert measure(truth.astype(float), truth) == pytest.approx(1)
        assert measure(np.zeros(len(truth)), truth) == pytest.approx(least)
    assert scores.brier_skill(truth.astype(float), truth) == pytest.approx(1)
    assert scores.brier_skill(np.full(len(truth), truth.mean()), truth) == pytest.approx(0)
    assert scores.best_f1(truth.astype(float), truth) == (1, 1)


@given(CELLS)
def test_the_numbers_are_those_of_scikit_learn(cells):
    score, truth = arrays(cells)
    assert scores.average_precision(score, truth) == pytest.approx(average_precision_score(truth, score))
    assert scores.roc_auc(score, truth) == pytest.approx(roc_auc_score(truth, score))


@given(CELLS, st.randoms(use_true_random=False))
def test_a_weight_counts_a_cell_several_times(cells, random):
    score, truth = arrays(cells)
    weight = np.array([random.randint(0, 3) for _ in cells])
    if not (weight * truth).sum():
        return
    repeated = scores.average_precision(np.repeat(score, weight), np.repeat(truth, weight))
    assert scores.average_precision(score, truth, weight.astype(float)) == pytest.approx(repeated)


@given(CELLS)
def test_the_best_f1_is_reached_at_its_threshold_and_at_no_other(cells):
    score, truth = arrays(cells)
    best, threshold = scores.best_f1(score, truth)
    assert scores.f1_at(score, truth, threshold) == pytest.approx(best)
    assert all(scores.f1_at(score, truth, other) <= best + 1e-12 for other in score)


def test_precision_within_regions_is_the_mean_over_them():
    region = np.repeat([0, 1, 2], [2, 2, 1])
    truth = np.array([True, False, True, True, True])
    assert scores.precision_within(np.array([1, 0, 1, 1, 1.0]), truth, region, 1) == 1
    assert scores.precision_within(np.array([0, 1, 1, 1, 1.0]), truth, region, 1) == pytest.approx(2 / 3)
    assert scores.precision_within(np.array([0, 1, 1, 1, 1.0]), truth, region, 2) == pytest.approx(3 / 4)


def test_probabilities_that_are_right_show_no_more_error_than_chance():
    draw = np.random.default_rng(1)
    probability = draw.random(5000) * 0.3
    truth = draw.random(5000) < probability
    error = scores.calibration_error(scores.reliability(probability, truth))
    assert error < 2 * scores.perfect_calibration_error(probability)
    wrong = scores.calibration_error(scores.reliability(probability / 2, truth))
    assert wrong > 5 * scores.perfect_calibration_error(probability / 2)


def test_a_bootstrap_draws_whole_regions():
    region = np.array([0, 0, 1, 2, 2, 2])
    for weight in scores.region_weights(region, draws=20):
        assert weight[0] == weight[1]
        assert weight[3] == weight[4] == weight[5]
        assert weight[[0, 2, 3]].sum() == 3
