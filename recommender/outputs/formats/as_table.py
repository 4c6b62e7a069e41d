"""Text for people: the same lines everywhere, in colour where a terminal shows it."""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import TYPE_CHECKING

from ..blocks import View
from ..escape import terminal_text
from ..inert import inert
from ..layout.encoding import readable
from ..layout.lines import Line, Span
from ..layout.page import page
from ..render import FORMATS, PLAIN_WIDTH, Format, Options
from ..views import view_of

if TYPE_CHECKING:
    from ..render import Result

NARROWEST = 16
_STYLES = {
    "title": "bold", "heading": "bold cyan", "head": "bold", "muted": "dim", "command": "cyan",
    "high": "bold green", "medium": "yellow", "low": "magenta", "not_assessed": "blue", "not_yet": "dim",
}  # fmt: skip


def write(result: Result, options: Options) -> str:
    view = inert(view_of(result, options), lambda text: readable(terminal_text(text), options.encoding))
    lines = page(view, max(NARROWEST, options.width or PLAIN_WIDTH), cut=options.cut)
    lines = (tuple(Span(readable(text, options.encoding), style) for text, style in line) for line in lines)
    return _coloured(lines) if options.terminal else "".join(f"{_text(line)}\n" for line in lines)


def _text(line: Line) -> str:
    return "".join(span.text for span in line).rstrip()


def _coloured(lines: Iterable[Line]) -> str:
    """The lines with the codes of a terminal. `Text` takes nothing in them for markup."""
    from rich.console import Console
    from rich.text import Text

    out = io.StringIO()
    # everything is told to the console, because it would otherwise ask the environment
    console = Console(
        file=out, force_terminal=True, color_system="standard", width=10**6, legacy_windows=False,
        highlight=False, markup=False, emoji=False, soft_wrap=True, _environ={},
    )  # fmt: skip
    for line in lines:
        text = Text()
        for span in line:
            text.append(span.text, _STYLES.get(span.style, ""))
        text.rstrip()
        console.print(text)
    return out.getvalue()


FORMATS.add("table")(Format(write, (".txt",)))
__all__ = ["View", "write"]
