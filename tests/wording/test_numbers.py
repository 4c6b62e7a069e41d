"""Numbers as people read them: never more than is known, never 0 or 1 by rounding alone."""

from hypothesis import given
from hypothesis import strategies as st

from recommender.wording.numbers import NOTHING, count, decimal, of_hundred, percent

SHARES = st.floats(0, 1)


def test_decimals_follow_the_language():
    assert decimal(0.5, "en") == "0.50"
    assert decimal(0.5, "it") == "0,50"
    assert decimal(17.25, "en", places=1) == "17.2"
    assert count(1234567, "en") == "1,234,567"
    assert count(1234567, "it") == "1.234.567"


def test_nothing_is_not_zero():
    assert decimal(None, "en") == NOTHING
    assert percent(None) == NOTHING


def test_no_negative_zero():
    assert decimal(-0.0, "en") == "0.00"
    assert decimal(-0.001, "en") == "0.00"


@given(SHARES)
def test_only_a_full_share_is_printed_as_one(share):
    assert (decimal(share, "en") == "1.00") == (share > 1 - 1e-9)
    assert (percent(share) == "100%") == (share > 1 - 1e-9)


@given(SHARES)
def test_only_nothing_is_printed_as_no_per_cent(share):
    assert (percent(share) == "0%") == (share <= 1e-9)


@given(st.integers(1, 5000), st.integers(0, 5000))
def test_no_more_are_beaten_than_were(draws, beaten):
    share = min(beaten, draws) / draws
    assert of_hundred(share) <= share * 100 + 1e-6
    assert of_hundred(share) > share * 100 - 1 - 1e-6
