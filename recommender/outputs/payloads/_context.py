"""What every document about a region says: who made it, from what, under which settings."""

from __future__ import annotations

from typing import Any

from ...model.evidence import in_language
from ...model.recommendation import Recommendation
from ..plain import plain
from ..tool import TOOL


def context(answer: Recommendation, language: str) -> dict[str, Any]:
    return {
        "tool": dict(TOOL),
        "language": language,
        "region": {"code": answer.region_code, "name": in_language(answer.region_name, language)},
        "subject": answer.subject,
        "inputs": plain(answer.inputs),
        "settings": plain(answer.settings),
        "assessed": plain(answer.assessed),
    }


def with_names(document: dict[str, Any], answer: Recommendation) -> dict[str, Any]:
    """The document with the label of every id in it, and the sources that it names."""
    spoken = _words(document)
    names = {ident: plain(label) for ident, label in answer.names.items() if ident in spoken}
    sources = {ident: plain(source) for ident, source in answer.sources.items() if ident in spoken}
    return {**document, "names": names, "sources": sources}


def _words(document: dict[str, Any]) -> set[str]:
    """Every text and every key in a document."""
    words: set[str] = set()
    waiting: list[Any] = [document]
    while waiting:
        value = waiting.pop()
        if isinstance(value, str):
            words.add(value)
        elif isinstance(value, dict):
            words.update(value)
            waiting.extend(value.values())
        elif isinstance(value, list):
            waiting.extend(value)
    return words
