"""Why an output is made again, in a few words."""

from __future__ import annotations

from collections.abc import Mapping

from ...model.finding import Facts
from ..speaker import Speaker
from ._lists import listed

_WHY: Mapping[str, str] = {
    "new": "not made yet",
    "missing": "the file is gone",
    "edited": "the file is not as ris3 run wrote it",
    "recipe": "the project file says otherwise now",
    "inputs": "changed: {files}",
    "data": "the data that come with ris3 changed",
    "version": "another version of ris3",
    "forced": "asked for",
}


def why_stale(f: Facts, say: Speaker) -> str:
    files = listed(f["files"], say)
    return "; ".join(_WHY.get(reason, reason).format(files=files) for reason in f["because"])
