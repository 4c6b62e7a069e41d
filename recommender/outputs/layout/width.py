"""Columns of a terminal: how many a text fills, and where to break it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

_NO_WIDTH = frozenset(("Mn", "Me", "Cf"))


def columns(text: str) -> int:
    """How many columns a text fills: wide East Asian characters two, combining marks none."""
    return len(text) if text.isascii() else sum(map(_of_character, text))


@lru_cache(4096)
def _of_character(character: str) -> int:
    if unicodedata.category(character) in _NO_WIDTH:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def padded(text: str, width: int, align: Literal["left", "right"] = "left") -> str:
    """The text filled up with spaces; one that is wider stays as it is."""
    space = " " * (width - columns(text))
    return space + text if align == "right" else text + space


def wrapped(text: str, width: int) -> list[str]:
    """Lines of at most `width` columns, broken between words; a word that is wider is broken too."""
    lines = [""]
    for word in text.split(" "):
        joined = f"{lines[-1]} {word}" if lines[-1] else word
        if columns(joined) <= width:
            lines[-1] = joined
            continue
        first, *rest = _pieces(word, width)
        lines = [*lines, first, *rest] if lines[-1] else [*lines[:-1], first, *rest]
    return lines


def _pieces(word: str, width: int) -> Iterator[str]:
    """A word in pieces that fit; a mark is never parted from its letter."""
    piece = ""
    for character in word:
        if piece and columns(piece + character) > width:
            yield piece
            piece = ""
        piece += character
    yield piece


def longest_word(text: str) -> int:
    return max(map(columns, text.split(" ")))
