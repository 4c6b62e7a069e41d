"""Plain values as YAML that looks as if somebody had written it, and that every YAML reader reads alike.

Texts that another reader could take for a number, a date or a truth value are quoted (`"01"`,
`"NO"`), short records stand on one line, long texts are folded.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

WIDTH = 110
SCHEMA_LINE = "# yaml-language-server: $schema=./schemas/profile.schema.json\n"

_PLAIN = re.compile(r"[^\W\d_]([^\x00-\x1f\x7f:#,\[\]{}\"'`\\&*!|>%@?=]*[^\x00-\x20\x7f:#,\[\]{}\"'`\\&*!|>%@?=])?\Z")
_RESERVED = frozenset(("true", "false", "yes", "no", "on", "off", "null", "y", "n", "nan", "inf"))
_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"})


def as_yaml(plain: Mapping[str, Any], *, first_line: str = "") -> str:
    """A mapping as a YAML file, its sections apart from each other.

    Parameters
    ----------
    plain : texts, numbers, truth values, and lists and mappings of them
    first_line : a comment that stands above everything, with its line end
    """
    sections = [_section(key, value) for key, value in plain.items()]
    lines: list[str] = []
    for section, before in zip(sections, [[], *sections], strict=False):
        if lines and max(len(section), len(before)) > 1:
            lines.append("")
        lines += section
    return first_line + "".join(f"{line}\n" for line in lines)


def _section(key: str, value: Any) -> list[str]:
    if not _is_collection(value):
        return _entry(key, value, 0)
    items = _items(value, 2)
    if isinstance(value, list) and max(map(len, items)) > 1:
        items = [[*item, ""] for item in items[:-1]] + items[-1:]
    return [f"{_key(key)}:", *_flat(items)]


def _entry(key: str, value: Any, indent: int) -> list[str]:
    """The lines of one key and its value."""
    head = f"{' ' * indent}{_key(key)}:"
    if isinstance(value, str):
        return _text_entry(head, value, indent + 2)
    one = f"{head} {_flow(value)}"
    if not _is_collection(value) or (len(one) <= WIDTH and not _is_table(value)):
        return [one]
    return [head, *_flat(_items(value, indent + 2))]


def _text_entry(head: str, text: str, indent: int) -> list[str]:
    one = f"{head} {_text(text)}"
    lines = text.split("\n")
    if len(lines) > 1 and lines[0] and lines[-1] and all(line == line.strip() for line in lines):
        return [f"{head} |-", *(" " * indent + line if line else "" for line in lines)]
    words = text.split(" ")
    foldable = len(words) > 1 and all(words) and text == text.strip() and not re.search(r"[\n\t]", text)
    if len(one) <= WIDTH or not foldable:
        return [one]
    return [f"{head} >-", *_wrapped(words, indent)]


def _wrapped(words: list[str], indent: int) -> list[str]:
    lines = [" " * indent + words[0]]
    for word in words[1:]:
        if len(lines[-1]) + 1 + len(word) > WIDTH - 10:
            lines.append(" " * indent + word)
        else:
            lines[-1] += f" {word}"
    return lines


def _items(value: Mapping[str, Any] | list[Any], indent: int) -> list[list[str]]:
    """The lines of each entry of a mapping, or of each item of a list."""
    if isinstance(value, Mapping):
        return [_entry(key, inner, indent) for key, inner in value.items()]
    return [_item(item, indent) for item in value]


def _item(item: Any, indent: int) -> list[str]:
    one = f"{' ' * indent}- {_flow(item)}"
    if not isinstance(item, Mapping) or len(one) <= WIDTH:
        return [one]
    lines = _flat(_items(item, indent + 2))
    return [f"{' ' * indent}- {lines[0].lstrip()}", *lines[1:]]


def _flow(value: Any) -> str:
    """A value on one line."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_key(key)}: {_flow(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_flow(item) for item in value) + "]"
    if isinstance(value, bool):
        return "true" if value else "false"
    return _text(value) if isinstance(value, str) else repr(value)


def _text(text: str) -> str:
    if _PLAIN.match(text) and text.lower() not in _RESERVED:
        return text
    return f'"{text.translate(_ESCAPES)}"'


_key = _text


def _is_collection(value: Any) -> bool:
    return isinstance(value, (Mapping, list)) and bool(value)


def _is_table(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, Mapping) for item in value)


def _flat(parts: Iterable[list[str]]) -> list[str]:
    return [line for part in parts for line in part]
