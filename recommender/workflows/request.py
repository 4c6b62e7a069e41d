"""What a user asks for when a ranking is made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Request:
    """What a user asked for; the names are those of the options.

    `source` is a profile file or folder, `-`, or the code or name of a region; with `table` it may
    be left out. `table` is a file or, from Python, a data frame; `region` names the user's region within
    it, `indicator` and `year` a series of it. `project` is the ris3.yaml whose settings count; that of
    the folder of the profile, or of one above it, if None.
    """

    source: str | None = None
    table: str | Any | None = None
    region: str | None = None
    indicator: str | None = None
    year: int | None = None
    lens: str | None = None
    config: str | None = None
    reference: str | None = None
    relatedness: str | None = None
    top: int | None = None
    seed: int | None = None
    encoding: str = "utf-8"
    delimiter: str | None = None
    decimal: str = "."
    project: str | None = None
