"""Every output of a project, with its state and why."""

from __future__ import annotations

from ...model.project import Upkeep
from . import TABLES, Rows


@TABLES.add(Upkeep)
def upkeep_table(result: Upkeep, language: str) -> Rows:
    heads = ("file", "region", "command", "state", "because", "files")
    return heads, [(item.file, item.region, item.command, item.state, item.reasons, item.files)
                   for item in result.outputs]  # fmt: skip
