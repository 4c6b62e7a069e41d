"""Scores of forecasts: what perfect, constant and repeated cells must give, and scikit-learn's numbers."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import average_precision_score, precision_recall_curve, roc_auc_score

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
    perfect, constant = (
        scores.Ranked.of(score, truth).curve() for score in (truth.astype(float), np.zeros(len(truth)))
    )
    assert (perfect.average_precision(), perfect.roc_auc()) == pytest.approx((1, 1))
    assert (constant.average_precision(), constant.roc_auc()) == pytest.approx((truth.mean(), 0.5))
    assert scores.brier_skill(truth.astype(float), truth) == pytest.approx(1)
    assert scores.brier_skill(np.full(len(truth), truth.mean()), truth) == pytest.approx(0)
    assert scores.best_share(truth.astype(float), truth) == pytest.approx(truth.mean())
    assert scores.f1_at(truth.astype(float), truth, 1) == 1


@given(CELLS)
def test_the_numbers_are_those_of_scikit_learn(cells):
    score, truth = arrays(cells)
    assert scores.average_precision(score, truth) == pytest.approx(average_precision_score(truth, score))
    curve = scores.Ranked.of(score, truth).curve()
    assert curve.roc_auc() == pytest.approx(roc_auc_score(truth, score))
    precisions, recalls, _ = precision_recall_curve(truth, score)
    for precision, recall in zip(precisions[recalls > 0], recalls[recalls > 0], strict=True):
        assert curve.precision_for(recall) >= precision - 1e-9  # the best of all thresholds with that recall
    assert min(abs(curve.precision_for(1.0) - precisions[recalls == 1])) < 1e-9


@given(CELLS, st.randoms(use_true_random=False))
def test_a_weight_counts_a_cell_several_times(cells, random):
    score, truth = arrays(cells)
    weight = np.array([random.randint(0, 3) for _ in cells])
    if not (weight * truth).sum():
        return
    repeated = scores.average_precision(np.repeat(score, weight), np.repeat(truth, weight))
    assert scores.average_precision(score, truth, weight.astype(float)) == pytest.approx(repeated)


@given(CELLS)
def test_no_other_share_gives_a_better_f1(cells):
    score, truth = arrays(cells)
    best = scores.f1_at(score, truth, scores.threshold_at(score, scores.best_share(score, truth)))
    assert all(scores.f1_at(score, truth, other) <= best + 1e-12 for other in score)


@given(CELLS, st.integers(1, 60))
def test_among_equal_scores_a_count_is_drawn_at_random(cells, count):
    score, truth = arrays(cells)
    found = scores.Ranked.of(score, truth).curve().precision_at(count)
    if count > len(score):
        assert np.isnan(found)
        return
    draw = np.random.default_rng(0)
    likeliest = [np.lexsort((draw.random(len(score)), -score))[:count] for _ in range(400)]
    assert found == pytest.approx(np.mean([truth[cells].mean() for cells in likeliest]), abs=0.15)
    assert scores.Ranked.of(-score[::-1], ~truth[::-1]).curve().precision_at(len(score)) == pytest.approx(
        1 - truth.mean()
    )


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
