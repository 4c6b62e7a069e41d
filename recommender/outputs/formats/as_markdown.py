"""Markdown: for a page, a pull request, a document that is handed over. Commands to run next are left out."""

from __future__ import annotations

from collections.abc import Iterator
from functools import singledispatch
from typing import TYPE_CHECKING

from ..blocks import Block, Bullets, Heading, Pairs, Paragraph, Steps, Table, Title
from ..escape import markdown_text
from ..render import FORMATS, Format, Options
from ..views import view_of

if TYPE_CHECKING:
    from ..render import Result


def write(result: Result, options: Options) -> str:
    blocks = ("\n".join(markdown(block)) for block in view_of(result, options))
    return "\n\n".join(block for block in blocks if block) + "\n"


@singledispatch
def markdown(block: Block) -> Iterator[str]:
    """The lines of one block."""
    raise TypeError(f"a block of the kind {type(block).__name__} has no Markdown")


@markdown.register
def _(block: Title) -> Iterator[str]:
    yield f"# {markdown_text(block.text)}"


@markdown.register
def _(block: Heading) -> Iterator[str]:
    yield f"## {markdown_text(block.text)}"


@markdown.register
def _(block: Paragraph) -> Iterator[str]:
    yield markdown_text(block.text)


@markdown.register
def _(block: Pairs) -> Iterator[str]:
    for label, text in block.items:
        yield f"- **{markdown_text(label)}:** {markdown_text(text)}"


@markdown.register
def _(block: Bullets) -> Iterator[str]:
    if block.head is not None:
        yield from (f"**{markdown_text(block.head)}**", "")
    for item in block.items:
        yield f"- {markdown_text(item)}"
    if block.most is None and block.more:
        yield from ("", markdown_text(block.more))


@markdown.register
def _(block: Table) -> Iterator[str]:
    yield _row([markdown_text(column.head) for column in block.columns])
    yield _row(["---:" if column.align == "right" else ":---" for column in block.columns])
    for row in block.rows:
        yield _row([markdown_text(cell) for cell in row])


@markdown.register
def _(block: Steps) -> Iterator[str]:
    return iter(())


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


FORMATS.add("md")(Format(write, (".md", ".markdown")))
