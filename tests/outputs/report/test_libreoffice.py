"""What a free office program makes of our documents: it opens them, and finds what was written."""

from __future__ import annotations

import csv
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from recommender.outputs.chapters import document_of
from recommender.outputs.documents import Wish, document_bytes
from tests.outputs.report import reports
from tests.support import require

SECONDS = 240


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    """Turns documents into another format, in a home of its own."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    require("OFFICE", program is not None, "LibreOffice is not installed")
    folder = tmp_path_factory.mktemp("office")

    def convert(data: bytes, name: str, target: str, ending: str) -> bytes:
        (folder / name).write_bytes(data)
        home = f"-env:UserInstallation={(folder / 'home').as_uri()}"
        subprocess.run(
            [str(program), home, "--headless", "--convert-to", target, "--outdir", str(folder), str(folder / name)],
            check=True, capture_output=True, timeout=SECONDS,
        )  # fmt: skip
        return (folder / name).with_suffix(ending).read_bytes()

    return convert


def made(ending, **wish):
    return document_bytes(reports.emilia_romagna(), Path(f"report{ending}"), Wish(**wish))


def pages(pdf):
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


def test_every_chapter_is_in_the_word_document(office):
    found = office(made(".docx"), "report.docx", "txt:Text (encoded):UTF8", ".txt").decode("utf-8-sig")
    document = document_of(reports.emilia_romagna(), "team", "en")
    assert document.title in found
    for page in document.pages:
        assert page.title in found, page.name


def test_the_board_gets_a_document_that_it_can_read(office):
    """Half of what the team gets, with scenarios and sensitivity in it."""
    board, team = (
        pages(office(made(".docx", reader=name), f"{name}.docx", "pdf", ".pdf")) for name in ("board", "team")
    )
    assert 2 * board <= team


def test_each_slide_is_a_page(office):
    assert 15 <= pages(office(made(".pptx"), "talk.pptx", "pdf", ".pdf")) <= 20


def test_the_workbook_has_the_ranking_on_its_first_sheet(office):
    text = office(made(".xlsx"), "annex.xlsx", "csv:Text - txt - csv (StarCalc):44,34,76", ".csv").decode("utf-8-sig")
    rows = list(csv.DictReader(text.splitlines()))
    answer = reports.emilia_romagna().recommendation
    assert [row["id"] for row in rows] == [item.id for item in (*answer.opportunities, *answer.not_recommended)]
    assert float(rows[0]["score"]) == pytest.approx(answer.opportunities[0].score)
