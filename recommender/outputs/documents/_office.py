"""What the documents of office programs share: fixed properties, folded tables, somebody's own template."""

from __future__ import annotations

import datetime
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from ...model.problem import Code, Place, input_error
from ..blocks import Column, Table
from ..chapters import Document
from ..tool import TOOL

MADE = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)
"""A document carries no time of day: the same inputs give the same bytes."""


def sign(properties: Any, document: Document) -> None:
    """The core properties, none of which depends on who writes and when."""
    properties.title, properties.subject = document.title, document.subtitle
    properties.author = properties.last_modified_by = f"{TOOL['name']} {TOOL['version']}"
    properties.language = document.language
    properties.created = properties.modified = MADE.replace(tzinfo=None)
    properties.revision = 1
    properties.comments = ""


def opened(template: Path | None, make: Callable[..., Any]) -> Any:
    """An empty document, with the styles of a template if somebody has one.

    Raises
    ------
    InputErrors
        If the template cannot be read.
    """
    if template is None:
        return make()
    try:
        with template.open("rb") as file:
            return make(file)
    except FileNotFoundError:
        raise input_error(Code.FILE_MISSING, "there is no such template", Place(str(template))) from None
    except (OSError, ValueError, KeyError, zipfile.BadZipFile) as error:
        reason = f"this template cannot be read: {type(error).__name__}"
        raise input_error(Code.FILE_FORMAT, reason, Place(str(template)), hint="save it anew in your program") from None


def folded(table: Table) -> Table:
    """A table that fits a page: columns that may fold become lines below the first text of their row."""
    away = [number for number, column in enumerate(table.columns) if column.folded]
    if not away:
        return table
    main = next((number for number, column in enumerate(table.columns) if column.wraps and number not in away), 0)
    kept = [number for number in range(len(table.columns)) if number not in away]
    columns: tuple[Column, ...] = tuple(table.columns[number] for number in kept)
    rows = []
    for row in table.rows:
        below = [f"{table.columns[number].folded}: {row[number]}" for number in away if row[number]]
        rows.append(tuple("\n".join([row[number], *below]) if number == main else row[number] for number in kept))
    return Table(columns, tuple(rows), table.tones, title=table.title, ids=table.ids)
