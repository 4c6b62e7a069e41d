"""Forecasts of entries: what they may know, what changes nothing, and when there is none."""

import warnings
from dataclasses import replace

import numpy as np
import pytest

from recommender.analysis.prediction.cases import full_windows, past_of
from recommender.analysis.prediction.drift import drift
from recommender.analysis.prediction.forecasting import forecast
from recommender.measures.prediction.blocks import SIDES, folds
from recommender.measures.prediction.learning import calibrate, learn
from recommender.measures.prediction.panel import Panel
from recommender.measures.prediction.windows import Window, outcome, windows_of
from recommender.model.problem import InputErrors
from tests.analysis.made_up_tables import YEARS, drifting, table

TABLE = drifting()
ORIGIN, HORIZON = 2008, 2


@pytest.fixture(scope="module")
def base():
    return forecast(TABLE, HORIZON, origin=ORIGIN)


def rows(found):
    return [(item.region, item.activity, item.probability, item.probability_lasting, item.baseline) for item in found]


def test_every_candidate_has_one_row_and_both_probabilities(base):
    at = TABLE.year_index(ORIGIN)
    panel = Panel.of(np.array([ORIGIN]), TABLE.values[[at]])
    assert len(base.chances) == (np.nan_to_num(panel.quotient[0]) < 0.5).sum()
    assert len({(item.region, item.activity) for item in base.chances}) == len(base.chances)
    assert all(0 <= item.probability_lasting <= item.probability <= 1 for item in base.chances)
    assert base.standing in ("validated", "no_proven_gain")
    assert [item.probability for item in base.chances] == sorted((c.probability for c in base.chances), reverse=True)


def test_later_years_change_nothing(base):
    early = [year for year in TABLE.years if year <= ORIGIN]
    at = [TABLE.years.index(year) for year in early]
    cut = replace(TABLE, years=tuple(early), values=TABLE.values[at], status=TABLE.status[at])
    assert rows(forecast(cut, HORIZON).chances) == rows(base.chances)
    noisy = TABLE.values.copy()
    noisy[: at[0]] = 1
    assert rows(forecast(replace(TABLE, values=noisy), HORIZON, origin=ORIGIN).chances) == rows(base.chances)


def test_the_unit_changes_nothing_and_a_second_run_neither(base):
    scaled = replace(TABLE, values=TABLE.values * 1234.5)
    assert rows(forecast(scaled, HORIZON, origin=ORIGIN).chances) == rows(base.chances)


def test_the_order_of_regions_and_activities_changes_nothing(base):
    draw = np.random.default_rng(3)
    rows_, columns = draw.permutation(len(TABLE.regions)), draw.permutation(len(TABLE.activities))
    mixed = replace(
        TABLE,
        regions=tuple(TABLE.regions[place] for place in rows_),
        activities=tuple(TABLE.activities[place] for place in columns),
        values=TABLE.values[:, rows_][:, :, columns],
        status=TABLE.status[:, rows_][:, :, columns],
    )
    found = forecast(mixed, HORIZON, origin=ORIGIN)
    assert rows(found.chances) == rows(base.chances)
    assert found.check == base.check


def test_what_speaks_for_a_cell_is_what_the_whole_blend_goes_by():
    draw = np.random.default_rng(4)
    features = draw.normal(size=(4000, 3)).astype(np.float32)
    # The second one matters through a step in its middle, which no line sees; the third not at all.
    entered = draw.random(4000) < 0.05 + 0.3 * (features[:, 0] > 1) + 0.3 * (abs(features[:, 1]) > 1.5)
    learner = learn(features, entered)
    asked = np.array([[2, 0, 0], [0, 2, 0], [0, -2, 0], [0, 0, 2]], dtype=np.float32)
    found = learner.contributions(asked, [np.array([place]) for place in range(3)])
    assert found[0].argmax() == 0
    assert found[1].argmax() == found[2].argmax() == 1
    assert abs(found[3, 2]) < 0.3 * min(found[0, 0], found[1, 1], found[2, 1])
    hidden = asked.copy()
    hidden[:, 0] = features[:, 0].mean()
    np.testing.assert_allclose(found[:, 0], learner.score(asked) - learner.score(hidden), atol=1e-5)


def test_learning_leaves_the_filters_of_warnings_as_they_were():
    draw, before = np.random.default_rng(4), list(warnings.filters)
    for _ in range(3):
        learn(draw.normal(size=(300, 3)), draw.random(300) < 0.3)
    assert warnings.filters == before


def test_it_ranks_better_than_chance_on_years_it_has_not_seen(base):
    panel = Panel.of(np.array(YEARS), TABLE.values[::-1])
    came = outcome(panel, Window(YEARS.index(ORIGIN), YEARS.index(ORIGIN + HORIZON)), stay=0).entered
    entered = [came[int(item.region[1:]), int(item.activity[1:])] for item in base.chances]
    tenth = len(entered) // 10
    assert np.mean(entered[:tenth]) > 2 * np.mean(entered)


def test_blocks_share_no_region_and_no_activity():
    codes = tuple(f"R{place}" for place in range(31))
    found = folds(codes)
    assert sorted(np.bincount(found)) == [10, 10, 11]
    assert set(found) == set(range(SIDES))
    assert list(folds(codes[::-1])[::-1]) == list(found)


def test_an_entry_lasts_if_the_next_observations_show_it():
    high, low = [[90.0, 10], [10, 90]], [[1.0, 99], [99, 1]]
    panel = Panel.of(np.arange(4), np.array([low, high, high, low]))
    found = outcome(panel, Window(0, 1), stay=1)
    assert found.entered.tolist() == found.lasting.tolist() == [[True, False], [False, True]]
    assert not outcome(panel, Window(0, 1), stay=2).lasting.any()
    assert outcome(panel, Window(0, 2), stay=2).lasting is None


def test_windows_are_exactly_as_long_as_the_horizon():
    assert windows_of(np.array([2000, 2001, 2004]), 3) == [Window(1, 2)]


def test_a_calibration_never_turns_the_order_round():
    draw = np.random.default_rng(0)
    score = draw.normal(size=500)
    assert calibrate(score, draw.random(500) < 1 / (1 + np.exp(3 * score))).slope == 0
    assert calibrate(score, draw.random(500) < 1 / (1 + np.exp(-score))).slope == pytest.approx(1, abs=0.3)


@pytest.mark.parametrize(
    ("values", "years", "reason"),
    [
        (TABLE.values[:1], (2010,), "no_window"),
        (TABLE.values[:1], (None,), "no_window"),
        (TABLE.values[::-1][:, :2], YEARS, "too_small"),
        (TABLE.values[::-1][:, :, :2], YEARS, "too_small"),
        (np.zeros_like(TABLE.values), YEARS, "no_entries"),
        (np.ones_like(TABLE.values), YEARS, "no_entries"),
        (np.repeat(TABLE.values[:1], 11, axis=0), YEARS, "no_entries"),
    ],
    ids=["one year", "no years", "two regions", "two activities", "zero", "constant", "nothing moves"],
)
def test_a_bad_table_gets_an_answer_and_no_probability(values, years, reason):
    found = forecast(table(values, years), 3)
    assert (found.standing, found.reasons) == ("not_validated", (reason,))
    assert all(item.probability is None and item.probability_lasting is None for item in found.chances)


def test_a_window_shorter_than_the_horizon_proves_nothing():
    found = forecast(TABLE, 30)
    assert found.standing == "no_proven_gain"
    assert "short_window" in found.reasons


def test_counting_alone_gives_the_same_reasons_without_learning(base):
    counted = forecast(TABLE, HORIZON, origin=ORIGIN, only_validated=True)
    assert counted.standing == base.standing == "no_proven_gain"
    assert set(counted.reasons) == set(base.reasons) - {"no_skill"}
    assert counted.check is None
    assert all(item.probability is None for item in counted.chances)


def test_a_year_that_is_not_there_is_an_error():
    with pytest.raises(InputErrors, match="no year 1990"):
        forecast(TABLE, 2, origin=1990)


def test_reporters_that_begin_to_report_are_no_entries():
    values = TABLE.values[::-1].copy()
    hidden = np.random.default_rng(2).random(values.shape[1:]) < 0.4
    values[:5, hidden] = 0
    past = past_of(table(values, YEARS), None)
    assert "new_reporters" in set(drift(past, full_windows(past, 8), 8, 0.5))
    assert forecast(table(values, YEARS), 8).standing == "refused"
    assert not list(drift(past_of(TABLE, None), full_windows(past, 2), 2, 0.5))


def test_codes_that_go_while_others_come_are_no_past():
    values = np.concatenate((TABLE.values[::-1], np.full_like(TABLE.values[:, :8], np.nan)), axis=1)
    values[5:, -8:], values[5:, :8] = values[5:, :8].copy(), np.nan
    changed = past_of(table(values, YEARS), None)
    assert "codes" in set(drift(changed, full_windows(changed, 2), 2, 0.5))


def test_years_left_out_are_no_past():
    kept = [place for place, year in enumerate(YEARS) if year != 2005]
    gap = past_of(table(TABLE.values[::-1][kept], tuple(YEARS[place] for place in kept)), None)
    assert "year_gap" in set(drift(gap, full_windows(gap, 2), 2, 0.5))
    every_other = past_of(table(TABLE.values[::-1][::2], YEARS[::2]), None)
    assert "year_gap" not in set(drift(every_other, full_windows(every_other, 2), 2, 0.5))


def test_a_table_that_doubles_its_coverage_is_refused():
    values = TABLE.values[::-1].copy()
    values[:5, ::2] = np.nan
    past = past_of(table(values, YEARS), None)
    assert "coverage" in set(drift(past, full_windows(past, 8), 8, 0.5))
