"""Nobody can tell whether a table was read line by line or by DuckDB."""

import random

import numpy as np
import pytest

from recommender.inputs.tables import lines, read_long
from recommender.inputs.tables.by_duckdb import read_by_duckdb
from recommender.inputs.tables.by_line import read_by_line
from recommender.inputs.tables.lines import SMALL, TableFile
from recommender.model.problem import InputErrors
from scripts import fuzz_texts
from tests.inputs.tables.bad import GOOD
from tests.shared_data import shared

SAMPLES = [
    "official/samples/ardeco_wide__capstock.csv",
    "official/samples/eurostat_bulk_tsv_old_header__flags_subset.tsv",
    "official/samples/eurostat_sdmx_csv__migr_resfirst_excerpt.csv",
    "official/samples/hmrc_rts_region_sitc2.csv",
    "official/samples/nomis_native_export_itl2_sic4_multiblock.csv",
    "official/samples/oecd_data_explorer_new_csv__grantax.csv",
    "official/samples/oecd_stat_legacy__TRADEGOODSERV.csv",
    "official/samples/ons_wide_bom_thousands__gva_itl3.csv",
]
MARKS = ['"', '""', '"x', 'x"', ' "x"', '"x" ', ",", ",,", "\n", "\n\n", "\r", " ", "\t", "\u00a0", "-", "1e3", "0.5"]


def cells(data, engine, monkeypatch):
    """Everything that was read of a file, or what is wrong with it."""
    monkeypatch.setattr(lines, "SMALL", SMALL if engine is read_by_line else -1)
    try:
        found = read_long(TableFile("table.csv", data, "utf-8-sig")).cells
    except InputErrors as error:
        return [(problem.code, problem.message, problem.at) for problem in error.problems]
    texts = {name: [column.names[number] for number in column.numbers] for name, column in found.columns().items()}
    flags = [found.flags.names[number] for number in found.flags.numbers]
    figures = found.values.tobytes(), found.status.tolist(), np.asarray(found.rows).tolist()
    return texts, flags, *figures, found.region_names, found.activity_labels


def disturbed(text, source):
    """A text with a few accidents where quotes, fields and lines begin and end."""
    places = [place for place, letter in enumerate(text) if letter in ',;"\t\n'] or [0]
    for _ in range(source.choice((1, 1, 2, 3))):
        place = source.choice(places) + source.choice((0, 1))
        text = text[:place] + source.choice(MARKS) + text[place + source.choice((0, 0, 1)) :]
    return text


def check_same(data, monkeypatch):
    one, other = (cells(data, engine, monkeypatch) for engine in (read_by_line, read_by_duckdb))
    assert one == other, data[:500]
    return isinstance(one, tuple)


@pytest.mark.parametrize("name", SAMPLES)
def test_a_publishers_sample(name, monkeypatch):
    assert check_same(shared(name).read_bytes(), monkeypatch)


@pytest.mark.parametrize("name", SAMPLES)
def test_a_disturbed_sample(name, monkeypatch):
    text = shared(name).read_text(encoding="utf-8-sig", errors="replace")[:3000]
    for seed in range(6):
        check_same(disturbed(text, random.Random(seed)).encode(), monkeypatch)


def test_disturbed_tables_of_users(monkeypatch):
    outcomes = [
        check_same(disturbed(text, random.Random(f"{seed} {text}")).encode(), monkeypatch)
        for seed in range(25)
        for text in (GOOD, fuzz_texts.TABLE)
    ]
    assert {True, False} == set(outcomes), "some can be read, some cannot"


def test_a_quote_left_open_in_the_header_swallows_no_rows(monkeypatch):
    """DuckDB looked for its end among the rows and found nothing to read."""
    text = shared("official/samples/oecd_stat_legacy__TRADEGOODSERV.csv").read_text(encoding="utf-8-sig")
    assert check_same(text.replace('"INDICATOR"', '"INDICATOR"x', 1).encode(), monkeypatch)


def test_figures_are_not_shifted_by_a_field_too_many(monkeypatch):
    """DuckDB dropped an empty last field, and so took each figure for that of the next activity."""
    text = "region,C10,C11,C12\nR1,1,2,3\nR2,,5,6,\n"
    for engine in (read_by_line, read_by_duckdb):
        refused = cells(text.encode(), engine, monkeypatch)
        assert [problem[1] for problem in refused] == ["5 fields, more than the 4 columns"]


@pytest.mark.parametrize("engine", [read_by_line, read_by_duckdb])
def test_a_publishers_field_goes_on_in_the_next_line(engine, monkeypatch):
    text = '"LOCATION","INDICATOR","SUBJECT","MEASURE","FREQUENCY","TIME","Value","Flag Codes"\n'
    text += '"AUS","GOODS\nand services","EXP","PC_GDP","A","1970",12.5,\n"AUS","X","EXP","PC_GDP","A","1971",12.6,\n'
    texts, *_ = cells(text.encode(), engine, monkeypatch)
    assert texts["indicator"] == ["GOODS and services", "X"]
