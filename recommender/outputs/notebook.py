"""Results as notebooks show them: the same blocks as on a terminal, as HTML that needs nothing around it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import singledispatch
from html import escape
from typing import TYPE_CHECKING

from .blocks import Block, Bullets, Heading, Pairs, Paragraph, Steps, Table, Title
from .escape import terminal_text
from .render import Options
from .views import view_of

if TYPE_CHECKING:
    from .render import Result

_WIDEST = 46
"""Of a text, in em: what an eye can follow."""


def teach(kinds: Iterable[type]) -> None:
    """Let notebooks show results of these kinds as tables; the model itself does not know how it is shown."""
    for kind in kinds:
        kind._repr_html_ = html_of  # type: ignore[attr-defined]


def html_of(result: Result, *, language: str = "en") -> str:
    """A result as a piece of a page. What somebody has written into a file stays text."""
    blocks = (line for block in view_of(result, Options(language)) for line in _html(block))
    return f'<div class="ris3" lang="{language}">\n' + "\n".join(blocks) + "\n</div>\n"


def _text(text: str) -> str:
    return escape(terminal_text(text))


@singledispatch
def _html(block: Block) -> Iterator[str]:
    """The lines of one block."""
    raise TypeError(f"a block of the kind {type(block).__name__} has no HTML")


@_html.register
def _(block: Title) -> Iterator[str]:
    yield f"<h3>{_text(block.text)}</h3>"


@_html.register
def _(block: Heading) -> Iterator[str]:
    yield f"<h4>{_text(block.text)}</h4>"


@_html.register
def _(block: Paragraph) -> Iterator[str]:
    yield f'<p style="max-width:{_WIDEST}em">{_text(block.text)}</p>'


@_html.register
def _(block: Pairs) -> Iterator[str]:
    yield "<dl>"
    for label, text in block.items:
        yield f"<dt>{_text(label)}</dt><dd>{_text(text)}</dd>"
    yield "</dl>"


@_html.register
def _(block: Bullets) -> Iterator[str]:
    if block.head is not None:
        yield f"<p><strong>{_text(block.head)}</strong></p>"
    yield "<ul>"
    for item in block.items:
        yield f'<li style="max-width:{_WIDEST}em">{_text(item)}</li>'
    yield "</ul>"


@_html.register
def _(block: Table) -> Iterator[str]:
    sides = [f' style="text-align:{column.align}"' for column in block.columns]
    heads = _cells((column.head for column in block.columns), sides, 'th scope="col"')
    yield f"<table><thead><tr>{heads}</tr></thead><tbody>"
    for row in block.rows:
        yield f"<tr>{_cells(row, sides, 'td')}</tr>"
    yield "</tbody></table>"


@_html.register
def _(block: Steps) -> Iterator[str]:
    return iter(())


def _cells(texts: Iterable[str], sides: Iterable[str], tag: str) -> str:
    return "".join(f"<{tag}{side}>{_text(text)}</{tag[:2]}>" for side, text in zip(sides, texts, strict=True))
