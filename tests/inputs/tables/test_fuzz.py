"""Whatever the text, reading a table ends in a table or in problems that have a place."""

import numpy as np
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from recommender.inputs.tables.figures import NotAFigure, read_figure
from recommender.model.problem import InputErrors
from recommender.model.table import Status
from tests.inputs.tables.bad import GOOD, read_table, write

PIECES = st.lists(
    st.sampled_from(
        [
            "region,activity,value",
            "nace_r2,geo\\time\t2014 \t2013 ",
            "R1",
            "C10",
            "DE11",
            ",",
            ";",
            "\t",
            "\n",
            "\r",
            '"',
            '""',
            "1",
            "-1",
            "0",
            "1e5",
            ": c",
            ":",
            "ä",
            "\u0301",
            "\u202e",
            "\0",
            "2014",
            " ",
            "flag",
            "unit",
        ]
    ),
    max_size=40,
)
QUIET = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=150)


def check(path):
    try:
        table, _ = read_table(path)
    except InputErrors as error:
        problems = error.problems
    else:
        check_table(table)
        return
    assert problems
    assert all(problem.message and problem.at for problem in problems)


def check_table(table):
    assert np.array_equal(np.isnan(table.values), table.status > Status.ZERO_BY_ABSENCE)
    assert (np.nan_to_num(table.values) >= 0).all()


@QUIET
@given(PIECES)
def test_pieces_of_tables(tmp_path, pieces):
    check(write(tmp_path, "".join(pieces)))


@QUIET
@given(st.integers(0, len(GOOD)), st.binary(max_size=8), st.integers(0, 5))
def test_changed_bytes(tmp_path, at, put, taken):
    data = GOOD.encode()
    check(write(tmp_path, data[:at] + put + data[at + taken :]))


@given(st.text(max_size=30), st.text(max_size=3), st.sampled_from([".", ","]))
def test_figures(text, flags, decimal):
    try:
        figure = read_figure(text, flags, decimal=decimal)
    except NotAFigure:
        return
    assert np.isnan(figure.value) == (figure.status > Status.ZERO_BY_ABSENCE)
    assert not figure.value < 0


@given(st.floats(1e-90, 1e14) | st.integers(0, 10**15 - 1))
def test_what_programs_print_is_read(value):
    assert read_figure(repr(value)).value == value
