"""Annotations for GitHub Actions: one line a statement and one a row, as workflow commands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..blocks import Block, Bullets, Paragraph, Table, Title
from ..render import FORMATS, Format, Options
from ..views import view_of

if TYPE_CHECKING:
    from ..render import Result


def write(result: Result, options: Options) -> str:
    view = view_of(result, options)
    title = next((block.text for block in view if isinstance(block, Title)), "ris3")
    lines = [f"::{level} title={_property(title)}::{_message(text)}" for block in view for level, text in _told(block)]
    return "".join(f"{line}\n" for line in lines)


def _told(block: Block) -> Iterator[tuple[str, str]]:
    if isinstance(block, Paragraph) and not block.quiet:
        yield "notice", block.text
    elif isinstance(block, Bullets):
        for item in block.items:
            yield "notice", f"{block.head}: {item}" if block.head else item
    elif isinstance(block, Table):
        for row in block.rows:
            cells = [f"{column.head} {cell}".strip() for column, cell in zip(block.columns[1:], row[1:], strict=True)]
            yield "warning", f"{row[0]}: {'; '.join(cells)}"


def _message(text: str) -> str:
    """As the runner reads it back: a line break, or a percent sign, would end or change the command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")


FORMATS.add("github")(Format(write, ()))
