"""Suppressed cells estimated from published totals: marked, and nearer to the truth than leaving them out."""

from dataclasses import replace

import numpy as np

from recommender.analysis.suppression import estimate_suppressed
from recommender.inputs.tables import read_long, table_of
from recommender.inputs.tables.published import as_used
from recommender.model.table import Status
from recommender.outputs.published import write_published
from tests.inputs.tables.bad import NUTS, read_table, write
from tests.inputs.tables.test_levels import nested
from tests.shared_data import shared


def test_the_estimates_are_marked_and_the_totals_met(tmp_path):
    path = nested(tmp_path, hidden="DE11.C11 DE11.C10 DE12.C10 DE12.C11")
    table, notes = read_table(path, estimate=estimate_suppressed)
    rows = [table.regions.index("DE11"), table.regions.index("DE12")]
    assert (table.status[0, rows] == Status.ESTIMATED).all()
    assert (table.status[0, :2] == Status.OBSERVED).all()
    np.testing.assert_allclose(table.values[0, rows].sum(axis=1), [10, 10])
    np.testing.assert_allclose(table.values[0, rows].sum(axis=0), [5, 15])
    assert "4 of 4 suppressed cells are estimated" in notes[-1].message


def test_without_totals_nothing_is_estimated(tmp_path):
    path = write(tmp_path, "region,activity,value\nR1,A,: c\nR1,B,1\nR2,A,2\nR2,B,7\n")
    table, notes = read_table(path, estimate=estimate_suppressed)
    assert table.status[0, 0, 0] == Status.SUPPRESSED
    assert "no suppressed cell can be estimated" in notes[-1].message


def test_hidden_cells_of_a_real_table_come_back_near_to_what_they_are():
    """A tenth of the cells of 2014 that Eurostat publishes, hidden: half of the estimates are within a third."""
    opened = read_long(shared("official/sbs_r_nuts06_r2.tsv.gz"))

    def hide(table, totals):
        at = table.years.index(2014)
        picked = (np.random.default_rng(1).random(table.values.shape) < 0.1) & (table.values > 0)
        status = np.where(picked, Status.SUPPRESSED, table.status).astype(np.uint8)
        values = np.where(picked, np.nan, table.values)
        found = estimate_suppressed(replace(table, values=values, status=status), totals)
        known = picked[at] & (found.status[at] == Status.ESTIMATED)
        errors.append(np.abs(found.values[at][known] / table.values[at][known] - 1))
        share.append(known.sum() / picked[at].sum())
        return found

    errors, share = [], []
    table_of(opened, nuts=NUTS, indicator="V16110", year=2014, estimate=hide)
    assert share[0] > 0.6
    assert np.median(errors[0]) < 1 / 3


def test_a_clean_table_of_ours_reads_as_what_it_was(tmp_path):
    path = nested(tmp_path, hidden="DE11.C11 AT11.C10")
    opened = read_long(path)
    table, notes = table_of(opened, nuts=NUTS, estimate=estimate_suppressed)
    write_published(as_used(opened, table, notes, NUTS), tmp_path / "clean.csv")
    again, _ = read_table(tmp_path / "clean.csv")
    assert again.regions == table.regions
    np.testing.assert_allclose(again.values, table.values)
    np.testing.assert_array_equal(again.status, table.status)
