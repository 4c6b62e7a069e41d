"""Blocks -> lines: where empty lines stand and how each kind of block is set."""

from __future__ import annotations

from collections.abc import Iterator
from functools import singledispatch

from ..blocks import Block, Bullets, Heading, Pairs, Paragraph, Steps, Table, Title, View
from .lines import Line, Span, hanging, plain_lines
from .tables import table_lines
from .width import columns

MOST = 110
"""Running text is not set wider than this: longer lines are hard to read from the back of a room."""


def page(view: View, width: int, *, cut: bool = False) -> Iterator[Line]:
    """The lines of a view, an empty one between blocks; long lists and tables are `cut` for a screen."""
    for position, block in enumerate(view):
        if position and not isinstance(view[position - 1], Heading):
            yield ()
        yield from block_lines(block.cut() if cut and isinstance(block, Bullets | Table) else block, width)


@singledispatch
def block_lines(block: Block, width: int) -> Iterator[Line]:
    """The lines of one block."""
    raise TypeError(f"a block of the kind {type(block).__name__} has no layout")


@block_lines.register
def _(block: Title, width: int) -> Iterator[Line]:
    lines = list(plain_lines(block.text, width, style="title"))
    yield from lines
    yield (Span("═" * max(columns(span.text) for line in lines for span in line), "muted"),)


@block_lines.register
def _(block: Heading, width: int) -> Iterator[Line]:
    lines = list(plain_lines(block.text, width, style="heading"))
    yield from lines
    yield (Span("─" * max(columns(span.text) for line in lines for span in line), "muted"),)


@block_lines.register
def _(block: Paragraph, width: int) -> Iterator[Line]:
    return plain_lines(block.text, min(width, MOST), style="muted" if block.quiet else "")


@block_lines.register
def _(block: Pairs, width: int) -> Iterator[Line]:
    margin = max((columns(label) for label, _ in block.items), default=0) + 2
    for label, text in block.items:
        yield from hanging(label + " " * (margin - columns(label)), text, min(width, MOST))


@block_lines.register
def _(block: Bullets, width: int) -> Iterator[Line]:
    if block.head is not None:
        yield from plain_lines(block.head, width, style="head")
    for item in block.items:
        yield from hanging("• ", item, min(width, MOST), indent=2 if block.head is not None else 0)
    if block.most is None and block.more:
        yield from plain_lines(block.more, width, 2, "muted")


@block_lines.register
def _(block: Table, width: int) -> Iterator[Line]:
    yield from table_lines(block, width)
    if block.most is None and block.more:
        yield from plain_lines(block.more, width, style="muted")


@block_lines.register
def _(block: Steps, width: int) -> Iterator[Line]:
    yield from block_lines(Heading(block.head), width)
    margin = max((columns(command) for command, _ in block.items), default=0) + 2
    beside = margin + 30 <= width
    for command, gives in block.items:
        if beside:
            yield from hanging(command + " " * (margin - columns(command)), gives, width, label_style="command")
        else:
            yield (Span(command, "command"),)  # never broken: people copy it
            yield from plain_lines(gives, width, 4)
