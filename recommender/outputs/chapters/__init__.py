"""The chapters of a report. One file a chapter: facts -> blocks; a chapter without blocks is left out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ...model.report import READERS, Reader, Report
from ..blocks import Block
from ..registry import Registry
from ..views._words import Words


@dataclass(frozen=True, slots=True)
class Chapter:
    """Where a chapter stands, who reads it, and what is in it."""

    place: int
    readers: tuple[Reader, ...]
    build: Callable[[Report, Words], Iterator[Block]]


@dataclass(frozen=True, slots=True)
class Page:
    """A chapter of one document: its name stays the same in every language."""

    name: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A report as one reader gets it."""

    title: str
    subtitle: str
    language: str
    reader: Reader
    pages: tuple[Page, ...]


CHAPTERS: Registry[str, Chapter] = Registry(__package__)
Build = Callable[[Report, Words], Iterator[Block]]


def chapter(name: str, place: int, readers: tuple[Reader, ...] = READERS) -> Callable[[Build], Build]:
    """Register what the decorated function builds as the chapter `name`."""

    def keep(build: Build) -> Build:
        CHAPTERS.add(name)(Chapter(place, readers, build))
        return build

    return keep


def document_of(report: Report, reader: Reader, language: str) -> Document:
    """The chapters that this reader gets and that have something to tell."""
    words = Words(report.recommendation, language)
    found = sorted(CHAPTERS.all().items(), key=lambda item: (item[1].place, item[0]))
    pages = [
        Page(name, words.label("chapter", name), tuple(item.build(report, words)))
        for name, item in found
        if reader in item.readers
    ]
    title = words.label("report", f"title_{report.recommendation.subject}").format(region=words.region())
    subtitle = words.label("report", "subtitle").format(reader=words.label("reader", reader))
    return Document(title, subtitle, language, reader, tuple(page for page in pages if page.blocks))
