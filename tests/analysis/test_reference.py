"""From a table to a reference model: the year, what is left out, and figures of the real one."""

import numpy as np
import pytest

from recommender.analysis.reference import build_reference, newest_covered_year, with_cut
from recommender.inputs.reference_file import read_reference
from recommender.measures.relatedness import minimum_conditional_probability
from recommender.measures.sapling import sapling_between_activities
from recommender.model.problem import InputErrors
from recommender.model.table import Status, Table, TableSource
from recommender.shipped import REFERENCES
from tests.measures.toy import PRESENT, VALUES

MODEL = read_reference(REFERENCES / "eu-nuts2-nace2.npz")


def table(values, years=(None,), **more):
    values = np.asarray(values, dtype=np.float64)
    values = values if values.ndim == 3 else values[None]
    regions, activities = (
        tuple(f"{letter}{n}" for n in range(size)) for letter, size in zip("RA", values.shape[1:], strict=True)
    )
    status = np.where(np.isnan(values), Status.MISSING, Status.OBSERVED).astype(np.uint8)
    return Table(regions, activities, years, values, status, TableSource("t.csv", "0" * 64), **more)


def test_the_toy():
    model = build_reference(table(VALUES))
    np.testing.assert_array_equal(model.present, PRESENT)
    np.testing.assert_array_equal(model.relatedness, minimum_conditional_probability(PRESENT))
    np.testing.assert_array_equal(model.similarity, sapling_between_activities(PRESENT))
    assert model.complexity.regions[2] == pytest.approx(1.283169, abs=5e-7)
    assert model.region_sizes.tolist() == VALUES.sum(axis=1).tolist()
    assert model.provenance.counts == {"observed": 30, "zero_by_absence": 0, "missing": 0, "suppressed": 0}
    assert model.provenance.recipe == "ris3 reference build t.csv"


def test_the_newest_year_that_is_well_covered():
    values = np.repeat(VALUES[None], 3, axis=0)
    values[0, 2:] = np.nan
    values[1, 0, 0] = np.nan
    several = table(values, (2015, 2014, 2013))
    assert newest_covered_year(several) == 2014
    model = build_reference(several)
    assert model.provenance.year == 2014
    assert model.provenance.recipe == "ris3 reference build t.csv"
    asked = build_reference(several, year=2013, cut=1.5)
    assert (asked.provenance.year, asked.provenance.cut) == (2013, 1.5)
    assert asked.provenance.recipe == "ris3 reference build t.csv --year 2013 --cut 1.5"
    assert asked.present.sum() < PRESENT.sum()


def test_what_cannot_be_described_is_left_out_and_named():
    values = np.vstack([np.column_stack([VALUES, np.zeros(5)]), np.zeros((3, 7))])
    values[5, :] = np.nan
    values[6, :5] = np.nan
    values[6, 5] = 3
    model = build_reference(table(values))
    assert model.regions == ("R0", "R1", "R2", "R3", "R4")
    assert model.provenance.left_out == {
        "R5": "no_data",
        "R6": "too_little_data",
        "R7": "zero",
        "A6": "zero_or_unknown",
    }
    np.testing.assert_array_equal(model.present, PRESENT)


def test_half_of_the_activities_is_enough():
    values = VALUES.copy()
    values[1, :3] = np.nan
    assert "R1" in build_reference(table(values)).regions
    values[1, 3] = np.nan
    assert "R1" not in build_reference(table(values)).regions


def test_too_little_for_anything():
    for values in (np.zeros((3, 3)), np.full((3, 3), np.nan), np.array([[1.0, 2], [np.nan, np.nan]])):
        with pytest.raises(InputErrors, match="fewer than two"):
            build_reference(table(values))


def test_identical_regions_are_accepted():
    model = build_reference(table(np.ones((4, 5))))
    assert model.present.all()
    assert "undefined" in model.complexity.warnings
    assert not np.isinf(model.location_quotient).any()


def test_another_cut_later_is_another_cut_at_once():
    at_once, later = build_reference(table(VALUES), cut=1.5), with_cut(build_reference(table(VALUES)), 1.5)
    for name in ("present", "relatedness", "similarity", "location_quotient"):
        np.testing.assert_array_equal(getattr(at_once, name), getattr(later, name))
    np.testing.assert_array_equal(at_once.complexity.regions, later.complexity.regions)
    assert later.provenance.cut == 1.5
    assert with_cut(MODEL, 1.0) is MODEL
    np.testing.assert_array_equal(with_cut(with_cut(MODEL, 2.0), 1.0).present, MODEL.present)


def test_labels():
    own = table(VALUES, activity_labels={"A0": {"en": "from the table"}}, region_names={"R0": "First"})
    model = build_reference(own, labels={"A0": {"en": "x"}, "A1": {"en": "one", "it": "uno"}})
    assert model.activity_labels[:3] == ({"en": "from the table"}, {"en": "one", "it": "uno"}, {"en": "A2"})
    assert model.region_names[:2] == ("First", "R1")


@pytest.mark.parametrize(
    ("region", "activity", "low", "high"),
    [
        ("ITH5", "C28", 3.1, 3.4),
        ("ITH5", "C23", 2.6, 2.85),
        ("FR62", "C30", 10.5, 11.5),
        ("PT11", "C15", 12.5, 14),
        ("DE11", "C29", 5, 6),
        ("UKI3", "J59", 3, 12),
    ],
)
def test_what_regions_are_known_for(region, activity, low, high):
    quotient = MODEL.location_quotient[MODEL.region_index(region), MODEL.activity_index(activity)]
    assert low < quotient < high


def test_the_embedded_model():
    assert (len(MODEL.regions), len(MODEL.activities)) == (280, 68)
    origin = MODEL.provenance
    assert (origin.year, origin.region_classification, origin.activity_classification) == (
        2014,
        "nuts_2013",
        "nace_rev2",
    )
    assert origin.left_out == {"FRA5": "no_data", "IE01": "too_little_data", "IE02": "too_little_data"}
    assert origin.published_totals
    assert sum(origin.counts.values()) == 280 * 68
    assert MODEL.activity_labels[MODEL.activity_index("C28")]["en"].startswith("Manufacture of machinery")
    assert MODEL.complexity.warnings == ("sign_by_size",)
    np.testing.assert_array_equal(np.isnan(MODEL.values), MODEL.status > Status.ZERO_BY_ABSENCE)
    assert not MODEL.present[np.isnan(MODEL.values)].any()


def test_the_shipped_measures_are_those_of_its_figures():
    np.testing.assert_array_equal(MODEL.relatedness, minimum_conditional_probability(MODEL.present))
    np.testing.assert_array_equal(MODEL.similarity, sapling_between_activities(MODEL.present))


def test_complex_activities_are_more_often_of_high_technology_inside_manufacturing():
    scores = dict(zip(MODEL.activities, MODEL.complexity.activities, strict=True))
    assert min(scores["C21"], scores["C26"]) > max(scores["C14"], scores["C15"], scores["C31"])
    assert scores["J62"] > scores["N81"] > scores["H49"]
