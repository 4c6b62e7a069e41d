"""What is promised: never more than unseen cells showed, less where newer years showed less."""

import numpy as np
import pytest

from recommender.analysis.prediction.cases import past_of
from recommender.analysis.prediction.forecasting import forecast
from recommender.analysis.prediction.promise import before, forward, promised, rate_factor
from recommender.measures.prediction.scores import Ranked
from recommender.model.forecast import Forward
from tests.analysis.made_up_tables import YEARS, drifting, table

TABLE = drifting(90, 40)
PAST = past_of(TABLE, None)


def shown(lift):
    return Forward((2000, 2002), 100, 20, lift)


def test_the_promise_is_the_smaller_of_the_blocks_and_the_mean_with_the_newest_years():
    assert promised(4.0, None) == promised(4.0, shown(9.0)) == 4.0
    assert promised(4.0, shown(1.0)) == 2.0


def test_the_newest_window_is_forecast_from_the_years_before_it():
    seen = []

    def scores(earlier, cells, length):
        seen.append(earlier)
        return np.arange(cells.sum(), dtype=float)

    found = forward(PAST, 2, 0.5, scores)
    assert found.window == (YEARS[-1] - 2, YEARS[-1])
    assert [int(item.panel.years[-1]) for item in seen] == [YEARS[-1] - 2]


def test_a_window_nobody_could_have_learned_for_says_nothing():
    assert forward(PAST, 2, 0.5, lambda *_: None) is None


def test_the_past_before_a_year_is_the_table_as_it_was_then():
    earlier, direct = before(PAST, 4), past_of(TABLE, YEARS[4])
    np.testing.assert_array_equal(earlier.panel.log, direct.panel.log)
    assert earlier.now == 4


def test_odds_are_lowered_where_entries_became_rarer_and_never_raised():
    moving, still = TABLE.values[::-1], np.repeat(TABLE.values[:1], 4, axis=0)
    slower = past_of(table(np.concatenate((moving, still)), tuple(range(2000, 2015))), None)
    faster = past_of(table(np.concatenate((np.repeat(moving[:1], 4, axis=0), moving)), tuple(range(2000, 2015))), None)
    assert rate_factor(slower, 0, 6, 0.5) < 0.9
    assert rate_factor(faster, 0, 6, 0.5) == 1


def test_what_is_promised_is_in_the_check():
    check = forecast(drifting(), 2, origin=2008).check
    assert check.lift == pytest.approx(promised(check.block_lift, check.forward))
    assert check.lift_range[0] <= check.lift_range[1]


def test_a_perfect_lift_is_bounded_and_a_constant_one_is_one():
    truth = np.arange(200) % 20 == 0
    assert Ranked.of(truth.astype(float), truth).lift() == pytest.approx(10)
    assert Ranked.of(np.zeros(200), truth).lift() == pytest.approx(1)
    often = np.arange(200) % 2 == 0
    assert Ranked.of(often.astype(float), often).lift() == pytest.approx(2)
