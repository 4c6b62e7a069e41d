"""What a person is shown, before it is text or Markdown: a list of blocks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal, TypeAlias


@dataclass(frozen=True, slots=True)
class Title:
    """What the whole is."""

    text: str


@dataclass(frozen=True, slots=True)
class Heading:
    """What the next blocks are; a document has several levels, and marks that can be pointed at."""

    text: str
    level: int = 2
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A text by itself; a `quiet` one explains or limits and stays in the background.

    `place` is the file:line that it is about, for formats that point at it.
    """

    text: str
    quiet: bool = False
    place: str = ""


@dataclass(frozen=True, slots=True)
class Pairs:
    """Label and text, one below the other."""

    items: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Bullets:
    """Statements one below the other, under a line that says about what if there is a `head`.

    Standard output shows no more than `most`, and `more` says so; files get all of them. `places` are the
    file:line that each is about, for formats that point at it; empty where nobody asks.
    """

    items: tuple[str, ...]
    head: str | None = None
    most: int | None = None
    more: str = ""
    places: tuple[str, ...] = ()

    def cut(self) -> Bullets:
        """The statements as a screen shows them."""
        if self.most is None or len(self.items) <= self.most:
            return self
        told = self.more.format(count=len(self.items) - self.most)
        return replace(self, items=self.items[: self.most], most=None, more=told)


@dataclass(frozen=True, slots=True)
class Column:
    """A column. Where there is no room a `wraps` column breaks lines, and one with a `folded` label
    moves below the row under that label. `key` names it in every language.
    """

    head: str
    align: Literal["left", "right"] = "left"
    wraps: bool = False
    folded: str = ""
    toned: bool = False
    key: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of texts under columns; `tones` says of each row how good it is, for those who see colours.

    Standard output shows no more than `most` rows, and `more` says so; files get all of them. In a
    document `title` says what the table shows, and `ids` of what each row tells.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    tones: tuple[str, ...] = ()
    most: int | None = None
    more: str = ""
    title: str = ""
    ids: tuple[str, ...] = ()

    def cut(self) -> Table:
        """The table as a screen shows it."""
        if self.most is None or len(self.rows) <= self.most:
            return self
        told = self.more.format(count=len(self.rows) - self.most)
        return replace(self, rows=self.rows[: self.most], tones=self.tones[: self.most], most=None, more=told)


@dataclass(frozen=True, slots=True)
class Steps:
    """Commands that people run next, each with what it gives. Not part of a document that is handed over."""

    head: str
    items: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawing as a Vega-Lite `chart`; `alternative` tells in words, from the same facts, what it shows."""

    name: str
    title: str
    chart: Mapping[str, Any]
    alternative: str


@dataclass(frozen=True, slots=True)
class Group:
    """Blocks that stay together: a `card` to be laid beside others, the `sheet` of one thing, or a `curve` whose
    figures stand beside it.
    """

    kind: Literal["card", "sheet", "curve"]
    title: str
    mark: str
    blocks: tuple[Block, ...]
    tone: str = ""


Block: TypeAlias = Title | Heading | Paragraph | Pairs | Bullets | Table | Steps | Figure | Group
View: TypeAlias = tuple[Block, ...]
