"""How Italian strings things together."""

from __future__ import annotations

from collections.abc import Iterable

from ..speaker import MOST_NAMED, Speaker


def listed(items: Iterable[str], say: Speaker, most: int = MOST_NAMED) -> str:
    """'a, b e c', o 'a, b, c e altri 4'."""
    return say.enumerate(items, "e", "altri {}", most)


def quoted(idents: Iterable[str], say: Speaker, most: int = MOST_NAMED) -> str:
    return listed((say.quoted(ident) for ident in idents), say, most)


def named(idents: Iterable[str], say: Speaker, most: int = MOST_NAMED) -> str:
    return listed((say.name(ident) for ident in idents), say, most)


def the_percent(share: float | None, say: Speaker) -> str:
    """'il 74%', "l'85%", "meno dell'1%"."""
    text = say.percent(share)
    if text.startswith("<"):
        return f"meno dell'{text[1:]}"
    if text.startswith(">"):
        return f"più del {text[1:]}"
    return f"l'{text}" if text.startswith("8") or text == "11%" else f"il {text}"


def plural(number: int, one: str, many: str, say: Speaker) -> str:
    """'1 percorso', '36 percorsi'."""
    return f"{say.count(number)} {one if number == 1 else many}"
