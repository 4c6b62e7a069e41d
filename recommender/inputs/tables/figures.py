"""A cell's text -> a figure, or the reason why there is none."""

from __future__ import annotations

import re
from typing import NamedTuple

from ...model.table import Status

# As in `recommender.inputs.numbers`, with the digits that programs print of a binary fraction.
# Stata writes a fraction without its zero.
_NUMBER = re.compile(r"[+-]?([0-9]{1,15}(\.[0-9]{1,25})?|\.[0-9]{1,25})([eE][+-]?[0-9]{1,2})?\Z", re.ASCII)
_FLAGS = re.compile(r"[bcdefinprsuvz ]{1,6}\Z")
_NOT_AVAILABLE = ":"
# Eurostat's c, SDMX's C (confidential) and Q (suppressed), and words.
_CONFIDENTIAL = re.compile(r"[a-z ]{0,3}[cq][a-z ]{0,3}\Z|conf", re.IGNORECASE)
_THOUSANDS = re.compile("[0-9][ ,'_\xa0\u202f][0-9]{3}(?![0-9])|[0-9][.][0-9]{3},")
_TOO_LARGE = re.compile(r"[+-]?([0-9.]+[eE][+-]?[0-9]{3,}|[0-9]{16,})\Z", re.ASCII)
_SHOWN = 40


class Figure(NamedTuple):
    """One cell: NaN unless observed, and the publisher's flags as printed."""

    value: float
    status: Status
    flags: str


class NotAFigure(ValueError):
    """The text is no figure; `hint` says what to do about it."""

    def __init__(self, message: str, hint: str | None) -> None:
        super().__init__(message)
        self.hint = hint


def read_figure(text: str, flags: str = "", *, decimal: str = ".", below_zero: bool = False) -> Figure:
    """The figure that a cell writes, with flags in the cell (`123 b`, `: c`) or beside it.

    `:` or an empty cell with a flag has no value: suppressed if the flags hold `c` (confidential),
    missing otherwise. An empty cell without any flag is a mistake, since it may also mean zero.

    Raises
    ------
    NotAFigure
        For everything else that is not a plain number of at least 0.
    """
    plain, _, glued = text.strip(" ").partition(" ")
    if plain.startswith(_NOT_AVAILABLE):
        plain, glued = "", plain[1:] + glued
        marked = True
    else:
        marked = bool(flags)
    if marked and not plain:
        return without_value(glued + flags)
    flags = "".join(dict.fromkeys((glued + flags).replace(" ", "")))
    if glued and not _FLAGS.match(glued):
        raise NotAFigure(f"'{_short(text)}' is not a number", _hint(text.strip(), decimal))
    value = _number(plain, text, decimal)
    if value < 0 and not below_zero:
        raise NotAFigure(f"{_short(plain)} is below zero", "location quotients need figures of at least 0")
    return Figure(value, Status.OBSERVED, flags)


def without_value(flags: str) -> Figure:
    """A cell that the publisher left without a figure: suppressed if a flag says confidential, else missing."""
    flags = "".join(dict.fromkeys(flags.replace(" ", "")))
    suppressed = _CONFIDENTIAL.match(flags) is not None
    return Figure(float("nan"), Status.SUPPRESSED if suppressed else Status.MISSING, flags)


def _number(plain: str, text: str, decimal: str) -> float:
    pointed = plain
    if decimal == ",":
        pointed = "" if "." in plain else plain.replace(",", ".", 1)
    if not _NUMBER.match(pointed):
        message = f"'{_short(text)}' is not a number" if text.strip() else "the number is missing"
        raise NotAFigure(message, _hint(plain, decimal))
    return float(pointed)


def _hint(plain: str, decimal: str) -> str | None:
    if not plain or plain.lower() in ("n/a", "na", "nan", "null", "none", "-", ".", "..", "..."):
        return "write : where it is not available, ': c' where it is confidential; leave the row out for zero"
    if _TOO_LARGE.match(plain):
        return "figures are read up to 15 digits or an exponent of 99: is it in the right unit?"
    if _THOUSANDS.search(plain):
        return "write the digits without thousands separators"
    if decimal == "." and re.fullmatch(r"[+-]?[0-9]+,[0-9]+", plain):
        return "is the comma the decimal mark? pass --decimal ,"
    if decimal == "," and "." in plain:
        return "the decimal mark of this table is a comma; leave --decimal out for a point"
    if plain.endswith("%"):
        return "write a plain figure without the per cent sign"
    return "write the digits 0 to 9" if plain.isdigit() and not plain.isascii() else None


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"
