"""The fields of one line of a delimited file, and where each begins: what messages about a line need."""

from __future__ import annotations

import re
from functools import cache

from ...model.problem import Code
from .cells import Problems

LONGEST_FIELD = 10_000
_OPEN = re.compile(r' *"(?:[^"]|"")*')


def split(line: str, mark: str, number: int, problems: Problems, *, strict: bool = True) -> list[str] | None:
    """The fields of a row; None (and a problem) where its quotes are not in order.

    Publishers leave marks inside fields without quotes; only `strict` minds them.
    """
    fields = line.split(mark) if '"' not in line else _quoted(line, mark, number, problems, strict)
    if fields is not None and len(line) > LONGEST_FIELD and max(map(len, fields)) > LONGEST_FIELD:
        problems.add(Code.TABLE_SIZE, f"a field of more than {LONGEST_FIELD:,} characters", number)
        return None
    return fields


def is_open(line: str, mark: str) -> bool:
    """Whether a quoted field of the line is closed on a later one."""
    if line.count('"') % 2 == 0:
        return False
    for match in _field_pattern(mark).finditer(line):
        if match["quoted"] is None and match["plain"].lstrip(" ").startswith('"'):
            return _OPEN.fullmatch(line, match.start()) is not None
    return False


def starts(line: str, mark: str) -> list[int]:
    """The columns, from 1, at which the fields of a row begin."""
    pattern = _field_pattern(mark)
    return [match.start() + 1 for match in pattern.finditer(line)]


def _quoted(line: str, mark: str, number: int, problems: Problems, strict: bool) -> list[str] | None:
    fields = []
    for match in _field_pattern(mark).finditer(line):
        text = match["quoted"]
        if text is not None:
            fields.append(text[1:-1].replace('""', '"'))
        elif '"' in match["plain"] and (strict or match["plain"].lstrip(" ").startswith('"')):
            at = match.start() + match["plain"].index('"') + 1
            message = "a quotation mark that is not closed on its line, or stands inside a field"
            problems.add(Code.TABLE_ROW, message, number, at, text=line,
                         hint='write "a ""quoted"" word" inside quotation marks')  # fmt: skip
            return None
        else:
            fields.append(match["plain"])
    return fields


@cache
def _field_pattern(mark: str) -> re.Pattern[str]:
    stop = re.escape(mark)
    return re.compile(rf'(?:^|(?<={stop}))(?: *(?P<quoted>"(?:[^"]|"")*") *(?={stop}|$)|(?P<plain>[^{stop}]*))')
