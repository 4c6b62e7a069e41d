"""Results as one page for the browser that needs nothing else. One file a kind of result."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from ..blocks import Block
from ..escape import terminal_text
from ..inert import inert
from ..registry import Registry
from ..webpage import templates, web_file


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a page: its name stays the same in every language."""

    name: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class WebPage:
    """A page without any script: its words are all there when it opens."""

    title: str
    subtitle: str
    language: str
    contents: str
    skip: str
    footer: str
    pages: tuple[Part, ...]


PAGES: Registry[type, Callable[[Any, str], WebPage]] = Registry(__package__)


def page_of(result: object, language: str) -> str:
    """The page of a result, as HTML.

    Raises
    ------
    LookupError
        If there is none for results of this kind.
    """
    page = inert(PAGES.of_type(type(result))(result, language), terminal_text)
    made = templates().get_template("answer.html.j2")
    return str(made.render(document=page, style=web_file("style.css"), marks=frozenset()))
