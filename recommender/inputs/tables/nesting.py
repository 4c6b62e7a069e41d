"""Codes within codes, where a classification is not NACE with its letters: digits, ranges of them, totals.

`31-33` holds `311`, `C (10-33)` holds `CA (10-12)`, and `L (68)` holds `68`: a code stands for an
interval of digits, and one that contains another is counted again by it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
import numpy.typing as npt

_DIGITS = re.compile(r"([0-9]{1,6})(?:-([0-9]{1,6}))?(?P<more>[A-Z]*)\Z")
_LETTERED = re.compile(
    r"[A-Z](?:[A-Z])?(?:-[A-Z]{1,2})? \((?P<digits>[0-9]{1,6}(?:-[0-9]{1,6})?)\)\Z|[A-Z]{2} \(.*\)\Z"
)
_LETTERS = re.compile(r"[A-Z]-[A-Z]\Z")
_TOTAL = re.compile(r"total\Z|all( industries)?\Z|_T\Z|0+\Z|10-99\Z", re.IGNORECASE)

# A code called 00 may be the total, or live animals: it is the total if it is as large as all the others.
TOTAL_SHARE = 0.98
COVERAGE = 0.9
MOST_UNREAD = 0.1


@dataclass(frozen=True, slots=True)
class Span:
    """An interval of digits, [low, high), how many digits name it, and whether letters do so too."""

    low: Fraction
    high: Fraction
    digits: int
    rank: int

    def holds(self, other: Span) -> bool:
        """Whether what the other counts is counted here as well."""
        inside = self.low <= other.low and other.high <= self.high
        same = (self.low, self.high) == (other.low, other.high)
        return inside and (self.rank == 0 < other.rank if same else True)


def span_of(code: str) -> Span | None:
    """The interval that a code stands for; None where it does not say."""
    lettered = _LETTERED.match(code)
    digits = lettered["digits"] if lettered else code
    match = _DIGITS.match(digits or "")
    if match is None:
        return None
    first, last = match[1], match[2] or match[1]
    if match[2] or lettered:
        # Divisions have two digits, also where a range is written 1-9.
        first, last = first.zfill(2), last.zfill(2)
    rank = 0 if lettered else 2 if match["more"] else 1
    low = Fraction(int(first), 10 ** len(first))
    high = Fraction(int(last) + 1, 10 ** len(last))
    return Span(low, high, len(first), rank)


def is_nested(codes: Sequence[str]) -> bool:
    """Whether some of the codes contain others; nine tenths of them must be codes that say so."""
    spans = [span for code in codes if (span := span_of(code)) is not None]
    above = sum(bool(_LETTERS.match(code) or _TOTAL.match(code)) for code in codes)
    if len(spans) + above < (1 - MOST_UNREAD) * len(codes):
        return False
    return bool(_parents(codes))


def _parents(codes: Sequence[str]) -> set[str]:
    """The codes that contain others."""
    spans = {code: span for code in codes if (span := span_of(code)) is not None}
    ordered = sorted(spans, key=lambda code: (spans[code].low, -spans[code].high, spans[code].rank))
    found: set[str] = set()
    above: list[str] = []
    for code in ordered:
        while above and not spans[above[-1]].holds(spans[code]):
            above.pop()
        found.update(above)
        above.append(code)
    return found


def one_level(codes: Sequence[str], totals: npt.NDArray[np.float64], level: str | None) -> tuple[list[str], str]:
    """The codes of one level, and its name: `leaf`, or a number of digits.

    Parameters
    ----------
    totals : (codes,) what each code adds up to
    level : `leaf` or a number of digits; by default leaves where letters or ranges stand for levels,
        else the finest number of digits that still adds up to nine tenths of the coarsest.

    A code that contains no other one stands for those that are not there.
    """
    sizes = dict(zip(codes, totals.tolist(), strict=True))
    above = _parents(codes)
    top = {code for code in codes if _LETTERS.match(code) or _is_total(code, sizes, above)}
    spans = {code: span for code in codes if code not in top and (span := span_of(code)) is not None}
    if level is None:
        level = _usual(spans, sizes)
    if level == "leaf":
        parents = _parents([code for code in codes if code not in top])
        return [code for code in codes if code not in top | parents], level
    wanted = int(level)
    within = [code for code in spans if spans[code].digits <= wanted]
    parents = _parents(within)
    others = [code for code in codes if code not in top and code not in spans]
    return sorted([*(code for code in within if code not in parents), *others]), f"{level} digits"


def _is_total(code: str, sizes: Mapping[str, float], above: set[str]) -> bool:
    if not _TOTAL.match(code):
        return False
    if not code.isdigit():
        return True
    others = sum(size for other, size in sizes.items() if other != code and len(other) <= len(code))
    return bool(sizes[code] >= TOTAL_SHARE * others > 0) and code not in above


def _usual(spans: Mapping[str, Span], sizes: Mapping[str, float]) -> str:
    if any(span.rank == 0 for span in spans.values()):
        return "leaf"
    digits = sorted({span.digits for span in spans.values()})
    covered = {}
    for wanted in digits:
        within = [code for code, span in spans.items() if span.digits <= wanted]
        parents = _parents(within)
        covered[wanted] = sum(sizes[code] for code in within if code not in parents)
    enough = [wanted for wanted in digits if covered[wanted] >= COVERAGE * covered[digits[0]]]
    return str(max(enough, default=digits[0]))
