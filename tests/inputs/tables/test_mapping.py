"""A mapping file reads what no format knows."""

import numpy as np
import pytest

from recommender.inputs.tables import read_long
from recommender.model.problem import InputErrors
from recommender.model.table import Status
from tests.inputs.tables.bad import read_table, told, write
from tests.shared_data import shared

HEAD = 'schema_version: "1"\n'
REAL = {
    "official/sbs_n2015_semicolon.csv.gz": (
        'columns: {region: geo, activity: nace_r2, value: n2015}\ndelimiter: ";"\nmissing: [""]\n'
        'suppressed: [c, d, "12:00 AM"]\nabsent: missing\n',
        ("B", "AT", 7089.0),
    ),
    "official/samples/baci_hs2_aggregate.csv": (
        "columns: {region: i, activity: hs2, value: v}\ncodes: {i: {\"4\": AFG}}\n",
        ("1", "AFG", 172.0030012130737),
    ),
    "official/samples/nz_motu_long.csv": (
        "columns: {region: ua, activity: ind, year: year, value: emp}\nunit: jobs\n",
        ("AA111", "1", 114.0),
    ),
    "official/samples/github_innovationgraph_languages.csv": (
        "columns: {region: iso2_code, activity: language, year: year, value: num_pushers}\nsum_over: [quarter]\n",
        ("HTML", "AE", 2066.0),
    ),
    "official/samples/atlas_hs92_country_product_year_derived.csv": (
        "columns: {region: country_code, activity: product_code, year: year, value: export_value}\n",
        ("0101", "BOL", 24007.0),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", sorted(REAL))
def test_real_files(tmp_path, name):
    text, (activity, region, value) = REAL[name]
    cells = read_long(shared(name), mapping=str(write(tmp_path, HEAD + text, "mapping.yaml"))).cells
    at = np.flatnonzero((cells.activity.texts() == activity) & (cells.region.texts() == region))
    assert cells.values[at[0]] == value


def test_what_a_mapping_can_say(tmp_path):
    table = write(tmp_path, "R;Act;2013;2014;sex\nA;x;1.000,5;n/a;T\nA;y;c;2;T\nB;x;3;4;T\nB;y;5;6;T\nB;y;9;9;F\n")
    mapping = write(
        tmp_path,
        HEAD + "columns: {region: R, activity: Act}\nwide: {'2013': '2013', '2014': '2014'}\nfilters: {sex: T}\n"
        'missing: [n/a]\nsuppressed: [c]\ndelimiter: ";"\ndecimal: ","\nthousands: "."\nunit: jobs\n',
        "mapping.yaml",
    )
    found, _ = read_table(table, mapping=str(mapping))
    np.testing.assert_array_equal(found.values[1], [[1000.5, np.nan], [3, 5]])
    assert found.status[:, 0, :].tolist() == [[Status.MISSING, 0], [0, Status.SUPPRESSED]]
    assert found.source.unit == "jobs"


BAD = {
    "columns: {regoin: R, activity: Act, value: v}\n": "R302",
    "columns: {region: Q, activity: Act, value: v}\n": "R501 1:1 there is no column 'Q'",
    "columns: {region: R, activity: Act}\n": "R501 1: the mapping must name either a column `value` or several",
    "colums: {}\n": "R302",
}


@pytest.mark.parametrize("text", sorted(BAD))
def test_bad_mappings(tmp_path, text):
    table = write(tmp_path, "R,Act,v\nA,x,1\n")
    with pytest.raises(InputErrors) as caught:
        read_long(table, mapping=str(write(tmp_path, HEAD + text, "mapping.yaml")))
    assert any(told(problem).startswith(BAD[text]) for problem in caught.value.problems)
