"""Measures from Python: data frames in and out."""

from __future__ import annotations

import numpy as np
import pytest

from recommender.model.problem import InputErrors, RecommenderError
from recommender.workflows.measures import measure_frame
from tests.measures.toy import VALUES

pd = pytest.importorskip("pandas")


def frame(values: np.ndarray = VALUES, *, zeros: bool = False):
    """The table in the long form, without its zeros unless they are asked for."""
    rows = [(f"R{r}", f"A{a}", value) for (r, a), value in np.ndenumerate(values) if value or zeros]
    return pd.DataFrame(rows, columns=["region", "activity", "value"])


def panel():
    later = VALUES[:, ::-1]
    return pd.concat([frame().assign(year=2020), frame(later).assign(year=2023)], ignore_index=True)


def test_every_cell_has_a_row_and_the_published_numbers():
    found = measure_frame(frame(), "lq, density")
    assert list(found.columns) == ["region", "activity", "lq", "density"]
    assert len(found) == VALUES.size
    assert found["lq"][:6].tolist() == pytest.approx(
        [1.295791, 1.091824, 0.272956, 0.719006, 0.253258, 1.593473], abs=5e-7
    )
    assert found["density"][6:12].tolist() == pytest.approx([1, 0.571429, 0.428571, 0.5, 0.5, 0.6], abs=5e-7)


def test_the_order_of_rows_and_absent_zeros_do_not_matter():
    shuffled = frame(zeros=True).sample(frac=1, random_state=3)
    pd.testing.assert_frame_equal(measure_frame(shuffled, ["eci", "pci"]), measure_frame(frame(), ["eci", "pci"]))


def test_years_are_measured_one_by_one():
    whole = measure_frame(panel(), "density", year="year")
    assert whole["year"].tolist() == [2020] * 30 + [2023] * 30
    alone = measure_frame(frame(VALUES[:, ::-1]), "density")
    np.testing.assert_array_equal(whole["density"][30:], alone["density"])


def test_columns_may_have_other_names_and_codes_may_be_numbers():
    renamed = frame().rename(columns={"region": "nuts", "activity": "nace", "value": "jobs"})
    renamed["nace"] = renamed["nace"].str[1:].astype(int)
    found = measure_frame(renamed, "lq", region="nuts", activity="nace", value="jobs")
    np.testing.assert_array_equal(found["lq"], measure_frame(frame(), "lq")["lq"])


def test_options_and_another_relatedness():
    usual = measure_frame(frame(), "density")
    assert not usual.equals(measure_frame(frame(), "density", settings={"cut": "0.5"}))
    assert not usual.equals(measure_frame(frame(), "density", relatedness="cosine"))


def test_relatedness_is_a_row_for_each_pair():
    found = measure_frame(frame(), "proximity")
    assert list(found.columns) == ["activity", "other_activity", "proximity"]
    assert len(found) == 36


def test_an_empty_value_is_not_known_and_not_zero():
    gaps = frame()
    gaps.loc[0, "value"] = np.nan
    assert np.isnan(measure_frame(gaps, "lq")["lq"][0])


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda rows: rows.drop(columns="value"), "there is no column 'value'"),
        (lambda rows: rows.assign(value=-1.0), "not negative"),
        (lambda rows: rows.assign(value=np.inf), "finite"),
        (lambda rows: rows.assign(value="much"), "not a number"),
        (lambda rows: rows.assign(region=None), "the region is missing"),
        (lambda rows: pd.concat([rows, rows.head(1)]), "R0, A0 is given twice"),
    ],
)
def test_what_no_table_can_hold_is_refused(change, message):
    with pytest.raises(InputErrors, match=message):
        measure_frame(change(frame()), "lq")


def test_years_are_years():
    with pytest.raises(InputErrors, match="'2020Q1' is not a year"):
        measure_frame(frame().assign(year="2020Q1"), "lq", year="year")


def test_unknown_measures_have_a_nearest_one():
    with pytest.raises(RecommenderError, match="unknown measure 'denisty'"):
        measure_frame(frame(), "denisty")
