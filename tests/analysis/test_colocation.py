"""What the reference model says about a region's next activities (METHODS A12)."""

from dataclasses import replace

import numpy as np
import pytest

from recommender.analysis.colocation import (
    BY_ACTIVITIES,
    BY_REGIONS,
    DENSITY,
    MEASURES,
    activity_complexity,
    activity_in,
    colocation,
    drivers,
    path_colocation,
)
from recommender.analysis.reference import build_reference
from recommender.measures.density import relatedness_density
from recommender.measures.percentile import mid_rank_percentile
from recommender.measures.sapling import activity_scores, region_scores
from recommender.model.table import Status
from tests.analysis.test_reference import MODEL, table
from tests.measures.toy import VALUES

TOY = build_reference(table(VALUES))
UNWANTED = {"B05", "B06", "B07", "B08", "B09", "C12", "C19", "E36", "E37"}


def test_candidates_are_what_is_known_and_not_yet_there():
    for region in ("ITH5", "RO21", "DE91"):
        view = colocation(MODEL, region)
        parts = [{item.activity for item in view.candidates}, set(view.present), set(view.unknown)]
        assert set.union(*parts) == set(MODEL.activities)
        assert sum(map(len, parts)) == len(MODEL.activities)
        assert all(item.location_quotient < 1 for item in view.candidates)
        assert set(view.unknown.values()) <= {Status.SUPPRESSED, Status.MISSING}
    assert len(colocation(MODEL, "DE91").unknown) > 10


def test_measures_and_percentiles_are_those_of_the_definitions():
    row = MODEL.region_index("ES21")
    view = colocation(MODEL, "ES21")
    options = [MODEL.activity_index(item.activity) for item in sorted(view.candidates, key=lambda item: item.activity)]
    expected = {
        DENSITY: relatedness_density(MODEL.present)[row],
        BY_ACTIVITIES: activity_scores(MODEL.present)[row],
        BY_REGIONS: region_scores(MODEL.present)[row],
    }
    for name in MEASURES:
        values, ranks = expected[name][options], mid_rank_percentile(expected[name][options])
        found = [item.measures[name] for item in sorted(view.candidates, key=lambda item: item.activity)]
        np.testing.assert_allclose([item.value for item in found], values, rtol=0, atol=1e-9)
        np.testing.assert_allclose([item.percentile for item in found], ranks, rtol=0, atol=1e-9)
    for item in view.candidates:
        mean = np.mean([item.measures[name].percentile for name in MEASURES])
        assert item.percentile == pytest.approx(mean, abs=1e-9)


def test_order_is_by_percentile_and_then_by_code():
    for region in MODEL.regions[::20]:
        found = [(-(item.percentile or 0), item.activity) for item in colocation(MODEL, region).candidates]
        assert found == sorted(found)


def test_contributions_add_up_to_the_density():
    view = colocation(MODEL, "PT11")
    for item in view.candidates[::9]:
        parts = drivers(MODEL, "PT11", item.activity, most=100)
        assert {part.id for part in parts} <= set(view.present)
        assert sum(part.contribution for part in parts) == pytest.approx(item.measures[DENSITY].value, abs=1e-7)
        assert list(parts) == sorted(parts, key=lambda part: (-part.contribution, part.id))
    assert len(drivers(MODEL, "PT11", "C22")) == 5


def test_unknown_cells_widen_the_density():
    for item in colocation(MODEL, "DE91").candidates:
        low, high = item.measures[DENSITY].value, item.density_if_unknown_present
        assert low is not None
        assert high is not None
        assert low < high <= 1
    for item in colocation(MODEL, "RO21").candidates:
        assert item.density_if_unknown_present == item.measures[DENSITY].value


def test_one_region_is_not_changed_by_another_like_it():
    """The order of a region's candidates survives a twin: measures move, nothing falls out of line."""
    twin = build_reference(table(np.vstack([VALUES, VALUES[1]])))
    assert {item.activity for item in colocation(twin, "R1").candidates} == {
        item.activity for item in colocation(twin, "R5").candidates
    }
    first, second = colocation(twin, "R1"), colocation(twin, "R5")
    assert first.candidates == second.candidates


def test_a_path_is_the_weighted_mean_of_its_candidates():
    view = colocation(MODEL, "ITH5")
    found = path_colocation(MODEL, view, {"C31": 0.6, "C17": 0.2, "C28": 0.1, "B06": 0.05, "A01": 0.05})
    status = {part.code: part.status for part in found.activities}
    assert status == {
        "C31": "candidate",
        "C17": "candidate",
        "C28": "present",
        "B06": "unknown",
        "A01": "absent_from_table",
    }
    one, two = view.candidate("C31"), view.candidate("C17")
    assert one is not None
    assert two is not None
    assert found.percentile == pytest.approx((0.6 * one.percentile + 0.2 * two.percentile) / 0.8, abs=1e-9)
    assert found.measures[DENSITY].value == found.density
    assert found.density == pytest.approx((0.6 * one.measures[DENSITY].value + 0.2 * two.measures[DENSITY].value) / 0.8)


def test_a_path_without_candidates_has_no_percentile():
    view = colocation(MODEL, "ITH5")
    for activities in ({"C28": 1.0}, {"A01": 1.0}, {"B06": 1.0}, {}):
        found = path_colocation(MODEL, view, activities)
        assert found.percentile is None
        assert found.density is None
        assert all(item.value is None for item in found.measures.values())


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("C28", "C28"),
        ("c28", "C28"),
        ("28", "C28"),
        ("28.1", "C28"),
        ("C28.11", "C28"),
        ("C2811", "C28"),
        ("A01", None),
        ("01", None),
        ("X99", None),
        ("", None),
        ("S95", "S95"),
        ("C", None),
    ],
)
def test_codes_of_finer_levels(code, expected):
    assert activity_in(MODEL, code) == expected


def test_complexity_is_a_percentile_among_all_activities():
    found = activity_complexity(MODEL)
    assert set(found) == set(MODEL.activities)
    assert np.mean([item.percentile for item in found.values()]) == pytest.approx(0.5)
    assert found["J62"].percentile > 0.9 > 0.1 > found["C14"].percentile


def test_undefined_measures_are_none():
    isolated = np.array([[5, 1, 0], [5, 1, 0], [0, 0, 9.0]])
    view = colocation(build_reference(table(isolated)), "R0")
    [item] = view.candidates
    assert item.activity == "A2"
    assert item.measures[DENSITY].value is None
    assert item.measures[DENSITY].percentile is None
    assert item.percentile is not None
    alike = colocation(build_reference(table(np.ones((3, 4)))), "R0")
    assert alike.candidates == ()


def test_a_region_that_is_not_there():
    with pytest.raises(KeyError):
        colocation(MODEL, "XX99")


@pytest.mark.parametrize("region", ["RO21", "ITH5", "PT11", "ES21", "FR62", "DE11", "BG31"])
def test_no_region_is_sent_into_coal_or_tobacco_first(region):
    """Without any eligibility rule; three measures instead of one density do most of it."""
    assert colocation(MODEL, region).candidates[0].activity not in UNWANTED


def test_north_east_romania():
    found = [item.activity for item in colocation(MODEL, "RO21").candidates if item.activity not in UNWANTED]
    assert found[:3] == ["C25", "S95", "C22"]


def test_emilia_romagna():
    found = [item.activity for item in colocation(MODEL, "ITH5").candidates if item.activity not in UNWANTED]
    assert found[:4] == ["C31", "C17", "C24", "C29"]


def test_suppressed_is_not_zero():
    """Reading a suppressed cell as zero would make it a candidate."""
    row, column = TOY.region_index("R0"), TOY.activity_index("A3")
    status = TOY.status.copy()
    status[row, column] = Status.SUPPRESSED
    view = colocation(replace(TOY, status=status), "R0")
    assert view.unknown == {"A3": Status.SUPPRESSED}
    assert view.candidate("A3") is None
