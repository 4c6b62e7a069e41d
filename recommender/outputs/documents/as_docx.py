"""A document for Word and LibreOffice: real headings, tables, captions, contents and alternative texts."""

from __future__ import annotations

import io
from collections.abc import Iterable
from functools import singledispatchmethod
from typing import Any

from ...model.report import Report
from ..blocks import Block, Bullets, Figure, Group, Heading, Pairs, Paragraph, Table
from ..chapters import Document, document_of
from ..charts.draw import png_of
from ..escape import terminal_text
from ..extras import needs
from ..inert import inert
from ..views._words import Words
from . import DOCUMENTS, Kind, Wish
from ._office import folded, opened, sign
from ._word_tables import add_table, element, word_name
from ._zip import settled

WIDEST, TALLEST = 16.0, 21.0
"""Centimetres that a figure may fill."""
TYPEFACE = "Arial"
INK = (0x0B, 0x30, 0x48)


def write(report: Report, wish: Wish) -> bytes:
    with needs("report"):
        import docx
    words = Words(report.recommendation, wish.language)
    document = document_of(report, wish.reader, wish.language)
    file = opened(wish.template, docx.Document)
    if wish.template is None:
        _plain_looks(file)
    writer = _Writer(file, words, "Table Grid" if wish.template else None)
    writer.whole(document)
    out = io.BytesIO()
    sign(writer.file.core_properties, document)
    writer.file.save(out)
    return settled(out.getvalue())


class _Writer:
    """Puts blocks into a file; a style that a template lacks is replaced by plain text."""

    def __init__(self, file: Any, words: Words, table_style: str | None) -> None:
        self.file, self._words = file, words
        self._styles = {style.name for style in file.styles}
        self._table_style = table_style if table_style in self._styles else None
        self._count = {"table_caption": 0, "figure_caption": 0}
        self._marks = 0

    def whole(self, document: Document) -> None:
        self._say(document.title, "Title")
        self._say(document.subtitle, "Subtitle")
        self._contents([page.title for page in document.pages])
        for page in document.pages:
            self._heading(terminal_text(page.title), 1, new_page=True)
            self.all(inert(_without_charts(page.blocks), terminal_text), page.blocks)

    def all(self, clean: Iterable[Block], original: Iterable[Block]) -> None:
        for block, known in zip(clean, original, strict=True):
            self.add(known if isinstance(known, Figure) else block)

    @singledispatchmethod
    def add(self, block: Block) -> None:
        """One block."""
        raise TypeError(f"a block of the kind {type(block).__name__} has no place in a document")

    @add.register
    def _(self, block: Heading) -> None:
        self._heading(block.text, min(block.level - 1, 4))

    @add.register
    def _(self, block: Paragraph) -> None:
        self._say(block.text, italic=block.quiet)

    @add.register
    def _(self, block: Bullets) -> None:
        if block.head:
            self._say(block.head, bold=True)
        for item in block.items:
            self._say(item, "List Bullet")

    @add.register
    def _(self, block: Pairs) -> None:
        for label, text in block.items:
            paragraph = self._say("")
            paragraph.add_run(f"{label}: ").bold = True
            paragraph.add_run(text)

    @add.register
    def _(self, block: Table) -> None:
        if block.title:
            self._caption("table_caption", block.title, above=True)
        add_table(self.file, folded(block), self._table_style)
        self._say("")

    @add.register
    def _(self, block: Figure) -> None:
        picture = self.file.add_picture(io.BytesIO(png_of(block, self._words.language)))
        scale = min(1.0, _cm(WIDEST) / picture.width, _cm(TALLEST) / picture.height)
        picture.width, picture.height = int(picture.width * scale), int(picture.height * scale)
        about = picture._inline.docPr
        about.set("descr", terminal_text(block.alternative))
        about.set("title", terminal_text(block.title))
        self.file.paragraphs[-1].paragraph_format.keep_with_next = True
        self._caption("figure_caption", terminal_text(f"{block.title}. {block.alternative}"), above=False)

    @add.register
    def _(self, block: Group) -> None:
        self._heading(block.title, 2)
        for inner in block.blocks:
            self.add(inner)

    def _say(self, text: str, style: str | None = None, *, bold: bool = False, italic: bool = False) -> Any:
        paragraph = self.file.add_paragraph(style=style if style in self._styles else None)
        if text:
            run = paragraph.add_run(text)
            run.bold, run.italic = bold or None, italic or None
        return paragraph

    def _heading(self, text: str, level: int, *, new_page: bool = False) -> None:
        paragraph = self._say(text, f"Heading {level}", bold=f"Heading {level}" not in self._styles)
        paragraph.paragraph_format.page_break_before = new_page or None
        paragraph.paragraph_format.keep_with_next = True
        if level == 1:
            self._mark(paragraph)

    def _mark(self, paragraph: Any) -> None:
        """A bookmark that the contents point at."""
        for tag in ("bookmarkStart", "bookmarkEnd"):
            mark = element(f"w:{tag}", id=str(self._marks))
            if tag == "bookmarkStart":
                mark.set(word_name("name"), f"chapter{self._marks}")
            paragraph._p.append(mark)
        self._marks += 1

    def _contents(self, titles: list[str]) -> None:
        """A list of the chapters that works at once; F9 in Word makes it one with page numbers."""
        self._say(self._words.label("report", "contents"), bold=True)
        for number, title in enumerate(titles):
            paragraph = self._say("")
            if number == 0:
                _field(paragraph, "begin", ' TOC \\o "1-2" \\h ')
            link = element("w:hyperlink", anchor=f"chapter{number}")
            run = paragraph.add_run(terminal_text(title))
            paragraph._p.append(link)
            link.append(run._r)
            if number == len(titles) - 1:
                _field(paragraph, "end")

    def _caption(self, kind: str, text: str, *, above: bool) -> None:
        self._count[kind] += 1
        label = self._words.label("report", kind).format(number=self._count[kind])
        paragraph = self._say("", "Caption")
        paragraph.paragraph_format.keep_with_next = above or None
        paragraph.add_run(f"{label}. {text}")


def _plain_looks(file: Any) -> None:
    """A page of A4 in a typeface that every office program has."""
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    section = file.sections[0]
    section.page_width, section.page_height = _cm(21.0), _cm(29.7)
    section.left_margin = section.right_margin = _cm(2.5)
    section.top_margin = section.bottom_margin = _cm(2.2)
    for name in ("Normal", "Title", "Subtitle", "Caption", *(f"Heading {level}" for level in range(1, 5))):
        style = file.styles[name]
        style.font.name = TYPEFACE
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for script in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{script}"), None)
        if name != "Normal":
            style.font.color.rgb = RGBColor(*INK)
    file.styles["Normal"].font.size = Pt(10)
    file.styles["Caption"].font.bold = False


def _without_charts(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Charts are data for a drawing, not text: cleaning them would cost time and change nothing that is read."""
    return tuple(Paragraph("") if isinstance(block, Figure) else block for block in blocks)


def _field(paragraph: Any, part: str, code: str | None = None) -> None:
    run = paragraph.add_run()
    run._r.append(element("w:fldChar", fldCharType=part))
    if code is not None:
        text = element("w:instrText")
        text.text = code
        paragraph.add_run()._r.append(text)
        paragraph.add_run()._r.append(element("w:fldChar", fldCharType="separate"))


def _cm(number: float) -> int:
    from docx.shared import Cm

    return int(Cm(number))


DOCUMENTS.add(".docx")(Kind(write, takes_template=True))
