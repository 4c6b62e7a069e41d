"""The long CSV: what it reads, and the CSV part of what gets thrown at us (numbers of BAD_INPUTS)."""

import gzip
import math

import numpy as np
import pytest

from recommender.model.table import Status
from tests.inputs.tables.bad import GOOD, read_table, refused, told, write

HEADER = "region,activity,value\n"


def test_a_plain_table(tmp_path):
    table, notes = read_table(write(tmp_path, GOOD))
    assert (table.regions, table.activities, table.years, notes) == (("R1", "R2"), ("A", "B"), (None,), [])
    np.testing.assert_array_equal(table.values[0], [[5, 1], [2, 7]])
    assert not table.status.any()
    assert (table.source.name, len(table.source.sha256)) == ("table.csv", 64)


def test_years_come_newest_first_and_order_of_rows_does_not_matter(tmp_path):
    rows = ["R1,A,2013,1", "R2,B,2014,4", "R1,B,2014,2", "R2,A,2014,3", "R1,A,2014,9", "R2,B,2013,5"]
    table, _ = read_table(write(tmp_path, "region,activity,year,value\n" + "\n".join(rows)))
    again, _ = read_table(write(tmp_path, "region,activity,year,value\n" + "\n".join(rows[::-1])))
    assert table.years == again.years == (2014, 2013)
    np.testing.assert_array_equal(table.values, again.values)
    assert table.values[1, 0, 0] == 1


def test_an_absent_row_is_zero_where_both_sides_report_and_missing_where_not(tmp_path):
    rows = "R1,A,2014,1\nR1,B,2014,2\nR2,A,2014,3\nR1,A,2013,1\nR1,B,2013,1\n"
    table, _ = read_table(write(tmp_path, "region,activity,year,value\n" + rows))
    assert (table.values[0, 1, 1], table.status[0, 1, 1]) == (0, Status.ZERO_BY_ABSENCE)
    assert math.isnan(table.values[1, 1, 1])
    assert table.status[1, 1, 1] == Status.MISSING


def test_suppressed_missing_and_zero_are_three_things(tmp_path):
    rows = "R1,A,: c,\nR1,B,,c\nR1,C,:,\nR1,D,0,\nR1,E,3,b\nR2,A,1,\nR2,B,1,\nR2,C,1,\nR2,D,1,\nR2,E,,cd\n"
    table, _ = read_table(write(tmp_path, "region,activity,value,flag\n" + rows))
    assert [Status(code) for code in table.status[0, 0]] == [
        Status.SUPPRESSED, Status.SUPPRESSED, Status.MISSING, Status.OBSERVED, Status.OBSERVED,
    ]  # fmt: skip
    assert table.status[0, 1, 4] == Status.SUPPRESSED
    np.testing.assert_array_equal(np.isnan(table.values[0, 0]), [True, True, True, False, False])
    assert table.flags is not None
    assert list(table.flags[0, 0]) == ["c", "c", "", "", "b"]


def test_codes_are_text(tmp_path):
    table, _ = read_table(write(tmp_path, HEADER + "NO,01,1\nNO,10.10,2\nNA,01,1\nNA,10.10,4\n"))
    assert (table.regions, table.activities) == (("NA", "NO"), ("01", "10.10"))


@pytest.mark.parametrize(
    "text",
    [
        "\ufeff" + GOOD,  # 15
        GOOD.replace("\n", "\r\n"),  # 26
        GOOD.replace("\n", "\r"),  # 27
        GOOD.rstrip("\n"),
        GOOD + "\n\n",
        GOOD.replace("region,activity,value", "Geo, NACE_R2 ,OBS_VALUE"),
        GOOD.replace("R1,A,5", '"R1","A","5"'),
    ],
)
def test_ways_to_write_the_same(tmp_path, text):
    table, _ = read_table(write(tmp_path, text))
    np.testing.assert_array_equal(table.values[0], [[5, 1], [2, 7]])


def test_packed_files_and_other_delimiters(tmp_path):
    packed, _ = read_table(write(tmp_path, gzip.compress(GOOD.encode()), "table.csv.gz"))
    np.testing.assert_array_equal(packed.values[0], [[5, 1], [2, 7]])
    semicolons = GOOD.replace(",", ";").replace("5", "5,5")
    table, _ = read_table(write(tmp_path, semicolons), delimiter=";", decimal=",")
    assert table.values[0, 0, 0] == 5.5
    tabs, _ = read_table(write(tmp_path, GOOD.replace(",", "\t"), "table.tsv"))
    np.testing.assert_array_equal(tabs.values[0], [[5, 1], [2, 7]])


def test_labels_and_quoted_fields(tmp_path):
    rows = 'R1,"Emilia, ""la rossa""",A,1\nR1,x,B,2\nR2,y,A,3\nR2,y,B,3\n'
    table, notes = read_table(write(tmp_path, "region,region_label,activity,value\n" + rows))
    assert table.region_names["R1"] == 'Emilia, "la rossa"'
    assert not notes


def test_nfd_and_nfc_names_are_one_region(tmp_path):  # 21
    text = HEADER + "País,A,1\nPai\u0301s,B,2\nR2,A,3\nR2,B,3\n"
    table, _ = read_table(write(tmp_path, text))
    assert table.regions == ("País", "R2")


def test_an_extra_column_is_told(tmp_path):  # 66
    _, notes = read_table(write(tmp_path, GOOD.replace("\n", ",x\n")))
    assert [told(note) for note in notes] == ["R507 1: the column 'x' is not used | "]


def test_a_region_or_activity_of_zeros_is_told(tmp_path):  # 82, 83
    _, notes = read_table(write(tmp_path, HEADER + "R1,A,0\nR1,B,0\nR2,A,0\nR2,B,7\nR3,A,0\nR3,B,1\n"))
    assert [note.message for note in notes] == [
        "nothing but zero in the region R1",
        "nothing but zero in the activity A",
    ]
    assert all(note.code.code == "R510" for note in notes)


LONG = "x" * 200_000
BAD = {
    "62 header only": (HEADER, "R506 1: there are no rows below the header"),
    "63 no header": (
        "R1,A,5\nR2,A,6\n",
        "R501 1:1 the first line does not name the columns | begin with a line such as",
    ),
    "64 duplicate header": ("region,activity,value,value\n", "R501 1:23 the column 'value' is there twice"),
    "65 missing column": (
        "region,activty,value\nR1,A,1\n",
        "R501 1:1 there is no column 'activity' | is it 'activty'? rename that column to 'activity'",
    ),
    "67 short row": (GOOD + "R3,A\n", "R502 6: 2 fields, fewer than the 3 columns"),
    "68 long row": (GOOD + "R3,A,1,2\n", "R502 6: 4 fields, more than the 3 columns"),
    "69 unterminated quote": (GOOD + '"R3,A,1\nR3,B,2\n', "R502 6:1 a quotation mark that is not closed"),
    "70 long field": (GOOD + f"{LONG},A,1\n", "R505 6: a field of more than 10,000 characters"),
    "71 semicolons": (
        GOOD.replace(",", ";"),
        "R501 1:1 the first line is a single column | are the columns separated by ';'? pass --delimiter ';'",
    ),
    "72 decimal comma": (
        GOOD + 'R3,A,"1,5"\n',
        "R503 6:6 '1,5' is not a number | is the comma the decimal mark? pass --decimal ,",
    ),
    "73 thousands and comma": (
        GOOD + 'R3,A,"1.234,5"\n',
        "R503 6:6 '1.234,5' is not a number | write the digits without",
    ),
    "75 per cent": (GOOD + "R3,A,12%\n", "R503 6:6 '12%' is not a number | write a plain figure"),
    "76 n/a": (GOOD + "R3,A,n/a\n", "R503 6:6 'n/a' is not a number | write : where"),
    "77 empty": (GOOD + "R3,A,\n", "R503 6:6 the number is missing | write : where"),
    "78 negative": (GOOD + "R3,A,-5\n", "R503 6:6 -5 is below zero"),
    "79 twice": (GOOD + "R1,A,5\n", "R504 6: R1, A is given twice: in lines 2 and 6"),
    "80 arabic digits": (GOOD + "R3,A,١٢\n", "R503 6:6 '١٢' is not a number"),
    "80 full width": (GOOD + "R3,A,\uff11\uff12\n", "R503 6:6 '\uff11\uff12' is not a number"),
    "81 columns": (",".join(f"c{n}" for n in range(50_000)) + "\n", "R505 1: 50,000 columns"),
    "84 one region": (HEADER + "R1,A,5\nR1,B,6\n", "R505 : the table has 1 region: relatedness needs two or more"),
    "84 one activity": (HEADER + "R1,A,5\nR2,A,6\n", "R505 : the table has 1 activity"),
    "3 empty": ("", "R105 : the file is empty"),
    "4 blank": ("\n \n", "R105 : the file is empty"),
    "16 utf-16": (GOOD.encode("utf-16"), "R106 : the text is UTF-16 | save it as UTF-8"),
    "17 cp1252": (
        GOOD.encode() + b"R\xe9,A,1\n",
        "R106 6:2 byte 0xe9 is not valid utf-8 | save the file as UTF-8, or name",
    ),
    "18 cut off": (GOOD.encode() + b"R3,A\xc3", "R106 6:5 byte 0xc3"),
    "19 NUL": (GOOD + "R\0,A,1\n", "R107 6:2 the character U+0000"),
    "22 nbsp": (GOOD + "R3,A,1\u00a0234\n", "R503 6:6 '1\u00a0234' is not a number | write the digits without"),
    "23 zero width": (GOOD + "R\u200b3,A,1\n", "R107 6:2 the character U+200B"),
    "24 bidi": (GOOD + "R\u202e3,A,1\n", "R107 6:2 the character U+202E"),
    "25 escape": (GOOD + "R\x1b[31m,A,1\n", "R107 6:2 the character U+001B"),
    "11 workbook": (b"PK\x03\x04" + b"\0" * 50, "R110 : this workbook or ZIP file cannot be read"),
    "underscore": (GOOD + "R3,A,1_000\n", "R503 6:6 '1_000' is not a number | write the digits without"),
    "nan": (GOOD + "R3,A,nan\n", "R503 6:6 'nan' is not a number"),
    "huge": (GOOD + "R3,A,1e999\n", "R503 6:6 '1e999' is not a number"),
    "digits": (GOOD + f"R3,A,{'9' * 5000}\n", "R503 6:6 '9999"),
    "no region": (GOOD + " ,A,1\n", "R506 6:1 the region is missing"),
    "bare carriage": (GOOD + "R3,A,5 jobs\n", "R503 6:6 '5 jobs' is not a number"),
    "year": ("region,activity,year,value\nR1,A,14,1\n", "R506 2:6 '14' is not a year | write 2014"),
    "no name": ("region,activity,value,\nR1,A,1,\n", "R501 1:23 a column without a name"),
}


@pytest.mark.parametrize("name", sorted(BAD))
def test_bad_input(tmp_path, name):
    text, expected = BAD[name]
    assert told(refused(tmp_path, text)[0]).startswith(expected)


def test_mixed_decimal_marks(tmp_path):  # 74
    text = HEADER.replace(",", ";") + "R1;A;1,5\nR2;A;1.5\nR1;B;1\nR2;B;1\n"
    problems = refused(tmp_path, text, delimiter=";", decimal=",")
    assert [told(problem) for problem in problems] == [
        "R503 3:6 '1.5' is not a number | the decimal mark of this table is a comma; leave --decimal out for a point"
    ]


def test_all_problems_at_once_and_twenty_at_most(tmp_path):
    problems = refused(tmp_path, HEADER + "R1,A,x\n" * 3 + ",B,y\nR2,A\n")
    assert [problem.at.line for problem in problems] == [2, 3, 4, 5, 5, 6]
    assert len(refused(tmp_path, HEADER + "R1,A,x\n" * 500)) == 20


def test_the_offending_line_is_shown(tmp_path):
    assert refused(tmp_path, GOOD + "R3,A,x\n")[0].line == "R3,A,x"


def test_several_series_in_one_table(tmp_path):
    text = "region,activity,unit,value\nR1,A,EUR,5\nR1,B,EUR,1\nR2,A,EUR,2\nR2,B,EUR,7\nR1,A,PER,5\n"
    assert told(refused(tmp_path, text)[0]) == (
        "R506 6: the column 'unit' holds several series: EUR, PER | choose one, for example --indicator EUR"
    )
    table, _ = read_table(write(tmp_path, text), indicator="EUR")
    assert table.values[0, 0, 0] == 5
    assert "did you mean 'EUR'" in told(refused(tmp_path, text, indicator="EURO")[0])


def test_one_year(tmp_path):
    text = "region,activity,year,value\n" + "".join(
        f"{r},{a},{y},1\n" for r in "PQ" for a in "AB" for y in (2013, 2014)
    )
    table, _ = read_table(write(tmp_path, text), year=2013)
    assert (table.years, table.values.shape) == ((2013,), (1, 2, 2))
    assert told(refused(tmp_path, text, year=2015)[0]) == "R506 : the table has no year 2015 | did you mean '2014'?"
    assert "the table has no years" in told(refused(tmp_path, GOOD, year=2015)[0])


@pytest.mark.parametrize(
    "options",
    [
        {"decimal": ";"},
        {"region_level": "nuts9"},
        {"activity_level": "x"},
        {"delimiter": ";;"},
        {"delimiter": '"'},
        {"delimiter": "a"},
        {"encoding": "klingon"},
        {"encoding": "utf-16"},
    ],
)
def test_options_that_are_none(tmp_path, options):
    assert refused(tmp_path, GOOD, **options)[0].code.code == "R701"


def test_another_encoding_can_be_named(tmp_path):
    text = GOOD.replace("R1", "Málaga").encode("cp1252")
    table, _ = read_table(write(tmp_path, text), encoding="cp1252")
    assert table.regions == ("Málaga", "R2")


def test_all_regions_alike(tmp_path):  # 85
    table, notes = read_table(write(tmp_path, HEADER + "".join(f"R{n},{a},3\n" for n in range(4) for a in "AB")))
    assert notes == []
    assert (table.values == 3).all()
