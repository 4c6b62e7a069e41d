"""Entries and exits between two years: section G of METHODS."""

import numpy as np
import pytest

from recommender.measures.entries import entry, exit_
from recommender.measures.specialisation import location_quotient
from tests.measures.toy import VALUES


def test_by_their_definitions():
    later = VALUES[:, ::-1].copy()
    before, after = location_quotient(VALUES), location_quotient(later)
    found, left = entry(VALUES, later=later), exit_(VALUES, later=later)
    for place in np.ndindex(5, 6):
        expected = float(after[place] >= 1) if before[place] < 0.5 else np.nan
        assert found[place] == pytest.approx(expected, nan_ok=True)
        gone = float(after[place] < 0.5) if before[place] >= 1 else np.nan
        assert left[place] == pytest.approx(gone, nan_ok=True)
    assert np.nansum(found) > 0
    assert np.nansum(left) > 0


def test_nothing_is_both():
    later = VALUES[:, ::-1].copy()
    assert not (~np.isnan(entry(VALUES, later=later)) & ~np.isnan(exit_(VALUES, later=later))).any()


def test_what_is_not_known_is_neither():
    later = VALUES.copy()
    later[1, 4] = np.nan
    assert np.isnan(entry(VALUES, later=later)[1, 4])
    assert entry(VALUES, later=VALUES)[1, 4] == 0


def test_limits_are_options():
    strict = entry(VALUES, later=VALUES[::-1].copy(), low=0.25)
    assert np.isnan(strict).sum() > np.isnan(entry(VALUES, later=VALUES[::-1].copy())).sum()
    with pytest.raises(ValueError, match="the same"):
        entry(VALUES, later=VALUES[:4])
