"""The examples of docs/tables.md are read as the page says."""

import re

from recommender.inputs.records import aggregate, connect
from recommender.inputs.records.spec import read_spec
from recommender.inputs.tables import read_long
from recommender.inputs.tables.formats import formats
from recommender.model.table import Status
from tests.inputs.records.test_records import ROWS
from tests.inputs.tables.bad import write
from tests.support import ROOT

PAGE = (ROOT / "docs" / "tables.md").read_text("utf-8")
MAPPING, SPEC = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)


def test_the_mapping(tmp_path):
    table = write(tmp_path, "nace_r2;geo;n2015\nB;AT;7089\nB;AT1;\nB;AT2;c\n")
    cells = read_long(table, mapping=str(write(tmp_path, MAPPING, "mapping.yaml"))).cells
    assert cells.status.tolist() == [Status.OBSERVED, Status.MISSING, Status.SUPPRESSED]
    assert cells.source.unit == "persons employed"


def test_the_records(tmp_path):
    write(tmp_path, ROWS, "records.csv")
    found = aggregate(read_spec(str(write(tmp_path, SPEC, "spec.yaml"))), connect("duckdb"))
    assert [(row[0], row[1], float(row[3])) for row in found.rows][1:] == [("ITH5", "A61", 1), ("ITH5", "B01", 1)]


def test_every_status_and_publisher_is_told():
    for status in Status:
        assert f"| {status.name.lower()} |" in PAGE
    for name in ("Eurostat", "SDMX", "OECD", "National Statistics", "Nomis", "ARDECO", "Revenue", "matrix"):
        assert name in PAGE
        assert any(name.lower() in item.title.lower() for item in formats().values())
