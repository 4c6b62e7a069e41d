"""Numbers as people read them: two decimals or per cent, with the marks of the language."""

from __future__ import annotations

import math

_DECIMAL_MARK = {"it": ","}
_THOUSANDS_MARK = {"it": "."}
NOTHING = "–"
"""Stands where there is no number: never 0, never nan."""


def decimal(value: float | None, language: str, places: int = 2) -> str:
    """A number with a fixed number of decimals; a share of 0.996 is not rounded up to a full 1."""
    if value is None:
        return NOTHING
    text = f"{_short_of_one(value, places):.{places}f}"
    text = text.removeprefix("-") if float(text) == 0 else text
    return text.replace(".", _DECIMAL_MARK.get(language, "."))


def _short_of_one(value: float, places: int) -> float:
    step = float(10**-places)
    return 1 - step if 1 - step / 2 <= value < 1 - 1e-9 else value


def percent(value: float | None) -> str:
    """A share in per cent; neither a small share becomes 0 nor a large one 100."""
    if value is None:
        return NOTHING
    whole = round(value * 100)
    if whole == 0 and value > 1e-9:
        return "<1%"
    if whole == 100 and value < 1 - 1e-9:
        return ">99%"
    return f"{whole}%"


def of_hundred(percentile: float) -> int:
    """How many out of 100 are beaten, rounded down: never more than was found."""
    return math.floor(percentile * 100 + 1e-9)


def count(value: int, language: str) -> str:
    """A whole number with a mark between the thousands."""
    return f"{value:,}".replace(",", _THOUSANDS_MARK.get(language, ","))
