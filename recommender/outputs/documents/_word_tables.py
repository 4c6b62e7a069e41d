"""Tables of Word, row by row: python-docx would look for every cell anew, which takes minutes in a long report."""

from __future__ import annotations

from typing import Any

from ..blocks import Table

SMALL = "17"
"""Half points of the text in a table."""
LETTERS_ACROSS = 92
LONGEST_WORD, LONGEST_TEXT = 16, 60
TWIPS_ACROSS = 9070
SHADE = "E8EEF3"


def add_table(file: Any, block: Table, style: str | None) -> None:
    """A table with a head that repeats on every page and rows that no page cuts."""
    table = file.add_table(rows=0, cols=len(block.columns))
    if style is not None:
        table.style = style
    table.autofit = False
    table._tbl.tblPr.append(_lines(style))
    shares = _shares(block)
    for column, share in zip(table._tbl.tblGrid.gridCol_lst, shares, strict=True):
        column.set(word_name("w"), str(int(TWIPS_ACROSS * share)))
    widths = [str(int(TWIPS_ACROSS * share)) for share in shares]
    heads = tuple(column.head for column in block.columns)
    for number, row in enumerate((heads, *block.rows)):
        table._tbl.append(_row(row, block, widths, head=number == 0))


def _shares(block: Table) -> list[float]:
    """How wide each column is, of the whole: no word is broken, and long texts share what is left."""
    least, wanted = [], []
    for number, column in enumerate(block.columns):
        texts = [part for row in block.rows for part in row[number].split("\n")]
        words = [word for text in (column.head, *texts) for word in text.split()]
        least.append(min(max(map(len, words), default=1), LONGEST_WORD) + 3.5)
        wanted.append(float(min(max((len(text) for text in texts), default=0), LONGEST_TEXT)))
    spare = max(LETTERS_ACROSS - sum(least), 0.0)
    asked = [max(want - little, 0.0) for want, little in zip(wanted, least, strict=True)]
    sizes = [little + spare * want / (sum(asked) or 1.0) for little, want in zip(least, asked, strict=True)]
    return [size / sum(sizes) for size in sizes]


def _lines(style: str | None) -> Any:
    """Light lines between rows, where no template says how tables look."""
    borders = element("w:tblBorders")
    for side in ("top", "bottom", "insideH") if style is None else ():
        borders.append(element(f"w:{side}", val="single", sz="4", space="0", color="BFC7CE"))
    return borders


def _row(cells: tuple[str, ...], block: Table, widths: list[str], *, head: bool) -> Any:
    row = element("w:tr")
    about = element("w:trPr")
    about.append(element("w:cantSplit"))
    if head:
        about.append(element("w:tblHeader"))
    row.append(about)
    for text, column, width in zip(cells, block.columns, widths, strict=True):
        row.append(_cell(text, width, right=column.align == "right", head=head))
    return row


def _cell(text: str, width: str, *, right: bool, head: bool) -> Any:
    cell = element("w:tc")
    about = element("w:tcPr")
    about.append(element("w:tcW", w=width, type="dxa"))
    if head:
        about.append(element("w:shd", val="clear", color="auto", fill=SHADE))
    cell.append(about)
    for line in text.split("\n") or [""]:
        cell.append(_line(line, right=right, bold=head))
    return cell


def _line(text: str, *, right: bool, bold: bool) -> Any:
    paragraph, about = element("w:p"), element("w:pPr")
    about.append(element("w:spacing", before="20", after="20"))
    if right:
        about.append(element("w:jc", val="right"))
    paragraph.append(about)
    run, looks = element("w:r"), element("w:rPr")
    if bold:
        looks.append(element("w:b"))
    looks.append(element("w:sz", val=SMALL))
    run.append(looks)
    content = element("w:t")
    content.text = text
    run.append(content)
    paragraph.append(run)
    return paragraph


def element(tag: str, **attributes: str) -> Any:
    """An element of WordprocessingML, with attributes of the same namespace."""
    from docx.oxml import OxmlElement

    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(word_name(name), value)
    return made


def word_name(name: str) -> str:
    """A name in the namespace of WordprocessingML."""
    from docx.oxml.ns import qn

    return str(qn(f"w:{name}"))
