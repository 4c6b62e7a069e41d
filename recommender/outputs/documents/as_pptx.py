"""Slides for the room: one thought a slide, what is told in the notes."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

from ...model.report import Report
from ..blocks import Block, Bullets, Figure, Group, Heading, Pairs, Paragraph, Table
from ..chapters import document_of
from ..charts.draw import png_of
from ..escape import terminal_text
from ..extras import needs
from ..views._words import Words
from ..views.recommendation import ABOVE
from . import DOCUMENTS, Kind, Wish
from ._office import opened, sign
from ._zip import settled

SLIDES = {
    "summary": 1, "ranking": 3, "sheets": 3, "unranked": 2, "attention": 2, "competences": 1, "network": 1,
    "partners": 1, "scenarios": 2, "roadmap": 1, "governance": 1, "method": 1,
}  # fmt: skip
"""How many slides a chapter fills at most: with the first one, a deck for twenty minutes."""
SHEETS = 3
ROWS = 7
LINES = 6
LONGEST = 260
COLUMNS = 6
ACROSS, DOWN = 13.333, 7.5
"""Inches: a screen of 16 to 9."""
TITLE_ONLY = 5
INK = (0x0B, 0x30, 0x48)


@dataclass(frozen=True, slots=True)
class Slide:
    """A title, and below it lines, a table or a figure; the notes say the rest."""

    title: str
    lines: tuple[str, ...] = ()
    table: Table | None = None
    figure: Figure | None = None
    notes: str = ""


def write(report: Report, wish: Wish) -> bytes:
    with needs("report"):
        import pptx
    words = Words(report.recommendation, wish.language)
    document = document_of(report, "team", wish.language)
    file = opened(wish.template, pptx.Presentation)
    deck = _Deck(file, words.language, own_looks=wish.template is None)
    deck.opening(document.title, _caveat(report, words) or document.subtitle)
    for page in document.pages:
        for slide in islice(slides_of(page.title, page.blocks, words), SLIDES.get(page.name, 0)):
            deck.add(slide)
    sign(file.core_properties, document)
    out = io.BytesIO()
    file.save(out)
    return settled(out.getvalue())


def _caveat(report: Report, words: Words) -> str:
    """What the authors say about their own profile stands on the first slide."""
    return " ".join(words.sentence(told) for told in report.recommendation.warnings if told.kind in ABOVE)


def slides_of(title: str, blocks: Sequence[Block], words: Words) -> Iterator[Slide]:
    """The slides of a chapter: its texts, then a slide for each table, figure and sheet."""
    heading = title
    lines: list[str] = []
    for block in blocks:
        if isinstance(block, Heading | Table | Figure):
            yield from _text_slides(heading, lines, words)
            lines = []
        if isinstance(block, Heading):
            heading = block.text
        elif isinstance(block, Figure):
            yield Slide(block.title, figure=block, notes=block.alternative)
        elif isinstance(block, Table):
            yield _table_slide(block, title)
        else:
            lines += _lines(block)
    yield from _text_slides(heading, lines, words)
    sheets = [block for block in blocks if isinstance(block, Group) and block.kind == "sheet"][:SHEETS]
    yield from (_sheet_slide(sheet) for sheet in sheets)


def _lines(block: Block) -> list[str]:
    if isinstance(block, Paragraph):
        return [] if block.quiet else [block.text]
    if isinstance(block, Bullets):
        return list(block.items)
    return [f"{label}: {text}" for label, text in block.items] if isinstance(block, Pairs) else []


def _text_slides(title: str, lines: list[str], words: Words) -> Iterator[Slide]:
    again = words.label("report", "continued").format(title=title)
    for number, start in enumerate(range(0, len(lines), LINES)):
        part = lines[start : start + LINES]
        yield Slide(title if number == 0 else again, lines=tuple(map(_short, part)), notes="\n".join(part))


def _short(text: str) -> str:
    """A line that can be read from the back of a room; the whole stands in the notes."""
    if len(text) <= LONGEST:
        return text
    sentences, stop, _ = text[:LONGEST].rpartition(". ")
    return f"{sentences}." if stop and len(sentences) > LONGEST / 3 else text[:LONGEST].rsplit(" ", 1)[0] + " …"


def _table_slide(table: Table, title: str) -> Slide:
    """The first rows and columns; columns that fold are for the document."""
    kept = [number for number, column in enumerate(table.columns) if not column.folded][:COLUMNS]
    rows = tuple(tuple(row[number] for number in kept) for row in table.rows[:ROWS])
    shown = replace(table, columns=tuple(table.columns[number] for number in kept), rows=rows)
    heading, left = table.title or title, len(table.rows) - len(rows)
    return Slide(f"{heading} (1–{len(rows)} / {len(table.rows)})" if left else heading, table=shown)


def _sheet_slide(sheet: Group) -> Slide:
    """What a path is, who carries it, and the first answer to each question."""
    told: list[str] = []
    question = ""
    for block in sheet.blocks:
        if isinstance(block, Paragraph):
            told.append(block.text)
        elif isinstance(block, Pairs):
            told.append(" · ".join(f"{label}: {text}" for label, text in block.items[:4]))
        elif isinstance(block, Heading):
            question = block.text
        elif isinstance(block, Bullets) and question:
            told.append(f"{question} {block.items[0]}")
            question = ""
    return Slide(sheet.title, lines=tuple(map(_short, told[:LINES])), notes="\n".join(told))


class _Deck:
    """Puts slides into a file; a template keeps its own measures and typefaces."""

    def __init__(self, file: Any, language: str, *, own_looks: bool) -> None:
        from pptx.util import Inches

        self._file, self._language, self._own = file, language, own_looks
        if own_looks:
            file.slide_width, file.slide_height = Inches(ACROSS), Inches(DOWN)
        self._layouts = file.slide_layouts

    def opening(self, title: str, subtitle: str) -> None:
        slide = self._file.slides.add_slide(self._layouts[0])
        slide.shapes.title.text = terminal_text(title)
        if len(slide.placeholders) > 1:
            slide.placeholders[1].text = terminal_text(subtitle)
        if self._own:
            _place(slide.shapes.title, 0.8, 2.2, ACROSS - 1.6, 1.6)
            _place(slide.placeholders[1], 0.8, 4.0, ACROSS - 1.6, 1.0)
            _dress(slide.shapes.title.text_frame, 40, bold=True)
            _dress(slide.placeholders[1].text_frame, 18)

    def add(self, content: Slide) -> None:
        slide = self._file.slides.add_slide(self._layouts[min(TITLE_ONLY, len(self._layouts) - 1)])
        if slide.shapes.title is not None:
            slide.shapes.title.text = terminal_text(content.title)
            if self._own:
                _place(slide.shapes.title, 0.6, 0.35, ACROSS - 1.2, 0.9)
                _dress(slide.shapes.title.text_frame, 28, bold=True)
        if content.lines:
            self._text(slide, content.lines)
        if content.table is not None:
            self._table(slide, content.table)
        if content.figure is not None:
            self._figure(slide, content.figure)
        if content.notes:
            slide.notes_slide.notes_text_frame.text = "\n".join(map(terminal_text, content.notes.split("\n")))

    def _text(self, slide: Any, lines: tuple[str, ...]) -> None:
        from pptx.util import Inches, Pt

        box = slide.shapes.add_textbox(Inches(0.6), Inches(1.45), self._file.slide_width - Inches(1.2), Inches(5.4))
        frame = box.text_frame
        frame.word_wrap = True
        size = 20 if sum(map(len, lines)) < 500 else 16 if sum(map(len, lines)) < 1000 else 14
        for number, line in enumerate(lines):
            paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
            run = paragraph.add_run()
            run.text = terminal_text(line)
            run.font.size = Pt(size)
            paragraph.space_after = Pt(9)

    def _table(self, slide: Any, table: Table) -> None:
        from pptx.enum.text import PP_ALIGN
        from pptx.util import Inches, Pt

        rows = (tuple(column.head for column in table.columns), *table.rows)
        width = self._file.slide_width - Inches(1.2)
        shape = slide.shapes.add_table(len(rows), len(table.columns), Inches(0.6), Inches(1.45), width, Inches(0.4))
        shape._element.nvGraphicFramePr.cNvPr.set("descr", terminal_text(table.title))
        shares = [max(max(len(row[n]) for row in rows) ** 0.75, 3.0) for n in range(len(table.columns))]
        for number, share in enumerate(shares):
            shape.table.columns[number].width = int(width * share / sum(shares))
        for place, row in enumerate(rows):
            for number, text in enumerate(row):
                cell = shape.table.cell(place, number)
                cell.text = terminal_text(text)
                paragraph = cell.text_frame.paragraphs[0]
                paragraph.font.size = Pt(13)
                if table.columns[number].align == "right":
                    paragraph.alignment = PP_ALIGN.RIGHT

    def _figure(self, slide: Any, figure: Figure) -> None:
        from pptx.util import Inches

        picture = slide.shapes.add_picture(io.BytesIO(png_of(figure, self._language)), 0, 0)
        room = self._file.slide_width - Inches(1.2), self._file.slide_height - Inches(1.7)
        scale = min(room[0] / picture.width, room[1] / picture.height)
        picture.width, picture.height = int(picture.width * scale), int(picture.height * scale)
        picture.left, picture.top = (self._file.slide_width - picture.width) // 2, Inches(1.35)
        about = picture._element.nvPicPr.cNvPr
        about.set("descr", terminal_text(figure.alternative))
        about.set("title", terminal_text(figure.title))


def _place(shape: Any, left: float, top: float, width: float, height: float) -> None:
    from pptx.util import Inches

    shape.left, shape.top, shape.width, shape.height = (Inches(part) for part in (left, top, width, height))


def _dress(frame: Any, size: int, *, bold: bool = False) -> None:
    from pptx.dml.color import RGBColor
    from pptx.enum.text import PP_ALIGN
    from pptx.util import Pt

    for paragraph in frame.paragraphs:
        paragraph.alignment = PP_ALIGN.LEFT
        paragraph.font.size, paragraph.font.bold = Pt(size), bold
        paragraph.font.color.rgb = RGBColor(*INK)  # type: ignore[no-untyped-call]


DOCUMENTS.add(".pptx")(Kind(write, takes_template=True))
