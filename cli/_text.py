"""A line of somebody's file on the screen: nothing that moves the cursor, and a caret at the right place."""

from __future__ import annotations

import unicodedata

_ESCAPED = frozenset(("Cc", "Cf", "Cs", "Zl", "Zp"))
_TAB = " " * 4


def printable(text: str) -> str:
    r"""`text` with control, direction and invisible characters written out (`\x1b`, `\u202e`)."""
    return "".join(map(_shown, text))


def pointed_at(line: str, column: int, *, room: int = 100) -> tuple[str, str]:
    """`line` as it can be shown, and under it a caret at `column` (from 1); a long line is cut around it."""
    from recommender.outputs.layout.width import columns

    cells = [_TAB if character == "\t" else _shown(character) for character in line]
    at = min(max(column - 1, 0), len(cells))
    start, end = _window([columns(cell) for cell in cells], at, room)
    before, after = "".join(cells[start:at]), "".join(cells[at:end])
    opening = "…" if start else ""
    closing = "…" if end < len(cells) else ""
    return f"{opening}{before}{after}{closing}", " " * columns(opening + before) + "^"


def _shown(character: str) -> str:
    if unicodedata.category(character) in _ESCAPED:
        return character.encode("unicode_escape").decode("ascii")
    return character


def _window(widths: list[int], at: int, room: int) -> tuple[int, int]:
    """The cells to show: all of them if there is room, else about half of the room on each side of `at`."""
    if sum(widths) <= room:
        return 0, len(widths)
    start, used = at, 0
    while start > 0 and used + widths[start - 1] <= room // 2:
        start -= 1
        used += widths[start]
    end = at
    while end < len(widths) and used + widths[end] <= room:
        used += widths[end]
        end += 1
    return start, end
