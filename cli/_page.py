"""Answers that can be a page for the browser as well."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar

import typer

from ._emit import emit_text
from ._exit import ExitCode
from ._options import Output, format_names
from ._usage import refuse

PAGE = "html"


def _with_page() -> tuple[str, ...]:
    return (*format_names(), PAGE)


@dataclass(frozen=True, slots=True)
class PageOutput(Output):
    """Where an answer goes, and in which shape, a page among them."""

    format: Annotated[
        str | None,
        typer.Option(
            "--format",
            metavar="NAME",
            autocompletion=_with_page,
            help="table, json, csv, md, github or html; by default what the name of FILE ends in, else table.",
        ),
    ] = None
    also: ClassVar[tuple[str, ...]] = (PAGE,)


def emit_page(result: object, output: Output, *, part: str | None) -> ExitCode:
    """Send an answer as a page for the browser, which holds all of its parts."""
    if part is not None:
        refuse(f"--part {part}: a page holds all parts", hint="add --format csv")
    from recommender.outputs.pages import page_of

    return emit_text(page_of(result, output.lang), output.file, quiet=output.quiet)
