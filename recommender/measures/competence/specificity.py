"""A competence that everyone has distinguishes nobody (METHODS A1)."""

from __future__ import annotations

import numpy as np

from .arrays import Floats


def specificity(levels: Floats) -> Floats:
    """ln(1 + N / (1 + d)) / ln(1 + N), with d the sum of a competence's levels over N clusters.

    Parameters
    ----------
    levels : (clusters, competences) float in [0, 1], NaN where not assessed

    Returns
    -------
    (competences,) float in (0, 1]; 1 for a competence that no cluster holds.

    Raises
    ------
    ValueError
        If there are no clusters.

    Notes
    -----
    Our rule. It is computed once, over the shipped profiles, and shipped with the vocabulary: a
    user's own profile must not change what a competence is worth in it.
    """
    clusters = len(levels)
    if clusters == 0:
        raise ValueError("specificity needs at least one cluster")
    result: Floats = np.log1p(clusters / (1 + np.nansum(levels, axis=0))) / np.log1p(clusters)
    return result


def with_median_where_unknown(values: Floats) -> Floats:
    """(competences,) specificity, with NaN (not in the shipped vocabulary) replaced by the median."""
    return np.where(np.isnan(values), np.nanmedian(values), values)
