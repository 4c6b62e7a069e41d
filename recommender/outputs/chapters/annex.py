"""Every weight and setting, every source, every file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ...model.report import Report
from ..blocks import Block, Column, Pairs
from ..tool import TOOL
from ..views._words import Words
from . import chapter
from ._parts import table


@chapter("annex", 120, ("team", "authority"))
def annex(report: Report, words: Words) -> Iterator[Block]:
    answer = report.recommendation
    yield Pairs(((words.label("report", "made_with"), f"{TOOL['name']} {TOOL['version']}"),))
    settings = tuple((name, _shown(value, words)) for name, value in answer.settings.items())
    yield from table(words.label("table", "settings"), _heads(words, "setting", "value_of"), settings)
    heads = _heads(words, "title", "publisher", "year", "url")
    yield from table(words.label("table", "sources"), heads, (_source(item, words) for item in answer.sources.values()))
    files = tuple((item.name, item.sha256) for item in answer.inputs)
    yield from table(words.label("table", "files"), _heads(words, "file", "sha256"), files)


def _heads(words: Words, *keys: str) -> list[Column]:
    return [words.column(key, number=key == "year", wraps=key != "year") for key in keys]


def _source(source: Mapping[str, Any], words: Words) -> tuple[str, ...]:
    nothing = words.number(None)
    return (source["title"], source["publisher"] or nothing, str(source["year"] or nothing), source["url"] or nothing)


def _shown(value: object, words: Words) -> str:
    if isinstance(value, Mapping):
        return ", ".join(f"{key} {_shown(inner, words)}" for key, inner in value.items())
    if isinstance(value, (list, tuple)):
        return ", ".join(map(str, value)) or words.number(None)
    if value is None:
        return words.number(None)
    return words.number(value, 3) if isinstance(value, float) else str(value)
