"""Annotations for GitHub Actions: one line a statement and one a row, as workflow commands."""

from __future__ import annotations

import os
import shlex
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING

from ..blocks import Block, Bullets, Paragraph, Table, Title
from ..render import FORMATS, Format, Options
from ..views import view_of

if TYPE_CHECKING:
    from ..render import Result


def write(result: Result, options: Options) -> str:
    view = view_of(result, options)
    title = next((block.text for block in view if isinstance(block, Title)), "ris3")
    folders = _folders(options.source)
    lines = [
        f"::{level} {_where(place, folders)}title={_property(title)}::{_message(text)}"
        for block in view for level, text, place in _told(block)
    ]  # fmt: skip
    return "".join(f"{line}\n" for line in lines)


def _told(block: Block) -> Iterator[tuple[str, str, str]]:
    """Level, text, and the file:line it is about."""
    if isinstance(block, Paragraph) and not block.quiet:
        yield "notice", block.text, block.place
    elif isinstance(block, Bullets):
        for item, place in zip_longest(block.items, block.places, fillvalue=""):
            yield "notice", f"{block.head}: {item}" if block.head else item, place
    elif isinstance(block, Table):
        for row in block.rows:
            cells = [f"{column.head} {cell}".strip() for column, cell in zip(block.columns[1:], row[1:], strict=True)]
            yield "warning", f"{row[0]}: {'; '.join(cells)}", ""


def _folders(source: str | None) -> tuple[Path, ...]:
    """Where names of files may start from: the folder of what the user named, and those above it."""
    named = Path(next(iter(shlex.split(source or "")), "."))
    return (named, *named.parents, Path())


def _where(place: str, folders: tuple[Path, ...]) -> str:
    """The properties by which GitHub puts an annotation beside a line of the pull request.

    A place in a file that comes with ris3, and not with the user's repository, has none.
    """
    name, _, line = place.rpartition(":")
    files = (Path(os.path.normpath(folder / name)) for folder in folders) if name and line.isdecimal() else ()
    found = next((file for file in files if not file.is_absolute() and file.is_file()), None)
    return f"file={_property(found.as_posix())},line={line}," if found is not None else ""


def _message(text: str) -> str:
    """As the runner reads it back: a line break, or a percent sign, would end or change the command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")


FORMATS.add("github")(Format(write, ()))
