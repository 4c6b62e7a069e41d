"""Which edition of NACE codes with section letters are of.

Rev. 2.1 (Regulation (EU) 2023/137, in force for data from 2025) divides section J, so that the letters
from K on move by one, and has no division 45.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

Edition = Literal["nace_rev2", "nace_rev2_1", "mixed"]

# First division of each section.
_REV2_FIRST = (1, 5, 10, 35, 36, 41, 45, 49, 55, 58, 64, 68, 69, 77, 84, 85, 86, 90, 94, 97, 99)
_REV2_1_FIRST = (1, 5, 10, 35, 36, 41, 46, 49, 55, 58, 61, 64, 68, 69, 77, 84, 85, 86, 90, 94, 97, 99)
REV2 = dict(zip("ABCDEFGHIJKLMNOPQRSTU", _REV2_FIRST, strict=True))
REV2_1 = dict(zip("ABCDEFGHIJKLMNOPQRSTUV", _REV2_1_FIRST, strict=True))
_CODE = re.compile(r"([A-V])([0-9]{2})")


def _section(division: int, firsts: dict[str, int]) -> str:
    """The section of a division; '' for 00, which codes of other classifications have."""
    return max((letter for letter, first in firsts.items() if first <= division), default="")


def edition_of(codes: Iterable[str]) -> tuple[Edition | None, tuple[str, ...], tuple[str, ...]]:
    """The edition of the codes, with those that only Rev. 2 and those that only Rev. 2.1 has; None if both fit."""
    old, new = [], []
    for code in codes:
        match = _CODE.match(code)
        if match is None:
            continue
        division = int(match[2])
        is_old = _section(division, REV2) == match[1]
        is_new = _section(division, REV2_1) == match[1] and division != 45
        if is_old and not is_new:
            old.append(code)
        if is_new and not is_old:
            new.append(code)
    edition: Edition | None = "mixed" if old and new else "nace_rev2" if old else "nace_rev2_1" if new else None
    return edition, tuple(sorted(old)), tuple(sorted(new))
