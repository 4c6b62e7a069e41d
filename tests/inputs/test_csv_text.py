"""Strict CSV: every cell with its place, and errors where spreadsheets and programs would disagree."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recommender.inputs.csv_text import LONGEST_CELL, MOST_CELLS, CsvStyle, csv_style, parse_csv
from recommender.inputs.text import FORBIDDEN, SourceText
from recommender.model.problem import Code, InputErrors


def parse(text, delimiter=","):
    return parse_csv(SourceText("x.csv", text, ""), CsvStyle(delimiter))


def texts(text, delimiter=","):
    return [[cell.text for cell in row] for row in parse(text, delimiter)]


def refused(text):
    with pytest.raises(InputErrors) as caught:
        parse(text)
    [problem] = caught.value.problems
    return problem


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
        ("a,b\n1,2", [["a", "b"], ["1", "2"]]),
        ("a,\n", [["a", ""]]),
        ('"a,b","c""d"\n', [["a,b", 'c"d']]),
        ('"a\nb",c\n', [["a\nb", "c"]]),
        ("a\n\n\nb\n", [["a"], ["b"]]),
        ("a,b\n,,\nc,d\n", [["a", "b"], ["c", "d"]]),
        (" a , b \n", [[" a ", " b "]]),
        ('""\nx', [["x"]]),
        ("'=1,'+1,'@,'-2,'x,''=y\n", [["=1", "+1", "@", "-2", "'x", "'=y"]]),
        ("e\u0301\n", [["é"]]),
    ],
)
def test_reads(text, rows):
    assert texts(text) == rows


def test_other_delimiters():
    assert texts("a;b,c\n", ";") == [["a", "b,c"]]
    assert texts("a\tb\n", "\t") == [["a", "b"]]


def test_places_count_lines_within_quotes():
    first, second = parse('a,"b\nc",d\ne,f\n')
    assert [(cell.at.line, cell.at.column) for cell in first] == [(1, 1), (1, 3), (2, 4)]
    assert [(cell.at.line, cell.at.column) for cell in second] == [(3, 1), (3, 3)]


@pytest.mark.parametrize(
    ("text", "code", "place", "words"),
    [
        ('a,b\n1,"open\n2,3\n', Code.TABLE_ROW, (2, 3), "never closed"),
        ('a,"b"c\n', Code.TABLE_ROW, (1, 6), "a quote stands"),
        ('a,b"c\n', Code.TABLE_ROW, (1, 4), "a quote stands"),
        ("x" * (LONGEST_CELL + 1), Code.TABLE_SIZE, (1, 1), "characters"),
        ("," * MOST_CELLS, Code.TABLE_SIZE, (1, MOST_CELLS + 1), "cells"),
    ],
)
def test_refuses(text, code, place, words):
    problem = refused(text)
    assert problem.code is code
    assert (problem.at.line, problem.at.column) == place
    assert words in problem.message


def test_a_file_full_of_quotes_is_read_in_no_time():
    assert texts('"' + '""' * 40_000 + '"\n') == [['"' * 40_000]]


@pytest.mark.parametrize(
    ("delimiter", "decimal"), [(",", "."), (";", ","), ("tab", "."), ("\\t", ","), ("\t", "."), ("|", ".")]
)
def test_styles(delimiter, decimal):
    assert csv_style(delimiter, decimal).decimal == decimal


@pytest.mark.parametrize(
    ("delimiter", "decimal"), [("", "."), ("x", "."), ('"', "."), ("\n", "."), (",,", "."), (",", ""), (",", "'")]
)
def test_styles_that_cannot_be_meant(delimiter, decimal):
    with pytest.raises(InputErrors) as caught:
        csv_style(delimiter, decimal)
    assert caught.value.problems[0].code is Code.USAGE


ROWS = st.lists(
    st.lists(st.text(alphabet="ab'=\",;\n\t é", max_size=6), min_size=1, max_size=4), min_size=1, max_size=4
)


@given(ROWS)
def test_reads_what_the_standard_library_writes(rows):
    file = io.StringIO(newline="")
    csv.writer(file, lineterminator="\n").writerows(rows)
    unguarded = [[cell[1:] if cell.startswith(("'=", "'\t", "''=", "''\t")) else cell for cell in row] for row in rows]
    if any(cell.startswith("'''") for row in rows for cell in row):
        return
    assert texts(file.getvalue()) == [row for row in unguarded if any(cell.strip() for cell in row)]


@given(st.text(alphabet='ab,;"\n\t', max_size=40), st.sampled_from([",", ";", "\t"]))
def test_any_text_gives_cells_or_a_clean_error(text, delimiter):
    try:
        rows = parse(text, delimiter)
    except InputErrors as error:
        rows, places = [], [problem.at for problem in error.problems]
    else:
        places = [cell.at for row in rows for cell in row]
    assert None not in places
    assert all(FORBIDDEN.search(cell.text) is None for row in rows for cell in row)
