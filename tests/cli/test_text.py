"""Text for a screen: carets that point to the right place, nothing that moves the cursor."""

from __future__ import annotations

import pytest

from cli._text import pointed_at, printable
from recommender.outputs.layout.width import columns


@pytest.mark.parametrize(
    ("line", "column", "shown", "caret"),
    [
        ("level: abc", 8, "level: abc", "       ^"),
        ("\tx", 2, "    x", "    ^"),
        ("東京: x", 5, "東京: x", "      ^"),
        ("e\u0301a", 3, "e\u0301a", " ^"),
        ("a\x1b[2Jb", 6, "a\\x1b[2Jb", "        ^"),
        ("ab", 3, "ab", "  ^"),
        ("ab", 9, "ab", "  ^"),
        ("", 1, "", "^"),
    ],
)
def test_the_caret_stands_under_its_character(line: str, column: int, shown: str, caret: str) -> None:
    assert pointed_at(line, column) == (shown, caret)


@pytest.mark.parametrize("column", [1, 2, 60, 500, 999, 1000])
def test_a_long_line_is_cut_around_the_caret(column: int) -> None:
    line = "".join(chr(ord("a") + n % 26) for n in range(1000))
    shown, caret = pointed_at(line, column)
    assert columns(shown) <= 102
    assert shown[len(caret) - 1] == line[column - 1]
    assert shown.startswith("…") == (line[0:5] != shown[0:5])


@pytest.mark.parametrize(
    ("text", "shown"),
    [("a\nb", "a\\nb"), ("\x1b]0;x", "\\x1b]0;x"), ("\u202e", "\\u202e"), ("\udcff", "\\udcff"), ("Forlì", "Forlì")],
)
def test_nothing_that_acts_reaches_the_screen(text: str, shown: str) -> None:
    assert printable(text) == shown
