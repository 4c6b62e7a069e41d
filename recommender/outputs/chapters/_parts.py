"""What several chapters are made of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...model.finding import Finding
from ...model.report import Report
from ..blocks import Block, Bullets, Column, Table
from ..charts import figure
from ..views._words import Words


def drawn(name: str, report: Report, words: Words) -> Iterator[Block]:
    """A figure, where there is something to draw."""
    found = figure(name, report, words)
    if found is not None:
        yield found


def told(findings: Iterable[Finding], words: Words, head: str | None = None) -> Iterator[Block]:
    """Findings as sentences, each once."""
    sentences = tuple(dict.fromkeys(words.sentence(finding) for finding in findings))
    if sentences:
        yield Bullets(sentences, head)


def table(
    title: str, columns: Iterable[Column], rows: Iterable[tuple[str, ...]], *, ids: Iterable[str] = ()
) -> Iterator[Block]:
    """A table with a title, where it has rows."""
    filled = tuple(rows)
    if filled:
        yield Table(tuple(columns), filled, title=title, ids=tuple(ids))


def sheet_mark(ident: str) -> str:
    """By what name other places point at the sheet of a path or an activity."""
    return f"sheet-{ident}"
