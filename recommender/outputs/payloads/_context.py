"""What every document about a region says: who made it, from what, under which settings."""

from __future__ import annotations

from collections.abc import Iterator
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
    spoken = set(_words(document))
    names = {ident: plain(label) for ident, label in answer.names.items() if ident in spoken}
    sources = {ident: plain(source) for ident, source in answer.sources.items() if ident in spoken}
    return {**document, "names": names, "sources": sources}


def _words(value: Any) -> Iterator[str]:
    """Every text and every key in a document."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield key
            yield from _words(item)
    elif isinstance(value, list):
        for item in value:
            yield from _words(item)
