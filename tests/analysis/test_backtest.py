"""Forecasts held against what came: methods that saw nothing later, questions about parts of the cells, intervals."""

from dataclasses import replace

import numpy as np
import pytest

from recommender.analysis.prediction.backtest import backtest, backtests, steps
from recommender.analysis.prediction.cases import past_of
from recommender.analysis.prediction.forecasting import forecast
from recommender.analysis.prediction.judging import centred, estimate
from recommender.analysis.prediction.rivals import METHODS, countries, entrants
from recommender.measures.prediction.windows import candidates_at
from recommender.model.backtest import OURS
from tests.analysis.made_up_tables import drifting

TABLE = drifting(60, 40)
ORIGIN, HORIZON = 2006, 2


@pytest.fixture(scope="module")
def questions():
    return {item.variant: item for item in backtest(TABLE, ORIGIN, HORIZON)}


def abroad(table):
    """The same with codes that name eight countries."""
    names = tuple(f"{'ABCDEFGH'[place % 8]}X{place:02}" for place in range(len(table.regions)))
    return replace(table, regions=names)


def test_each_question_is_about_part_of_the_candidates(questions):
    entry, lasting, fresh, lagging = (questions[name] for name in ("entry", "lasting", "fresh", "lagging"))
    assert lasting.candidates == entry.candidates
    assert lasting.entries <= entry.entries
    assert fresh.candidates < entry.candidates
    assert lagging.candidates < entry.candidates
    assert lagging.regions < entry.regions


def test_all_methods_take_part_the_best_first(questions):
    entry = questions["entry"]
    assert {item.method for item in entry.methods} == set(METHODS)
    scores = [item.value("average_precision") for item in entry.methods]
    assert scores == sorted(scores, reverse=True)


def test_what_the_table_cannot_answer_is_told_and_not_left_out():
    asked, _, left = backtests(TABLE, (2008,), 2)
    assert {item.variant for item in asked} == {"entry", "fresh", "lagging"}
    assert {(item.variant, item.reason) for item in left} == {
        ("lasting", "no_later_years"), ("other-countries", "no_countries")
    }  # fmt: skip


def test_ours_can_be_held_against_countries_it_has_not_learned_from():
    asked, _, left = backtests(abroad(TABLE), (ORIGIN,), HORIZON, chosen=("other-countries",), methods=("persistence",))
    home, away = asked
    assert (home.variant, away.variant, left) == ("entry", "other-countries", [])
    assert (home.candidates, home.entries) == (away.candidates, away.entries)
    assert {item.method for item in away.methods} == {OURS, "persistence"}
    assert away.ours.figures["average_precision"] != home.ours.figures["average_precision"]


def test_every_interval_holds_its_figure(questions):
    told = [item for asked in questions.values() for method in asked.methods for item in method.figures.items()]
    inside = [found.low <= found.value <= found.high for _, found in told]
    assert len(told) > 300
    assert np.mean(inside) > 0.97
    assert all(inside[place] for place, (name, _) in enumerate(told) if name != "f1")


def test_a_lead_is_the_difference_of_the_figures(questions):
    for asked in questions.values():
        assert asked.ours.lead == {}
        for method in asked.methods:
            for name, lead in method.lead.items():
                assert lead.value == pytest.approx(asked.ours.value(name) - method.value(name))


def test_both_probabilities_are_judged_each_against_its_own_truth(questions):
    for name in ("entry", "lasting"):
        ours = questions[name].ours
        assert {"brier_skill", "calibration_error"} <= set(ours.figures)
        assert ours.perfect_calibration_error.low <= ours.perfect_calibration_error.high
        assert sum(group.count for group in ours.reliability) == questions[name].candidates
        came = sum(group.count * group.realised.value for group in ours.reliability)
        assert came == pytest.approx(questions[name].entries)
    promised = [questions[name].ours.reliability[-1].promised for name in ("entry", "lasting")]
    assert promised[0] > promised[1]


def test_no_method_knows_what_came():
    """Scores, calls and probabilities stand before a single later figure is read."""
    noisy = TABLE.values.copy()
    noisy[: TABLE.year_index(ORIGIN)] = np.random.default_rng(3).random(noisy[: TABLE.year_index(ORIGIN)].shape)

    def taking_part(table):
        past, found = past_of(table, ORIGIN), forecast(table, HORIZON, origin=ORIGIN)
        return entrants(past, found, candidates_at(past.panel, past.now), HORIZON, 0.5).entering

    clean, other = taking_part(TABLE), taking_part(replace(TABLE, values=noisy))
    assert set(clean) == set(other) == set(METHODS)
    for name, method in clean.items():
        assert method.called is not None
        assert 0 < method.called.mean() < 1
        for part in ("score", "called", "probability"):
            assert np.array_equal(getattr(method, part), getattr(other[name], part)), (name, part)


def test_over_several_origins_the_figures_are_means_and_only_what_was_chosen_is_run():
    told = []
    asked, together, _ = backtests(
        TABLE, (2005, 2006), HORIZON, chosen=("fresh",), methods=("density",), tell=told.append
    )
    assert len(told) == steps(("fresh",), 2) == 8
    assert [(item.origin, item.variant) for item in (*asked, *together)] == [
        (2005, "entry"), (2005, "fresh"), (2006, "entry"), (2006, "fresh"), (None, "entry"), (None, "fresh")
    ]  # fmt: skip
    both = together[0]
    assert both.entries == asked[0].entries + asked[2].entries
    assert {method.method for method in both.methods} == {OURS, "density"}
    for method in both.methods:
        each = [next(one.value("lift") for one in item.methods if one.method == method.method) for item in asked[::2]]
        assert method.value("lift") == pytest.approx(np.mean(each))


def test_countries_are_told_from_codes_of_regions_only():
    codes = tuple(f"{country}{number}" for country in ("AT", "BE", "DE", "FR", "IT") for number in (11, 12))
    assert countries(codes) == tuple(code[:2] for code in codes)
    assert countries((*codes, "R001")) is None
    assert countries(codes[:4]) is None


def test_what_is_not_defined_has_no_interval():
    assert estimate([float("nan"), 1.0, 2.0]).value is None
    assert estimate([1.0, float("nan"), float("nan")]).low is None


def test_the_noise_that_draws_add_to_a_distance_is_taken_off():
    found = centred([0.02, *np.linspace(0.03, 0.05, 101)])
    assert found.low < found.value < found.high
    assert found.high - found.low == pytest.approx(0.018)


def test_where_nobody_entered_the_share_that_might_have_is_still_told(questions):
    for asked in questions.values():
        for group in asked.ours.reliability:
            if group.realised.value == 0:
                assert group.realised.high >= 1 - 0.05 ** (1 / group.count)
