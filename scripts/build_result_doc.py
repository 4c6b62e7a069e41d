"""Write docs/result.md from the model of findings and the list of keys.

python scripts/build_result_doc.py            writes the file
python scripts/build_result_doc.py --check    exits 1 if it is stale
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from recommender.model.finding import FACTS, KINDS
from scripts.result_keys import CONTEXT, DOCUMENTS, PARTS

FILE = Path(__file__).resolve().parent.parent / "docs" / "result.md"
HEAD = """\
# The results as JSON

Written by `scripts/build_result_doc.py`.

`--format json` gives everything that a result holds. The same inputs give the same bytes on every machine:
keys are sorted, numbers are rounded to nine decimals, ties go to the lower id, and there are no times and no
absolute paths in it. What is undefined is null, never 0. Every sentence that people read stands here as the
`text` of a finding, beside the facts that it was made of.

A format keeps its name as long as keys are only added; a key that changes or goes makes it `/2`.
"""
ROLES = {
    "reason": "Why an opportunity stands where it stands",
    "finding": "What deserves attention",
    "warning": "What limits an answer",
    "answer": "Answers of explain and compare",
    "summary": "The whole in a few findings",
}

UPKEEP: Mapping[str, str] = {
    "schema": "`ris3/upkeep/1`",
    "tool": "`{name, version}`",
    "project": "the name of the project file",
    "outputs": "`[{file, region, command, state, because, files}]`; `state` is current, stale, made, or same (made"
    " again, and not a byte is different), `because` lists new, missing, edited, recipe, inputs, data, version or"
    " forced, and `files` the inputs that changed",
    "findings": "how many are stale, or were made",
    "warnings": "`{code, message, at, line, hint}`: the record of the outputs cannot be read",
}
"""The document about a project: what `ris3 run` answers."""


def document() -> str:
    """The whole file."""
    return HEAD + "".join(line + "\n" for line in (*_documents(), *_parts(), *_kinds(), *_facts()))


def _documents() -> Iterator[str]:
    yield from ("", "## Every document about a region", "", *_table(CONTEXT))
    for schema, (about, keys) in DOCUMENTS.items():
        yield from ("", f"## `{schema}`: {about}", "", *_table(keys))
    yield from (
        "",
        "## Plain tables",
        "",
        "`config show`, `validate` and the like name a schema of their own. They have `title`, `columns`, `rows`",
        "(one object a row, one key a column), `notes` and `warnings` (`{code, message, at, line, hint}`), and facts",
        "of their own beside them.",
    )
    yield from ("", "## `ris3/upkeep/1`: what `ris3 run` answers", "", *_table(UPKEEP))


def _parts() -> Iterator[str]:
    for name, (about, keys) in PARTS.items():
        yield from ("", f"## {name}", "", about, "", *_table(keys))


def _kinds() -> Iterator[str]:
    yield from ("", "## Kinds of findings")
    for role, title in ROLES.items():
        yield from (
            "",
            f"### {title}",
            "",
            "| code | kind | about | subject | facts |",
            "| --- | --- | --- | --- | --- |",
        )
        for name, kind in KINDS.items():
            if kind.role == role:
                facts = " ".join(f"`{fact}`" for fact in kind.facts) or "none"
                yield f"| {kind.code} | `{name}` | {kind.about} | {kind.subject} | {facts} |"


def _facts() -> Iterator[str]:
    yield from ("", "## Facts", "")
    yield from (
        "A name means the same in every kind. `[]` is a list, in the order in which it is told; `?` may be null.",
        "",
    )
    yield from ("| fact | type | meaning |", "| --- | --- | --- |")
    for name in sorted(FACTS):
        yield f"| `{name}` | {FACTS[name].type} | {FACTS[name].about.replace('|', '/')} |"


def _table(keys: Mapping[str, str]) -> Iterator[str]:
    yield from ("| key | meaning |", "| --- | --- |")
    for key in keys:
        yield f"| `{key}` | {keys[key]} |"


def main() -> int:
    stale = not FILE.exists() or FILE.read_text("utf-8") != document()
    if stale and "--check" not in sys.argv:
        FILE.parent.mkdir(exist_ok=True)
        FILE.write_text(document(), encoding="utf-8", newline="\n")
        print(f"written: {FILE.name}")
        return 0
    print(f"stale: {FILE.name}" if stale else f"up to date: {FILE.name}")
    return int(stale)


if __name__ == "__main__":
    sys.exit(main())
