"""Numbers: ASCII decimals, and nothing that two people read differently."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recommender.inputs.numbers import number_hint, read_number


@pytest.mark.parametrize(
    ("text", "value"),
    [("0", 0), ("0.35", 0.35), (" 2 ", 2), ("-1.5", -1.5), ("+3", 3), ("1e3", 1000), ("2.5E-2", 0.025), ("007", 7)],
)
def test_reads(text, value):
    assert read_number(text) == value


@pytest.mark.parametrize(
    "text",
    ["", " ", "1_000", "1 000", "1\u00a0000", "1,5", "1.234,5", "12%", "nan", ".nan", "inf", "1e999", "1:30", "0x1F",
     "١٢", "１２", ".5", "5.", "1e", "--1", "1\n", "9" * 5000, "n/a", "1.2.3"],
)  # fmt: skip
def test_refuses(text):
    with pytest.raises(ValueError, match=r"not a number|too large") as caught:
        read_number(text)
    assert len(str(caught.value)) < 100


def test_a_decimal_comma_is_read_where_it_is_announced():
    assert read_number("1,5", decimal=",") == 1.5
    assert read_number("12", decimal=",") == 12
    with pytest.raises(ValueError, match="has a point"):
        read_number("1.5", decimal=",")
    with pytest.raises(ValueError, match="not a number"):
        read_number("1,2,3", decimal=",")


@pytest.mark.parametrize(
    ("text", "words"),
    [("1,5", "--decimal ,"), ("12%", "between 0 and 1"), ("1_000", "without separators"), ("1 000", "separators"),
     ("1.234,5", "separators"), ("n/a", "leave the value out"), ("", "leave the value out")],
)  # fmt: skip
def test_says_what_may_have_been_meant(text, words):
    assert words in (number_hint(text) or "")


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_reads_what_python_prints(value):
    text = repr(value)
    assert read_number(text) == value
    assert read_number(text.replace(".", ","), decimal=",") == value


@given(st.text(max_size=20))
def test_raises_nothing_but_value_error(text):
    try:
        value = read_number(text)
    except ValueError:
        number_hint(text)
    else:
        assert float(text) == value
