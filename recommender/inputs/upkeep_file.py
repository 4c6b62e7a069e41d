"""The record of what a project's outputs were made from -> what is known of each."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ..model.problem import Code, InputErrors, Place, Problem
from ..model.project import Made
from .folders import is_file
from .text import read_text

UPKEEP = "ris3/outputs/1"
LIMIT = 50_000_000


def read_made(file: Path) -> tuple[dict[str, Made], Problem | None]:
    """What is known of each output, by its file; and why nothing is, if the record cannot be read.

    That is no error: a merge that went wrong in it is put right by making the outputs again.
    """
    if not is_file(file):
        return {}, None
    try:
        document = json.loads(read_text(file, limit=LIMIT).text)
        return {item["file"]: _made(item) for item in document["outputs"]}, None
    except InputErrors as error:
        return {}, error.problems[0]
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        message = "this record of the outputs cannot be read: all of them count as not made"
        return {}, Problem(Code.FILE_FORMAT, message, Place(str(file)), hint="'ris3 run' writes it again")


def _made(item: Mapping[str, Any]) -> Made:
    inputs = {name: item["inputs"][name] for name in item["inputs"]}
    return Made(str(item["sha256"]), dict(item["recipe"]), inputs, str(item["data"]), str(item["version"]))
