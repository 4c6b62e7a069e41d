"""Types of transformation: METHODS A11."""

from __future__ import annotations

import pytest

from recommender.analysis.newness import transformation
from recommender.model.path import Path, PathLibrary
from recommender.model.profile import Cluster, Profile, Region
from recommender.model.vocabulary import Vocabulary


def profile(**lead) -> Profile:
    region = Region({"en": "Somewhere"})
    return Profile(
        region,
        vocabulary=Vocabulary("1", {}),
        library=PathLibrary("1", {}),
        clusters=(Cluster("lead", {"en": "Lead"}, **lead),),
    )


@pytest.mark.parametrize(
    ("kind", "activities", "maturity", "share", "novelty", "lead", "found"),
    [
        (None, {"C28": 1.0}, "mature", 1.0, "radical", "lead", ("radical_foundation", "radical_novelty")),
        (None, {"C28": 1.0}, "mature", 1.0, "incremental", "university", ("radical_foundation", "led_by_institution")),
        (None, {"C28": 1.0}, "mature", 1.0, "incremental", "lead", ("modernisation", "lead_active")),
        ("modernisation", {"C20": 1.0}, "mature", 1.0, "incremental", "lead", ("modernisation", "declared")),
        (None, {"C20": 1.0}, "declining", 0.5, "substantial", "lead", ("transition", "lead_declining")),
        (None, {"C20": 1.0}, "declining", 0.4, "substantial", "lead", ("diversification", "otherwise")),
        (None, {"C20": 1.0}, "growing", 1.0, "substantial", "lead", ("diversification", "otherwise")),
    ],
)
def test_the_first_rule_that_matches_names_the_transformation(kind, activities, maturity, share, novelty, lead, found):
    path = Path("p", {"en": "Path"}, needs={}, kind=kind, activities=activities)
    region = profile(maturity=maturity, activities=("C28",))
    assert transformation(path, region, lead, share, novelty) == found
