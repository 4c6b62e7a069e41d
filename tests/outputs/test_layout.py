"""Widths and line breaks, for any text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recommender.outputs.blocks import Column, Table
from recommender.outputs.layout.encoding import readable
from recommender.outputs.layout.tables import table_lines
from recommender.outputs.layout.width import columns, padded, wrapped

TEXTS = st.text(alphabet=st.sampled_from("ab  cé\u0301漢字한 ș.,-"), max_size=60).map(
    lambda text: " ".join(text.split())
)


@pytest.mark.parametrize(
    ("text", "wide"),
    [("", 0), ("abc", 3), ("漢字", 4), ("e\u0301", 1), ("한", 2), ("ș", 1), ("👩", 2), ("a\u200db", 2)],
)
def test_columns(text, wide):
    assert columns(text) == wide


@given(TEXTS, st.integers(2, 30))
def test_wrapping_keeps_the_text_and_the_width(text, width):
    lines = wrapped(text, width)
    assert all(columns(line) <= width for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(line == line.strip() for line in lines)


@given(TEXTS, st.integers(0, 40), st.sampled_from(["left", "right"]))
def test_padding_fills_and_never_cuts(text, width, align):
    made = padded(text, width, align)
    assert text in made
    assert columns(made) == max(width, columns(text))


@given(TEXTS, st.sampled_from(["ascii", "cp1252", "latin-1", "utf-8"]))
def test_readable_text_can_be_encoded(text, encoding):
    readable(text, encoding).encode(encoding)


@given(
    st.lists(st.tuples(TEXTS, TEXTS, TEXTS), min_size=1, max_size=4),
    st.lists(st.tuples(st.booleans(), st.booleans(), st.booleans()), min_size=3, max_size=3),
    st.integers(24, 120),
)
def test_no_table_is_wider_than_its_place(rows, kinds, width):
    columns_ = tuple(Column(f"Head {n}", "right" if right else "left", wraps, "Short" if folds else "")
                     for n, (right, wraps, folds) in enumerate(kinds))  # fmt: skip
    lines = ["".join(span.text for span in line) for line in table_lines(Table(columns_, tuple(rows)), width)]
    assert all(columns(line) <= width for line in lines)
    shown = "".join(lines).replace(" ", "")
    assert all(character in shown for row in rows for cell in row for character in cell.replace(" ", ""))
