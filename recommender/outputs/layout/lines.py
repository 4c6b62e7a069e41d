"""Lines made of spans that have a style; what a style looks like is for the format to say."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

from .width import columns, wrapped

LEAST_TEXT = 12
"""Columns that a text beside its label needs at least; else it starts on the next line."""


class Span(NamedTuple):
    """Some text in one style: title, heading, head, muted, command, or a band; none is plain."""

    text: str
    style: str = ""


Line: TypeAlias = tuple[Span, ...]


def hanging(
    label: str, text: str, width: int, indent: int = 0, style: str = "", label_style: str = "muted"
) -> Iterator[Line]:
    """A label and a text beside it, whose further lines stand below its beginning."""
    start = indent + columns(label)
    if width - start < LEAST_TEXT:
        yield from plain_lines(label.rstrip(), width, 0, label_style)
        yield from plain_lines(text, width, min(2, max(0, width - LEAST_TEXT)), style)
        return
    for position, line in enumerate(wrapped(text, width - start)):
        if position == 0:
            yield (Span(" " * indent), Span(label, label_style), Span(line, style))
        else:
            yield (Span(" " * start), Span(line, style))


def plain_lines(text: str, width: int, indent: int = 0, style: str = "") -> Iterator[Line]:
    """A text broken into lines."""
    for line in wrapped(text, max(1, width - indent)):
        yield (Span(" " * indent), Span(line, style)) if indent else (Span(line, style),)
