"""How English strings things together."""

from __future__ import annotations

from collections.abc import Iterable

from ..speaker import MOST_NAMED, Speaker


def listed(items: Iterable[str], say: Speaker, most: int = MOST_NAMED) -> str:
    """'a, b and c', or 'a, b, c and 4 more'."""
    return say.enumerate(items, "and", "{} more", most)


def quoted(idents: Iterable[str], say: Speaker, most: int = MOST_NAMED) -> str:
    return listed((say.quoted(ident) for ident in idents), say, most)


def named(idents: Iterable[str], say: Speaker, most: int = MOST_NAMED) -> str:
    return listed((say.name(ident) for ident in idents), say, most)


def plural(number: int, one: str, many: str, say: Speaker) -> str:
    """'1 path', '36 paths'."""
    return f"{say.count(number)} {one if number == 1 else many}"
