"""Word, PowerPoint and workbooks: what a reader's program finds in them, and the same bytes every time."""

from __future__ import annotations

import io
import time
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from recommender.model.problem import InputErrors, OutputError
from recommender.outputs.documents import DOCUMENTS, Wish, document_bytes
from tests.outputs.report import reports
from tests.outputs.report.test_page import HOSTILE

OFFICE = (".docx", ".pptx", ".xlsx")


def made(ending, answer=None, **wish):
    answer = answer or reports.ALL["rich"]()
    return document_bytes(reports.of(answer), Path(f"report{ending}"), Wish(**wish))


def evil(name):
    plain = reports.ALL["rich"]()
    return replace(
        plain,
        names={key: {"en": name} for key in plain.names},
        opportunities=tuple(replace(item, name={"en": name}, summary={"en": name}) for item in plain.opportunities),
    )


def docx_of(data):
    import docx

    return docx.Document(io.BytesIO(data))


def pptx_of(data):
    import pptx

    return pptx.Presentation(io.BytesIO(data))


def rows_of(data):
    import python_calamine

    book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


@pytest.mark.parametrize("ending", sorted(DOCUMENTS.all()))
def test_the_same_bytes_seconds_later(ending):
    first = made(ending)
    time.sleep(2.1 if ending in OFFICE else 0)  # a ZIP file counts time in steps of two seconds
    assert made(ending) == first


@pytest.mark.parametrize("ending", OFFICE)
@pytest.mark.parametrize("name", reports.ALL)
def test_every_kind_of_answer_makes_a_document(ending, name):
    with zipfile.ZipFile(io.BytesIO(made(ending, reports.ALL[name](), language="it"))) as packed:
        assert packed.testzip() is None
        assert {item.date_time for item in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_word_finds_headings_tables_captions_and_alternative_texts():
    file = docx_of(made(".docx"))
    styles = [paragraph.style.name for paragraph in file.paragraphs]
    assert styles.count("Title") == 1
    assert styles.count("Heading 1") >= 5
    assert styles.count("Heading 2") >= 3
    assert len(file.tables) > 3
    assert all(table.rows[0]._tr.trPr.find(".//{*}tblHeader") is not None for table in file.tables)
    captions = [paragraph.text for paragraph in file.paragraphs if paragraph.style.name == "Caption"]
    assert [text for text in captions if text.startswith("Table 1. ")]
    assert len(file.inline_shapes) == sum(text.startswith("Figure ") for text in captions) > 0
    assert all(len(shape._inline.docPr.get("descr")) > 40 for shape in file.inline_shapes)


def test_contents_point_at_the_chapters():
    file = docx_of(made(".docx"))
    body = file.element.body
    wanted = [link.get(link.nsmap and f"{{{link.nsmap['w']}}}anchor") for link in body.iter("{*}hyperlink")]
    there = [mark.get(f"{{{mark.nsmap['w']}}}name") for mark in body.iter("{*}bookmarkStart")]
    assert wanted
    assert wanted == there


def test_a_template_gives_its_styles(tmp_path):
    import docx
    from docx.shared import Pt

    own = docx.Document()
    own.styles["Heading 1"].font.size = Pt(31)
    own.save(tmp_path / "ours.docx")
    file = docx_of(made(".docx", template=tmp_path / "ours.docx"))
    assert file.styles["Heading 1"].font.size == Pt(31)


@pytest.mark.parametrize(("name", "content"), [("none.docx", None), ("text.docx", b"no zip"), ("empty.pptx", b"")])
def test_a_template_that_is_none_is_refused(name, content, tmp_path):
    if content is not None:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(InputErrors, match="template"):
        made(Path(name).suffix, template=tmp_path / name)


def test_a_workbook_takes_no_template(tmp_path):
    with pytest.raises(OutputError, match="template"):
        made(".xlsx", template=tmp_path / "ours.xlsx")


def test_slides_have_titles_and_pictures_have_words():
    deck = pptx_of(made(".pptx"))
    assert len(deck.slides) > 5
    assert all(slide.shapes.title.text for slide in deck.slides)
    pictures = [shape for slide in deck.slides for shape in slide.shapes if shape.shape_type == 13]
    assert pictures
    assert all(len(picture._element.nvPicPr.cNvPr.get("descr")) > 40 for picture in pictures)


def test_a_workbook_keeps_numbers_and_codes_apart():
    answer = reports.ALL["statistics_only"]()
    found = rows_of(made(".xlsx", answer))
    heads, first = found["opportunities"][:2]
    assert first[heads.index("id")] == "C26"
    assert first[heads.index("score")] == answer.opportunities[0].score
    assert {"criteria", "findings", "settings", "files"} <= set(found)


def test_a_workbook_has_filters_and_a_head_that_stays():
    with zipfile.ZipFile(io.BytesIO(made(".xlsx"))) as packed:
        sheets = [packed.read(name).decode() for name in packed.namelist() if name.startswith("xl/worksheets/sheet")]
    assert sheets
    assert all("<autoFilter " in sheet and 'state="frozen"' in sheet for sheet in sheets)


@pytest.mark.parametrize(
    "name",
    [
        "Energía y diseño de la España vaciada",
        "Inovação e têxteis: João, maçã, pão",
        "Învățământ și țesături, ăâîșț ĂÂÎȘȚ",
    ],
)
@pytest.mark.parametrize("ending", [".html", ".md", ".docx", ".pptx", ".xlsx"])
def test_letters_of_other_languages_of_europe(name, ending):
    data = made(ending, evil(name))
    if ending in OFFICE:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            data = b"".join(packed.read(item) for item in packed.namelist() if item.endswith(".xml"))
    assert name.encode() in data


@pytest.mark.parametrize("name", [*HOSTILE.values(), "=cmd|'/c calc'!A1", "+1", "-1", "@x", "\tx", "http://x.org/"])
def test_names_do_nothing_and_are_not_lost(name):
    shown = name.replace("\u202e", "\N{REPLACEMENT CHARACTER}")
    book = made(".xlsx", evil(name))
    with zipfile.ZipFile(io.BytesIO(book)) as packed:
        text = "".join(packed.read(item).decode() for item in packed.namelist() if item.endswith((".xml", ".rels")))
    assert "<f>" not in text
    assert "hyperlink" not in text.lower().replace("hyperlinksChanged".lower(), "")
    cells = [cell for rows in rows_of(book).values() for row in rows for cell in row]
    assert any(shown.strip() in str(cell) for cell in cells)
    words = [paragraph.text for paragraph in docx_of(made(".docx", evil(name))).paragraphs]
    assert any(shown.strip() in text for text in words)
    slides = [shape.text_frame.text for slide in pptx_of(made(".pptx", evil(name))).slides
              for shape in slide.shapes if shape.has_text_frame]  # fmt: skip
    assert any(shown.strip()[:100] in text for text in slides)


def test_the_deck_is_as_long_as_a_talk():
    deck = pptx_of(document_bytes(reports.emilia_romagna(), Path("talk.pptx"), Wish()))
    assert 15 <= len(deck.slides) <= 20
    titles = [slide.shapes.title.text for slide in deck.slides]
    assert len(titles) == len(set(titles))
