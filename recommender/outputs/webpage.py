"""What every page for the browser is made of: templates, style, drawings; nothing that has to be fetched."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

from .blocks import Figure
from .charts.draw import svg_of
from .extras import needs

WEB = Path(__file__).resolve().parent / "web"
ADDRESS = re.compile(r"https?://\S+\Z")


def picture(figure: Figure, language: str) -> Any:
    """The drawing as part of a page: its marks are its own, and only its words are read out."""
    from markupsafe import Markup

    svg = svg_of(figure, language)
    svg = re.sub(r'\bid="', f'id="{figure.name}-', svg)
    svg = svg.replace("url(#", f"url(#{figure.name}-").replace('href="#', f'href="#{figure.name}-')
    return Markup(svg.replace("<svg ", '<svg aria-hidden="true" focusable="false" ', 1))


def is_address(text: str) -> bool:
    """Whether a text is the address of a web page; other schemes are printed, never linked."""
    return ADDRESS.match(text) is not None


@cache
def templates() -> Any:
    """The templates, in which every text is escaped."""
    with needs("report"):
        from jinja2 import Environment, FileSystemLoader, StrictUndefined
    made = Environment(
        loader=FileSystemLoader(WEB), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    made.filters["kind"] = lambda block: type(block).__name__
    made.filters["picture"] = picture
    made.filters["is_address"] = is_address
    return made


def web_file(name: str) -> str:
    """A style or a script, to be put into the page."""
    return (WEB / name).read_text(encoding="utf-8")
