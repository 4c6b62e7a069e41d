"""The report as Markdown, for a repository or a wiki: figures are told in words."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.report import Report
from ..blocks import Block, Figure, Group, Heading, Table
from ..chapters import Document, document_of
from ..escape import markdown_text
from ..formats.as_markdown import markdown
from . import DOCUMENTS, Kind, Wish


def write(report: Report, wish: Wish) -> bytes:
    return ("\n".join(_lines(document_of(report, wish.reader, wish.language))).rstrip() + "\n").encode()


def _lines(document: Document) -> Iterator[str]:
    yield from (f"# {markdown_text(document.title)}", "", markdown_text(document.subtitle), "")
    for page in document.pages:
        yield from (f"## {markdown_text(page.title)}", "")
        for block in page.blocks:
            yield from _block(block)


def _block(block: Block) -> Iterator[str]:
    if isinstance(block, Group):
        yield from (f"### {markdown_text(block.title)}", "")
        for inner in block.blocks:
            yield from _block(inner)
        return
    if isinstance(block, Table) and block.title:
        yield from (f"**{markdown_text(block.title)}**", "")
    if isinstance(block, Figure):
        yield from (f"**{markdown_text(block.title)}.** {markdown_text(block.alternative)}", "")
        return
    if isinstance(block, Heading):
        yield from (f"{'#' * max(block.level, 3)} {markdown_text(block.text)}", "")
        return
    yield from markdown(block)
    yield ""


DOCUMENTS.add(".md")(Kind(write))
