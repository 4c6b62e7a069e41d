"""The outputs of a project: which are up to date, and why the others are not."""

from __future__ import annotations

from collections.abc import Mapping

from ...model.finding import Facts
from ..speaker import Speaker
from ._lists import plural
from ._outputs import why_stale


def outputs_current(f: Facts, say: Speaker) -> str:
    return (
        "The one output is up to date." if f["count"] == 1 else f"All {say.count(f['count'])} outputs are up to date."
    )


def outputs_stale(f: Facts, say: Speaker) -> str:
    are = "is" if f["count"] == 1 else "are"
    return f"{say.count(f['count'])} of {plural(f['of'], 'output', 'outputs', say)} {are} to be made again."


def outputs_made(f: Facts, say: Speaker) -> str:
    made = plural(f["count"], "output was made", "outputs were made", say)
    same = f"; {say.count(f['same'])} of them came out as before, byte for byte" if f["same"] else ""
    return f"{made}{same}."


def output_stale(f: Facts, say: Speaker) -> str:
    return f"It is made again: {why_stale(f, say)}." if f["because"] else "It is up to date."


LABELS: Mapping[str, Mapping[str, str]] = {
    "upkeep": {
        "title": "Outputs of {project}",
        "file": "File",
        "region": "Region",
        "command": "Command",
        "state": "State",
        "why": "Why",
        "current": "up to date",
        "stale": "to be made",
        "made": "made",
        "same": "as before",
    },
}
