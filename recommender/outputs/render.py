"""One result, many formats."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from ..model.problem import Code, pick
from .registry import Registry

if TYPE_CHECKING:  # a run makes one kind of result, and reads no other
    from ..model.backtest import Backtest
    from ..model.forecast import Forecast
    from ..model.listing import Listing
    from ..model.measured import MeasureTable
    from ..model.project import Upkeep
    from ..model.published import PublishedTable
    from ..model.recommendation import Comparison, Explanation, Recommendation
    from ..model.study import Study, Trial

    Result: TypeAlias = (
        Recommendation
        | Explanation
        | Comparison
        | Listing
        | MeasureTable
        | Study
        | Trial
        | PublishedTable
        | Forecast
        | Backtest
        | Upkeep
    )
PLAIN_WIDTH = 100
"""Columns of a text that is not for a terminal: the same on every machine."""


@dataclass(frozen=True, slots=True)
class Options:
    """How a result is to be written; only `language` matters to the formats for machines.

    `width` is that of the terminal, `terminal` asks for its colours; `encoding` is what the reader's
    side can take, and text is kept to it. `source` is what the user typed to name the region, as a shell reads it: it
    stands in the commands that are offered, and nowhere else. `part` is the table that a CSV is to hold, where there
    are several. `cut` shortens long lists in a text and says how to see the rest.
    """

    language: str = "en"
    width: int | None = None
    terminal: bool = False
    encoding: str = "utf-8"
    source: str | None = None
    part: str | None = None
    cut: bool = False


@dataclass(frozen=True, slots=True)
class Format:
    """How a format is written, and the endings of file names that ask for it."""

    write: Callable[[Result, Options], str]
    endings: tuple[str, ...]


FORMATS: Registry[str, Format] = Registry(f"{__package__}.formats")


def render(
    result: Result, format: str, *, language: str = "en", width: int | None = None,
    terminal: bool = False, encoding: str = "utf-8", source: str | None = None,
    part: str | None = None, cut: bool = False,
) -> str:  # fmt: skip
    """The result in one of `formats()`; see `Options`. It ends with a line end, and no line is cut.

    Raises
    ------
    UnknownName
        If there is no such format, or no such part.
    """
    found = FORMATS.find(format, f"as_{format}") or pick(format, FORMATS.all(), "format", code=Code.USAGE)
    return found.write(result, Options(language, width, terminal, encoding, source, part, cut))


def formats() -> tuple[str, ...]:
    """The names of the formats there are."""
    return tuple(sorted(FORMATS.all()))


def format_of_extension(extension: str) -> str | None:
    """The format that a file name ending such as '.md' asks for; None if it asks for none of ours."""
    wanted = extension.lower()
    return next((name for name, item in sorted(FORMATS.all().items()) if wanted in item.endings), None)


def format_endings() -> tuple[str, ...]:
    """Every ending of a file name that asks for one of the formats."""
    return tuple(sorted(ending for item in FORMATS.all().values() for ending in item.endings))


def languages() -> tuple[str, ...]:
    """The languages in which results can be told, by code."""
    from ..wording.catalogue import languages

    return languages()


def payload(result: Result, *, language: str = "en") -> dict[str, object]:
    """The result as a program reads it: what the JSON holds, as Python values."""
    from .payloads import payload_of

    return payload_of(result, language)
