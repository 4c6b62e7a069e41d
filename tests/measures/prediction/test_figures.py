"""Every figure against its definition on the cells themselves, and what drawing regions may change."""

import numpy as np
import pytest
from sklearn.metrics import average_precision_score, brier_score_loss, f1_score, roc_auc_score

from recommender.measures.prediction import figures
from recommender.measures.prediction.figures import Judged
from recommender.measures.prediction.scores import calibration_error, reliability

REGIONS = 30


def cells(seed=0, each=45):
    """Probabilities that are right, outcomes drawn from them, and regions of unlike size."""
    draw = np.random.default_rng(seed)
    region = np.repeat(np.arange(REGIONS), each + np.arange(REGIONS) - REGIONS // 2)
    probability = draw.beta(0.4, 3, len(region))
    return probability, draw.random(len(region)) < probability, region


@pytest.fixture(scope="module")
def drawn():
    probability, truth, region = cells()
    called = probability >= 0.3
    judged = Judged.of(probability, truth, region, REGIONS, called=called, probability=probability)
    return judged, probability, truth, region, called


def test_each_figure_is_what_its_definition_says(drawn):
    judged, probability, truth, region, called = drawn
    found = judged.draw().figures
    rate = truth.mean()
    assert tuple(found) == figures.FIGURES
    assert found["average_precision"] == pytest.approx(average_precision_score(truth, probability))
    assert found["roc_auc"] == pytest.approx(roc_auc_score(truth, probability))
    assert found["f1"] == pytest.approx(f1_score(truth, called))
    assert found["brier_skill"] == pytest.approx(1 - brier_score_loss(truth, probability) / (rate * (1 - rate)))
    assert found["calibration_error"] == pytest.approx(calibration_error(reliability(probability, truth)))
    assert found["precision_at_1000"] == pytest.approx(truth[np.argsort(-probability)[:1000]].mean())
    within = [truth[region == one][np.argsort(-probability[region == one])[:10]].mean() for one in range(REGIONS)]
    assert found["precision_at_10"] == pytest.approx(np.mean(within))
    assert found["precision_at_10_by_chance"] == pytest.approx(
        np.mean([truth[region == one].mean() for one in range(REGIONS)])
    )
    oracle = [min(1, truth[region == one].sum() / 10) for one in range(REGIONS)]
    assert found["precision_at_10_of_an_oracle"] == pytest.approx(np.mean(oracle))
    tenth = np.argsort(-probability)[: len(truth) // 10]
    assert found["lift"] == pytest.approx(truth[tenth].mean() / rate, rel=0.02)


def test_a_region_drawn_twice_counts_like_a_second_one_of_its_kind(drawn):
    judged, probability, truth, region, called = drawn
    weight = np.random.default_rng(3).integers(0, 3, REGIONS)
    times = weight[region]
    again = np.concatenate([np.full((region == one).sum() * weight[one], one) for one in range(REGIONS)])
    copies = np.concatenate([np.tile(np.flatnonzero(region == one), weight[one]) for one in range(REGIONS)])
    assert len(again) == times.sum()
    found = judged.draw(weight.astype(float)).figures
    repeated = Judged.of(
        probability[copies], truth[copies], region[copies], REGIONS,
        called=called[copies], probability=probability[copies],
    ).draw().figures  # fmt: skip
    for name in ("average_precision", "lift", "f1", "precision_at_1000", "roc_auc", "brier_skill"):
        assert found[name] == pytest.approx(repeated[name]), name
    chosen = weight > 0
    within = [truth[region == one][np.argsort(-probability[region == one])[:10]].mean() for one in range(REGIONS)]
    assert found["precision_at_10"] == pytest.approx(np.average(np.array(within)[chosen], weights=weight[chosen]))


def test_a_perfect_forecast_reaches_every_bound_and_a_constant_one_is_chance():
    _, truth, region = cells()
    sure = truth.astype(float)
    best = Judged.of(sure, truth, region, REGIONS, called=truth, probability=sure).draw().figures
    for name in ("average_precision", "f1", "roc_auc", "brier_skill"):
        assert best[name] == pytest.approx(1), name
    assert best["calibration_error"] == pytest.approx(0)
    assert best["precision_at_10"] == pytest.approx(best["precision_at_10_of_an_oracle"])
    assert best["lift"] == pytest.approx(min(10, 1 / truth.mean()))
    flat = np.full(len(truth), truth.mean())
    worst = Judged.of(flat, truth, region, REGIONS, called=np.ones(len(truth), bool), probability=flat).draw()
    assert worst.figures["precision_at_10"] == pytest.approx(worst.figures["precision_at_10_by_chance"])
    assert worst.figures["brier_skill"] == pytest.approx(0)
    assert worst.lifts == pytest.approx(np.ones(len(worst.lifts)))
    assert worst.precisions == pytest.approx(np.full(len(worst.precisions), truth.mean()))


def test_the_order_of_cells_and_regions_changes_nothing(drawn):
    judged, probability, truth, region, called = drawn
    order = np.random.default_rng(5).permutation(len(truth))
    turned = REGIONS - 1 - region[order]
    other = Judged.of(probability[order], truth[order], turned, REGIONS, called=called[order],
                      probability=probability[order])  # fmt: skip
    assert other.draw().figures == pytest.approx(judged.draw().figures)


def test_what_nothing_says_is_not_a_number_and_never_zero(drawn):
    _, probability, truth, region, _ = drawn
    found = Judged.of(probability, truth, region, REGIONS).draw()
    for name in ("f1", "brier_skill", "calibration_error"):
        assert np.isnan(found.figures[name]), name
    few = Judged.of(probability[:5], truth[:5], region[:5], REGIONS).draw().figures
    assert np.isnan(few["precision_at_10"])
    assert np.isnan(few["precision_at_1000"])


def test_bins_stay_the_same_whichever_regions_are_drawn(drawn):
    judged, *_ = drawn
    whole = judged.reliability()
    weight = np.random.default_rng(7).multinomial(REGIONS, np.full(REGIONS, 1 / REGIONS)).astype(float)
    for group, other in zip(whole, judged.reliability(weight), strict=True):
        assert other.promised == pytest.approx(group.promised, rel=0.25)
    assert sum(group.count for group in whole) == len(drawn[2])
