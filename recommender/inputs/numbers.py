"""Numbers are read by our rule, not by `float()`: ASCII decimals, nothing else."""

from __future__ import annotations

import math
import re

_DECIMAL = re.compile(r"[+-]?[0-9]{1,20}(\.[0-9]{1,20})?([eE][+-]?[0-9]{1,3})?\Z", re.ASCII)


def read_number(text: str, *, decimal: str = ".") -> float:
    """The number that `text` writes.

    Raises
    ------
    ValueError
        For everything that somebody might read differently: `1_000`, `1 000`, `nan`, `12%`,
        digits of other scripts, and a comma unless `decimal` says so. The message is for users.
    """
    plain = text.strip(" ")
    if decimal == ",":
        if "." in plain:
            raise ValueError(f"'{_shown(text)}' has a point, but the decimal mark here is a comma")
        plain = plain.replace(",", ".", 1)
    if not _DECIMAL.match(plain):
        raise ValueError(f"'{_shown(text)}' is not a number")
    value = float(plain)
    if not math.isfinite(value):
        raise ValueError(f"'{_shown(text)}' is too large")
    return value


def number_hint(text: str, *, decimal: str = ".") -> str | None:
    """What the writer of a text that is not a number may have meant."""
    plain = text.strip()
    if re.fullmatch(r"[+-]?[0-9]{21,}", plain):
        return "no figure has so many digits"
    if decimal == "." and re.fullmatch(r"[+-]?[0-9]*,[0-9]+", plain):
        return "decimal comma? write a point, as in 0.35; for a CSV folder, pass --decimal ,"
    if plain.endswith("%"):
        return "write a share between 0 and 1, as in 0.35"
    if re.fullmatch(r"[+-]?[0-9][0-9_ \u00a0\u2009\u202f\'.,]*[0-9]", plain):
        return "write the digits without separators"
    if plain.lower() in ("n/a", "na", "-", ".", "nan", ".nan", ""):
        return "leave the value out if it is not known"
    return None


def _shown(text: str, most: int = 40) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= most else flat[:most] + "…"
