"""Learned methods beside ours: a random forest, and ours when it may not learn from a region's country."""

from __future__ import annotations

import re
from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from ...measures.prediction.blocks import folds
from ...measures.prediction.learning import learn, learn_forest
from .cases import Cases, Past, cases_of, features_of, full_windows, shorter_windows
from .checking import FEWEST_TO_LEARN

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]

FOREST = "random-forest"
ABROAD = "ris3-other-countries"
COUNTRY = re.compile(r"[A-Z]{2}(?=[A-Z0-9]{1,3}\Z)")
FEWEST_COUNTRIES = 5
FOLDS = 3


def learned_rivals(past: Past, candidates: Flags, horizon: int, cut: float) -> Iterator[tuple[str, Floats]]:
    """Scores (regions, activities), NaN off the candidates; nothing where the table does not allow them."""
    windows = full_windows(past, horizon) + shorter_windows(past, horizon)
    known = cases_of(past, windows, cut) if windows else None
    if known is None or not FEWEST_TO_LEARN <= known.entered.sum() < len(known.entered):
        return
    _, features = features_of(past, past.now, candidates, horizon)
    yield FOREST, _spread(learn_forest(known.features, known.entered, features), candidates)
    score = _from_abroad(past, known, features, candidates)
    if score is not None:
        yield ABROAD, _spread(score, candidates)


def countries(regions: tuple[str, ...]) -> tuple[str, ...] | None:
    """The country of each region, where all codes begin with one; None else."""
    found = [COUNTRY.match(code) for code in regions]
    names = tuple(match[0] for match in found if match)
    return names if len(names) == len(regions) and len(set(names)) >= FEWEST_COUNTRIES else None


def _from_abroad(past: Past, known: Cases, features: npt.NDArray[np.float32], candidates: Flags) -> Floats | None:
    """Each third of the countries by a learner that saw none of their regions."""
    names = countries(past.regions)
    if names is None:
        return None
    of_country = dict(zip(sorted(set(names)), folds(tuple(sorted(set(names))), FOLDS), strict=True))
    fold = np.array([of_country[name] for name in names])
    here = fold[np.nonzero(candidates)[0]]
    out = np.full(len(here), np.nan)
    for part in range(FOLDS):
        seen = fold[known.region] != part
        entered = known.entered[seen]
        if entered.sum() < FEWEST_TO_LEARN or entered.all():
            return None
        if (here == part).any():
            out[here == part] = learn(known.features[seen], entered).score(features[here == part])
    return out


def _spread(score: Floats, candidates: Flags) -> Floats:
    out = np.full(candidates.shape, np.nan)
    out[candidates] = score
    return out
