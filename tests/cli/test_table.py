"""`ris3 table` through a process: what it recognises, and what it writes."""

import csv
import gzip
import io
import json
import zipfile

from tests.inputs.tables.bad import write
from tests.shared_data import shared
from tests.support import ris3

TSV = (
    "nace_r2,indic_sb,geo\\time\t2015 \t2014 \n"
    "C10,V1,ITH1\t: c\t120 b\nC10,V1,ITH2\t4 \t0 \nC11,V1,ITH1\t1 \t2 \nC11,V1,ITH2\t5 p\t6 \nC,V1,ITH2\t9 \t6 \n"
)


def rows_of(text):
    return list(csv.DictReader(io.StringIO(text)))


def test_every_cell_as_published(tmp_path):
    path = write(tmp_path, gzip.compress(TSV.encode()), "sbs.tsv.gz")
    run = ris3("table", path, "--format", "csv")
    assert run.code == 0, run.err
    rows = rows_of(run.text)
    assert len(rows) == 10
    assert rows[0] == {
        "indic_sb": "V1", "region": "ITH1", "region_level": "nuts2", "activity": "C10", "activity_level": "division",
        "year": "2015", "value": "", "status": "suppressed", "flags": "c",
    }  # fmt: skip
    assert rows[1]["value"] == "120.0"
    assert rows[-1]["activity_level"] == "section"


def test_one_level_of_one_year(tmp_path):
    run = ris3("table", write(tmp_path, TSV, "sbs.tsv"), "--year", "2014", "--format", "csv")
    assert [(row["region"], row["activity"], row["value"]) for row in rows_of(run.text)] == [
        ("ITH1", "C10", "120.0"), ("ITH1", "C11", "2.0"), ("ITH2", "C10", "0.0"), ("ITH2", "C11", "6.0"),
    ]  # fmt: skip
    assert "left out: 1 section" in run.err


def test_the_facts(tmp_path):
    run = ris3("table", write(tmp_path, TSV, "sbs.tsv"), "--format", "json")
    found = json.loads(run.text)
    assert found["facts"]["format"] == "Eurostat bulk download (TSV)"
    assert found["facts"]["of them"] == {"observed": 9, "suppressed": 1}
    assert found["facts"]["regions"] == {"nuts2": 2}
    assert found["facts"]["NUTS"] == "NUTS 2010 to 2024"
    assert len(found["rows"]) == 10
    shown = ris3("table", write(tmp_path, TSV, "sbs.tsv")).text
    assert "Eurostat bulk download" in shown
    assert "suppressed" in shown


def test_the_formats_are_listed():
    run = ris3("table")
    assert "eurostat-tsv" in run.text
    assert "oecd-data-explorer" in run.text


def test_errors_have_a_place_and_nothing_is_written(tmp_path):
    path = write(tmp_path, TSV.replace("120 b", "many"), "sbs.tsv")
    run = ris3("table", path, "-o", tmp_path / "out.csv")
    assert run.code == 2
    assert "sbs.tsv:2:17: R503 'many' is not a number" in run.err
    assert not (tmp_path / "out.csv").exists()


def workbook(path):
    """A sheet of three rows, written by hand."""
    strings = "".join(f"<si><t>{text}</t></si>" for text in ("region", "activity", "value", "R1", "R2", "A", "B"))
    cells = [("A1", 0), ("B1", 1), ("C1", 2), ("A2", 3), ("B2", 5), ("A3", 4), ("B3", 6)]
    shared_cells = {place: f'<c r="{place}" t="s"><v>{number}</v></c>' for place, number in cells}
    rows = "".join(
        f'<row r="{row}">{shared_cells[f"A{row}"]}{shared_cells[f"B{row}"]}'
        f"{shared_cells.get(f'C{row}', f'<c r=%sC{row}%s><v>{row}.5</v></c>' % (chr(34), chr(34)))}</row>"
        for row in (1, 2, 3)
    )
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    with zipfile.ZipFile(path, "w") as book:
        book.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{package}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
        )
        book.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" Type="{office}/officeDocument" '
            'Target="xl/workbook.xml"/></Relationships>',
        )
        book.writestr(
            "xl/_rels/workbook.xml.rels",
            f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" Type="{office}/worksheet" '
            f'Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="{office}/sharedStrings" '
            'Target="sharedStrings.xml"/></Relationships>',
        )
        book.writestr(
            "xl/workbook.xml",
            f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets><sheet name="Jobs" sheetId="1" r:id="r1"/></sheets>'
            "</workbook>",
        )
        book.writestr("xl/sharedStrings.xml", f'<sst xmlns="{main}">{strings}</sst>')
        book.writestr(
            "xl/worksheets/sheet1.xml", f'<worksheet xmlns="{main}"><sheetData>{rows}</sheetData></worksheet>'
        )


def test_a_workbook(tmp_path):
    path = tmp_path / "table.xlsx"
    workbook(path)
    run = ris3("table", path, "--format", "csv")
    assert run.code == 0, run.err
    assert [(row["region"], row["activity"], row["value"]) for row in rows_of(run.text)] == [
        ("R1", "A", "2.5"), ("R2", "B", "3.5"),
    ]  # fmt: skip
    assert "there is no sheet 'Job'" in ris3("table", path, "--sheet", "Job").err


def test_the_file_of_eurostat_whole(tmp_path):
    out = tmp_path / "clean.csv"
    run = ris3("table", shared("official/sbs_r_nuts06_r2.tsv.gz"), "-o", out)
    assert run.code == 0, run.err
    with out.open(encoding="utf-8", newline="") as file:
        assert sum(1 for _ in file) == 1 + 195_227 * 8
