"""Whom an action asks, with the figures it rests on: the same shape in every language."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from .speaker import Speaker

MOST_ASKED = 4


def asked(
    rows: Sequence[Mapping[str, Any]],
    say: Speaker,
    strung: Callable[..., str],
    labels: Mapping[str, str],
    in_brackets: str,
) -> str:
    """Whom, with the figures: said once where they are the same for all, or of one kind."""
    facts = [row["facts"] for row in rows]
    names = {name for each in facts for name in each}
    many = len(rows) > 1
    if many and all(each == facts[0] for each in facts):
        return f"{_of(rows, say, strung, lambda _: '')} ({_told(facts[0], say, labels)})"
    if many and len(names) == 1:
        [name] = names
        each = _of(rows, say, strung, lambda own: f" ({_value(name, own[name], say)})")
        return f"{each}; {in_brackets}: {labels[name]}"
    return _of(rows, say, strung, lambda own: f" ({_told(own, say, labels)})")


def _of(
    rows: Iterable[Mapping[str, Any]],
    say: Speaker,
    strung: Callable[..., str],
    aside: Callable[[Mapping[str, float]], str],
) -> str:
    return strung((f"{say.name(row['actor'])}{aside(row['facts'])}" for row in rows), say, most=MOST_ASKED)


def _told(facts: Mapping[str, float], say: Speaker, labels: Mapping[str, str]) -> str:
    return ", ".join(f"{labels[name]}: {_value(name, facts[name], say)}" for name in facts)


def _value(name: str, value: float, say: Speaker) -> str:
    if name.endswith("share") or name == "science":
        return say.percent(value)
    rounded = round(value, 1)
    return say.count(int(rounded)) if float(rounded).is_integer() else say.tenths(rounded)
