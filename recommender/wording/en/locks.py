"""What changed between two results, and what it could come from."""

from __future__ import annotations

from ...model.finding import Facts
from ..speaker import Speaker
from ._lists import listed, plural, quoted


def _files(f: Facts, say: Speaker) -> str:
    return listed(f["files"], say, most=6) or "none"


def moved(f: Facts, say: Speaker) -> str:
    told = [
        plural(f["count"], "opportunity stands elsewhere than before", "opportunities stand elsewhere than before", say)
    ]
    if f["new"]:
        told.append(f"new is {quoted(f['new'], say)}")
    if f["gone"]:
        told.append(f"gone is {quoted(f['gone'], say)}")
    return f"{'; '.join(told)}. {_ways(f, say)}"


def _ways(f: Facts, say: Speaker) -> str:
    """What is told apart: the order at the top, bands, and scores."""
    order = f"{say.count(f['order_moved'])} changed place" if f["order_moved"] else "none changed place"
    bands = plural(f["bands_moved"], "band", "bands", say) if f["bands_moved"] else "no band"
    scores = plural(f["scores_moved"], "score", "scores", say) if f["scores_moved"] else "no score"
    first = f"Of the first {say.count(f['of_first'])}, {order}"
    return f"{first}; {bands} changed, and {scores} by more than {f['tolerance']}."


def nothing_moved(f: Facts, say: Speaker) -> str:
    return "Nothing moved."


def moved_without_cause(f: Facts, say: Speaker) -> str:
    return (
        f"It moved although inputs, settings and version ({f['version']}) are the same. That is a mistake in ris3, "
        f"not in your files: please report it."
    )


def inputs_changed(f: Facts, say: Speaker) -> str:
    return f"Changed files: {_files(f, say)}."


def settings_changed(f: Facts, say: Speaker) -> str:
    return f"Changed settings: {_files(f, say)}."


def rules_changed(f: Facts, say: Speaker) -> str:
    same = f["version"] == f["version_from"]
    version = "" if same else f"Version of ris3: {f['version']}, before {f['version_from']}."
    files = f"Data and rules of ris3 that changed: {_files(f, say)}." if f["files"] else ""
    return " ".join(text for text in (version, files) if text) or "Data and rules of ris3 are the same."


def edits_unknown(f: Facts, say: Speaker) -> str:
    return "Which changes moved what cannot be told: the lock speaks of competences or paths that the files lack today."
