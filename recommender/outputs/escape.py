"""One rule for each language that we write: what somebody wrote into a file must stay inert in the next.

Nothing is dropped silently: a character that could act is replaced by a visible one.
"""

from __future__ import annotations

import re

# C0 and C1 controls (ESC and the one-byte CSI among them), separators that start a new line in some
# programs, direction controls that can turn a line around, lone surrogates that no encoding can write
_ACTING = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)
_SPACES = re.compile(r"[ \t\r\n]+")
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\0")
_MARKDOWN = re.compile(r"([\\`*_\[\]|~$])")
_MARKDOWN_START = re.compile(r"^(\s*)([#+\-=>:]|\d+(?=[.)](?:\s|$)))")
_ENTITY = re.compile(r"&(?=#?[A-Za-z0-9]+;)")


def terminal_text(text: str) -> str:
    """One line without anything that a terminal would obey."""
    return _SPACES.sub(" ", _ACTING.sub("\N{REPLACEMENT CHARACTER}", text)).strip()


def spreadsheet_text(text: str) -> str:
    """A cell that no spreadsheet takes for a formula: an apostrophe in front keeps it text."""
    guarded = "'" + text if text.startswith(_FORMULA) else text
    return _ACTING.sub("\N{REPLACEMENT CHARACTER}", guarded.replace("\r\n", "\n").replace("\r", "\n"))


def sheet_text(text: str) -> str:
    """A text of a workbook's cell, which is typed as text and so needs no apostrophe against formulas."""
    return _ACTING.sub("\N{REPLACEMENT CHARACTER}", text.replace("\r\n", "\n").replace("\r", "\n"))


def markdown_text(text: str) -> str:
    """Text that Markdown prints as it is: no table cell, link, code, emphasis or HTML comes out of it."""
    line = _MARKDOWN.sub(r"\\\1", terminal_text(text))
    line = _ENTITY.sub("&amp;", line).replace("<", "&lt;").replace(">", "&gt;")
    return _MARKDOWN_START.sub(_escape_start, line)


def _escape_start(found: re.Match[str]) -> str:
    space, mark = found.groups()
    return f"{space}{mark}\\" if mark.isdigit() else f"{space}\\{mark}"


def json_text(document: str) -> str:
    """A JSON document in which acting characters are written as escapes: the same data, harmless to print."""
    return _ACTING.sub(lambda found: f"\\u{ord(found[0]):04x}", document)
