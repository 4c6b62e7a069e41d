"""Governance readiness: METHODS A15."""

from __future__ import annotations

from dataclasses import replace

import pytest

from recommender.analysis.readiness import readiness
from recommender.model.config import ReadinessScale
from recommender.model.evidence import Graded
from recommender.model.profile import Association

WHOLE = Association(
    "club",
    {"en": "Club"},
    label="gold",
    label_until="2027-06",
    staff_fte=Graded(1.0),
    member_count=Graded(100.0),
    private_funding_share=Graded(0.25),
    strategy_year=2024,
    research_links=Graded(15.0),
)
AS_OF = "2026-11-01"
SCALE = ReadinessScale()


def test_it_is_the_mean_of_six_indicators():
    assert readiness(WHOLE, AS_OF, SCALE) == pytest.approx((0.9 + 0.5 + 1.0 + 0.5 + 1.0 + 0.5) / 6)


def test_fewer_than_three_indicators_are_no_data():
    two = Association("club", {"en": "Club"}, label="gold", staff_fte=Graded(2.0))
    assert readiness(two, AS_OF, SCALE) is None
    assert readiness(replace(two, member_count=Graded(25.0)), AS_OF, SCALE) == pytest.approx((0.9 + 1.0 + 0.5) / 3)


def test_an_expired_label_is_no_data_and_not_a_zero():
    expired = replace(WHOLE, label_until="2026-10")
    assert readiness(expired, AS_OF, SCALE) == pytest.approx((0.5 + 1.0 + 0.5 + 1.0 + 0.5) / 5)
    assert readiness(replace(WHOLE, label="none"), AS_OF, SCALE) == pytest.approx(
        (0.0 + 0.5 + 1.0 + 0.5 + 1.0 + 0.5) / 6
    )


def test_an_old_strategy_counts_as_none():
    assert readiness(replace(WHOLE, strategy_year=2021), AS_OF, SCALE) == pytest.approx(
        (0.9 + 0.5 + 1 + 0.5 + 0 + 0.5) / 6
    )
    assert readiness(replace(WHOLE, strategy_year=2022), AS_OF, SCALE) == readiness(WHOLE, AS_OF, SCALE)


def test_the_share_of_small_firms_never_counts():
    assert readiness(replace(WHOLE, sme_share=Graded(0.1)), AS_OF, SCALE) == readiness(WHOLE, AS_OF, SCALE)


def test_the_scales_are_settings():
    strict = ReadinessScale(label_gold=0.5, full_staff=4.0, full_members=200.0, full_private_funding=1.0,
                            full_research_links=6.0, strategy_years=2)  # fmt: skip
    assert readiness(WHOLE, AS_OF, strict) == pytest.approx((0.5 + 0.25 + 0.5 + 0.25 + 0.0 + 0.25) / 6)
    assert readiness(WHOLE, AS_OF, strict) < readiness(WHOLE, AS_OF, SCALE)
    two = Association("club", {"en": "Club"}, label="gold", staff_fte=Graded(2.0))
    assert readiness(two, AS_OF, ReadinessScale(fewest_known=2)) == pytest.approx((0.9 + 1.0) / 2)
